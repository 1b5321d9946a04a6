"""Known troubles and what waits with them, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from domain.areas import Area, AreaKind, Spot
from domain.errors import NotFound
from domain.events import Content
from domain.matters.matter import State, Tier
from domain.matters.trouble import Stage, Step, Trouble
from storage.transaction import Transaction
from tests.storage.support import NOON, Run, matter, settle

pytestmark = pytest.mark.asyncio

LEAK = Trouble("leak", "water", "community", "ma", "words", NOON, NOON + timedelta(hours=6))


def world(tx: Transaction) -> None:
    settle(tx, "ma", "wang", "li")
    tx.areas.replace(
        [
            Area("community", AreaKind.COMMUNITY, "", "桃源社区"),
            Area("grid-7", AreaKind.GRID, "community", "七网格"),
            Area("grid-8", AreaKind.GRID, "", "八网格"),
        ],
        [],
    )
    tx.contents.add(Content("words", LEAK.subject, "trouble", "ma", NOON, "水管爆了"))
    tx.troubles.save(LEAK)


def leaks(tx: Transaction, *ids: str, **more: Any) -> None:
    for n, id in enumerate(ids):
        tx.matters.add(matter(id, **{"seq": n + 1, "kind": "water", "tier": Tier.UTILITY, **more}))


def wait(tx: Transaction, *ids: str) -> None:
    leaks(tx, *ids, state=State.TAKEN, trouble_id="leak", owner_id="ma")
    for id in ids:
        tx.troubles.join(tx.troubles.get("leak"), id)


async def test_it_comes_back_as_saved_with_the_words_that_lie_in_contents(run: Run) -> None:
    await run(world)
    found = await run(lambda tx: tx.troubles.get("leak"))
    assert found == replace(LEAK, line="水管爆了", said_at=NOON)
    assert list(await run(lambda tx: tx.troubles.not_over())) == [found]


async def test_what_has_ended_runs_no_more(run: Run) -> None:
    await run(world)
    ending = LEAK.after(Step.END)
    await run(lambda tx: tx.troubles.save(ending))
    assert [t.stage for t in await run(lambda tx: tx.troubles.not_over())] == [Stage.ENDING]
    await run(lambda tx: tx.troubles.save(ending.after(Step.ANNOUNCE)))
    assert not await run(lambda tx: tx.troubles.not_over())


async def test_one_that_was_never_marked_is_not_found(run: Run) -> None:
    await run(world)
    with pytest.raises(NotFound):
        await run(lambda tx: tx.troubles.get("none"))


async def test_each_turn_is_told_once_in_order_of_joining(run: Run) -> None:
    await run(world)
    await run(lambda tx: wait(tx, "m1", "m2", "m3"))
    later = LEAK.after(Step.CHANGE)
    assert not await run(lambda tx: tx.troubles.next_untold(LEAK, 5))
    told = [list(await run(lambda tx: tx.troubles.next_untold(later, 2))) for _ in range(3)]
    assert told == [["m1", "m2"], ["m3"], []]


async def test_what_went_its_own_way_is_not_told(run: Run) -> None:
    await run(world)
    await run(lambda tx: wait(tx, "m1", "m2"))
    await run(lambda tx: tx.matters.save(replace(tx.matters.get("m1"), trouble_id="")))
    assert list(await run(lambda tx: tx.troubles.next_untold(LEAK.after(Step.CHANGE), 5))) == ["m2"]
    assert await run(lambda tx: tx.troubles.waiting("leak")) == 1


async def test_whatever_waits_with_it_is_its_owners(run: Run) -> None:
    await run(world)
    await run(lambda tx: wait(tx, "m1", "m2"))
    await run(lambda tx: tx.troubles.save(replace(LEAK, owner_id="wang")))
    owners = await run(lambda tx: [tx.matters.get(id).owner_id for id in ("m1", "m2")])
    assert owners == ["wang", "wang"]


async def test_what_waits_is_in_nobodys_list_of_tasks(run: Run) -> None:
    await run(world)
    await run(lambda tx: wait(tx, "m1"))
    assert not await run(lambda tx: tx.matters.of_owner("ma"))


async def test_only_open_matters_of_the_kind_in_the_area_are_like_it(run: Run) -> None:
    await run(world)

    def various(tx: Transaction) -> None:
        leaks(tx, "m1", "m2")
        leaks(tx, "danger", seq=3, tier=Tier.DANGER)
        leaks(tx, "nameless", seq=4, anonymous=True)
        leaks(tx, "elsewhere", seq=5, spot=Spot("grid-8", "8号楼"))
        leaks(tx, "lamp", seq=6, kind="lighting")
        leaks(tx, "ended", seq=7, state=State.ENDED)
        leaks(tx, "later", seq=8, filed_at=NOON + timedelta(minutes=1))

    await run(various)
    assert list(
        await run(lambda tx: tx.troubles.like_it("water", "community", (NOON - timedelta(days=1), NOON), 10))
    ) == ["m1", "m2"]


async def test_what_is_planned_comes_back_with_its_beginning_and_is_not_over(run: Run) -> None:
    await run(world)
    planned = replace(
        LEAK, id="outage", stage=Stage.PLANNED, from_at=NOON + timedelta(days=1), until_at=None, notice_id="k1"
    )
    await run(lambda tx: tx.troubles.save(planned))
    found = next(t for t in await run(lambda tx: tx.troubles.not_over()) if t.id == "outage")
    assert found == replace(planned, line="水管爆了", said_at=NOON)
    await run(lambda tx: tx.troubles.save(planned.after(Step.WITHDRAW)))
    assert [t.id for t in await run(lambda tx: tx.troubles.not_over())] == ["leak"]
