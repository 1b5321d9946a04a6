"""我的任务: what a member has in hand, what is late first, each line a tap away."""

from __future__ import annotations

import pytest

from tests.stories.house import Play

pytestmark = pytest.mark.asyncio


async def test_nothing_in_hand_is_said_kindly(play: Play) -> None:
    wang = await play.member("wang")
    await wang.says("我的任务")
    assert wang.last == "现在手上没有事，歇会儿。"


async def test_what_is_late_stands_first_then_what_falls_due(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    await wang.taps("接了")
    await play.passes(hours=25)
    await zhao.files("3号楼楼道有垃圾")
    await zhao.files("3号楼暖气不热")
    await wang.says("我的任务")
    lines = wang.last.splitlines()
    assert lines[0] == "手上3件，1件过时了"
    assert lines[1].startswith("过时：1123-01 路灯坏了")
    assert lines[2].startswith("1124-02 暖气不热")
    assert lines[3].startswith("1124-01 有垃圾")
    assert wang.buttons("手上3件") == ["1123-01 路灯坏了", "1124-02 暖气不热", "1124-01 有垃圾"]


async def test_a_long_list_has_pages(play: Play) -> None:
    wang = await play.member("wang")
    for n in range(10):
        await play.newcomer(101 + n, "邻居").files(f"3号楼{n + 1}单元路灯坏了")
    await wang.says("我的任务")
    assert wang.buttons("手上10件")[-1] == "还有2件"
    await wang.taps("还有2件")
    assert [label[:7] for label in wang.buttons("手上10件")] == ["1123-09", "1123-10"]


async def test_what_she_was_asked_to_take_beside_its_owner_is_on_the_list_too(play: Play) -> None:
    wang, _, zhao = await play.member("wang"), await play.member("chen"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await play.passes(minutes=61)
    await wang.says("我的任务")
    assert wang.hears("手上1件", "1123-01 路灯坏了")
