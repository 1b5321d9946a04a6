"""Telegram's measure of text: UTF-16 units."""


def units(text: str) -> int:
    """The length of a text in UTF-16 units; an emoji mostly counts two."""
    return len(text.encode("utf-16-le")) // 2
