"""Matters for sheets: those of an area and a time, each once, as they were filed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.areas import Area, AreaKind, Spot
from storage import listing
from storage.listing import Listing, listed
from storage.transaction import Transaction
from tests.storage.support import NOON, Run, matter, settle

AREAS = [
    Area("town", AreaKind.STREET, "", "河湾"),
    Area("peach", AreaKind.COMMUNITY, "town", "桃源"),
    Area("g1", AreaKind.GRID, "peach", "一网格"),
    Area("g2", AreaKind.GRID, "town", "二网格"),
]
YEAR = timedelta(days=365)


def fill(tx: Transaction) -> None:
    """Three a minute apart in the first grid, one in the second, one on no map."""
    settle(tx, "li", "wang")
    tx.areas.replace(AREAS, [])
    for seq, grid_id in enumerate(("g1", "g1", "g1", "g2", ""), start=1):
        at = NOON + timedelta(minutes=seq)
        tx.matters.add(matter(f"m{seq}", seq=seq, spot=Spot(grid_id, "3号楼"), filed_at=at))


def ids(tx: Transaction, area_id: str, until: timedelta = YEAR) -> list[str]:
    return [each.matter.id for part in Listing(tx.statements, area_id, NOON, NOON + until).slices() for each in part]


@pytest.mark.asyncio
async def test_an_area_has_its_grids_and_what_lies_on_no_map(run: Run) -> None:
    await run(fill)
    found = await run(lambda tx: (ids(tx, ""), ids(tx, "town"), ids(tx, "peach"), ids(tx, "g2")))
    everything = ["m1", "m2", "m3", "m4", "m5"]
    assert found == (everything, everything, ["m1", "m2", "m3", "m5"], ["m4", "m5"])


@pytest.mark.asyncio
async def test_the_last_instant_is_not_included(run: Run) -> None:
    await run(fill)
    assert await run(lambda tx: ids(tx, "", timedelta(minutes=3))) == ["m1", "m2"]


@pytest.mark.asyncio
async def test_slices_leave_none_out_and_repeat_none(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "AT_ONCE", 2)
    await run(fill)
    assert await run(lambda tx: ids(tx, "")) == ["m1", "m2", "m3", "m4", "m5"]
    assert await run(lambda tx: Listing(tx.statements, "", NOON, NOON + YEAR).count()) == 5


@pytest.mark.asyncio
async def test_names_come_with_it(run: Run) -> None:
    await run(fill)
    found = await run(lambda tx: listed(tx.statements, ["m1", "m4", "nobody's"]))
    assert {key: (each.owner.name, each.reporter.name) for key, each in found.items()} == {
        "m1": ("wang", "li"), "m4": ("wang", "li"),
    }  # fmt: skip
