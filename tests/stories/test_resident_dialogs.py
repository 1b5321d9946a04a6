"""Dialogs in real life: a restart in the middle, stale buttons, going back, and a draft that was left lying."""

from __future__ import annotations

import pytest

from tests.stories.house import Play

pytestmark = pytest.mark.asyncio


async def test_a_restart_in_the_middle_loses_nothing(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.sends_photo("lamp", "楼道灯坏了")
    await zhao.taps("改一改")
    await play.restart()
    await zhao.taps("不留名")
    assert zhao.hears("我这样记：桃源里东门，楼道灯坏了", "带上1张照片。", "不留名。")
    await play.restart()
    await zhao.says("对")
    assert wang.hears("1123-01", "楼道灯坏了", "居民")


async def test_what_was_tapped_while_the_bot_was_down_counts(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says("楼道灯坏了")
    await play.close()
    zhao.phone.taps(zhao.inbox[-1].id, "交给王芳")
    await play.open()
    await play.settled()
    assert wang.hears("1123-01", "楼道灯坏了")


async def test_a_stale_button_says_so_and_shows_the_open_question(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says("楼道灯坏了")
    old = zhao.button("交给", "我这样记")
    await zhao.taps("改一改")
    await zhao.taps_old(old)
    assert zhao.toast == "这个按钮过时了，现在是这样："
    assert zhao.hears("这个按钮过时了")
    assert zhao.last == "改哪儿？"
    assert not zhao.hears("编号1123-01")


async def test_a_stale_button_of_a_finished_dialog_shows_what_is_open(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says("楼道灯坏了")
    old = zhao.button("交给", "我这样记")
    await zhao.taps("交给")
    await play.passes(minutes=1)
    await zhao.taps_old(old)
    assert zhao.hears("这个按钮过时了")
    assert "在办的1件" in zhao.last
    assert not zhao.hears("1123-02")


async def test_a_question_answered_by_typing_loses_its_buttons(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says("楼道灯坏了")
    await zhao.says("1")
    assert zhao.buttons("我这样记") == []
    assert zhao.hears("我这样记", "✓ 交给马丽")


async def test_back_goes_one_question_back(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says("楼道灯坏了")
    await zhao.taps("改一改")
    await zhao.taps("替别人报")
    assert zhao.last.startswith("替谁报？")
    await zhao.says("返回")
    assert zhao.last == "改哪儿？"
    await zhao.says("上一步")
    assert zhao.hears("我这样记")


async def test_who_goes_back_before_the_first_question_is_let_go(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.files("楼道灯坏了")
    await zhao.taps("更多")
    await zhao.says("返回")
    assert zhao.last == "好的。有事随时说。"
    await zhao.says("谢谢")
    assert zhao.last.startswith("不客气")


async def test_the_owner_who_goes_on_leave_while_she_thinks_is_asked_about_again(play: Play) -> None:
    await play.member("wang")
    chen, zhao = await play.member("chen"), play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says("楼道灯坏了")
    await play.on_leave("wang")
    await zhao.taps("交给王芳")
    assert zhao.hears("我这样记", "交给陈亮", "对吗？")
    assert not chen.rings()
    await zhao.taps("交给陈亮")
    assert chen.hears("1123-01")


async def test_a_promise_that_has_moved_on_while_she_thought_asks_no_second_time(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says("楼道灯坏了")
    await play.passes(hours=3)
    await zhao.taps("交给王芳")
    assert zhao.hears("编号1123-01", "今天下午2点前给您回话")
    assert wang.hears("今天下午2点前给居民回个话")


# ---- a draft left lying --------------------------------------------------------------------------------------------


async def test_after_ten_minutes_one_question_stands_at_the_end_of_the_chat(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says("楼道灯坏了")
    zhao.rings()
    await play.passes(minutes=9)
    assert not zhao.rings()
    await play.passes(minutes=2)
    assert len(zhao.rings()) == 1
    assert zhao.last.startswith("刚才那件还没交。\n我这样记：桃源里东门，楼道灯坏了")
    assert sum("我这样记" in message.text for message in zhao.inbox) == 1
    await zhao.taps("交给王芳")
    assert wang.hears("1123-01")


async def test_next_morning_it_is_asked_once_more_with_a_promise_for_today(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says("楼道灯坏了")
    await play.passes(hours=1)
    zhao.rings()
    await play.at(8, days=1)
    assert [rung[:8] for rung in zhao.rings()] == ["昨天那件还没交。"]
    assert zhao.hears("今天上午9点前给您回话")


async def test_then_it_is_put_away_and_that_is_said(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says("楼道灯坏了")
    await play.passes(days=2)
    assert zhao.last == "「楼道灯坏了」没交，我收起来了。要报随时再说，或打0931-1234567。"
    zhao.rings()
    await play.passes(days=7)
    assert not zhao.rings()
    assert not wang.rings()


async def test_a_draft_of_the_night_rings_no_phone_before_the_morning(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await play.at(23, 30)
    await zhao.says("楼道灯坏了")
    zhao.rings()
    await play.at(6, 59)
    assert not zhao.rings()
    await play.at(7, 1)
    assert len(zhao.rings()) == 1
    await play.at(9)
    assert not zhao.rings()


async def test_what_was_handed_in_is_not_asked_about(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.files("楼道灯坏了")
    await play.passes(minutes=15)
    assert zhao.hears("交上去了，编号1123-01")
    assert not zhao.hears("还没交")


async def test_a_suspended_draft_is_not_forgotten_and_its_buttons_bring_it_back(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says("楼道灯坏了")
    await zhao.says("请打电话给我")
    assert zhao.last.startswith("打哪个号码")
    await zhao.taps("改一改", under="我这样记")
    await zhao.says("返回")
    await zhao.says("对")
    assert wang.hears("1123-01", "楼道灯坏了")
