"""Text as a page or a sheet can carry it."""

from __future__ import annotations

import re

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
"""Shows nothing itself but turns or breaks what stands beside it."""
_HALF_A_CHARACTER = re.compile("[\ud800-\udfff]")


def printable(text: str) -> str:
    """The same without characters that no page can carry; tabs and line ends stay."""
    if text.isprintable():  # nearly every one, and quickly seen
        return text
    return _HALF_A_CHARACTER.sub("\ufffd", _UNPRINTABLE.sub("", text))
