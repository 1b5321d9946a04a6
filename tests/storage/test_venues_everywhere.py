"""Whoever sees the whole map is read the same venues in the same order by a shorter way."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from domain.areas import Area, AreaKind
from domain.listening.venue import Venue
from domain.listening.visit import Visit, VisitSort
from domain.reach import Reach
from storage.transaction import Transaction
from tests.storage.support import NOON, Run, settle

pytestmark = pytest.mark.asyncio

AREAS = [
    Area("street", AreaKind.STREET, "", "河湾街道"),
    Area("community", AreaKind.COMMUNITY, "street", "桃源社区"),
    Area("g7", AreaKind.GRID, "community", "七网格"),
]


def venues(tx: Transaction) -> None:
    settle(tx, "wang")
    tx.areas.replace(AREAS, [])
    for n, area_id in enumerate(("g7", "community", "given-up", "g7")):
        tx.venues.save(Venue(f"s{n}", area_id, f"{n}号店", VisitSort.SHOP, "", "wang", NOON))
    tx.venues.save(replace(tx.venues.get("s3"), closed_at=NOON))
    tx.visits.add(Visit("v1", "g7", VisitSort.SHOP, "0号店", "wang", NOON + timedelta(hours=1), "s0"))


def listed(reach: Reach, tx: Transaction) -> tuple[list[str], int]:
    return [venue.id for venue in tx.venues.page(reach, 9)], tx.venues.count(reach)


async def test_from_the_top_of_the_map_it_is_the_same_list(run: Run) -> None:
    await run(venues)
    for tops in (("street",), ("community",), ("street", "g7")):
        assert await run(partial(listed, Reach(tops))) == (["s1", "s0"], 2)
    assert [venue.id for venue in await run(lambda tx: tx.venues.page(Reach(("street",)), 9, 1))] == ["s0"]
