"""The kinds of matter: their tier, how discreet they are, and which of them some words probably mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from domain.matters.matter import Matter, Tier, Wish
from domain.matters.words import place_span
from domain.matters.words_of_kinds import WORDS
from domain.matters.words_plain import SAME_WORDS, plain

CLEAR_WEIGHT = 2.0
CLEAR_LEAD = 1.6
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Kind:
    """`quiet`: strangers are shown nothing of it (no hint, no "me too"). `private`: all but its owner only count it."""

    code: str
    tier: Tier
    quiet: bool = False
    private: bool = False

    @property
    def name_key(self) -> str:
        """The catalogue key of its name."""
        return f"kind.{self.code}"


_ALL = (
    Kind("lighting", Tier.ORDINARY),
    Kind("heating", Tier.UTILITY),
    Kind("water", Tier.UTILITY),
    Kind("power", Tier.UTILITY),
    Kind("gas", Tier.UTILITY),
    Kind("lift", Tier.UTILITY),
    Kind("rubbish", Tier.ORDINARY),
    Kind("road", Tier.ORDINARY),
    Kind("stairs", Tier.ORDINARY),
    Kind("greenery", Tier.ORDINARY),
    Kind("parking", Tier.ORDINARY),
    Kind("noise", Tier.ORDINARY, quiet=True),
    Kind("neighbours", Tier.COMPLEX, quiet=True),
    Kind("security", Tier.ORDINARY),
    Kind("papers", Tier.ORDINARY),
    Kind("company", Tier.ORDINARY, quiet=True),
    Kind("complaint_person", Tier.COMPLEX, quiet=True, private=True),
    Kind("enquiry", Tier.ORDINARY),
    Kind(OTHER, Tier.ORDINARY),
)
KINDS: dict[str, Kind] = {kind.code: kind for kind in _ALL}
"""In the order in which they are offered when nothing better is known."""

VOICE, VIDEO, PICTURE = "voice", "video", "picture"
UNHEARD: dict[str, Kind] = {code: Kind(code, Tier.ORDINARY) for code in (VOICE, VIDEO, PICTURE)}
"""Until a person has heard or seen what it is about; never offered."""


def _pattern(words: str) -> re.Pattern[str]:
    """One pattern of a row: Latin words match as wholes, Chinese ones anywhere, since nothing divides them."""
    return re.compile("|".join(rf"\b(?:{w})\b" if w.isascii() else w for w in words.split()).replace("_", " "))


_PATTERNS = {code: [(_pattern(words), weight) for weight, words in rows] for code, rows in WORDS.items()}


def kind_of(code: str) -> Kind:
    """The kind with this code; `other` for one that a later release took away."""
    return KINDS.get(code) or UNHEARD.get(code, KINDS[OTHER])


def private(matter: Matter) -> bool:
    """Whether it is about a person: its words are its owner's alone, everywhere else it is only counted."""
    return kind_of(matter.kind).private or matter.wish is not Wish.NONE


@lru_cache(SAME_WORDS)
def likely_kinds(text: str) -> Sequence[tuple[str, float]]:
    """Codes with positive weights, the likeliest first; empty when the words hint at nothing."""
    words = plain(_without_place(text))
    weights = {
        code: sum(weight for pattern, weight in rows if pattern.search(words)) for code, rows in _PATTERNS.items()
    }
    return tuple(sorted(((c, w) for c, w in weights.items() if w > 0), key=lambda pair: -pair[1]))


def _without_place(text: str) -> str:
    """杏林苑3号楼 is no matter of trees and "the door of building 3" none of doors."""
    span = place_span(text)
    return text.replace(span, " ", 1) if span else text


def clear(likely: Sequence[tuple[str, float]]) -> str | None:
    """The code that may be taken unasked; None when it is better to offer the likeliest, or nothing is known."""
    if not likely:
        return None
    best = likely[0][1]
    second = likely[1][1] if len(likely) > 1 else 0.0
    return likely[0][0] if best >= CLEAR_WEIGHT and best >= CLEAR_LEAD * second else None
