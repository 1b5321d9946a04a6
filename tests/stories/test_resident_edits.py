"""An edited message is taken over, wherever its words have gone."""

from __future__ import annotations

import pytest

from tests.stories.house import Play

pytestmark = pytest.mark.asyncio


async def test_before_handing_in_the_summary_follows(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    said = await zhao.says("路灯坏了")
    await zhao.edits(said, "3号楼路灯全灭了")
    assert zhao.hears("我这样记：桃源里3号楼，路灯全灭了")
    assert not zhao.hears("我这样记：桃源里东门")
    await zhao.taps("交给王芳")
    assert wang.hears("路灯全灭了")


async def test_after_handing_in_both_cards_follow(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    said = await zhao.says("3号楼路灯坏了")
    await zhao.taps("交给王芳")
    await zhao.edits(said, "3号楼路灯全灭了")
    assert wang.hears("1123-01 路灯全灭了")
    assert not wang.hears("路灯坏了")
    assert zhao.hears("1123-01 路灯全灭了")


async def test_of_two_messages_the_edited_one_changes(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼路灯坏了")
    second = await zhao.says("是门口那盏")
    await zhao.taps("刚才那件")
    await zhao.taps("交给王芳")
    await zhao.edits(second, "是车棚那盏")
    assert wang.hears("路灯坏了", "车棚那盏")
    assert not wang.hears("门口那盏")


async def test_an_added_line_changes_where_it_was_passed_on(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    said = await zhao.replies("1123-01", "晚上七点才黑")
    await zhao.edits(said, "晚上六点就黑")
    assert wang.hears("赵奶奶（1123-01 路灯坏了）：晚上六点就黑")
    assert not wang.hears("七点")


async def test_a_caption_can_be_edited(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    said = await zhao.sends_photo("lamp", "灯坏了")
    await zhao.edits(said, "3号楼路灯坏了")
    assert zhao.hears("我这样记：桃源里3号楼，路灯坏了", "带上1张照片。")


async def test_danger_that_comes_by_an_edit_is_heard(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    said = await zhao.says("3号楼有味道")
    await zhao.edits(said, "3号楼有煤气味，很浓")
    assert zhao.hears("别动开关", "我正在叫王芳")
    assert wang.hears("先看这件", "煤气味")


async def test_danger_edited_into_a_matter_raises_it(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    said = await zhao.says("3号楼电线有火花声")
    await zhao.taps("交给王芳")
    wang.rings()
    await zhao.edits(said, "3号楼电线着火了")
    assert any("先看这件" in rung for rung in wang.rings())
