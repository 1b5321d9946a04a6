"""A place in no grid, or in two: a defined case that stands on the desk with what is known of it, never an error."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.stories.district import AREAS, EAST, WEST
from tests.stories.house import Play, Somebody, raised

pytestmark = pytest.mark.asyncio

WIDER = tuple(
    replace(
        area, polygon=(WEST, (EAST[0] + 0.002, WEST[1]), (EAST[0] + 0.002, WEST[1] + 0.01), (WEST[0], WEST[1] + 0.01))
    )
    if area.id == "g1"
    else area
    for area in AREAS
)
"""The first grid reaches into the second."""


async def filed_at(play: Play, lon: float, lat: float) -> tuple[Somebody, Somebody]:
    ma, zhao = await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.starts()
    await zhao.says("路灯坏了")
    await zhao.pins(lon, lat)
    await zhao.taps("交给马丽")
    return ma, zhao


async def test_a_place_in_two_grids_is_given_to_one_by_a_tap(tmp_path: Path) -> None:
    async with raised(tmp_path, WIDER) as play:
        wang, chen = await play.member("wang"), await play.member("chen")
        ma, zhao = await filed_at(play, EAST[0] + 0.001, EAST[1] + 0.005)
        assert ma.hears("1123-01 路灯坏了", "这个点同时在桃源一网格、桃源二网格里，交给哪个？")
        await ma.taps("桃源二网格 陈亮")
        assert chen.hears("1123-01 路灯坏了")
        assert not wang.hears("1123-01")
        assert zhao.hears("陈亮")
        assert not ma.hears("这个点同时在")


async def test_a_place_outside_says_which_grid_is_nearest_and_how_far(play: Play) -> None:
    await play.member("wang")
    ma, _ = await filed_at(play, WEST[0] - 0.001, WEST[1] + 0.005)
    assert ma.hears("1123-01 路灯坏了", "这个点不在哪个网格里，离桃源一网格约90米。")
    old = ma.button("桃源一网格 王芳", "1123-01")
    await ma.taps("桃源一网格 王芳")
    assert ma.hears("1123-01交给王芳了")
    await ma.taps_old(old)
    assert ma.toast == "这个按钮过时了，现在是这样："


async def test_a_place_far_from_everything_stays_with_the_desk(play: Play) -> None:
    await play.member("wang")
    ma, _ = await filed_at(play, WEST[0] - 1, WEST[1])
    assert ma.hears("1123-01 路灯坏了", "这个点不在哪个网格里，附近也没有。")
