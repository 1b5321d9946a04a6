"""A clock's whole life, by property: what holds after whatever may happen to a matter."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.clocks import Clocks
from domain.events import Event
from domain.matters.deadlines import Deadlines
from domain.matters.life import life
from domain.matters.matter import State, Tier

CLOCKS = Clocks()
AUTOMATIC = ("MatterReminded", "ResidentNudged", "WordAdded", "NoteWritten", "DutyPassed", "ResidentAskedAgain")
MAY_HAPPEN: dict[State, tuple[str, ...]] = {
    State.WAITING: ("MatterAssigned", "MatterAccepted", "MatterUnanswered", "MatterRaised", "MatterRelaxed", "KindSet"),
    State.TAKEN: (
        "ProgressReported", "ProgressReported", "MatterAssigned", "MatterPaused", "MatterPaused", "MatterResumed",
        "ExtensionAsked", "ExtensionGranted", "ExtensionRefused", "MatterRaised", "MatterRelaxed", "MatterOverdue",
        "MatterClosed",
    ),
    State.CLOSING: ("ClosingUndone", "MatterReported"),
    State.REPORTED: ("MatterReopened",),
    State.ENDED: ("MatterAssigned",),
}  # fmt: skip
"""What the house lets happen, by how it stands; "ended" here is opened again, which a new owner follows at once."""


def event(type: str, at: datetime, **facts: str) -> Event:
    return Event("matter:m", type, at, facts=facts)


@st.composite
def lives(draw: st.DrawFn) -> list[Event]:
    """A history that could have been: minutes to days between one event and the next."""
    at = draw(st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)))
    tier = draw(st.sampled_from(list(Tier)))
    history = [event("MatterFiled", at, sent_at=at.isoformat(), tier=tier.value, kind="lighting")]
    for _ in range(draw(st.integers(0, 12))):
        now = life(history, CLOCKS)
        at += timedelta(minutes=draw(st.sampled_from((1, 20, 90, 600, 1500, 6000))))
        type = draw(st.sampled_from((*MAY_HAPPEN[now.state], *AUTOMATIC)))
        if type == "MatterResumed" and now.paused is None:
            continue
        facts = {}
        if type in ("MatterRaised", "MatterRelaxed"):
            facts = {"tier": draw(st.sampled_from(list(Tier))).value}
        elif type in ("MatterPaused", "ExtensionAsked", "ExtensionGranted"):
            facts = {"until": (at + timedelta(hours=draw(st.integers(1, 200)))).isoformat(), "why": "parts"}
        elif type == "KindSet":
            facts = {"kind": "water"}
        history.append(event(type, at, **facts))
    return history


def taken(history: list[Event]) -> list[Event]:
    """The same, in somebody's hands and going on."""
    now, at = life(history, CLOCKS), history[-1].at
    if now.state is not State.TAKEN:
        return [*history, event("MatterAssigned", at), event("MatterAccepted", at)]
    return [*history, event("MatterResumed", at)] if now.paused else history


def running(deadlines: Deadlines) -> tuple[datetime, datetime]:
    return deadlines.progress_due_at, deadlines.result_due_at


bounded = settings(max_examples=150, deadline=None, derandomize=True)


@bounded
@given(lives())
def test_no_event_sets_a_deadline_that_has_passed(history: list[Event]) -> None:
    before, now = life(history[:-1] or history, CLOCKS), life(history, CLOCKS)
    for name in ("contact_due_at", "progress_due_at", "result_due_at"):
        due = getattr(now, name)
        assert due == getattr(before, name) or due >= history[-1].at


@bounded
@given(lives())
def test_it_is_always_promised_when_something_happens_next(history: list[Event]) -> None:
    now, at = life(history, CLOCKS), history[-1].at
    if history[-1].type in ("MatterAssigned", "MatterAccepted", "MatterPaused", "MatterResumed", "MatterOverdue"):
        assert now.promise_at > at


@bounded
@given(lives(), st.sampled_from(AUTOMATIC), st.integers(0, 9000))
def test_what_is_automatic_moves_nothing(history: list[Event], type: str, minutes: int) -> None:
    later = event(type, history[-1].at + timedelta(minutes=minutes))
    assert life([*history, later], CLOCKS) == life(history, CLOCKS)


@bounded
@given(lives())
def test_a_pause_of_no_time_moves_no_clock(history: list[Event]) -> None:
    history = taken(history)
    at = history[-1].at
    paused = event("MatterPaused", at, until=(at + timedelta(days=1)).isoformat(), why="parts")
    assert running(life([*history, paused, event("MatterResumed", at)], CLOCKS)) == running(life(history, CLOCKS))


@bounded
@given(lives(), st.integers(1, 9000), st.integers(1, 9000))
def test_pausing_twice_in_a_row_is_pausing_once_for_longer(history: list[Event], first: int, second: int) -> None:
    history = taken(history)
    at = history[-1].at
    then, end = at + timedelta(minutes=first), at + timedelta(minutes=first + second)
    pause, again = event("MatterPaused", at, until=end.isoformat(), why="parts"), event("MatterResumed", end)
    between = event("MatterPaused", then, until=end.isoformat(), why="weather")
    assert running(life([*history, pause, between, again], CLOCKS)) == running(life([*history, pause, again], CLOCKS))


@bounded
@given(lives(), st.integers(1, 9000))
def test_a_pause_takes_no_working_time_away(history: list[Event], minutes: int) -> None:
    history = taken(history)
    at, now = history[-1].at, life(history, CLOCKS)
    end = at + timedelta(minutes=minutes)
    pause = event("MatterPaused", at, until=end.isoformat(), why="parts")
    then = life([*history, pause, event("MatterResumed", end)], CLOCKS)
    left = [CLOCKS.working_between(at, due, now.tier) for due in running(now)]
    assert [CLOCKS.working_between(end, due, now.tier) for due in running(then)] == left


@bounded
@given(lives())
def test_deadlines_that_the_events_hold_say_the_same_as_reckoned_ones(history: list[Event]) -> None:
    told: list[Event] = []
    for each in history:
        now = life([*told, each], CLOCKS)
        names = ("contact", "progress", "result")
        due = {f"{name}_due": getattr(now, f"{name}_due_at").isoformat() for name in names}
        told.append(replace(each, facts={**each.facts, **due, "promise": now.promise_at.isoformat()}))
    assert life(told, CLOCKS) == life(history, CLOCKS) == life(told, CLOCKS, anew=True)


@bounded
@given(lives(), st.sampled_from(list(Tier)))
def test_raised_by_mistake_and_put_back_nobody_has_less_time(history: list[Event], other: Tier) -> None:
    never_before = [
        e for e in history if e.type not in ("MatterRaised", "MatterRelaxed", "ExtensionGranted", "KindSet")
    ]
    history = taken(never_before)
    at, now = history[-1].at, life(history, CLOCKS)
    there, back = event("MatterRaised", at, tier=other.value), event("MatterRelaxed", at, tier=now.tier.value)
    then = life([*history, there, back], CLOCKS)
    assert all(due >= before or before <= at for before, due in zip(running(now), running(then), strict=True))
