"""The door of the small bench by hand: what stands on a button may be typed, and numbers open what stands in a list."""

from __future__ import annotations

import pytest

from tests.stories.hand import a_lamp
from tests.stories.house import Play

pytestmark = pytest.mark.asyncio


async def test_a_rooms_name_and_a_number_do_what_a_tap_does_and_reach_no_resident(play: Play) -> None:
    wang, zhao = await a_lamp(play, taken=True)
    heard = len(zhao.inbox)
    await wang.says("小板凳")
    await wang.says("记需求")
    await wang.says("活动室缺个投影仪")
    await wang.taps("物件")
    await wang.taps("桃源社区")
    await wang.says("问题清单")
    assert wang.hears("问题清单，1条", "1 活动室缺个投影仪")
    await wang.says("1")
    assert wang.last.startswith("物件：活动室缺个投影仪")
    await wang.says("小板凳")
    await wang.says("第一个")
    assert wang.hears("问题清单，1条")
    await wang.replies("问题清单，1条", "2")
    assert not wang.hears("按钮过时")
    await wang.says("需求")
    assert wang.last.startswith("问题清单，1条")
    await wang.says("履职清单")
    assert wang.last == "还没人领需求。"
    await wang.says("开会")
    await wang.says("开个会")
    assert wang.last.startswith("在什么地方开")
    assert len(zhao.inbox) == heard


async def test_a_number_opens_what_was_shown_though_the_list_is_another_by_now(play: Play) -> None:
    wang, ma = await play.member("wang"), await play.member("ma")
    for who, line in ((wang, "缺把梯子"), (ma, "缺台电扇")):
        await who.says("小板凳")
        await who.taps("记需求")
        await who.says(line)
        await who.taps("物件")
        await who.taps("桃源社区")
    await ma.says("小板凳")
    await ma.taps("问题清单")
    await wang.taps("撤掉")
    await wang.taps("撤掉", under="撤掉「")
    await ma.says("2")
    assert ma.hears("物件：缺台电扇")
    await ma.replies("问题清单", "1")
    assert ma.hears("物件：缺把梯子", "撤了")


async def test_to_a_resident_the_names_of_rooms_are_words_as_others(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts()
    await zhao.says("问题清单")
    assert not zhao.hears("清单上")
