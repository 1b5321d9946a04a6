"""A notice to more people than go into one portion: it goes on after a restart, to whoever wants it then."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
import pytest_asyncio

from domain.explaining.notice import Delivery, Notice, NoticeDraft, NoticeKind
from domain.explaining.topics import ALL, Topic
from domain.mailing import Stage
from handlers import mailing
from handlers.explaining.notices.sending import send_out
from handlers.explaining.notices.withdrawing import void
from handlers.explaining.topics.choosing import choose
from handlers.turn import Turn
from tests.handlers.crowd import PEOPLE, Desk, crowded_desk

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def desk() -> AsyncIterator[Desk]:
    async with crowded_desk() as desk:
        yield desk


async def tells(desk: Desk, *, danger: bool = False) -> Notice:
    """The first portion is in the outbox."""

    def act(turn: Turn[Any]) -> Notice:
        until = turn.today + timedelta(days=3)
        draft = NoticeDraft(NoticeKind.POLICY, "量血压", "community", until, topics=(Topic.ELDERS,), danger=danger)
        return send_out(turn, turn.tx.people.get("ma"), draft)

    notice: Notice = await desk.does(act)
    await desk.beats()
    return notice


async def test_after_a_restart_it_goes_on_and_who_has_switched_it_off_meanwhile_gets_none(desk: Desk) -> None:
    notice = await tells(desk)
    assert await desk.stands(notice.mailing_id) == (Stage.GOING, 20, 20)
    await desk.does(lambda turn: turn.tx.topics.choose("r040", (Topic.ELDERS,)))
    await desk.does(mailing.plan)
    for _ in range(3):
        await desk.beats(seconds=2)
    assert await desk.stands(notice.mailing_id) == (Stage.DONE, PEOPLE - 1, PEOPLE - 1)
    delivery = await desk.does(lambda turn: turn.tx.notices.delivery(notice.mailing_id))
    assert delivery == Delivery(on_the_way=PEOPLE - 1)


async def test_withdrawn_it_goes_no_further_and_only_who_has_it_reads_that(desk: Desk) -> None:
    notice = await tells(desk)
    await desk.does(lambda turn: [turn.tx.outbox.sent(each.id, "7") for each in turn.tx.outbox.claim(turn.now, 5)])
    await desk.does(lambda turn: void(turn, notice, "ma"))
    for _ in range(4):
        await desk.beats(seconds=2)
    assert (await desk.stands(notice.mailing_id))[0] is Stage.STOPPED
    waiting = await desk.does(
        lambda turn: turn.tx.statements.all("SELECT op FROM outbox WHERE state = 'queued' AND urgency = 3")
    )
    assert [row["op"] for row in waiting] == ["update"] * 5


async def test_what_waits_for_her_stays_here_once_she_has_switched_it_off_and_danger_does_not(desk: Desk) -> None:
    notice = await tells(desk)
    danger = await tells(desk, danger=True)
    assert await desk.stands(danger.mailing_id) == (Stage.GOING, 20, 20)
    await desk.does(lambda turn: choose(turn, turn.tx.people.get("r003"), (ALL,)))
    assert await desk.stands(notice.mailing_id) == (Stage.GOING, 39, 39)
    assert await desk.stands(danger.mailing_id) == (Stage.GOING, 20, 20)
    delivery = await desk.does(lambda turn: turn.tx.notices.delivery(notice.mailing_id))
    assert delivery == Delivery(on_the_way=39, unwanted=1)


async def test_withdrawn_when_its_last_portion_waits_still_that_never_leaves(desk: Desk) -> None:
    notice = await tells(desk)
    for _ in range(3):
        await desk.beats(seconds=2)
    assert (await desk.stands(notice.mailing_id))[0] is Stage.DONE
    await desk.does(lambda turn: void(turn, notice, "ma"))
    assert await desk.stands(notice.mailing_id) == (Stage.DONE, 0, 0)
