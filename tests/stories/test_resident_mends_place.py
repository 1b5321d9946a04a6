"""The resident puts the place right: by a reply, or from her card."""

from __future__ import annotations

import pytest

from tests.stories.house import Play

pytestmark = pytest.mark.asyncio
LAMP = "3号楼2单元门口的路灯坏了"


async def test_a_reply_puts_the_place_right_on_both_cards(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files(LAMP)
    await wang.taps("接了")
    await zhao.replies("1123-01", "说错了，是3号楼1单元门口")
    assert zhao.hears("地方改成桃源里3号楼1单元门口了。")
    assert wang.hears("1123-01 路灯坏了", "桃源里3号楼1单元门口", "您接了")
    assert wang.hears("赵奶奶（1123-01 路灯坏了）：说错了")


async def test_in_another_grid_what_nobody_has_taken_goes_there(play: Play) -> None:
    wang, chen, zhao = await play.member("wang"), await play.member("chen"), play.newcomer(101, "赵奶奶")
    await zhao.files(LAMP)
    await zhao.replies("1123-01", "写错了，是杏林苑8号楼")
    assert chen.hears("1123-01 路灯坏了", "杏林苑8号楼")
    assert zhao.hears("地方记下了。交给陈亮")
    assert wang.hears("1123-01", "现在在陈亮手上")


async def test_who_has_it_in_hand_is_asked_whose_it_is(play: Play) -> None:
    wang, chen, zhao = await play.member("wang"), await play.member("chen"), play.newcomer(101, "赵奶奶")
    await zhao.files(LAMP)
    await wang.taps("接了")
    await zhao.replies("1123-01", "不是3号楼，是杏林苑8号楼")
    assert zhao.hears("地方改成杏林苑8号楼了。")
    await wang.taps("转给陈亮（桃源二网格）")
    assert chen.hears("1123-01 路灯坏了", "杏林苑8号楼")


async def test_from_her_card_by_taps_and_a_line(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files(LAMP)
    await zhao.taps("更多")
    await zhao.taps("改地方")
    await zhao.says("3号楼5单元")
    assert zhao.hears("地方改成桃源里3号楼5单元了。")
    assert wang.hears("1123-01 路灯坏了", "3号楼5单元")


async def test_more_of_the_same_is_no_other_place(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files(LAMP)
    await zhao.replies("1123-01", "5号楼也坏了")
    assert not zhao.hears("地方改成")
    assert wang.hears("1123-01 路灯坏了", "桃源里3号楼2单元门口")
