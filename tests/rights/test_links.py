"""What somebody guesses or finds: links, ids in buttons and others' questions grant nothing and tell nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
import pytest_asyncio

from domain.messages import Choice, Join
from handlers.dialogs import begin
from handlers.matters.giving import GIVE
from handlers.people.invitations import BITS, PREFIX
from handlers.turn import Turn
from tests.rights.door import MATTER, Door, standing

pytestmark = pytest.mark.asyncio(loop_scope="module")
OURS = ("路灯", "赵奶奶", "王芳", "马丽")
"""What a stranger does not read."""
SCENES = (MATTER, f"matter:{MATTER}", f"m:{MATTER}", "wang", "person:wang", "g1", "community", "d1", "t1")
CODES = (PREFIX + "0" * (BITS // 4), PREFIX + "f" * (BITS // 4), PREFIX + "z" * (BITS // 4), PREFIX)
BUTTONS = (
    ("m:", "open:wang"), ("m:wang", "accept"), ("m:", "back:wang"), ("k:", f"see:{MATTER}"), ("k:", "see:wang"),
    ("t:", f"show:{MATTER}"), ("dg:wang", "table"), ("dg:", "span:today"), ("ro:", "p:wang"), ("ro:", f"a:{MATTER}:0"),
    ("inv:wang", "grant:probe"), ("inv:ma", "grant:probe"), ("inv:nobody", "ask"), ("lang:", "xx"), ("d:wang", "fine"),
    (f"found:{MATTER}", "keep"), ("found:wang", "keep"),
)  # fmt: skip


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def door() -> AsyncIterator[Door]:
    async with standing() as door:
        yield door


@pytest.mark.parametrize("scene", [*SCENES, *CODES])
async def test_a_link_that_nobody_gave_her_opens_nothing(door: Door, scene: str) -> None:
    answer = await door.tries([], Join(scene.replace(MATTER, door.matter_id)))
    assert not [words for words in OURS if answer.hears(words)]


@pytest.mark.parametrize(("prompt", "value"), BUTTONS)
async def test_a_button_made_up_of_what_she_has_heard_opens_nothing(door: Door, prompt: str, value: str) -> None:
    answer = await door.tries([], Choice(prompt.replace(MATTER, door.matter_id), value.replace(MATTER, door.matter_id)))
    assert not [words for words in OURS if answer.hears(words)]


async def test_anothers_question_is_not_hers_to_answer(door: Door) -> None:
    def asks_the_desk(turn: Turn[Any], matter_id: str) -> None:
        begin(turn, turn.tx.people.get("ma"), GIVE, subject=matter_id)
        turn.tx.dialogs.save(replace(turn.tx.dialogs.front("ma"), prompt="?0123456789"))

    answer = await door.tries([asks_the_desk], Choice("?0123456789", "0"))
    assert answer.hears("过时")
    assert not [words for words in OURS if answer.hears(words)]
