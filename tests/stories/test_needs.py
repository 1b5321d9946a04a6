"""小板凳: a need is noted in three taps, taken until a day and struck off; two lists show the same rows."""

from __future__ import annotations

import pytest

from tests.stories.house import Play

pytestmark = pytest.mark.asyncio


async def test_a_member_notes_a_need_takes_it_and_strikes_it_off(play: Play) -> None:
    wang, ma = await play.member("wang"), await play.member("ma")
    await wang.says("小板凳")
    await wang.taps("记需求")
    await wang.says("活动室缺个投影仪")
    assert wang.buttons()[0] == "场地"
    await wang.taps("物件")
    await wang.taps("桃源社区")
    assert wang.hears("记下了", "物件：活动室缺个投影仪", "桃源社区", "直接记的")
    await wang.taps("我来领")
    await wang.says("昨天")
    assert wang.hears("写一个今天以后的日子")
    await wang.says("12月1日")
    assert wang.hears("您领下了", "您领了，12月1日前办")
    await ma.says("小板凳")
    await ma.taps("问题清单")
    assert ma.hears("问题清单，1条", "1 活动室缺个投影仪 · 桃源社区，直接记的 · 还没着落")
    await ma.taps("履职清单")
    assert ma.hears("1 活动室缺个投影仪 · 王芳，12月1日前")
    await ma.taps("1")
    await ma.taps("销号")
    await ma.says("街道文化站给了一台旧的")
    assert ma.hears("销号了：街道文化站给了一台旧的")
    await ma.taps("履职清单")
    assert ma.hears("王芳，销号了：街道文化站给了一台旧的")


async def test_what_is_noted_in_a_grid_is_on_no_list_of_the_next_grids_member(play: Play) -> None:
    wang, ma = await play.member("wang"), await play.member("ma")
    await ma.says("小板凳")
    await ma.taps("记需求")
    await ma.says("8号楼门口要个坡道")
    await ma.taps("修建改造")
    await ma.taps("桃源二网格")
    assert ma.hears("修建改造：8号楼门口要个坡道", "桃源二网格")
    await wang.says("小板凳")
    await wang.taps("问题清单")
    assert wang.hears("问题清单上现在没有")
