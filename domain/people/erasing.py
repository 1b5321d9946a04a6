"""That somebody is to be forgotten: asked for, waiting a day, begun, done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Erasure:
    """`begun_at` None: it can still be taken back until `due_at`."""

    person_id: str
    asked_at: datetime
    due_at: datetime
    begun_at: datetime | None = None
    done_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Holding:
    """How much there is of somebody: matters and since when, texts, photos and voice notes."""

    matters: int
    since: datetime | None
    words: int
    media: int


def letter_key(person_id: str) -> str:
    """Of the last message that she gets."""
    return f"erased:{person_id}"
