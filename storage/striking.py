"""A name, or a number, in what others wrote: how it is found and what stands in its place."""

from __future__ import annotations

import re
from collections.abc import Iterable

from storage.statements import Row

STRUCK = "＊＊"
LEAST_NAME = 2
"""Letters: a shorter one is part of too many words."""
EDGE = r"[A-Za-z0-9]"


def names_in(known: Row) -> list[str]:
    """Of a row of people: the longest first, so that none is left as the end of another."""
    phone = known["phone"]
    names = {known["name"], known["name_en"], phone, phone.removeprefix("+86")}
    return sorted((name for name in names if len(name) >= LEAST_NAME), key=len, reverse=True)


def pattern_of(names: Iterable[str]) -> re.Pattern[str]:
    """Any of the names: one in Latin letters only as a word of its own. Without names it finds nothing."""
    words = [_word(name) for name in names if len(name) >= LEAST_NAME]
    return re.compile("|".join(words) or r"(?!)", re.IGNORECASE)


def _word(name: str) -> str:
    found = re.escape(name)
    return f"(?<!{EDGE}){found}(?!{EDGE})" if name.isascii() and name[0].isalpha() else found
