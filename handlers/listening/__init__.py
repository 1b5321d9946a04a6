"""Listening (小板凳): use cases about what is heard and what comes of it."""
