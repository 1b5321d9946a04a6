"""Composition: puts handlers, storage and channels together and runs them."""
