"""Sets of names, written as one line of words so that long tables stay readable."""


def names(words: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(words.split())
