"""Meetings from every seat: who keeps one, who calls one, and that a guest may answer and nothing else."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import pytest_asyncio

from domain.errors import NotAllowed
from domain.listening.meeting import Guest, Meeting, MeetingKind, MeetingState
from domain.listening.resolution import Becomes, Resolution
from domain.messages import Choice
from domain.open import OpenDialog
from domain.people.person import Person, Role
from domain.rights import AreaRight, Seat
from handlers.listening.meetings.calling import Called, call
from handlers.telling import keep, new_content, tell
from handlers.turn import Turn
from tests.rights.door import Arrange, Door, standing
from tests.rights.relations import SEATS, at, may_there

KEEP = (
    *(Choice("meet:e1", act) for act in ("see", "move", "cancel")),
    *(Choice("meet:e2", act) for act in ("see", "came", "minutes", "resolve", "read", "undo")),
    Choice("ls:", "meeting:e1"),
    Choice("task:r1", "done"),
)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def door() -> AsyncIterator[Door]:
    async with standing() as door:
        yield door


def seated(test: Callable[..., Awaitable[None]]) -> object:
    """The test runs from each seat."""
    return pytest.mark.asyncio(loop_scope="module")(pytest.mark.parametrize("seat", Seat)(test))


def are_called(turn: Turn[Any], matter_id: str) -> None:
    """马丽 has called one in the community; another is over, with something agreed."""
    place = new_content(turn, "meeting:e1", "meeting_place", "ma", text="活动室")
    keep(turn, place)
    to_come = Meeting(
        "e1", "community", MeetingKind.COUNCIL, "ma", place.id, turn.now + timedelta(days=2), turn.now
    )  # fmt: skip
    turn.tx.meetings.save(to_come)
    over = replace(to_come, id="e2", starts_at=turn.now - timedelta(days=2), state=MeetingState.HELD)
    turn.tx.meetings.save(over)
    tell(turn, over.subject, "MeetingHeld", by="ma")
    turn.tx.resolutions.save(Resolution("r1", "e2", place.id, Becomes.TASK, owner_id="ma", due_on=turn.today))


def is_invited(turn: Turn[Any], matter_id: str) -> None:
    turn.tx.guests.save(Guest("e1", "probe", told=0))


@seated
async def test_a_meeting_is_kept_by_whom_the_table_names_and_by_nobody_else(door: Door, seat: Seat) -> None:
    wrong = []
    for button in KEEP:
        answer = await door.tries([are_called, SEATS[seat]], button)
        if answer.refused is may_there(seat, AreaRight.KEEP_MEETINGS):
            wrong.append(f"{button}: {answer}")
    assert not wrong


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(
    ("button", "serves"),
    [("comes:0", True), ("see", True), ("move", False), ("came", False), ("read", False), ("k:r1:yes", False)],
)
async def test_a_guest_answers_and_does_nothing_else(door: Door, button: str, serves: bool) -> None:
    answer = await door.tries([are_called, at("g1", Role.MEMBER), is_invited], Choice("meet:e1", button))
    assert answer.refused is not serves
    stranger = await door.tries([are_called, at("g1", Role.MEMBER)], Choice("meet:e1", button))
    assert stranger.refused


def calls(kind: MeetingKind, area_id: str) -> Callable[[Turn[Any], Person], None]:
    def act(turn: Turn[Any], person: Person) -> None:
        called = Called(kind, area_id, "活动室", turn.now + timedelta(days=2), (), (), ("p:ma wang",))
        call(turn, person, OpenDialog(person.id, "meeting", ""), called)

    return act


async def is_let(door: Door, arrange: Arrange, act: Callable[[Turn[Any], Person], None]) -> bool:
    try:
        await door.runs([arrange], act)
    except NotAllowed:
        return False
    return True


@seated
async def test_any_kind_is_called_by_whom_the_table_names(door: Door, seat: Seat) -> None:
    may = may_there(seat, AreaRight.CALL_MEETINGS)
    for kind in (MeetingKind.COUNCIL, MeetingKind.BENCH):
        assert await is_let(door, SEATS[seat], calls(kind, "community")) is may


@pytest.mark.asyncio(loop_scope="module")
async def test_a_member_calls_the_small_bench_in_her_own_grid_alone(door: Door) -> None:
    member = at("g1", Role.MEMBER)
    assert await is_let(door, member, calls(MeetingKind.BENCH, "g1"))
    assert not await is_let(door, member, calls(MeetingKind.COUNCIL, "g1"))
    assert not await is_let(door, member, calls(MeetingKind.BENCH, "g2"))
