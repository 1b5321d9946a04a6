"""小板凳: a need is noted in three taps, taken until a day and struck off; two lists show the same rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from domain.digests.rhythm import Rhythm
from tests.stories.hand import a_complaint
from tests.stories.house import Play, Somebody, raised

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
    await ma.sends_photo("lamp", "街道文化站给了一台旧的")
    assert ma.hears("销号了：街道文化站给了一台旧的")
    assert wang.hears("您记的「活动室缺个投影仪」办成了，马丽说：街道文化站给了一台旧的")
    assert [who.inbox[-1].kind for who in (ma, wang)] == ["photo", "photo"]
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


async def a_lamp_as_a_need(play: Play, zhao: Somebody, wang: Somebody) -> None:
    await zhao.files()
    await wang.taps("接了")
    await wang.taps("更多")
    await wang.taps("记成需求")
    await wang.taps("就写")
    await wang.taps("修建改造")


async def test_a_need_out_of_a_matter_says_which_and_goes_with_her_when_she_is_forgotten(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(990101, "赵奶奶")
    await a_lamp_as_a_need(play, zhao, wang)
    assert wang.hears("记下了", "修建改造", "路灯坏了", "桃源里3号楼", "来自1123-01")
    await zhao.says("我的资料")
    await zhao.taps("导出一份")
    await play.passes(minutes=1)
    page = next(m for m in zhao.inbox if m.kind == "document" and m.media and str(m.media.name).endswith(".html"))
    assert page.media is not None
    assert "从这件事记下的" in play.sandbox.world.files.get(page.media.file_id).content.decode()
    await zhao.says("我的资料")
    await zhao.taps("全删掉")
    await zhao.taps("删，过一天生效")
    await play.passes(hours=25)
    await wang.says("小板凳")
    await wang.taps("问题清单")
    assert wang.hears("1 原话已删 · 桃源里3号楼")


async def test_what_is_about_a_person_becomes_no_need(play: Play) -> None:
    wang, _ = await a_complaint(play, "私下说一声")
    await wang.taps("更多")
    assert "记成需求" not in wang.buttons("您想做什么")


async def test_the_morning_says_what_was_noted(tmp_path: Path) -> None:
    async with raised(tmp_path, rhythm=Rhythm()) as play:
        ma = await play.member("ma")
        await ma.says("小板凳")
        await ma.taps("记需求")
        await ma.says("缺个投影仪")
        await ma.taps("物件")
        await ma.taps("桃源社区")
        await play.at(8, 30, days=1)
        assert ma.hears("11月24日", "小板凳：记下需求1条")


async def test_what_was_noted_by_mistake_is_withdrawn_by_whoever_noted_it(play: Play) -> None:
    wang, ma = await play.member("wang"), await play.member("ma")
    await ma.says("小板凳")
    await ma.taps("记需求")
    await ma.says("活动室缺话筒")
    await ma.taps("物件")
    await ma.says("桃源二网格")
    assert ma.hears("物件：活动室缺话筒", "桃源二网格")
    await ma.taps("撤掉")
    await ma.taps("撤掉", under="撤掉「活动室缺话筒」")
    assert ma.hears("撤了")
    await ma.says("小板凳")
    await ma.taps("问题清单")
    assert ma.hears("问题清单上现在没有")
    assert not wang.hears("话筒")
