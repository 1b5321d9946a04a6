"""The map as `load` put it there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.areas import Area, AreaKind, TalkPoint
from storage.database import Database
from storage.transaction import Transaction
from tests.storage.support import Run

COMMUNITY = Area("c", AreaKind.COMMUNITY, "", "西湖社区", "West Lake")
GRID = Area(
    "g", AreaKind.GRID, "c", "第七网格", "", ("七格", "7网格"), ((103.7, 36.0), (103.8, 36.1)), 36.05, 103.75, 7
)
POINT = TalkPoint("x7q", "g", "槐树下", "Under the locust tree", 36.05, 103.75)


@pytest.mark.asyncio
async def test_areas_come_back_as_they_were_loaded(run: Run) -> None:
    await run(lambda tx: tx.areas.replace([COMMUNITY, GRID], [POINT]))
    assert await run(lambda tx: tx.areas.tree().areas) == {"c": COMMUNITY, "g": GRID}


@pytest.mark.asyncio
async def test_talk_points_come_back_in_the_order_of_the_list(run: Run) -> None:
    other = TalkPoint("a1", "g", "南门")
    await run(lambda tx: tx.areas.replace([GRID], [POINT, other]))
    assert await run(lambda tx: tx.areas.talk_points()) == [POINT, other]
    assert await run(lambda tx: tx.areas.talk_point("x7q")) == POINT
    assert await run(lambda tx: tx.areas.talk_point("nowhere")) is None


@pytest.mark.asyncio
async def test_a_retired_talk_point_is_off_the_list_and_its_code_still_works(run: Run) -> None:
    old = replace(POINT, code="old", retired=True)
    await run(lambda tx: tx.areas.replace([GRID], [POINT, old]))
    assert await run(lambda tx: tx.areas.talk_points()) == [POINT]
    assert await run(lambda tx: tx.areas.talk_point("old")) == old


@pytest.mark.asyncio
async def test_loading_again_replaces_all_of_it_for_everybody(run: Run, database: Database) -> None:
    await run(lambda tx: tx.areas.replace([COMMUNITY, GRID], [POINT]))
    assert await database.read("warm", lambda tx: len(tx.areas.tree().areas)) == 2
    await run(lambda tx: tx.areas.replace([COMMUNITY], []))
    assert await database.read("again", lambda tx: list(tx.areas.tree().areas)) == ["c"]
    assert await run(lambda tx: tx.areas.talk_points()) == []


@pytest.mark.asyncio
async def test_a_load_that_fails_leaves_the_old_map_in_use(run: Run) -> None:
    def fail(tx: Transaction) -> None:
        tx.areas.replace([COMMUNITY], [])
        assert len(tx.areas.tree().areas) == 1
        raise ValueError("line 7")

    await run(lambda tx: tx.areas.replace([COMMUNITY, GRID], [POINT]))
    with pytest.raises(ValueError, match="line 7"):
        await run(fail)
    assert await run(lambda tx: len(tx.areas.tree().areas)) == 2


@pytest.mark.asyncio
async def test_the_tree_is_read_once_and_then_shared(run: Run) -> None:
    await run(lambda tx: tx.areas.replace([COMMUNITY, GRID], []))
    assert await run(lambda tx: tx.areas.tree()) is await run(lambda tx: tx.areas.tree())
