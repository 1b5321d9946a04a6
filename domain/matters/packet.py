"""The hand-over packet: everything the 12345 hotline needs to know of a matter on one page, worded and cut to fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width


@dataclass(frozen=True, slots=True)
class Packet:
    """Everything is in words. `facts` are (label, value); `blanks` are filled in by hand; `photos` are refs of files.

    The resident's name and number are not in it.
    """

    language: str
    title: str
    facts: Sequence[tuple[str, str]]
    said: tuple[str, str]
    asked: tuple[str, str]
    history: tuple[str, Sequence[str]]
    blanks: Sequence[str]
    foot: str
    photos: Sequence[str] = ()


def cut(words: str, width: int) -> str:
    """On one line, at most so wide: a Chinese letter is two, a Latin one is one."""
    words, room = " ".join(words.split()), width
    for n, letter in enumerate(words):
        room -= 2 if east_asian_width(letter) in "WF" else 1
        if room < 0:
            return words[: n - 1].rstrip() + "…"
    return words


def ends_of(lines: Sequence[str], most: int, gap: str) -> list[str]:
    """At most so many: how it began and how it stands now, with `gap` between."""
    if len(lines) <= most:
        return list(lines)
    first = most // 3
    return [*lines[:first], gap, *lines[-(most - first - 1) :]]
