"""延期: more time is asked for with a reason, the desk decides, and nothing that was promised moves silently."""

from __future__ import annotations

import pytest

from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio


async def asked(play: Play) -> tuple[Somebody, Somebody, Somebody]:
    """Due on Thursday at ten; 王芳 asks for three working days more."""
    wang, ma, zhao = await play.member("wang"), await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")
    ma.rings()
    zhao.rings()
    await wang.taps("更多", under="要有结果")
    await wang.taps("要多几天")
    await wang.taps("多3天")
    await wang.says("灯杆要重新立，厂家排到下周")
    return wang, ma, zhao


async def test_the_desk_reads_who_asks_for_how_long_and_why(play: Play) -> None:
    wang, ma, zhao = await asked(play)
    assert ma.rings() == ["王芳想把1123-01「路灯坏了」延到12月1日上午10点：灯杆要重新立，厂家排到下周"]
    assert ma.buttons("王芳想把") == ["同意", "不同意，说一句"]
    assert wang.hears("1123-01问马丽了", "原来的时候不变")
    assert wang.hears("1123-01", "已问案头：能不能到12月1日上午10点。")
    assert not zhao.rings()


async def test_agreed_both_sides_hear_the_new_time_and_the_resident_why(play: Play) -> None:
    wang, ma, zhao = await asked(play)
    await ma.taps("同意", under="王芳想把")
    assert zhao.rings() == ["要多些时间：灯杆要重新立，厂家排到下周。王芳接着办，12月1日上午10点前有结果。"]
    assert zhao.hears("1123-01", "王芳在办，12月1日上午10点前有结果。")
    assert wang.hears("1123-01案头同意了，到12月1日上午10点。")
    assert wang.hears("1123-01", "12月1日上午10点前要有结果")
    assert not wang.hears("已问案头")
    assert ma.hears("王芳想把1123-01", "✓ 同意")


async def test_refused_the_member_hears_why_and_the_promise_stands(play: Play) -> None:
    wang, ma, zhao = await asked(play)
    await ma.taps("不同意", under="王芳想把")
    await ma.says("备用灯杆在库房，先用着")
    assert wang.hears("1123-01案头没同意：备用灯杆在库房，先用着。", "周四上午10点前要有结果")
    assert not wang.hears("已问案头")
    assert zhao.hears("1123-01", "周四上午10点前有结果。")
    assert not zhao.rings()


async def test_while_nobody_has_decided_lateness_is_owned_up_to_as_ever(play: Play) -> None:
    _, _, zhao = await asked(play)
    await play.passes(days=3)
    assert zhao.hears("说好今天上午10点，没办到，对不住。")


async def test_it_stands_on_the_desk_until_it_is_decided(play: Play) -> None:
    _, ma, _ = await asked(play)
    await ma.says("案头")
    assert "1123-01 路灯坏了" in ma.last
    assert "王芳要多些时间" in ma.last
    await ma.taps("看 1123-01")
    assert ma.hears("1123-01", "王芳想把1123-01「路灯坏了」延到12月1日上午10点")
    await ma.taps("同意", under="也请" if ma.hears("也请") else "1123-01 路灯坏了\n")
    await ma.says("案头")
    assert "要多些时间" not in ma.last


async def test_an_older_request_is_not_decided_by_its_button(play: Play) -> None:
    wang, ma, zhao = await asked(play)
    old = ma.button("同意", "王芳想把")
    await wang.taps("更多", under="要有结果")
    await wang.taps("要多几天")
    await wang.taps("多1天")
    await wang.says("明天就到")
    await ma.taps_old(old)
    assert not zhao.hears("要多些时间")
    await ma.taps("同意", under="明天就到")
    assert zhao.hears("要多些时间：明天就到。王芳接着办，周五上午10点前有结果。")


async def test_new_hands_take_the_request_with_them(play: Play) -> None:
    wang, ma, zhao = await asked(play)
    await play.member("chen")
    await wang.says("今天请假")
    await wang.taps("就这样", under="您休息")
    await ma.taps("同意", under="王芳想把")
    assert not zhao.hears("要多些时间")


async def test_a_desk_gives_itself_the_time_and_the_resident_reads_why(play: Play) -> None:
    ma, zhao = await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await ma.taps("接了")
    zhao.rings()
    await ma.taps("更多", under="要有结果")
    await ma.taps("要多几天")
    await ma.says("下周三下午")
    await ma.says("等区里的车")
    assert zhao.rings() == ["要多些时间：等区里的车。马丽接着办，12月2日晚上6点前有结果。"]
    assert ma.hears("1123-01延到12月2日晚上6点，居民会知道。")


async def test_no_later_than_promised_is_asked_again(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")
    await wang.taps("更多", under="要有结果")
    await wang.taps("要多几天")
    await wang.says("明天")
    assert "这不比周四上午10点晚" in wang.last


async def test_how_it_went_tells_of_it(play: Play) -> None:
    _, ma, zhao = await asked(play)
    await ma.taps("同意", under="王芳想把")
    await zhao.taps("更多", under="在办")
    await zhao.taps("看经过")
    assert "多给了些时间" in zhao.last


async def test_a_day_alone_means_the_end_of_its_working_hours(play: Play) -> None:
    wang, ma, zhao = await play.member("wang"), await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")
    await wang.taps("更多", under="要有结果")
    await wang.taps("要多几天")
    await wang.says("周五")
    await wang.says("等灯杆")
    await ma.taps("同意", under="王芳想把")
    assert zhao.hears("要多些时间：等灯杆。王芳接着办，周五晚上6点前有结果。")
