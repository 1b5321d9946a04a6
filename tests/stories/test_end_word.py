"""The resident has the last word: solved, not yet, a grade, or silence, which is never taken for satisfied."""

from __future__ import annotations

import pytest

from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio


async def a_report(play: Play) -> tuple[Somebody, Somebody]:
    """王芳 has told 赵奶奶 that the lamp is mended."""
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")
    await closes(play, wang)
    zhao.rings()
    wang.rings()
    return wang, zhao


async def closes(play: Play, member: Somebody, line: str = "换了灯泡") -> None:
    await member.taps("办结")
    await member.taps("办好了")
    await member.says(line)
    await play.passes(minutes=3)


async def test_solved_is_one_tap_and_rings_nobody_else(play: Play) -> None:
    wang, zhao = await a_report(play)
    await zhao.taps("好了", under="您看看")
    assert zhao.hears("那就好。王芳会知道。")
    assert zhao.hears("1123-01", "您说好了。")
    assert wang.hears("1123-01 路灯坏了，居民说好了。谢谢您。")
    assert not wang.rings()
    assert zhao.finds("您看看").buttons == []


async def test_the_first_grade_counts(play: Play) -> None:
    _, zhao = await a_report(play)
    await zhao.taps("好了", under="您看看")
    bad = zhao.button("不好", "想打分")
    await zhao.taps("很好")
    await zhao.taps_old(bad)
    assert zhao.hears("记下了，谢谢您。")
    assert await play.database.read("grade", lambda tx: tx.matters.by_number("1123-01")[0].grade) == 5


async def test_the_first_word_counts_however_often_it_is_tapped(play: Play) -> None:
    wang, zhao = await a_report(play)
    good = zhao.button("好了", "您看看")
    await zhao.taps("好了", under="您看看")
    heard = len(zhao.inbox)
    await zhao.taps_old(good)
    await zhao.taps_old(good)
    assert len(zhao.inbox) == heard
    assert len([m for m in wang.inbox if "居民说好了" in m.text and "谢谢" in m.text]) == 1


async def test_not_yet_asks_for_a_line_and_goes_back_to_the_same_member_with_its_history(play: Play) -> None:
    ma = await play.member("ma")
    wang, zhao = await a_report(play)
    await zhao.taps("还没好", under="您看看")
    assert zhao.hears("知道了，还没好。哪里不对，说一句就行，王芳接着办。")
    assert not wang.rings()
    await zhao.says("还是一闪一闪的")
    assert zhao.hears("又开了，王芳接着办，今天上午11点前给您回话。")
    assert wang.hears("1123-01 路灯坏了", "还是一闪一闪的", "居民说还没好，第1回", "前给居民回个话")
    assert len(wang.rings()) == 1
    assert ma.hears("1123-01 路灯坏了，居民说还没好，王芳接着办。")
    assert not ma.rings()


async def test_a_voice_note_says_what_is_wrong_as_well(play: Play) -> None:
    wang, zhao = await a_report(play)
    await zhao.taps("还没好", under="您看看")
    await zhao.sends_voice()
    assert any(message.kind == "voice" for message in wang.inbox)
    assert wang.hears("居民说还没好")


async def test_the_second_not_yet_goes_one_level_up(play: Play) -> None:
    ma = await play.member("ma")
    wang, zhao = await a_report(play)
    await zhao.taps("还没好", under="您看看")
    await zhao.says("还是一闪一闪的")
    await wang.taps("接了")
    await closes(play, wang, "又换了一个")
    ma.rings()
    await zhao.taps("还没好", under="又换了一个")
    assert zhao.hears("哪里不对，说一句就行，马丽接着办。")
    await zhao.says("根本没人来")
    assert "居民说还没好，第2回" in ma.rings()[0]
    assert ma.hears("还是一闪一闪的", "根本没人来")
    assert wang.hears("1123-01", "现在在马丽手上")


async def test_not_yet_goes_to_somebody_else_when_the_member_is_away(play: Play) -> None:
    chen = await play.member("chen")
    _, zhao = await a_report(play)
    await play.on_leave("wang")
    await zhao.taps("还没好", under="您看看")
    await zhao.says("还是一闪一闪的")
    assert chen.hears("1123-01 路灯坏了", "还是一闪一闪的")


async def test_a_typed_word_under_the_report_counts_like_the_button(play: Play) -> None:
    wang, zhao = await a_report(play)
    await zhao.replies("您看看", "还没好，晚上又灭了")
    assert wang.hears("居民说还没好，第1回", "晚上又灭了")


async def test_silence_is_asked_about_once_and_then_recorded_as_silence(play: Play) -> None:
    wang, zhao = await a_report(play)
    await play.passes(hours=25)
    assert zhao.rings() == ["「路灯坏了」这件，现在好了吗？不回也没关系，我会记成「没有回音」，不当您满意。"]
    await play.passes(hours=50)
    assert not zhao.rings()
    assert zhao.hears("1123-01", "办完了，没有回音。")
    assert wang.hears("1123-01", "办完了，居民没有回音。")
    assert not wang.rings()


async def test_the_question_about_silence_waits_for_the_morning(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")
    await play.at(22, 30)
    await closes(play, wang)
    zhao.rings()
    await play.at(6, 59, days=1)
    await play.at(6, 59)
    assert not zhao.rings()
    await play.passes(minutes=2)
    assert len(zhao.rings()) == 1


async def test_a_late_not_yet_opens_it_again(play: Play) -> None:
    wang, zhao = await a_report(play)
    await play.passes(hours=80)
    await zhao.taps("又坏了")
    await zhao.says("灯又灭了")
    assert wang.hears("1123-01 路灯坏了", "灯又灭了", "居民说还没好")


async def test_a_late_word_of_thanks_still_counts(play: Play) -> None:
    wang, zhao = await a_report(play)
    good = zhao.button("好了", "您看看")
    await play.passes(hours=80)
    await zhao.taps_old(good)
    assert zhao.hears("1123-01", "您说好了。")
    assert wang.hears("居民说好了。谢谢您。")


async def test_what_she_withdraws_after_not_yet_is_withdrawn_and_no_silence(play: Play) -> None:
    wang, zhao = await a_report(play)
    await zhao.taps("还没好", under="您看看")
    await zhao.says("还是黑的")
    await zhao.taps("更多")
    await zhao.taps("不办了，撤回")
    await zhao.taps("不办了", under="真的不办了吗")
    assert zhao.hears("1123-01 路灯坏了", "您撤回了。")
    assert wang.hears("1123-01 路灯坏了", "居民撤回了，不用办了。")


async def test_a_withdrawal_is_a_ring_only_for_whoever_has_begun(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await zhao.files("3号楼楼道有垃圾")
    await wang.taps("接了", under="垃圾")
    wang.rings()
    for number in ("1123-01", "1123-02"):
        await zhao.taps("更多", under=f"{number} ")
        await zhao.taps("不办了，撤回")
        await zhao.taps("不办了")
    assert zhao.hears("1123-01撤回了。要再办，随时说。")
    assert wang.hears("1123-01", "居民撤回了，不用办了。")
    assert [words[:7] for words in wang.rings()] == ["1123-02"]
