"""The row of the schedule that brings the next digest: one waits at a time, and each day's fires once, for ever."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from domain.digests.figures import Span, SpanKind
from domain.open import Due
from handlers.digests.ports import DigestsTransaction
from handlers.turn import Turn

DIGEST, HOUSE = "digest", "house"
MAKE_ALL = "digests"
"""The kind of work that finds out who is to get one."""
LAST = "digests:last"
"""The note that holds the day up to which digests have been sent."""
SET_BACK = "digests:set_back"
"""The note of when it was last seen that days to come had been called past: the clock had been ahead."""
UNTIL = "digests:until:"
"""Notes of the instants that the last ones counted up to, by kind of span."""


def plan(turn: Turn[DigestsTransaction]) -> None:
    """At every start: the waiting row follows the configuration; one that fell due meanwhile stays due.

    Where none were wanted before, what is past stays past.
    """
    rhythm = turn.house.digests
    turn.tx.schedule.cancel(HOUSE, (DIGEST,))
    last = _last(turn)
    day = rhythm.next_after(last)
    if day is None:
        turn.tx.notes.set(LAST, "")
        return
    turn.tx.notes.set(LAST, last.isoformat())
    slot = day.isoformat() + (turn.tx.notes.get(SET_BACK) or "")
    turn.tx.schedule.add(Due(DIGEST, HOUSE, slot, rhythm.at(day, turn.house.zone)))


def _last(turn: Turn[DigestsTransaction]) -> date:
    """A day whose hour has not come is none: days that a wrong clock ran through have their slots a second time."""
    passed = turn.today
    if turn.house.digests.at(passed, turn.house.zone) > turn.now:
        passed -= timedelta(days=1)
    noted = turn.tx.notes.get(LAST)
    if not noted:
        return passed
    last = date.fromisoformat(noted)
    if last <= turn.today:
        return last
    turn.tx.notes.set(SET_BACK, f"@{turn.now.isoformat()}")
    return passed


def due(turn: Turn[DigestsTransaction], rows: Sequence[Due]) -> None:
    """Nothing is counted here: that is work. Of several days missed there is one digest."""
    found = turn.house.digests.due(_last(turn), turn.now, turn.house.zone)
    if found is not None:
        day, span = found[0], _following(turn, found[1])
        turn.tx.notes.set(LAST, day.isoformat())
        turn.tx.work.add(MAKE_ALL, f"digest:{day}", {**span_args(span), "maybe_repeat": turn.maybe_repeat})
    plan(turn)


def _following(turn: Turn[DigestsTransaction], span: Span) -> Span:
    """From where the last one ended, though the hour was changed since: a day's after any, others after their like."""
    noted = turn.tx.notes.get(f"{UNTIL}{span.kind.value}")
    ended = datetime.fromisoformat(noted) if noted else span.from_at
    for kind in {span.kind, SpanKind.DAY}:
        turn.tx.notes.set(f"{UNTIL}{kind.value}", span.until_at.isoformat())
    return replace(span, from_at=ended) if abs(ended - span.from_at) < timedelta(days=1) else span


def span_args(span: Span) -> dict[str, object]:
    """As arguments of a piece of work."""
    return {"kind": span.kind.value, "from": span.from_at.isoformat(), "until": span.until_at.isoformat()}
