"""办结, 并入另一件: a neighbour's is joined, her own is united; what can be neither is said, and nothing has ended."""

from __future__ import annotations

import pytest

from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio


async def two_lamps(play: Play) -> tuple[Somebody, Somebody, Somebody]:
    """王芳, and two residents who said that their lamps are different ones."""
    wang, zhao, li = await play.member("wang"), play.newcomer(101, "赵奶奶"), play.newcomer(102, "李叔")
    await zhao.files("3号楼2单元501门口的路灯坏了")
    await li.files("3号楼路灯不亮")
    return wang, zhao, li


async def puts_into(wang: Somebody, number: str) -> None:
    await wang.taps("接了", under=number)
    await wang.taps("办结", under=number)
    await wang.taps("并入另一件")


async def test_a_neighbours_is_joined_by_a_tap_and_each_is_asked_at_the_end(play: Play) -> None:
    wang, zhao, li = await two_lamps(play)
    await puts_into(wang, "1123-02")
    assert wang.buttons("和哪一件是一回事") == ["1123-01 路灯坏了，桃源里3号楼2单元501门口", "都不是"]
    await wang.taps("1123-01", under="和哪一件是一回事")
    assert wang.hears("1123-02并到1123-01了，现在2户。")
    assert li.hears("1123-02 路灯不亮", "和邻居报的是同一件，一起办。")
    await wang.taps("接了", under="1123-01")
    await wang.taps("办结", under="1123-01")
    await wang.taps("办好了")
    await wang.says("换了灯泡")
    await play.passes(minutes=3)
    for each in (zhao, li):
        assert each.hears("王芳说办好了：换了灯泡。您看看，好了吗？")


async def test_a_number_says_it_too(play: Play) -> None:
    wang, _, li = await two_lamps(play)
    await puts_into(wang, "1123-02")
    await wang.says("1123-01")
    assert li.hears("1123-02 路灯不亮", "和邻居报的是同一件，一起办。")


async def test_it_was_another_one_after_all(play: Play) -> None:
    wang, _, li = await two_lamps(play)
    await puts_into(wang, "1123-02")
    await wang.says("1123-01")
    await wang.taps("单独办", under="1123-02并到1123-01了")
    assert wang.toast == "1123-02单独办，交给王芳。"
    assert li.hears("这件单独办，交给王芳")
    assert not wang.hears("1123-01 路灯坏了 · 2户")


async def test_her_own_other_one_is_united_and_can_be_taken_back(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼2单元501门口的路灯坏了")
    await zhao.says("3号楼楼道灯也不亮")
    await zhao.taps("新")
    await zhao.taps("交给")
    await puts_into(wang, "1123-02")
    await wang.says("1123-01")
    assert wang.buttons("两分钟")[0] == "撤回"
    await play.passes(minutes=3)
    assert zhao.hears("1123-02", "1123-01")


@pytest.mark.parametrize("number", ["1122-77", "1123-03", "1123-02"])
async def test_what_it_cannot_go_with_is_said_and_asked_again(play: Play, number: str) -> None:
    wang, _, li = await two_lamps(play)
    sun = play.newcomer(103, "孙姐")
    await sun.says("3号楼楼上太吵了")
    await sun.taps("私下说")
    await puts_into(wang, "1123-02")
    await wang.says(number)
    assert wang.last.startswith("1123-02并不到那件")
    await wang.taps("都不是")
    assert wang.hears("好，没并。")
    assert li.hears("1123-02 路灯不亮", "王芳在办")


async def test_whoever_asked_for_somebody_else_is_not_brought_back_by_a_neighbours(play: Play) -> None:
    wang, _, li = await two_lamps(play)
    ma, chen = await play.member("ma"), await play.member("chen")
    await li.taps("更多")
    await li.taps("换个人")
    await li.taps("换一位")
    await ma.says("1123-02")
    await ma.taps("更多")
    assert "并成一件" not in ma.buttons("您想做什么")
    assert wang.hears("1123-02", "现在在陈亮手上")
    assert chen.hears("1123-02", "前给居民回个话")


async def test_what_has_a_number_at_12345_leads_and_keeps_its_day(play: Play) -> None:
    wang, ma, zhao = await play.member("wang"), await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼2单元501门口的路灯坏了")
    await ma.says("报事")
    await ma.says("3号楼路灯不亮")
    await ma.taps("另报一件")
    await ma.taps("更多")
    await ma.taps("来自12345")
    await ma.says("JH-2026-778899")
    await ma.taps("3天")
    await ma.says("1123-01")
    await ma.taps("更多", under="1123-01")
    await ma.taps("并成一件")
    await ma.taps("1123-02")
    assert ma.hears("1123-01跟着1123-02一起办")
    await ma.taps("就这样")
    assert wang.hears("1123-02 路灯不亮 · 2户", "12345转来的，编号JH2026778899")
