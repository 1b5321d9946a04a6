"""One an hour: when each was last nagged, and when each resident last heard that we are late."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from handlers.speaking import quiet
from handlers.turn import Turn

APART = timedelta(hours=1)
NAGGED, SORRY = "nagged", "sorry"
"""What is counted apart: reminders, climbing cards and questions to members, desks and residents; apologies."""

MOST_CARDS = 6
"""New cards that ring one telephone within an hour: when the heating fails fifty come in a minute, all the same."""


def free_at(turn: Turn[Any], sort: str, person_id: str) -> datetime:
    """From when on (now, or later) the next of this sort may ring her."""
    said: str | None = turn.tx.notes.get(f"{sort}:{person_id}")
    return max(turn.now, datetime.fromisoformat(said) + APART) if said else turn.now


def begin_hour(turn: Turn[Any], sort: str, person_id: str) -> None:
    """She has just heard one."""
    turn.tx.notes.set(f"{sort}:{person_id}", turn.now.isoformat())


def few(turn: Turn[Any], sort: str, person_id: str, most: int) -> bool:
    """Whether so far she has had fewer than `most` of this sort within the hour; a yes counts one more."""
    name = f"{sort}:{person_id}"
    since, _, counted = (turn.tx.notes.get(name) or "").rpartition(" ")
    if not since or datetime.fromisoformat(since) + APART <= turn.now:
        since, counted = turn.now.isoformat(), "0"
    if int(counted) >= most:
        return False
    turn.tx.notes.set(name, f"{since} {int(counted) + 1}")
    return True


def may_nag(turn: Turn[Any], person_id: str) -> bool:
    """Whether what nags may ring her now; a yes begins her hour. At night, and within the hour, it comes silently."""
    if quiet(turn) or free_at(turn, NAGGED, person_id) > turn.now:
        return False
    begin_hour(turn, NAGGED, person_id)
    return True
