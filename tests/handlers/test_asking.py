"""A question to more people than go into one portion: it can be stopped, and goes on after a restart."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
import pytest_asyncio

from domain.listening.question import Question
from domain.mailing import Stage
from handlers import mailing
from handlers.listening.questions.asking import Asked, send_out
from handlers.listening.questions.end import end
from handlers.turn import Turn
from tests.handlers.crowd import PEOPLE, Desk, crowded_desk

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def desk() -> AsyncIterator[Desk]:
    async with crowded_desk() as desk:
        yield desk


async def asks(desk: Desk) -> Question:
    """The first portion is in the outbox."""

    def act(turn: Turn[Any]) -> Question:
        until = turn.today + timedelta(days=3)
        return send_out(turn, turn.tx.people.get("ma"), Asked("开到几点", ("六点", "九点"), "community", until))

    question: Question = await desk.does(act)
    await desk.beats()
    return question


async def test_stopped_it_reaches_nobody_else_and_what_waits_is_taken_back(desk: Desk) -> None:
    question = await asks(desk)
    assert await desk.stands(question.mailing_id) == (Stage.GOING, 20, 20)
    await desk.does(lambda turn: mailing.stop(turn, question.mailing_id, "ma"))
    await desk.beats(minutes=1)
    assert await desk.stands(question.mailing_id) == (Stage.STOPPED, 0, 0)


async def test_after_a_restart_it_goes_on_where_it_was_and_nobody_has_it_twice(desk: Desk) -> None:
    question = await asks(desk)
    await desk.does(mailing.plan)
    for _ in range(3):
        await desk.beats(seconds=2)
    assert await desk.stands(question.mailing_id) == (Stage.DONE, PEOPLE, PEOPLE)


async def test_ended_while_it_goes_out_it_goes_no_further(desk: Desk) -> None:
    question = await asks(desk)
    await desk.does(lambda turn: end(turn, turn.tx.questions.get(question.id), "ma"))
    await desk.beats(minutes=1)
    assert (await desk.stands(question.mailing_id))[0] is Stage.STOPPED
