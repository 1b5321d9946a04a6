"""Needs and how far somebody sees them, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.areas import Area, AreaKind
from domain.errors import NotFound
from domain.events import Content
from domain.listening.need import STANDING, Heard, Need, NeedAct, NeedKind
from domain.reach import Reach
from storage.transaction import Transaction
from tests.storage.support import NOON, Run, settle

pytestmark = pytest.mark.asyncio

PROJECTOR = Need("n1", "g7", NeedKind.THINGS, Heard.MATTER, "m1", "wang", NOON, "n1-words")


def world(tx: Transaction) -> None:
    settle(tx, "wang")
    tx.areas.replace(
        [
            Area("community", AreaKind.COMMUNITY, "", "桃源社区"),
            Area("g7", AreaKind.GRID, "community", "七网格"),
            Area("g8", AreaKind.GRID, "", "八网格"),
        ],
        [],
    )
    for need in (PROJECTOR, replace(PROJECTOR, id="n2", area_id="g8", words_id="n2-words", heard_id="m2")):
        tx.contents.add(Content(need.words_id, need.subject, "need", "wang", NOON, "缺个投影仪"))
        tx.needs.add(need)


async def test_it_comes_back_as_saved_with_its_words(run: Run) -> None:
    await run(world)
    taken = replace(PROJECTOR, line="缺个投影仪").after(NeedAct.TAKE, taken_by="wang", until_on=date(2025, 12, 1))
    await run(lambda tx: tx.needs.save(taken))
    assert await run(lambda tx: tx.needs.get("n1")) == taken
    with pytest.raises(NotFound):
        await run(lambda tx: tx.needs.get("none"))


async def test_a_list_holds_what_lies_within_reach_and_nothing_beside(run: Run) -> None:
    await run(world)

    expected = {Reach(("community",)): ["n1"], Reach((), ("g8",)): ["n2"], Reach((), ("community",)): [], Reach(()): []}

    def seen(tx: Transaction) -> dict[Reach, list[str]]:
        return {reach: [need.id for need in tx.needs.page(reach, STANDING, 9)] for reach in expected}

    def counted(tx: Transaction) -> list[int]:
        return [tx.needs.count(reach, STANDING) for reach in expected]

    assert await run(seen) == expected
    assert await run(counted) == [len(ids) for ids in expected.values()]


async def test_what_came_of_a_matter_is_found_by_it(run: Run) -> None:
    await run(world)
    assert [need.id for need in await run(lambda tx: tx.needs.heard(Heard.MATTER, "m2"))] == ["n2"]
