"""What the clock does late, because nobody was here when it was due, is marked so, and says by how much.

So is what it may have done before, in a time of which a database that was put back from a backup knows nothing.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.phrases import Phrase, phrase

LATE_AFTER = timedelta(minutes=5)
"""In a crowd the clock is a little behind; nobody wants to read that."""
RESTORED_AT = "bench:restored_at"
"""The note of when a backup was put back last."""
FACT = "late_by"
"""The fact of an event that happened so many minutes late."""
_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def late_by(due_at: datetime, now: datetime) -> int:
    """Whole minutes; 0 while it is not worth a word."""
    late = now - due_at
    return late // _MINUTE if late > LATE_AFTER else 0


def may_repeat(due_at: datetime, restored_at: str | None) -> bool:
    """Whether something that was due then may have been done already, by what `RESTORED_AT` says."""
    return restored_at is not None and due_at < datetime.fromisoformat(restored_at)


def late_words(minutes: int) -> Phrase:
    """By how much, in the unit in which one says it."""
    late = timedelta(minutes=minutes)
    if late >= 2 * _DAY:
        return phrase("late.days", n=round(late / _DAY))
    if late >= 2 * _HOUR:
        return phrase("late.hours", n=round(late / _HOUR))
    return phrase("late.minutes", n=minutes)
