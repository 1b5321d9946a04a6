"""Every button of a matter, pressed out of every relation: it serves whom the table names and refuses all others."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any, cast

import pytest
import pytest_asyncio

from domain.messages import Choice
from domain.rights import Relation, Right
from handlers.matters.inbound import BUTTONS
from tests.rights.door import MATTER, Door, standing
from tests.rights.relations import PLACES, about_a_person

DETAILS = {"grade": "5", "grant": "0", "refuse": "0", "number": "yes", "photo": "yes", "kind": "water", "grid": "g2"}
"""What follows the act in the data of some buttons."""
ON_SCREENS = (("k:", "give"), ("k:", "see"), ("k:", "told"))


def placed(test: Callable[..., Awaitable[None]]) -> object:
    """The test runs out of each relation."""
    return pytest.mark.asyncio(loop_scope="module")(pytest.mark.parametrize("place", PLACES)(test))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def door() -> AsyncIterator[Door]:
    """One for all, since nothing that is tried stays."""
    async with standing() as door:
        yield door


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def waiting() -> AsyncIterator[Door]:
    async with standing(taken=False) as door:
        yield door


def buttons(door: Door) -> Iterator[tuple[Right, Choice]]:
    """All that cards, lists and the desk's screens have, but "accept", which only what waits has, and the way back
    from a split, which is of a matter that has been split."""
    nothing = cast(Any, None)
    for right, acts in BUTTONS.items():
        for act in acts(nothing, nothing, nothing, ""):
            if act not in ("accept", "one"):
                yield right, door.button("m", f"{act}:{DETAILS[act]}" if act in DETAILS else act)
    for prompt, act in ON_SCREENS:
        yield Right.DECIDE, door.button(prompt, f"{act}:{MATTER}")


@placed
async def test_a_button_serves_whom_the_table_names_and_refuses_all_others(door: Door, place: str) -> None:
    wrong = []
    for right, button in buttons(door):
        answer = await door.tries([PLACES[place].arrange], button)
        if answer.refused is PLACES[place].may(right):
            wrong.append(f"{right}: {button.value}: {answer}")
    assert not wrong


@placed
async def test_accepting_is_for_whom_the_table_lets_work_on_it(waiting: Door, place: str) -> None:
    answer = await waiting.tries([PLACES[place].arrange], waiting.button("m", "accept"))
    assert answer.hears("接了") is PLACES[place].may(Right.WORK)
    assert answer.refused is not PLACES[place].may(Right.WORK)


@placed
async def test_a_card_opens_for_whom_the_table_lets_see_it_and_for_the_resident_as_her_own(
    door: Door, place: str
) -> None:
    answer = await door.tries([PLACES[place].arrange], Choice("m:", f"open:{door.matter_id}"))
    assert answer.refused is not (PLACES[place].may(Right.SEE) or PLACES[place].may(Right.FOLLOW))
    assert answer.hears("路灯") is not answer.refused


@placed
async def test_a_reply_is_passed_on_for_whom_the_table_lets_speak_with_the_resident(door: Door, place: str) -> None:
    answer = await door.tries([PLACES[place].arrange], *door.reply("明天上午来看"))
    passed = PLACES[place].may(Right.SPEAK) or PLACES[place].may(Right.FOLLOW)
    assert answer.hears("这件事不在您手上") is not passed


@placed
async def test_colleagues_are_called_by_whom_the_table_lets(door: Door, place: str) -> None:
    answer = await door.tries([PLACES[place].arrange], door.button("m", "help"))
    assert answer.hears("搭把手") is PLACES[place].may(Right.CALL)


@placed
async def test_what_is_said_of_a_person_is_read_by_whom_the_table_lets(door: Door, place: str) -> None:
    answer = await door.tries([PLACES[place].arrange, about_a_person], Choice("m:", f"open:{door.matter_id}"))
    assert answer.hears("路灯坏了") is PLACES[place].may(Right.READ)


def test_every_relation_and_every_right_is_tried() -> None:
    assert {relation for place in PLACES.values() for relation in place.stands} == {*Relation}
    tried = {*BUTTONS, Right.SEE, Right.SPEAK, Right.CALL, Right.READ}
    assert tried == {*Right}
