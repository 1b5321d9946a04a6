"""A month of an invented district, lived through the real bot and the sandbox's Bot API on a moved clock."""
