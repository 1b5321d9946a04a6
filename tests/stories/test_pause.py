"""挂起: a matter waits with a reason and an end; no clock runs, everybody knows, and at the end somebody is asked."""

from __future__ import annotations

import pytest

from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio


async def taken(play: Play) -> tuple[Somebody, Somebody]:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")
    zhao.rings()
    wang.rings()
    return wang, zhao


async def pauses(wang: Somebody, why: str = "等配件", until: str = "后天") -> None:
    await wang.taps("更多", under="要有结果")
    await wang.taps("先等一等")
    await wang.taps(why)
    await wang.taps(until)
    await wang.taps("就这样")


async def test_the_resident_hears_once_what_it_waits_for_and_until_when(play: Play) -> None:
    wang, zhao = await taken(play)
    await pauses(wang)
    assert wang.hears("居民会看到：「在等配件，后天上午9点再看。王芳在办。」")
    assert zhao.rings() == ["在等配件，后天上午9点再看。王芳在办。"]
    assert zhao.hears("1123-01", "路灯坏了", "在等配件，后天上午9点再看。王芳在办。")
    assert wang.hears("1123-01", "在等配件，后天上午9点再看。")
    assert wang.buttons("1123-01", "再看。")[0] == "接着办"


async def test_meanwhile_nobody_is_reminded_and_nothing_is_late(play: Play) -> None:
    wang, zhao = await taken(play)
    await pauses(wang, until="一周")
    zhao.rings()
    wang.rings()
    await play.at(8, 0, days=7)
    assert (wang.rings(), zhao.rings()) == ([], [])


async def test_at_the_end_the_clocks_go_on_and_its_owner_is_asked(play: Play) -> None:
    wang, zhao = await taken(play)
    await play.passes(hours=2)
    await pauses(wang)
    wang.rings()
    zhao.rings()
    await play.at(9, 0, days=2)
    assert wang.rings() == ["1123-01 路灯坏了，等到时候了。接着办就是后天下午4点前要有结果；还要等，点「再等等」。"]
    assert wang.buttons("等到时候了") == ["接着办", "再等等"]
    assert zhao.last == "王芳在办，后天下午4点前有结果。"
    assert not zhao.rings()
    await wang.taps("接着办", under="等到时候了")
    assert wang.toast == "好，接着办。"


async def test_waiting_longer_is_one_tap_and_until_when(play: Play) -> None:
    wang, zhao = await taken(play)
    await pauses(wang)
    await play.at(9, 0, days=2)
    await wang.taps("再等等")
    await wang.says("周五")
    await wang.taps("就这样")
    assert zhao.last == "在等配件，后天上午9点再看。王芳在办。"


async def test_a_reason_in_her_own_words_is_read_by_the_resident_and_stands_on_no_card(play: Play) -> None:
    wang, zhao = await taken(play)
    await wang.taps("更多", under="要有结果")
    await wang.taps("先等一等")
    await wang.says("厂家周四才发货")
    await wang.says("下周三上午")
    await wang.taps("就这样")
    assert zhao.rings() == ["厂家周四才发货，12月2日中午12点再看。王芳在办。"]
    assert zhao.hears("1123-01", "先等一等，12月2日中午12点再看。")


async def test_a_real_answer_ends_the_pause_and_the_resident_reads_the_new_promise(play: Play) -> None:
    wang, zhao = await taken(play)
    await pauses(wang)
    await play.passes(hours=3)
    await wang.replies("1123-01", "配件到了，下午就换")
    assert zhao.hears("王芳：配件到了，下午就换")
    assert zhao.hears("1123-01", "王芳在办，周四下午1点前有结果。")


async def test_the_word_it_waited_for_ends_the_pause(play: Play) -> None:
    wang, zhao = await taken(play)
    await pauses(wang, why="等居民")
    await play.passes(hours=2)
    await zhao.replies("1123-01", "钥匙在门卫那儿")
    assert zhao.hears("1123-01", "王芳在办，周四中午12点前有结果。")
    assert wang.hears("1123-01", "要有结果")


async def test_of_a_pause_for_a_part_a_word_of_hers_is_no_end(play: Play) -> None:
    wang, zhao = await taken(play)
    await pauses(wang)
    await zhao.replies("1123-01", "还有多久")
    assert zhao.hears("1123-01", "在等配件，后天上午9点再看。")


async def test_new_hands_end_the_pause(play: Play) -> None:
    wang, zhao = await taken(play)
    chen = await play.member("chen")
    await pauses(wang)
    await wang.says("今天请假")
    await wang.taps("就这样", under="您休息")
    assert chen.hears("1123-01", "给居民回个话")
    assert zhao.hears("1123-01", "陈亮")
    assert not zhao.hears("1123-01 路灯坏了", "再看。")


async def test_closed_it_waits_for_nothing(play: Play) -> None:
    wang, zhao = await taken(play)
    await pauses(wang)
    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.says("换了灯泡")
    await play.passes(days=3)
    assert zhao.hears("王芳说办好了：换了灯泡")
    assert not wang.hears("等到时候了")


async def test_what_was_late_before_it_waited_is_late_after_it(play: Play) -> None:
    wang, zhao = await taken(play)
    await play.passes(days=4)
    await pauses(wang, until="明天")
    assert zhao.hears("在等配件，明天上午9点再看。王芳在办。")
    await play.at(9, 0, days=1)
    assert wang.hears("1123-01 路灯坏了，等到时候了，说好的", "也过了，居民在等。接着办，还是再等等？")


async def test_danger_waits_for_nothing(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼2单元煤气泄漏了")
    await wang.taps("接了")
    await wang.taps("更多", under="要有结果")
    assert "先等一等" not in wang.buttons("您想做什么")
    assert "要多几天" not in wang.buttons("您想做什么")


async def test_the_third_pause_is_the_desks_to_allow(play: Play) -> None:
    wang, zhao = await taken(play)
    ma = await play.member("ma")
    for _ in range(2):
        await pauses(wang, until="明天")
        await play.passes(days=1)
    zhao.rings()
    ma.rings()
    await pauses(wang, until="后天")
    assert wang.hears("这件等得久了，要案头点个头。")
    assert wang.hears("1123-01问马丽了")
    assert ma.rings()[-1] == "王芳想让1123-01「路灯坏了」等到后天上午9点：在等配件"
    assert not zhao.hears("后天上午9点再看")
    await ma.taps("同意", under="王芳想让")
    assert zhao.hears("在等配件，后天上午9点再看。王芳在办。")
    assert wang.hears("1123-01案头同意了，到后天上午9点。")
    assert ma.hears("王芳想让1123-01", "✓ 同意")


async def test_fifteen_days_are_the_desks_to_allow(play: Play) -> None:
    wang, _ = await taken(play)
    await wang.taps("更多", under="要有结果")
    await wang.taps("先等一等")
    await wang.taps("看天气")
    await wang.says("三个星期")
    assert wang.hears("这件等得久了，要案头点个头。")


async def test_the_desk_may_let_it_wait_and_sees_it_apart_and_not_late(play: Play) -> None:
    _, zhao = await taken(play)
    ma = await play.member("ma")
    await ma.says("案头")
    await ma.taps("看 1123-01")
    await ma.taps("更多", under="1123-01")
    await ma.taps("先等一等")
    await ma.taps("等别人办")
    await ma.taps("一周")
    await ma.taps("就这样")
    assert zhao.hears("在等别处先办好")
    await play.passes(days=5)
    await ma.says("案头")
    assert "路灯坏了" in ma.last
    assert "先等着" in ma.last
    assert "没有要您伸手的" in ma.last


async def test_whoever_looks_at_it_reads_what_it_waits_for(play: Play) -> None:
    wang, _ = await taken(play)
    ma = await play.member("ma")
    await pauses(wang)
    await ma.says("案头")
    await ma.taps("看 1123-01")
    assert ma.hears("1123-01", "现在在王芳手上：在等配件，后天上午9点再看。")
    await ma.taps("经过")
    assert ma.hears("王芳先放一放（在等配件）")


async def test_on_her_list_what_waits_stands_last(play: Play) -> None:
    wang, zhao = await taken(play)
    await pauses(wang)
    await zhao.says("报事 3号楼水管漏水")
    await zhao.taps("交给")
    await wang.says("我的任务")
    lines = wang.last.splitlines()
    assert "1123-02" in lines[1]
    assert lines[2].startswith("先等着：1123-01 路灯坏了")


async def test_a_resident_who_asks_reads_what_it_waits_for_and_nobody_is_nudged(play: Play) -> None:
    wang, zhao = await taken(play)
    await pauses(wang)
    wang.rings()
    await zhao.taps("怎么样了")
    assert "在等配件" in zhao.last
    assert not wang.rings()


async def test_it_goes_on_before_its_time_by_one_tap(play: Play) -> None:
    wang, zhao = await taken(play)
    await pauses(wang)
    await play.passes(hours=1)
    await wang.taps("接着办", under="再看。")
    assert wang.toast == "好，接着办。"
    assert zhao.hears("1123-01", "王芳")
    assert not wang.hears("1123-01", "在等配件，后天上午9点再看。", "要有结果")
    assert not await play.database.read("paused", lambda tx: tx.matters.by_number("1123-01")[0].paused)


async def test_second_thoughts_let_it_go_on_and_waiting_longer_keeps_her_own_reason(play: Play) -> None:
    wang, _ = await taken(play)
    await wang.taps("更多", under="要有结果")
    await wang.taps("先等一等")
    await wang.says("等楼上的住户回来")
    await wang.taps("明天")
    await wang.taps("算了", under="居民会看到")
    assert wang.last == "好，1123-01接着办。"
    await wang.taps("更多", under="要有结果")
    await wang.taps("先等一等")
    await wang.says("等楼上的住户回来")
    await wang.taps("明天")
    await wang.taps("就这样")
    await play.at(9, 5, days=1)
    await wang.taps("再等等")
    await wang.taps("后天")
    assert "等楼上的住户回来" in wang.last


async def test_a_time_that_has_passed_before_she_says_yes_is_none(play: Play) -> None:
    wang, _ = await taken(play)
    await wang.taps("更多", under="要有结果")
    await wang.taps("先等一等")
    await wang.taps("等配件")
    await wang.taps("明天")
    await play.passes(days=2)
    await wang.taps("就这样", under="居民会看到")
    assert wang.toast == "这个按钮过时了，现在是这样："
    assert not await play.database.read("paused", lambda tx: tx.matters.by_number("1123-01")[0].paused)
