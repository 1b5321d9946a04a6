"""Visits as a figure of the year, and the list behind it."""

from __future__ import annotations

from datetime import datetime

from domain.phrases import Phrase
from domain.reach import Reach
from handlers.listening.visits.looking import line_of
from handlers.listening.visits.ports import VisitsTransaction
from handlers.turn import Turn


def count(turn: Turn[VisitsTransaction], reach: Reach, from_at: datetime, until_at: datetime) -> int:
    return turn.tx.visits.count_between(reach, from_at, until_at)


def rows(
    turn: Turn[VisitsTransaction], reach: Reach, from_at: datetime, until_at: datetime, start: int, limit: int
) -> list[tuple[Phrase, str]]:
    """What is said of each, and the value of the button that opens it."""
    found = turn.tx.visits.between(reach, from_at, until_at, limit=limit, offset=start)
    return [(line_of(turn, each, start + n), f"visit:{each.id}") for n, each in enumerate(found, 1)]
