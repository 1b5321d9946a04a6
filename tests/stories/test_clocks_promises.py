"""Promises: a result that is late is owned up to, and an ordinary matter rings a resident five times at most."""

from __future__ import annotations

import pytest

from tests.stories.house import Play

pytestmark = pytest.mark.asyncio


async def test_a_result_that_is_late_is_owned_up_to_with_a_new_promise_and_the_desk_sees_it(play: Play) -> None:
    wang, ma, zhao = await play.member("wang"), await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")
    await play.passes(days=2, hours=23)
    zhao.rings()
    ma.rings()
    wang.rings()
    await play.passes(hours=1)
    assert zhao.rings() == ["说好今天上午10点，没办到，对不住。王芳接着办，明天上午10点前给您回话。"]
    assert ma.rings() == ["1123-01 路灯坏了：王芳说好今天上午10点有结果，还没有。"]
    assert ma.buttons("1123-01") == ["派给别人", "我来办", "更多", "经过"]
    assert wang.rings() == ["1123-01 路灯坏了：说好今天上午10点有结果，居民在等。"]


async def test_a_second_broken_promise_is_on_the_card_and_does_not_ring(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")
    await play.passes(days=3)
    zhao.rings()
    await play.passes(days=3)
    assert not zhao.rings()
    assert zhao.hears("1123-01", "王芳还在办，我接着催。")


async def test_an_ordinary_matter_rings_the_resident_three_times(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    zhao.rings()
    await wang.taps("接了")
    await play.passes(hours=8)
    await wang.replies("1123-01", "灯泡在路上")
    await play.passes(hours=20)
    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.says("换了灯泡")
    await play.passes(minutes=3)
    rung = zhao.rings()
    assert [words[:4] for words in rung] == ["王芳接了", "王芳：灯", "王芳说办"]


async def test_even_late_through_the_deputy_and_silent_at_the_end_it_rings_five_times(play: Play) -> None:
    await play.member("wang")
    chen, zhao = await play.member("chen"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    zhao.rings()
    await play.passes(hours=1)
    await chen.taps("接了")
    await play.passes(hours=8)
    await chen.replies("1123-01", "灯泡在路上")
    await chen.taps("办结", under="要有结果")
    await chen.taps("办好了")
    await chen.says("换了灯泡")
    await play.passes(days=5)
    rung = zhao.rings()
    assert [words[:4] for words in rung] == ["说好今天", "陈亮接了", "陈亮：灯", "陈亮说办", "「路灯坏"]
