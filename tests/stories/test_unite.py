"""Two of the same person that are one: asked when the second is handed in, or put together by whoever has them."""

from __future__ import annotations

import pytest

from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio
LAMP = "3号楼2单元门口的路灯坏了"


async def test_her_own_second_report_is_asked_about_and_added_by_one_tap(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files(LAMP)
    await zhao.says("/report 3号楼2单元门口的路灯还是不亮")
    assert zhao.hears("您", "说过路灯坏了（1123-01），是那件吗？")
    assert zhao.buttons("是那件吗")[:2] == ["补到1123-01", "是新的，交给王芳"]
    await zhao.taps("补到1123-01")
    assert wang.hears("1123-01 路灯坏了", "路灯还是不亮")
    assert not wang.hears("1123-02")


async def test_it_may_be_new_all_the_same(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files(LAMP)
    await zhao.says("/report 3号楼2单元门口的路灯还是不亮")
    await zhao.taps("是新的")
    assert wang.hears("1123-02")


async def test_nobody_is_asked_twice_whether_it_is_new(play: Play) -> None:
    await play.member("wang")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files(LAMP)
    await zhao.says("3号楼2单元门口的路灯又坏了一个")
    await zhao.taps("一件新事")
    assert zhao.hears("我这样记")
    assert not zhao.hears("是那件吗")


async def test_another_place_is_another_matter(play: Play) -> None:
    await play.member("wang")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files(LAMP)
    await zhao.says("/report 杏林苑8号楼门口的路灯坏了")
    assert not zhao.hears("是那件吗")


async def two_lamps(play: Play) -> tuple[Somebody, Somebody]:
    """王芳 has both of 赵奶奶's."""
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files(LAMP)
    await wang.taps("接了")
    await zhao.says("/report 3号楼2单元门口的路灯还是不亮")
    await zhao.taps("是新的")
    await wang.taps("接了")
    zhao.rings()
    return wang, zhao


async def unites(wang: Somebody) -> None:
    await wang.taps("更多", under="1123-02")
    await wang.taps("和另一件并起来")
    await wang.taps("1123-01")


async def test_the_younger_becomes_part_of_the_elder_and_she_hears_it_once(play: Play) -> None:
    wang, zhao = await two_lamps(play)
    await unites(wang)
    assert wang.hears("1123-02并到1123-01，两分钟后告诉居民")
    assert not zhao.rings()
    await play.passes(minutes=3)
    assert zhao.rings() == ["1123-02和1123-01（路灯坏了）是一回事，我并到1123-01了，办好了一起问您。"]
    assert wang.hears("1123-01 路灯坏了", "路灯还是不亮")
    assert zhao.hears("1123-02", "并到1123-01一起办。")
    await play.passes(days=1)
    assert not zhao.hears("现在好了吗")


async def test_whichever_card_it_is_begun_from_the_younger_ends(play: Play) -> None:
    wang, zhao = await two_lamps(play)
    await wang.taps("更多", under="1123-01")
    await wang.taps("和另一件并起来")
    await wang.taps("1123-02")
    await play.passes(minutes=3)
    assert zhao.hears("1123-02和1123-01（路灯坏了）是一回事")


async def test_it_can_be_taken_back_within_two_minutes(play: Play) -> None:
    wang, zhao = await two_lamps(play)
    await unites(wang)
    await wang.taps("撤回", under="两分钟后告诉居民")
    await play.passes(minutes=5)
    assert not zhao.rings()
    assert zhao.hears("1123-02", "王芳在办")


async def test_what_she_writes_to_the_younger_reaches_the_elder(play: Play) -> None:
    wang, zhao = await two_lamps(play)
    await unites(wang)
    await play.passes(minutes=3)
    await zhao.replies("1123-02和1123-01", "两盏都不亮")
    assert wang.hears("1123-01 路灯坏了", "两盏都不亮")


async def test_she_may_say_that_it_is_not_the_same(play: Play) -> None:
    wang, zhao = await two_lamps(play)
    await unites(wang)
    await play.passes(minutes=3)
    await zhao.taps("不是一回事")
    assert zhao.hears("现在由王芳接着办")
    assert "接了" in wang.buttons("1123-02", "前给居民回个话")
    await wang.taps("接了")
    assert zhao.hears("1123-02", "王芳在办")


async def test_nothing_is_offered_where_there_is_no_other(play: Play) -> None:
    wang, zhao, li = await play.member("wang"), play.newcomer(101, "赵奶奶"), play.newcomer(102, "李叔")
    await zhao.files(LAMP)
    await li.files("3号楼1单元垃圾没人收")
    await wang.taps("更多", under="1123-01")
    assert "和另一件并起来" not in wang.buttons("1123-01，您想做什么")


async def test_a_no_to_whether_it_is_that_one_hands_nothing_in(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files(LAMP)
    await zhao.says("/report 3号楼2单元门口的路灯还是不亮")
    await zhao.says("不用了")
    assert zhao.last.startswith("那您是？")
    assert not wang.hears("1123-02")
