"""A number that belongs to somebody: its writer is told who sees it, lists and forwarded views show its beginning."""

from __future__ import annotations

import pytest

from tests.stories.duty_people import can
from tests.stories.house import Play

pytestmark = pytest.mark.asyncio
PARKED = "3号楼门口甘A12345占了消防通道，车主电话13912345678"


async def test_the_writer_is_told_who_reads_it_before_it_is_handed_in(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await play.member("wang")
    await zhao.says(PARKED)
    assert "甘A1****占了消防通道" in zhao.last
    assert "里面的号码，只有办这件事的人看得到全的。" in zhao.last
    await zhao.says("取消")
    await zhao.says("3号楼门口的车占了消防通道")
    assert "里面的号码" not in zhao.last


async def test_whoever_handles_it_reads_the_whole_and_lists_do_not(play: Play) -> None:
    wang, ma, zhao = await play.member("wang"), await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.files(PARKED)
    assert wang.hears("1123-01", "甘A12345", "13912345678")
    await wang.says("我的任务")
    assert "甘A1****" in wang.last
    await ma.says("案头")
    await ma.says("查 消防通道")
    assert not ma.hears("甘A12345")
    assert not ma.hears("13912345678")


async def test_colleagues_who_are_asked_for_a_hand_do_not_read_it_before_they_say_yes(play: Play) -> None:
    wang, chen, zhao = await play.member("wang"), await play.member("chen"), play.newcomer(101, "赵奶奶")
    await zhao.files(PARKED)
    await wang.taps("接了")
    await can(play, "chen", skills=("driving",))
    await wang.replies("1123-01", "谁会开车？")
    await wang.taps("问陈亮")
    assert chen.hears("王芳想请您搭把手", "甘A1****")
    assert not chen.hears("甘A12345")


async def test_a_neighbour_is_shown_none_of_it(play: Play) -> None:
    zhao, li = play.newcomer(101, "赵奶奶"), play.newcomer(102, "李叔")
    await play.member("wang")
    await zhao.files(PARKED)
    await li.says("3号楼门口停车占道")
    assert not li.hears("甘A1")
    assert not li.hears("139")
