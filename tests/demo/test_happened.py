"""What the stage tells of events: its lines ask only for what an event can say."""

from __future__ import annotations

from string import Formatter

import pytest

from bot.demo.happened import OF_A_MATTER, told_of
from bot.demo.next_thing import OF_A_MATTER as COMING
from domain.events import Event
from handlers.turn import Turn
from tests.handlers.record import NOW, house, in_the_world

SAID = {"no", "what", "owner", "resident", "by", "to"}
BY_NOBODY = ("MatterResumed", "ExtensionGranted", "MatterAssigned late", "MatterWatched", "MatterOverdue")
"""What the clock may do by itself."""


@pytest.mark.parametrize("key", [*OF_A_MATTER, *COMING])
def test_a_line_asks_only_for_what_can_be_said_in_both_languages(key: str) -> None:
    for text in OF_A_MATTER.get(key) or COMING[key]:
        assert {field for _, field, _, _ in Formatter().parse(text) if field} <= SAID


@pytest.mark.parametrize("key", BY_NOBODY)
def test_what_the_clock_does_is_done_by_nobody(key: str) -> None:
    assert "{by}" not in "".join(OF_A_MATTER[key])


@pytest.mark.asyncio
async def test_of_what_follows_behind_the_stage_nothing_is_said() -> None:
    ended = Event("mailing:e1", "MailingEnded", NOW, "li", {"stage": "done"})
    assert await in_the_world(lambda tx: told_of(Turn(tx, house()), tx, ended)) is None
