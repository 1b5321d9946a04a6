"""A community that has just begun: one grid, no buildings, only a desk. Whatever place is said lies in it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

from tests.stories.district import AREAS
from tests.stories.house import Play, raised

pytestmark = pytest.mark.asyncio
BEGUN = tuple(replace(area, polygon=()) for area in AREAS if area.id in ("street", "community", "g1"))


@pytest_asyncio.fixture
async def play(tmp_path: Path) -> AsyncIterator[Play]:
    async with raised(tmp_path, BEGUN) as play:
        yield play


async def test_a_place_that_no_map_names_is_taken_as_it_is_said(play: Play) -> None:
    wang, li = await play.member("wang"), play.newcomer(301, "李叔")
    await li.says("3号楼2单元门口的路灯坏了")
    await li.taps("交给王芳")
    assert wang.hears("3号楼2单元门口", "路灯坏了")


async def test_a_pin_lies_in_the_grid_that_nobody_has_drawn(play: Play) -> None:
    wang, li = await play.member("wang"), play.newcomer(301, "李叔")
    await li.says("路灯坏了")
    await li.pins(103.9, 36.1)
    await li.taps("交给王芳")
    assert wang.hears("路灯坏了")


async def test_a_matter_without_a_place_is_still_asked_for_it(play: Play) -> None:
    await play.member("wang")
    li = play.newcomer(301, "李叔")
    await li.says("路灯坏了")
    assert "在哪" in li.last
    await li.says("东门口")
    assert li.hears("东门口", "交给王芳") or "交给王芳" in "".join(li.buttons("东门口"))
