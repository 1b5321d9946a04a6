"""开会: called with a preview, answered by a tap, brought up before it, moved or cancelled, each told once."""

from __future__ import annotations

import pytest

from tests.stories.duty_people import can
from tests.stories.hand import a_complaint
from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio


async def calls(ma: Somebody, *topics: str, kind: str = "协商议事会", when: str = "周六下午三点到五点") -> None:
    """马丽's desk, in the community's room, with whom is still to be said."""
    await ma.says("开会")
    await ma.taps("开个会")
    await ma.taps(kind)
    await ma.says("桃源社区")
    await ma.says("社区活动室")
    await ma.says(when)
    for topic in topics:
        await ma.says(topic)
    await ma.taps("就这些" if topics else "到时候再说")


async def sends(ma: Somebody) -> None:
    await ma.taps("这里的委员和案头")
    await ma.taps("就请这些")
    await ma.taps("发出去")


async def test_it_is_shown_with_whom_and_what_before_anybody_hears_of_it_and_each_answers_by_a_tap(play: Play) -> None:
    wang, zhao = await a_complaint(play, "私下说一声")
    chen, ma = await play.member("chen"), await play.member("ma")
    await zhao.files()
    await wang.taps("接了")
    await wang.taps("更多")
    await wang.taps("记成需求")
    await wang.says("3号楼门口要个坡道")
    await wang.taps("修建改造")
    await calls(ma, "1", "1", "春节前清扫", "1123-01")
    offered = " ".join(button.text for message in ma.inbox for row in message.buttons for button in row)
    assert "跳绳" not in offered
    await ma.says("王小明")
    assert ma.hears("名册上没有「王小明」")
    await ma.taps("这里的委员和案头（2位）")
    await ma.taps("这里的居民（1位）")
    await ma.taps("就请这些")
    assert ma.hears("11月28日周六下午3点，社区活动室", "请：陈亮、王芳、1位居民。一共3位", "请帖发给这3位？")
    assert not wang.hears("请您参加")
    assert not ma.hears("（1123-01）")
    await ma.taps("发出去")
    card = (
        "马丽请您参加桃源社区的议事会：11月28日周六下午3点，社区活动室",
        "2 桃源里3号楼的路灯",
        "3 春节前清扫",
    )
    assert zhao.hears(*card, "1 桃源里3号楼的需求（修建改造）", "您来吗")
    assert chen.hears(*card, "1 3号楼门口要个坡道", "您来吗")
    assert not zhao.hears("2单元门口的路灯坏了", "请您参加")
    await zhao.says("来")
    await zhao.says("去不了")
    assert zhao.hears("您说：去不了")
    await zhao.says("看情况")
    assert zhao.hears(*card, "您说：看情况")
    await wang.taps("去", under="请您参加")
    assert ma.hears("请了3位：去1（王芳）、看情况1、没回1")
    assert not ma.hears("看情况1（赵奶奶）")
    assert chen.buttons("请您参加") == ["去", "去不了", "看情况"]


async def test_it_is_brought_up_the_day_before_and_an_hour_before_but_never_at_night(play: Play) -> None:
    wang, chen, ma = await play.member("wang"), await play.member("chen"), await play.member("ma")
    await calls(ma, when="周六上午7点半")
    await sends(ma)
    await wang.taps("去")
    await chen.taps("去不了")
    wang.rings()
    await play.at(7, 29, days=4)
    assert wang.rings() == []
    await play.at(7, 31)
    assert ["提醒您：11月28日周六早上7点半" in words for words in wang.rings()] == [True]
    assert ma.hears("您召集的快到了", "去1（王芳）、去不了1（陈亮）")
    await play.at(6, 59, days=1)
    assert wang.rings() == []
    await play.at(7, 1)
    assert len(wang.rings()) == 1
    assert not chen.hears("提醒您")
    await play.at(9, 31)
    assert ma.hears("开完了吧？谁来了")


async def test_moved_it_is_told_once_and_asked_anew_and_cancelled_once(play: Play) -> None:
    wang, ma = await play.member("wang"), await play.member("ma")
    await calls(ma)
    await sends(ma)
    old = wang.button("去不了", "请您参加")
    await wang.taps("去", under="请您参加")
    wang.rings()
    await ma.taps("改时间地点")
    await ma.says("昨天下午")
    assert ma.hears("写上哪天、几点")
    await ma.says("凌晨三点")
    assert ma.hears("那时候大家都睡了")
    await ma.says("周日下午3点")
    await ma.taps("还在社区活动室")
    assert ma.hears("11月29日周日下午3点", "没回1")
    assert ["议事会改了：11月29日周日下午3点，社区活动室" in words for words in wang.rings()] == [True]
    assert wang.hears("看下面新的一条")
    await wang.taps_old(old)
    assert "过时" in wang.toast
    await wang.taps("去", under="议事会改了")
    wang.rings()
    await ma.taps("取消")
    await ma.says("停电了，改天再约。")
    assert ["取消了，您不用来了。停电了，改天再约" in words for words in wang.rings()] == [True]
    await play.passes(days=7)
    assert wang.rings() == []
    assert not ma.hears("开完了吧")


async def test_a_member_calls_the_small_bench_in_her_own_grid(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.says("小板凳")
    await wang.taps("开会")
    await wang.taps("开个会")
    await wang.taps("桃源里东门")
    await wang.taps("11月24日")
    await wang.taps("到时候再说")
    assert wang.hears("请谁")
    await wang.says("律师")
    assert wang.hears("名册上没有「律师」")
    await wang.taps("这里的居民（1位）")
    await wang.taps("就请这些")
    await wang.taps("发出去")
    assert zhao.hears("王芳请您参加桃源一网格的小板凳会：11月24日周二下午3点，桃源里东门")
    await zhao.replies("请您参加", "我去")
    assert zhao.hears("您说：去")


async def test_whoever_has_a_skill_and_whoever_is_named_are_invited(play: Play) -> None:
    await can(play, "chen", skills=("plumbing",))
    wang, chen, ma = await play.member("wang"), await play.member("chen"), await play.member("ma")
    await calls(ma)
    await ma.taps("按专长")
    await ma.taps("水电（1位）")
    await ma.says("王芳")
    await ma.taps("就请这些")
    assert ma.hears("请：陈亮、王芳。一共2位")
    await ma.taps("发出去")
    assert chen.hears("马丽请您参加")
    assert wang.hears("马丽请您参加")


async def test_a_room_that_only_sounds_like_a_community_is_not_taken_for_one(play: Play) -> None:
    ma = await play.member("ma")
    await ma.says("开会")
    await ma.taps("开个会")
    await ma.taps("协商议事会")
    await ma.says("社区活动室")
    assert ma.hears("这地方我没认出来")
    await ma.says("桃源社区")
    assert ma.hears("在什么地方开")
