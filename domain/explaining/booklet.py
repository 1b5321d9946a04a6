"""The answer book as it is printed: every word of it, in one language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Printed:
    """One entry. `ways`: every way of asking it, for the index; `answer` by paragraphs; `foot`: source and day."""

    n: int
    question: str
    ways: Sequence[str]
    answer: Sequence[str]
    foot: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """The entries of one kind."""

    name: str
    entries: Sequence[Printed]


@dataclass(frozen=True, slots=True)
class Booklet:
    """`about`: month and count; `link` opens the bot, "" for none; `words`: contents, index, scan."""

    language: str
    title: str
    area: str
    about: str
    desk: str
    link: str
    words: Mapping[str, str]
    kinds: Sequence[Shelf]
