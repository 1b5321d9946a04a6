"""The answer book's rows, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.areas import Area, AreaKind
from domain.errors import NotFound
from domain.explaining.entry import Entry, EntryAct
from domain.reach import Reach
from storage.transaction import Transaction
from tests.storage.support import NOON, Run, settle

pytestmark = pytest.mark.asyncio
TODAY = date(2025, 11, 23)
COMMUNITY = Entry(
    "e1", "community", "papers", "ma", "ma", "老年卡在哪办？", "在社区一楼。", TODAY, date(2026, 5, 23), NOON
)
CARD = replace(COMMUNITY, other_ways=("怎么办老年卡", "坐车不要钱的卡"), source="社区公示")
DISTRICT = replace(COMMUNITY, id="e2", area_id="district", kind="", question="停水打哪个电话？", owner_id="")
GRID = replace(COMMUNITY, id="e3", area_id="g7", kind="parking", review_on=TODAY)
AREAS = (
    Area("district", AreaKind.DISTRICT, "", "示例区"),
    Area("community", AreaKind.COMMUNITY, "district", "桃源社区"),
    Area("g7", AreaKind.GRID, "community", "七网格"),
    Area("g8", AreaKind.GRID, "community", "八网格"),
)
AT_G8 = Reach((), ("g8", "community", "district"))
DESK = Reach(("community",), ("district",))


def book(tx: Transaction) -> list[int]:
    tx.areas.replace(AREAS, [])
    return [tx.entries.add(entry).number for entry in (CARD, DISTRICT, GRID)]


async def test_an_entry_comes_back_as_it_stands(run: Run) -> None:
    numbers = await run(book)
    assert len(set(numbers)) == 3
    stored = replace(CARD, number=numbers[0])
    assert await run(lambda tx: tx.entries.get("e1")) == await run(lambda tx: tx.entries.numbered(numbers[0])) == stored
    withdrawn = stored.after(EntryAct.WITHDRAW, NOON + timedelta(days=1))
    await run(lambda tx: tx.entries.save(withdrawn))
    assert await run(lambda tx: tx.entries.known(DESK, 9)) == [
        withdrawn,
        *(await run(lambda tx: tx.entries.page(DESK, 9))),
    ]
    assert [entry.id for entry in await run(lambda tx: tx.entries.some(["e3", "none", "e1"]))] == ["e3", "e1"]
    with pytest.raises(NotFound):
        await run(lambda tx: tx.entries.get("none"))


async def test_it_counts_in_its_area_and_below(run: Run) -> None:
    await run(book)
    assert [entry.id for entry in await run(lambda tx: tx.entries.live_for(AT_G8))] == ["e1", "e2"]
    assert [entry.id for entry in await run(lambda tx: tx.entries.page(DESK, 2, 1))] == ["e2", "e3"]
    assert [entry.id for entry in await run(lambda tx: tx.entries.page(DESK, 9, kind=""))] == ["e2"]
    assert await run(lambda tx: tx.entries.counts(DESK)) == {"papers": 1, "": 1, "parking": 1}


async def test_what_is_to_be_looked_at_comes_up_on_its_day(run: Run) -> None:
    await run(book)
    yesterday = TODAY - timedelta(days=1)
    assert [entry.id for entry in await run(lambda tx: tx.entries.due(TODAY, 9, 0, DESK))] == ["e3"]
    assert await run(lambda tx: tx.entries.due(yesterday, 9, 0, DESK)) == []
    assert await run(lambda tx: [tx.entries.count_due(TODAY, reach) for reach in (DESK, AT_G8)]) == [1, 0]
    assert await run(lambda tx: tx.entries.count_due(TODAY, AT_G8, "ma")) == 1


async def test_whoever_is_forgotten_leaves_hers_to_the_desk_and_who_is_two_people_is_one(run: Run) -> None:
    await run(lambda tx: settle(tx, "ma", "chen"))
    await run(book)
    await run(lambda tx: tx.people.merge("ma", "chen"))
    assert {(each.owner_id, each.added_by) for each in await run(lambda tx: tx.entries.live_for(DESK))} == {
        ("chen", "chen"), ("", "chen"),
    }  # fmt: skip
    await run(lambda tx: tx.erasing.at_once(["chen"]))
    assert {(each.owner_id, each.added_by) for each in await run(lambda tx: tx.entries.live_for(DESK))} == {("", "")}
    assert (await run(lambda tx: tx.entries.get("e1"))).answer == CARD.answer
