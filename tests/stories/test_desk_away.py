"""A coordinator rests as members do: the next at the desk, or the desk above, has what comes meanwhile."""

from __future__ import annotations

import pytest

from tests.stories.desk_people import settle_desks, sits_down
from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio


async def two_desks(play: Play) -> tuple[Somebody, Somebody, Somebody]:
    """马丽 at the community has 赵奶奶's lamp, since no member has joined; 何平 sits at the street."""
    await settle_desks(play)
    ma, he, zhao = await play.member("ma"), await sits_down(play, "he"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    return ma, he, zhao


async def test_what_a_desk_has_goes_to_the_desk_above(play: Play) -> None:
    ma, he, zhao = await two_desks(play)
    await ma.says("明天到周五请假")
    assert ma.hears("11月24日周二到11月27日周五您休息。1件由何平接着办，居民会知道。")
    await ma.taps("就这样")
    await play.at(8, days=1)
    assert he.hears("1123-01 路灯坏了")
    assert zhao.hears("现在由何平接着办")


async def test_the_other_at_the_same_desk_comes_first(play: Play) -> None:
    ma, _, _ = await two_desks(play)
    await sits_down(play, "zhou")
    await ma.says("/leave 明天")
    assert ma.hears("1件由周敏接着办")


async def test_back_again_it_is_her_desk(play: Play) -> None:
    ma, he, zhao = await two_desks(play)
    await ma.says("今天请假")
    await ma.taps("就这样")
    assert he.hears("1123-01")
    await ma.says("销假")
    assert ma.hears("好，从现在起有事又会找您。")
    await zhao.files("3号楼楼道有垃圾")
    assert ma.hears("1123-02")


async def test_with_nobody_else_anywhere_that_is_said_before_she_rests(play: Play) -> None:
    ma = await play.member("ma")
    await ma.says("下周请假")
    assert ma.hears("您休息，可是眼下没有别人能接，事情转不走。", "0931-1234567")
    assert ma.buttons("没有别人能接") == ["就这样", "算了"]


async def test_what_would_stay_with_her_is_not_listed_as_if_it_went(play: Play) -> None:
    ma, zhao = await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await ma.says("下周请假")
    assert ma.hears("没有别人能接")
    assert "→" not in ma.last


async def test_what_stays_with_her_is_as_it_was(play: Play) -> None:
    ma, zhao = await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await ma.taps("接了")
    zhao.rings()
    await ma.says("今天请假")
    await ma.taps("就这样")
    assert not zhao.rings()
    assert zhao.hears("马丽在办，周四上午10点前有结果。")


# ---- for somebody who cannot say so herself ------------------------------------------------------------------------


async def test_a_desk_takes_leave_down_for_a_member_of_its_own(play: Play) -> None:
    wang, chen, ma = await play.member("wang"), await play.member("chen"), await play.member("ma")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")
    await ma.says("王芳住院了，今天到周五请假")
    assert ma.last.splitlines() == [
        "11月23日周一到11月27日周五王芳休息。1件由陈亮接着办，居民会知道。",
        "1123-01 路灯坏了 → 陈亮",
    ]
    await ma.taps("就这样")
    assert ma.hears("记下了，王芳会看到。")
    assert wang.hears("马丽替您请了假，11月23日周一到11月27日周五您休息。提前回来写「销假」。")
    assert chen.hears("1123-01", "前给居民回个话")
    assert zhao.hears("现在由陈亮接着办")


async def test_not_for_a_member_of_another_desk(play: Play) -> None:
    await settle_desks(play)
    sun = await sits_down(play, "sun")
    await play.member("wang")
    await sun.says("王芳下周请假")
    assert sun.hears("请假要王芳自己跟我说一句")
