"""What a notice of an outage says: what is off, from when until when, and the line that answers reports."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from domain.people.stretches import Stretch, stretch_in

LONGEST_LINE = 60
_OFF: Mapping[str, re.Pattern[str]] = {
    "water": re.compile(r"(?:停|断)[电气暖和、]{0,4}水|没水|自来水|供水|\bwater\b", re.IGNORECASE),
    "power": re.compile(r"(?:停|断)[水气暖和、]{0,4}电(?!梯)|没电|供电|\b(?:power|electricity)\b", re.IGNORECASE),
    "gas": re.compile(r"(?:停|断)[水电暖和、]{0,4}(?:燃|煤|天然)?气|供气|\bgas\b", re.IGNORECASE),
    "heating": re.compile(r"(?:停|断)[水电气和、]{0,4}(?:供?暖|热水供应)|供暖|供热|\bheat(?:ing)?\b", re.IGNORECASE),
}
_NAMED: Mapping[str, re.Pattern[str]] = {
    "water": re.compile("水|water", re.IGNORECASE),
    "power": re.compile("电|power|electric", re.IGNORECASE),
    "gas": re.compile("气|gas", re.IGNORECASE),
    "heating": re.compile("暖|热|heat", re.IGNORECASE),
}
OFF = tuple(_OFF)
"""The kinds of matter that may be announced as off."""
_SALUTATION = re.compile(r"^[^，,。]{1,12}[：:]\s*(?=\S)")
_COMMAS = re.compile(r"[，,]\s*")
_BESIDES = re.compile(r"(?:敬?请|望|给您|谢谢|感谢|不便|please|thank|sorry)|$", re.IGNORECASE)
"""Good to read beforehand, and no answer to whoever reports it."""
_SENTENCES = re.compile(r"[。！!；;\n]+|\.\s")


@dataclass(frozen=True, slots=True)
class Outage:
    """`kinds` are kinds of matter; `until_at` is None while nobody knows; `line` is without its times."""

    kinds: tuple[str, ...]
    begins_at: datetime
    until_at: datetime | None
    line: str


def kinds_off(words: str) -> tuple[str, ...]:
    """What the words of a notice announce as off."""
    return tuple(kind for kind, pattern in _OFF.items() if pattern.search(words))


def kinds_named(words: str) -> tuple[str, ...]:
    """What an answer to "what is off?" names: 水电, "water and gas"."""
    return tuple(kind for kind, pattern in _NAMED.items() if pattern.search(words))


def announced_in(words: str, now: datetime) -> tuple[Stretch | None, str]:
    """The stretch that a notice announces (`now` in the zone in which people live), and the sentence that says what is
    off, without its times, its salutation and what it asks of people, no longer than a line.
    """
    sentences = [each.strip() for each in _SENTENCES.split(words) if each.strip()]
    off = [each for each in sentences if kinds_off(each)]
    stretch = stretch_in(words, now)
    line = next((found.rest for each in off if (found := stretch_in(each, now)) is not None), "") or next(iter(off), "")
    greeting = _SALUTATION.match(line)
    if greeting is not None and not kinds_off(greeting[0]):
        line = line[greeting.end() :]
    parts = [part for part in _COMMAS.split(line) if not _BESIDES.match(part)]
    line = " ".join((", " if line.isascii() else "，").join(parts).split())  # where its times stood there may be two
    return stretch, line if len(line) <= LONGEST_LINE else line[: LONGEST_LINE - 1] + "…"
