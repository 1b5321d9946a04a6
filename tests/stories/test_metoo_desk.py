"""The desk joins what neighbours have reported apart, looks at those who wait, and takes one out again."""

from __future__ import annotations

import pytest

from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio


async def two_lamps(play: Play) -> tuple[Somebody, Somebody, Somebody, Somebody]:
    """王芳, 马丽, and two residents who said that their lamps are different ones."""
    wang, ma = await play.member("wang"), await play.member("ma")
    zhao, li = play.newcomer(101, "赵奶奶"), play.newcomer(102, "李叔")
    await zhao.files("3号楼2单元501门口的路灯坏了")
    await li.files("3号楼路灯不亮")
    for each in (wang, ma, zhao, li):
        each.rings()
    return wang, ma, zhao, li


async def joins(ma: Somebody) -> None:
    await ma.says("1123-02")
    await ma.taps("更多")
    await ma.taps("并成一件")
    await ma.taps("1123-01")
    await ma.taps("就这样")


async def test_four_taps_join_them_after_a_preview_and_nobodys_telephone_rings(play: Play) -> None:
    wang, ma, zhao, li = await two_lamps(play)
    await ma.says("1123-02")
    await ma.taps("更多")
    await ma.taps("并成一件")
    assert "1123-02 路灯不亮：和哪一件是同一件？" in ma.last or "和哪一件是同一件？" in ma.last
    await ma.taps("1123-01")
    assert "1123-02跟着1123-01一起办，王芳在管。两家各留各的编号，互相看不到名字和话" in ma.last
    await ma.taps("就这样")
    assert ma.hears("1123-02并到1123-01了，现在2户。")
    assert not li.rings()
    assert not zhao.rings()
    assert not wang.rings()
    assert li.hears("1123-02 路灯不亮", "和邻居报的是同一件，一起办。")
    await li.says("我的事")
    await li.taps("更多")
    await li.taps("经过")
    assert li.hears("和邻居报的同一件一起办，王芳在管")
    await wang.says("我的任务")
    assert "1123-01 路灯坏了 · 2户" in wang.last
    assert "1123-02" not in wang.last


async def test_the_younger_goes_with_the_elder_whichever_card_it_was_begun_on(play: Play) -> None:
    _, ma, _, li = await two_lamps(play)
    await ma.says("1123-01")
    await ma.taps("更多")
    await ma.taps("并成一件")
    await ma.taps("1123-02")
    await ma.taps("就这样")
    assert li.hears("和邻居报的是同一件")


async def test_who_has_another_owner_now_hears_it_once(play: Play) -> None:
    wang, ma, zhao, li = await two_lamps(play)
    chen = await play.member("chen")
    await ma.says("1123-02")
    await ma.taps("派给")
    await ma.taps("陈亮")
    chen.rings()
    li.rings()
    await joins(ma)
    assert len(li.rings()) == 1
    assert not zhao.rings()
    assert not wang.rings()
    assert chen.hears("1123-02", "王芳")
    assert not chen.rings()


async def test_who_is_promised_another_day_by_it_hears_so(play: Play) -> None:
    wang, ma, _, li = await two_lamps(play)
    await wang.taps("接了", under="1123-01")
    await wang.taps("更多", under="1123-01")
    await wang.taps("先等一等")
    await wang.taps("等配件")
    await wang.taps("一周")
    await wang.taps("就这样")
    await wang.taps("接了", under="1123-02")
    li.rings()
    await joins(ma)
    assert li.rings() == ["和邻居报的是同一件，一起办。在等配件，11月30日上午9点再看。王芳在办。"]


async def test_taken_out_while_the_first_is_being_closed_it_goes_on(play: Play) -> None:
    wang, ma, zhao, li = await two_lamps(play)
    await joins(ma)
    tom = play.newcomer(104, "Tom", "en")
    await tom.says("The street light at building 3 is broken")
    await tom.taps("count me in")
    await tom.taps("More")
    await tom.taps("Hide my name")
    await wang.taps("接了", under="1123-01")
    await wang.taps("办结", under="1123-01")
    await wang.taps("办好了")
    await wang.says("换了灯泡")
    await ma.says("1123-02")
    await ma.taps("单独办")
    await play.passes(minutes=3)
    assert zhao.hears("王芳说办好了：换了灯泡")
    assert tom.hears("Wang Fang says it is done: 换了灯泡. Is it?")
    assert not li.hears("换了灯泡")
    assert li.hears("1123-02 路灯不亮", "交给了王芳")


async def test_the_desk_sees_who_waits_and_takes_one_out_by_one_tap(play: Play) -> None:
    wang, ma, zhao, li = await two_lamps(play)
    await joins(ma)
    for each in (wang, zhao, li):
        each.rings()
    await ma.says("1123-01")
    await ma.taps("2户", under="1123-01 路灯坏了 · 2户")
    assert ma.hears("一起办的还有1件")
    assert ma.buttons("一起办的还有1件") == ["1123-02 路灯不亮"]
    await ma.taps("1123-02")
    assert "和1123-01是同一件" in ma.last
    await ma.taps("单独办")
    assert "1123-02单独办，交给王芳" in ma.toast
    assert li.rings() == ["这件单独办，交给王芳，今天上午11点前给您回话。"]
    assert not zhao.rings()
    assert wang.hears("1123-02 路灯不亮", "前给居民回个话")
    assert not wang.hears("· 2户")


async def test_it_stands_on_the_desk_once_with_how_many_households_it_is_for(play: Play) -> None:
    _, ma, _, _ = await two_lamps(play)
    await joins(ma)
    await play.passes(hours=3)
    await ma.says("案头")
    assert "路灯坏了 · 2户" in ma.last
    assert "1123-02" not in ma.last


async def test_what_waits_with_one_goes_along_when_that_is_joined(play: Play) -> None:
    wang, ma, _, li = await two_lamps(play)
    sun = play.newcomer(103, "孙姐")
    await sun.says("3号楼路灯不亮了")
    await sun.taps("第1件就是")
    await joins(ma)
    assert ma.hears("现在3户")
    await wang.replies("1123-01 路灯坏了", "下午来换")
    for each in (li, sun):
        assert each.hears("王芳：下午来换")


async def test_what_is_joined_to_a_known_trouble_takes_its_neighbours_along(play: Play) -> None:
    wang, ma = await play.member("wang"), await play.member("ma")
    zhao, li = play.newcomer(101, "赵奶奶"), play.newcomer(102, "李叔")
    await zhao.files("3号楼2单元漏水")
    await li.says("3号楼漏水了")
    await li.taps("同一件，我也算一个")
    await ma.says("1123-01")
    await ma.taps("更多")
    await ma.taps("大家都在报")
    await ma.says("水管爆了，六点左右来水")
    await ma.taps("就这样")
    await ma.taps("也并进来")
    for each in (zhao, li):
        assert each.hears("社区知道了：水管爆了，六点左右来水。马丽盯着")
    await wang.says("我的任务")
    assert "没有" in wang.last


async def test_what_turns_out_to_be_a_dispute_is_shared_no_more(play: Play) -> None:
    wang, zhao, li = await play.member("wang"), play.newcomer(101, "赵奶奶"), play.newcomer(102, "李叔")
    await zhao.files("3号楼路灯坏了")
    await li.says("3号楼路灯坏了")
    await li.taps("同一件，我也算一个")
    await wang.taps("更多", under="1123-01")
    await wang.taps("是哪一类")
    await wang.taps("噪音")
    assert li.hears("1123-02 路灯坏了", "交给了王芳，今天上午11点前给您回话")
    assert not li.hears("和邻居报的是同一件，一起办")
    assert wang.hears("1123-02 路灯坏了", "前给居民回个话")


async def test_a_coordinator_on_leave_who_closes_it_all_the_same_leaves_no_household_behind(play: Play) -> None:
    _, ma, zhao, li = await two_lamps(play)
    await joins(ma)
    await ma.says("1123-01")
    await ma.taps("我来办")
    close = ma.button("办结", "1123-01")
    await ma.says("今天请假")
    await ma.taps("就这样")
    await ma.taps_old(close)
    await ma.taps("办好了")
    await ma.says("换了灯泡")
    await play.passes(minutes=3)
    assert zhao.hears("马丽说办好了：换了灯泡")
    assert li.hears("马丽说办好了：换了灯泡")


async def test_none_of_these_leaves_both_as_they_are(play: Play) -> None:
    _, ma, _, li = await two_lamps(play)
    await ma.says("1123-02")
    await ma.taps("更多")
    await ma.taps("并成一件")
    await ma.taps("都不是")
    assert ma.last == "好，没并。"
    assert not li.hears("和邻居报的是同一件")
