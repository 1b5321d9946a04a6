"""The clocks of a matter as rows of the schedule: what its present state asks for, and which rows are still meant."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from domain.events import Event
from domain.matters.life import life
from domain.matters.matter import Matter, State
from domain.open import Due
from handlers.matters.ports import MattersTransaction
from handlers.turn import Turn

UNDO_FOR = timedelta(minutes=2)
ASK_AGAIN_AFTER = timedelta(hours=24)
LAPSE_AFTER = timedelta(hours=72)
DAILY = "daily"
PROGRESS = "ProgressReported"
HALF_TIME = ("half", "plain")
"""Slots of domain.clocks.Reminder."""
KINDS = ("remind", "ladder", "announce", "ask_again", "lapse", "resume")


def reckoned(turn: Turn[MattersTransaction], matter: Matter, type: str, **facts: str | int | bool) -> Matter:
    """The matter with the clocks that an event of this type, about to be told with these facts, leaves it.

    What waits for the end of something else goes by that.
    """
    event = Event(matter.subject, type, turn.now, facts=facts)
    told = life([*turn.tx.events.of(matter.subject), event], turn.house.clocks)
    return matter if told.joined else told.on(matter)


def replan(turn: Turn[MattersTransaction], matter: Matter, start: datetime | None = None) -> None:
    """Replaces what has not fired yet by what the matter's present state asks for.

    `start`: when its present clock began (default now).
    """
    turn.tx.schedule.cancel(matter.subject, KINDS)
    if matter.joined:  # the trouble whose end it waits for has clocks of its own
        return
    clocks, start = turn.house.clocks, start or turn.now
    if matter.paused_until is not None:
        turn.tx.schedule.add(Due("resume", matter.subject, matter.paused_until.isoformat(), matter.paused_until))
        return
    match matter.state:
        case State.WAITING:
            _remind(turn, matter, "contact", start, matter.contact_due_at)
            rung = clocks.rung_due(start, matter.tier, matter.level)
            plan(turn, matter, "ladder", min(rung, matter.contact_due_at))
        case State.TAKEN:
            _remind(turn, matter, "progress", start, matter.progress_due_at, late_only=_has_spoken(turn, matter))
            _remind(turn, matter, "result", matter.sent_at, matter.result_due_at)
            if matter.result_due_at <= turn.now:  # a word of progress is no result
                again_tomorrow(turn, matter, "result", matter.result_due_at)
        case State.CLOSING:
            plan(turn, matter, "announce", turn.now + UNDO_FOR)
        case State.REPORTED:
            plan(turn, matter, "ask_again", clocks.next_awake(turn.now + ASK_AGAIN_AFTER))
            plan(turn, matter, "lapse", turn.now + LAPSE_AFTER)


def plan(turn: Turn[Any], matter: Matter, kind: str, at: datetime) -> None:
    """One row for this turn of the matter."""
    turn.tx.schedule.add(Due(kind, matter.subject, str(matter.turn), at))


def meant(matter: Matter, row: Due) -> bool:
    """Whether a row of `plan` belongs to the turn that the matter is in now."""
    return row.slot == str(matter.turn)


def matter_of(turn: Turn[MattersTransaction], subject: str) -> Matter:
    return turn.tx.matters.get(subject.partition(":")[2])


# ---- the three clocks ----------------------------------------------------------------------------------------------


def due_of(matter: Matter, clock: str) -> datetime | None:
    """When "contact", "progress" or "result" runs out; None when that clock is not running."""
    if matter.paused:
        return None
    match clock, matter.state:
        case "contact", State.WAITING:
            return matter.contact_due_at
        case "progress", State.TAKEN:
            return matter.progress_due_at
        case "result", State.TAKEN:
            return matter.result_due_at
    return None


def remind_slot(clock: str, which: str, due_at: datetime) -> str:
    """A reminder's slot names the instant it speaks of, so that one of a clock set anew since is known to be void."""
    return f"{clock}:{which}:{due_at.isoformat()}"


def again_tomorrow(turn: Turn[Any], matter: Matter, clock: str, due_at: datetime) -> None:
    """What is late is brought up again at the daily hour."""
    tomorrow = turn.house.clocks.next_daily(turn.now)
    slot = remind_slot(clock, f"{DAILY}-{tomorrow:%Y%m%d}", due_at)
    turn.tx.schedule.add(Due("remind", matter.subject, slot, tomorrow))


def _has_spoken(turn: Turn[MattersTransaction], matter: Matter) -> bool:
    """Whether she has told the resident how it goes since she took it: then she knows that the next word is due too."""
    newest = [event.type for event in turn.tx.events.of(matter.subject) if event.type in ("MatterAccepted", PROGRESS)]
    return newest[-1:] == [PROGRESS]


def _remind(
    turn: Turn[Any], matter: Matter, clock: str, start: datetime, due_at: datetime, *, late_only: bool = False
) -> None:
    """`late_only`: nothing at half-time, only shortly before and when it is over."""
    for reminder in turn.house.clocks.reminder_instants(start, due_at, matter.tier, working=clock != "contact"):
        if reminder.at >= turn.now and not (late_only and reminder.slot in HALF_TIME):
            slot = remind_slot(clock, reminder.slot, due_at)
            turn.tx.schedule.add(Due("remind", matter.subject, slot, reminder.at))
