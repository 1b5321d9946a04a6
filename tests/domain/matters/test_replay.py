"""How a matter stands is what its events say, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.areas import Spot
from domain.events import Event
from domain.matters.matter import TRANSITIONS, Act, Cause, Level, Matter, State, Tier, Word
from domain.matters.replay import replay, strays

MONDAY = datetime(2026, 11, 23, 2, tzinfo=UTC)
LATER = MONDAY + timedelta(hours=1)


def happened(type: str, by: str = "", **facts: str | int | bool) -> Event:
    return Event("matter:m", type, LATER, by, facts)


FILED = happened("MatterFiled", "li", kind="lighting", tier="ordinary", grid="g1", owner="wang", level="grid")
ACCEPTED = happened("MatterAccepted", "wang", level="grid")
CLOSED = happened("MatterClosed", "wang", cause="solved")
REPORTED, AGREED = happened("MatterReported", "wang"), happened("ResidentAgreed", "li")
WANG_HAS_IT = Matter(
    "m", MONDAY.date(), 1, "li", "lighting", Tier.ORDINARY, Spot("g1", "3号楼"), "路灯坏了", State.TAKEN, "wang",
    Level.GRID, MONDAY, MONDAY, MONDAY, MONDAY, MONDAY, MONDAY,
)  # fmt: skip


def test_taken_it_is_hers_who_took_it() -> None:
    assert strays(WANG_HAS_IT, [FILED, ACCEPTED]) == []


def test_a_column_that_no_event_has_set_is_named() -> None:
    touched = replace(WANG_HAS_IT, owner_id="zhao", kind="water")
    assert strays(touched, [FILED, ACCEPTED]) == ["kind: water, not lighting", "owner_id: zhao, not wang"]


def test_an_event_that_is_missing_shows() -> None:
    ended = replace(
        WANG_HAS_IT, state=State.ENDED, cause=Cause.SOLVED, word=Word.SOLVED, ended_at=LATER
    )  # fmt: skip
    assert strays(ended, [FILED, ACCEPTED, CLOSED, REPORTED, AGREED]) == []
    assert strays(ended, [FILED, ACCEPTED, CLOSED, REPORTED]) != []


def test_opened_again_it_has_no_end_and_the_event_that_follows_says_whose_it_is() -> None:
    again = happened("MatterReopened", "li", times=1)
    given = happened("MatterAssigned", "li", owner="zhao", level="community", grid="g1")
    stands = replay([FILED, ACCEPTED, CLOSED, REPORTED, again, given])
    assert (stands.state, stands.owner_id, stands.level) == (State.WAITING, "zhao", Level.COMMUNITY)
    assert (stands.cause, stands.word, stands.reopened) == (None, Word.NOT_SOLVED, 1)


def test_while_it_waits_with_another_it_is_in_that_ones_hands() -> None:
    joined = happened("MatterJoined", lead="other", owner="zhao", level="grid")
    waits = replace(WANG_HAS_IT, lead_id="other", owner_id="whoever has that one now")
    assert strays(waits, [FILED, joined]) == []


@pytest.mark.parametrize("history", [[], [ACCEPTED]])
def test_a_matter_begins_with_being_filed(history: list[Event]) -> None:
    with pytest.raises(ValueError, match="a matter"):
        replay(history)


def test_every_state_can_be_reached_by_events() -> None:
    lives = [[FILED], [FILED, ACCEPTED], [FILED, CLOSED], [FILED, CLOSED, REPORTED], [FILED, CLOSED, REPORTED, AGREED]]
    assert {replay(events).state for events in lives} == set(State)


def test_an_act_of_the_table_leads_where_its_event_leads() -> None:
    events = {
        Act.ACCEPT: ACCEPTED, Act.CLOSE: CLOSED, Act.ANNOUNCE: REPORTED, Act.AGREE: AGREED,
        Act.ASSIGN: happened("MatterAssigned", owner="zhao", level="grid", grid="g1"),
        Act.UNDO: happened("ClosingUndone", "wang"), Act.LAPSE: happened("MatterLapsed"),
        Act.WITHDRAW: happened("MatterWithdrawn", "li"), Act.DISAGREE: happened("MatterReopened", "li", times=1),
        Act.TAKE_UP: happened("MatterTakenUp", "li"), Act.CRY: happened("CriedAgain", "li"),
    }  # fmt: skip
    for (_, act), state in TRANSITIONS.items():
        assert replay([FILED, events[act]]).state is state
