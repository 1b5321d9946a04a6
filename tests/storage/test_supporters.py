"""Matters that several households share, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from domain.errors import NotFound
from domain.matters.matter import Level, State, Tier
from storage.transaction import Transaction
from tests.storage.support import NOON, Run, matter, settle

pytestmark = pytest.mark.asyncio


def world(tx: Transaction, **lead: Any) -> None:
    """A lamp of 李's, with which 赵 and 孙 wait."""
    settle(tx, "li", "zhao", "sun", "wang", "chen")
    tx.matters.add(matter("lamp", kind="lighting", **lead))
    for n, who in enumerate(("zhao", "sun"), start=2):
        filed = NOON + timedelta(hours=n)
        waits = matter(who, seq=n, reporter_id=who, kind="lighting", state=State.TAKEN, lead_id="lamp", filed_at=filed)
        tx.matters.add(waits)
        tx.supporters.join("lamp", who, 3)


async def test_they_wait_in_the_order_in_which_they_were_filed(run: Run) -> None:
    await run(world)
    assert [m.id for m in await run(lambda tx: tx.supporters.of("lamp"))] == ["zhao", "sun"]
    assert await run(lambda tx: tx.supporters.waiting("lamp")) == 2


async def test_whoever_has_the_lead_has_them_all_and_the_promise_is_one(run: Run) -> None:
    await run(world)
    later = NOON + timedelta(days=1)
    await run(lambda tx: tx.matters.save(matter("lamp", owner_id="chen", level=Level.COMMUNITY, promise_at=later)))
    found = await run(lambda tx: tx.matters.get("zhao"))
    assert (found.owner_id, found.level, found.promise_at) == ("chen", Level.COMMUNITY, later)


async def test_a_number_that_was_for_one_owner_is_not_the_next_ones(run: Run) -> None:
    await run(world)
    await run(lambda tx: tx.matters.save(replace(tx.matters.get("zhao"), show_phone=True)))
    await run(lambda tx: tx.matters.save(matter("lamp", promise_at=NOON + timedelta(days=1))))
    assert (await run(lambda tx: tx.matters.get("zhao"))).show_phone
    await run(lambda tx: tx.matters.save(matter("lamp", owner_id="chen")))
    assert not (await run(lambda tx: tx.matters.get("zhao"))).show_phone


async def test_what_has_been_told_its_end_follows_no_more(run: Run) -> None:
    await run(world)
    reported = matter("zhao", seq=2, reporter_id="zhao", kind="lighting", state=State.REPORTED, lead_id="lamp")
    await run(lambda tx: tx.matters.save(reported))
    await run(lambda tx: tx.matters.save(matter("lamp", owner_id="chen")))
    assert (await run(lambda tx: tx.matters.get("zhao"))).owner_id == "wang"
    assert await run(lambda tx: tx.supporters.waiting("lamp")) == 1


async def test_they_stand_on_nobodys_list_of_work(run: Run) -> None:
    await run(world)
    assert [m.id for m in await run(lambda tx: tx.matters.of_owner("wang"))] == ["lamp"]
    assert await run(lambda tx: tx.choosing.loads(["wang"])) == {"wang": 1}


async def test_each_is_told_once_a_few_at_a_time(run: Run) -> None:
    await run(world)
    assert await run(lambda tx: tx.supporters.next_untold("lamp", 5, 1)) == [("sun", 3)]
    assert await run(lambda tx: tx.supporters.next_untold("lamp", 5, 5)) == [("zhao", 3)]
    assert await run(lambda tx: tx.supporters.next_untold("lamp", 5, 5)) == []
    assert len(await run(lambda tx: tx.supporters.next_untold("lamp", 6, 5))) == 2


async def test_all_but_the_heir_wait_with_the_heir(run: Run) -> None:
    await run(world)
    await run(lambda tx: tx.supporters.hand_over("lamp", "zhao", 7))
    assert [m.id for m in await run(lambda tx: tx.supporters.of("zhao"))] == ["sun"]
    assert await run(lambda tx: tx.supporters.next_untold("zhao", 7, 5)) == []
    assert await run(lambda tx: tx.supporters.next_untold("zhao", 8, 5)) == [("sun", 7)]


async def alike(run: Run, not_of: str = "zhao") -> list[str]:
    since = NOON - timedelta(days=1)
    return [m.id for m in await run(lambda tx: tx.supporters.alike("lighting", "grid-7", since, not_of, 9))]


async def test_the_lead_alone_can_be_joined_and_not_by_its_own_resident(run: Run) -> None:
    await run(world)
    assert await alike(run) == ["lamp"]
    assert await alike(run, "li") == []


@pytest.mark.parametrize(
    "lead",
    [{"anonymous": True}, {"tier": Tier.DANGER}, {"state": State.REPORTED}, {"filed_at": NOON - timedelta(days=2)}],
)
async def test_what_is_nameless_dangerous_over_or_long_ago_cannot(run: Run, lead: dict[str, Any]) -> None:
    await run(lambda tx: world(tx, **lead))
    assert await alike(run) == []


async def test_the_photograph_is_shown_when_that_was_saved(run: Run) -> None:
    await run(lambda tx: world(tx, photo_shown=True))
    assert (await run(lambda tx: tx.supporters.lead("lamp"))).photo_shown


@pytest.mark.asyncio
async def test_what_was_never_filed_leads_nobody(run: Run) -> None:
    with pytest.raises(NotFound):
        await run(lambda tx: tx.supporters.lead("nothing"))
