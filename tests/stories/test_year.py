"""年账: the year's figures at a desk, each opened by a tap down to the thing itself; nobody else has them."""

from __future__ import annotations

import pytest

from tests.stories.house import Play
from tests.stories.test_offers import offers_a_projector
from tests.stories.test_projects import founds, notes_a_ramp

pytestmark = pytest.mark.asyncio


async def test_each_figure_opens_what_lies_behind_it(play: Play) -> None:
    wang, ma, chen = await play.member("wang"), await play.member("ma"), await play.member("chen")
    await notes_a_ramp(wang, "桃源社区")
    await founds(ma)
    await notes_a_ramp(ma, "桃源二网格")
    await ma.taps("销号")
    await ma.says("铺了板子")
    await offers_a_projector(chen)
    await ma.says("年账")
    assert ma.last.splitlines()[0] == "2026年账 桃源社区"
    assert ma.hears("记下的需求 2", "销号的需求 1", "现有的资源 1", "立的项目 1", "销号的项目 0")
    await ma.taps("销号的需求 1")
    assert ma.hears("1 3号楼门口要个坡道 · 桃源二网格 · 销号了：铺了板子")
    await ma.taps("1", under="销号的需求")
    assert ma.hears("修建改造：3号楼门口要个坡道", "销号了：铺了板子")
    await ma.says("年账")
    await ma.taps("现有的资源 1")
    assert ma.hears("1 投影仪")
    await ma.says("年账")
    await ma.taps("立的项目 1")
    assert ma.hears("1 3号楼门口要个坡道 · 王芳")
    await ma.says("年账 去年")
    assert ma.hears("2025年账 桃源社区", "记下的需求 0")
    assert not ma.hears("2025年账 桃源社区", "现有的资源")
    assert ma.buttons("2025年账") == ["看2026年"]
    await ma.taps("看2026年")
    assert ma.hears("2026年账 桃源社区", "现有的资源 1")


async def test_a_member_has_no_year(play: Play) -> None:
    wang, ma = await play.member("wang"), await play.member("ma")
    await ma.says("年账")
    _, data = ma.button("看2025年", "2026年账")
    await wang.says("小板凳")
    assert "年账" not in wang.buttons("看什么")
    await wang.taps_old((wang.finds("看什么").id, data))
    assert "不在您手上" in wang.toast
    await wang.says("/year")
    assert wang.hears("不认识")
