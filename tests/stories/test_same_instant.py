"""Two transactions on PostgreSQL that are under way at the same time and want the same thing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from functools import partial
from pathlib import Path
from threading import Barrier

import pytest
import pytest_asyncio

from domain.messages import Reply
from handlers.matters.accepting import accept
from storage.transaction import Transaction
from tests.stories.house import Play, raised

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def play(tmp_path: Path, postgres_url: str) -> AsyncIterator[Play]:
    async with raised(tmp_path, database_url=postgres_url) as play:
        yield play


def together(*acts: Callable[[Transaction], Reply | None]) -> list[Callable[[Transaction], Reply | None]]:
    """None of them begins before all transactions have begun; run again, each goes alone."""
    all_begun, begun = Barrier(len(acts)), set[int]()

    def waiting(n: int, tx: Transaction) -> Reply | None:
        tx.statements.one("SELECT 1 AS begun")
        if n not in begun:
            begun.add(n)
            all_begun.wait(timeout=60)
        return acts[n](tx)

    return [partial(waiting, n) for n in range(len(acts))]


async def test_of_two_members_who_take_a_matter_one_has_it_and_the_other_is_told_who(play: Play) -> None:
    wang, chen, zhao = await play.member("wang"), await play.member("chen"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await play.passes(hours=1)
    [matter] = await play.database.read("matters", lambda tx: tx.matters.in_hand())

    def takes(person_id: str) -> Callable[[Transaction], Reply | None]:
        return lambda tx: accept(play.bench.turn(tx), tx.people.get(person_id), tx.matters.get(matter.id))

    acts = together(takes("wang"), takes("chen"))
    replies = await asyncio.gather(*(play.database.transact("turn", act) for act in acts))
    said = [reply.text for reply in replies if reply is not None]
    play.bench.wake()
    await play.settled()
    events = await play.database.read("events", lambda tx: tx.events.of(matter.subject))
    [taken] = [event for event in events if event.type == "MatterAccepted"]
    winner, other = ("王芳", chen) if taken.by == "wang" else ("陈亮", wang)
    assert sorted(words.startswith("接了") for words in said) == [False, True]
    assert f"{winner}刚接了，您不用管了，谢谢。" in said
    assert not other.finds("1123-01", f"现在在{winner}手上").buttons
    assert sum("接了这件事" in message.text for message in zhao.inbox) == 1
    assert zhao.hears(f"{winner}接了这件事")
