"""Listening (小板凳): what people need, who offers something towards it, and the projects that come of both."""
