"""办结: a cause, a line or a photo, two minutes to take it back, and the report that the resident gets."""

from __future__ import annotations

import pytest

from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio


async def a_lamp(play: Play) -> tuple[Somebody, Somebody]:
    """王芳 has taken 赵奶奶's lamp."""
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")
    zhao.rings()
    return wang, zhao


async def closes(play: Play, wang: Somebody, cause: str, line: str) -> None:
    """王芳 closes, and the two minutes pass."""
    await wang.taps("办结")
    await wang.taps(cause)
    await wang.says(line)
    await play.passes(minutes=3)


async def test_the_report_says_what_was_done_and_by_whom_with_the_photo(play: Play) -> None:
    wang, zhao = await a_lamp(play)
    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.sends_photo("lamp-repaired", "换了灯泡，亮了。")
    await play.passes(minutes=3)
    report = zhao.finds("王芳说办好了")
    assert report.kind == "photo"
    assert report.caption == "王芳说办好了：换了灯泡，亮了。您看看，好了吗？"
    assert zhao.buttons("王芳说办好了") == ["好了", "还没好"]
    assert len(zhao.rings()) == 1


async def test_a_photo_alone_is_enough(play: Play) -> None:
    wang, zhao = await a_lamp(play)
    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.sends_photo("lamp-repaired")
    await play.passes(minutes=3)
    assert zhao.finds("王芳说办好了").caption == "王芳说办好了。您看看，好了吗？"


async def test_an_album_arrives_whole_with_the_report(play: Play) -> None:
    wang, zhao = await a_lamp(play)
    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.sends_album("lamp-repaired", "lamp", caption="换了灯泡")
    assert not zhao.rings()
    await play.passes(minutes=3)
    assert [message.kind for message in zhao.inbox[-3:]] == ["photo", "photo", "text"]
    assert zhao.last == "王芳说办好了：换了灯泡。您看看，好了吗？"


async def test_an_edited_line_is_taken_over_within_the_two_minutes(play: Play) -> None:
    wang, zhao = await a_lamp(play)
    await wang.taps("办结")
    await wang.taps("办好了")
    line = await wang.says("换了灯跑")
    await wang.edits(line, "换了灯泡")
    await play.passes(minutes=3)
    assert zhao.hears("王芳说办好了：换了灯泡。您看看")


@pytest.mark.parametrize(
    ("cause", "line", "told", "buttons"),
    [
        (
            "办不了",
            "要等街道批",
            "「路灯坏了」现在办不了：要等街道批。说这话的是王芳；想再问，打0931-1234567。",
            ["知道了", "还是要办"],
        ),
        (
            "不归我们",
            "供电局，编号77",
            "「路灯坏了」不归我们管，王芳转出去了：供电局，编号77。",
            ["有着落了", "没人管"],
        ),
        ("联系不上", "敲了三次门", "王芳没联系上您：敲了三次门。这件现在还要办吗？", ["不用办了", "还要办"]),
        ("居民说不办了", "自己修好了", "王芳记的是您说不用办了：自己修好了。对吗？", ["对，不办了", "不对，要办"]),
    ],
)
async def test_each_cause_is_told_in_its_own_words(
    play: Play, cause: str, line: str, told: str, buttons: list[str]
) -> None:
    wang, zhao = await a_lamp(play)
    await closes(play, wang, cause, line)
    assert zhao.hears(told)
    assert zhao.buttons(told) == buttons
    assert not zhao.hears("1123-01", "说办好了")


async def test_a_resident_can_deny_that_she_no_longer_wanted_it(play: Play) -> None:
    wang, zhao = await a_lamp(play)
    await closes(play, wang, "居民说不办了", "电话里说的")
    await zhao.taps("不对，要办", under="对吗")
    await zhao.says("我没接到过电话")
    assert wang.hears("居民说还没好，第1回", "我没接到过电话")


async def test_it_can_be_taken_back_before_the_resident_hears(play: Play) -> None:
    wang, zhao = await a_lamp(play)
    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.says("换了灯泡")
    assert wang.hears("1123-01记下了，两分钟后告诉居民")
    await wang.taps("撤回", under="两分钟后告诉居民")
    assert wang.hears("撤回了，接着办。")
    await play.passes(minutes=5)
    assert not zhao.rings()
    assert zhao.hears("1123-01", "王芳在办，周四上午10点前有结果")
    assert wang.buttons("要有结果") == ["回一句", "办结", "不归我", "更多"]


async def test_after_two_minutes_the_button_to_take_it_back_is_gone_and_pressing_it_late_shows_the_card(
    play: Play,
) -> None:
    wang, zhao = await a_lamp(play)
    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.says("换了灯泡")
    undo = wang.button("撤回", "两分钟后告诉居民")
    await play.passes(minutes=3)
    assert wang.finds("1123-01告诉居民了，等一句话").buttons == []
    await wang.taps_old(undo)
    assert wang.hears("这个按钮过时了")
    assert "已告诉居民，等一句话" in wang.last
    assert zhao.hears("王芳说办好了")


async def test_a_restart_between_the_cause_and_the_line_loses_nothing(play: Play) -> None:
    wang, zhao = await a_lamp(play)
    await wang.taps("办结")
    await wang.taps("办好了")
    await play.restart(minutes=1)
    await wang.says("换了灯泡")
    await play.restart(minutes=3)
    assert zhao.hears("王芳说办好了：换了灯泡。您看看，好了吗？")


async def test_what_was_withdrawn_meanwhile_cannot_be_closed(play: Play) -> None:
    wang, zhao = await a_lamp(play)
    await wang.taps("办结")
    await wang.taps("办好了")
    await zhao.taps("更多")
    await zhao.taps("不办了，撤回")
    await zhao.taps("不办了")
    await wang.says("换了灯泡")
    assert wang.hears("1123-01这会儿已经不在办了")
    assert "居民撤回了" in wang.last
    await play.passes(minutes=3)
    assert not zhao.hears("说办好了")


async def test_others_who_were_asked_see_that_it_is_being_closed(play: Play) -> None:
    wang, chen, zhao = await play.member("wang"), await play.member("chen"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await play.passes(minutes=61)
    await wang.taps("更多")
    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.says("顺手换了灯泡")
    assert chen.finds("1123-01 路灯坏了", "赵奶奶").buttons == []
