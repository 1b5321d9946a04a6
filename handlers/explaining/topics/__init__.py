"""Topics: what somebody wants to be told of, and what not."""
