"""立项: a need becomes a project with an owner and dated steps, is struck off with result and photo, or dropped."""

from __future__ import annotations

import pytest

from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio


async def notes_a_ramp(who: Somebody, *where: str) -> None:
    await who.says("小板凳")
    await who.taps("记需求")
    await who.says("3号楼门口要个坡道")
    await who.taps("修建改造")
    for place in where:
        await who.taps(place)


async def founds(ma: Somebody, *, leads: str = "王芳") -> None:
    await ma.says("小板凳")
    await ma.taps("问题清单")
    await ma.taps("1")
    await ma.taps("立项")
    await ma.taps("就写")
    await ma.says(leads)
    await ma.says("量尺寸\n浇水泥 12月5日")
    assert ma.hears("每一行都要有一个今天以后的日子")
    await ma.says("量尺寸 11月25日\n浇水泥 12月5日")


async def test_a_project_has_steps_reminds_of_them_and_is_struck_off_with_a_photo(play: Play) -> None:
    wang, ma = await play.member("wang"), await play.member("ma")
    await notes_a_ramp(wang, "桃源社区")
    await founds(ma)
    assert ma.hears("项目：3号楼门口要个坡道", "王芳牵头", "第1步 量尺寸（11月25日）", "第2步 浇水泥（12月5日）")
    assert wang.hears("马丽请您牵头一个项目：3号楼门口要个坡道")
    await play.at(9, 0, days=2)
    assert wang.hears("「3号楼门口要个坡道」今天该办这一步：量尺寸")
    await wang.taps("办完了")
    assert wang.hears("✓ 第1步 量尺寸")
    await wang.says("小板凳")
    await wang.taps("项目")
    assert wang.hears("1 3号楼门口要个坡道 · 王芳 · 12月5日：浇水泥")
    await wang.taps("1")
    await wang.taps("销号")
    await wang.sends_photo("lamp", "坡道浇好了，轮椅能上")
    assert wang.hears("销号了：坡道浇好了，轮椅能上")
    assert [message.kind for message in wang.inbox][-1] == "photo"
    await ma.says("小板凳")
    await ma.taps("问题清单")
    assert ma.hears("问题清单上现在没有")
    await ma.taps("履职清单")
    assert ma.hears("3号楼门口要个坡道 · 王芳，销号了：坡道浇好了")
    await play.at(9, 0, days=12)
    assert not wang.hears("今天该办这一步：浇水泥")


async def test_a_dropped_project_gives_its_needs_back(play: Play) -> None:
    wang, ma = await play.member("wang"), await play.member("ma")
    await notes_a_ramp(wang, "桃源社区")
    await founds(ma)
    await ma.taps("不做了")
    await ma.taps("不做了", under="它的需求会回到清单")
    assert ma.hears("不做了，需求回到清单")
    await ma.says("小板凳")
    await ma.taps("问题清单")
    assert ma.hears("3号楼门口要个坡道", "还没着落")
    await ma.taps("1")
    assert ma.hears("项目「3号楼门口要个坡道」没做成，这条又等着人办")
    assert wang.hears("「3号楼门口要个坡道」不做了，马丽说的", "又回到清单上")


async def test_a_second_need_goes_into_a_project_that_runs(play: Play) -> None:
    wang, ma = await play.member("wang"), await play.member("ma")
    await notes_a_ramp(wang, "桃源社区")
    await founds(ma)
    await ma.says("小板凳")
    await ma.taps("记需求")
    await ma.says("坡道边上要个扶手")
    await ma.taps("修建改造")
    await ma.taps("桃源社区")
    await ma.taps("立项")
    await ma.taps("放进「3号楼门口要个坡道」")
    assert ma.hears("项目：3号楼门口要个坡道", "需求：坡道边上要个扶手")


async def test_only_its_owner_and_the_desk_go_on_with_it(play: Play) -> None:
    wang, ma, chen = await play.member("wang"), await play.member("ma"), await play.member("chen")
    await notes_a_ramp(wang, "桃源社区")
    await founds(ma)
    _, data = ma.button("销号", "项目：")
    await chen.says("小板凳")
    await chen.taps("项目")
    await chen.taps("1")
    message = chen.finds("项目：3号楼门口要个坡道")
    assert not message.buttons
    await chen.taps_old((message.id, data))
    assert "不在您手上" in chen.toast


async def test_more_steps_are_added_while_it_runs(play: Play) -> None:
    wang, ma = await play.member("wang"), await play.member("ma")
    await notes_a_ramp(wang, "桃源社区")
    await founds(ma)
    await ma.taps("加一步")
    await ma.says("刷油漆 12月12日")
    assert ma.hears("第3步 刷油漆（12月12日）")
    await play.at(9, 0, days=19)
    assert wang.hears("「3号楼门口要个坡道」今天该办这一步：刷油漆")
