"""A flyer: a notice on paper, for doors and boards, with a code that leads to it in the chat."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

PREFIX = "n-"
"""Begins the payload of the deep link to a notice."""
LONGEST_HEADLINE = 22
_MOSTLY = 0.7
_CHINESE, _WORD = re.compile("[\u4e00-\u9fff]+"), re.compile("[a-z]{4,}")


class Form(StrEnum):
    """What it comes as."""

    ONE = "one"  # on a sheet of A4
    TWO = "two"  # two on one sheet, to be cut apart
    PICTURE = "picture"  # to be passed on in groups


@dataclass(frozen=True, slots=True)
class Page:
    """A flyer as it is printed, all in words; `link` is where its code leads. `body` are paragraphs, those that do not
    fit are left out with `more` in their place; `english` repeats `scan` where the notice is in English.
    """

    language: str
    kind: str
    headline: str
    body: tuple[str, ...]
    more: str
    until: str
    desk: str
    link: str
    scan: str
    english: str = ""


def parted(words: str) -> tuple[str, tuple[str, ...]]:
    """Headline and paragraphs; no headline where the first line is a sentence of its own length or all there is."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    if len(lines) > 1 and len(lines[0]) <= LONGEST_HEADLINE:
        return lines[0].rstrip("：:"), tuple(lines[1:])
    return "", tuple(lines)


def in_english(words: str) -> bool:
    """Whether most of its letters are Latin ones."""
    letters = [c for c in words if c.isalpha()]
    return bool(letters) and sum(c.isascii() for c in letters) > _MOSTLY * len(letters)


def likeness(said: str, text: str) -> int:
    """How much of what was said occurs in the notice: words of four letters and more, pairs of Chinese characters."""
    words, known = said.casefold(), text.casefold()
    runs = _CHINESE.findall(words)
    pairs = {run[n : n + 2] for run in runs for n in range(len(run) - 1)} | set(_WORD.findall(words))
    return sum(pair in known for pair in pairs)
