"""What Telegram itself marks in a text: commands, mentions, links, addresses, numbers."""

import re

from sandbox.records import Entity
from sandbox.units import units

PATTERNS = (
    ("email", re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z]{2,})+")),
    ("url", re.compile(r"https?://[^\s<>\"，。；、）】]+")),
    ("bot_command", re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,32}(?:@[A-Za-z0-9_]{3,32})?(?![\w/@])")),
    ("mention", re.compile(r"(?<![\w@])@[A-Za-z][A-Za-z0-9_]{3,31}(?!\w)")),
    ("hashtag", re.compile(r"(?<!\w)#\w*[^\W\d]\w*")),
    ("phone_number", re.compile(r"(?<![\w+])\+[0-9]{10,15}(?!\w)")),
)


def with_detected(text: str, marks: list[Entity]) -> list[Entity]:
    """The marks given plus those found in the text where nothing is marked yet, in order of their offsets."""
    found = list(marks)
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(text):
            candidate = Entity(kind, units(text[: match.start()]), units(match.group()))
            if not any(_overlap(candidate, mark) for mark in found):
                found.append(candidate)
    return sorted(found, key=lambda mark: (mark.offset, -mark.length))


def _overlap(one: Entity, other: Entity) -> bool:
    return one.offset < other.offset + other.length and other.offset < one.offset + one.length
