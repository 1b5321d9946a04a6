"""Explaining: notices, what somebody wants to be told, the answer book, stories, and the door to them."""
