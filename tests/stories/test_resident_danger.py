"""Danger is answered before anything else, filed without a tap, and never told that help is coming before it is."""

from __future__ import annotations

import pytest

from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio


def alarms(somebody: Somebody) -> int:
    return sum("先看这件" in rung for rung in somebody.rings())


async def test_the_right_numbers_come_first_and_no_tap_is_needed(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼2单元有煤气味，很浓")
    advice, receipt = zhao.inbox
    assert advice.text.startswith("别动开关，能开门窗就开，先到楼外，再打119或0931-7654321。")
    assert "编号1123-01" in receipt.text
    assert wang.hears("先看这件", "煤气味", "桃源里3号楼2单元")


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("3号楼着火了", "119"),
        ("3号楼有人晕倒了", "120"),
        ("3号楼楼下有人拿刀砍人", "110"),
        ("我不想活了", "12356"),
        ("3号楼电梯里困着人", "119"),
        ("There is a fire in building 3", "119"),
    ],
)
async def test_each_danger_has_its_own_number(play: Play, words: str, number: str) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says(words)
    assert number in zhao.inbox[0].text


async def test_the_deputy_and_the_desk_are_called_with_the_owner(play: Play) -> None:
    people = [await play.member(id) for id in ("wang", "chen", "ma")]
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼着火了")
    assert [alarms(somebody) for somebody in people] == [1, 1, 1]


async def test_nobody_is_said_to_be_coming_before_somebody_has_accepted(play: Play) -> None:
    chen, zhao = await play.member("chen"), play.newcomer(101, "赵奶奶")
    await play.member("wang")
    await zhao.says("3号楼着火了")
    said = " ".join(message.text for message in zhao.inbox)
    assert "我正在叫王芳，请别等我。" in said
    for promise in ("接了", "在办", "马上到", "会来", "在路上", "放心"):
        assert promise not in said
    await chen.taps("接了")
    assert zhao.hears("陈亮接了这件事")


async def test_an_unknown_place_is_asked_after_the_alarm_and_calls_those_who_are_near(play: Play) -> None:
    wang, chen, ma = [await play.member(id) for id in ("wang", "chen", "ma")]
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts()
    await zhao.says("我家有煤气味")
    assert zhao.hears("我正在叫马丽")
    assert zhao.last.startswith("在哪儿？")
    assert alarms(ma) == 1
    assert alarms(wang) == 0
    await zhao.says("桃源里3号楼2单元")
    assert zhao.hears("地方记下了。交给王芳")
    assert alarms(wang) == 1
    assert alarms(chen) == 1
    assert ma.hears("先看这件", "桃源里3号楼2单元")
    assert zhao.keys == ["报事", "我的事", "请打电话给我", "帮助"]


async def test_a_place_that_the_map_does_not_know_is_noted_for_whoever_is_called(play: Play) -> None:
    ma, zhao = await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.says("着火了")
    await zhao.says("后街小卖部旁边")
    assert ma.hears("先看这件", "后街小卖部旁边")
    assert zhao.hears("地方记下了，马丽看得到。")


async def test_who_calls_again_may_say_where_at_last(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await play.member("ma")
    await zhao.says("着火了")
    await zhao.says("桃源里3号楼着火了，快来人")
    assert alarms(wang) == 1
    assert not zhao.hears("1123-02")


async def test_danger_in_the_middle_of_a_draft_takes_all_of_it_along(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.sends_photo("leak", "水漏到插座上了")
    await zhao.says("有人触电了")
    assert zhao.hears("编号1123-01")
    assert not zhao.hears("对吗？", "有人触电")
    assert wang.hears("先看这件", "水漏到插座上了", "有人触电了")
    assert any(message.kind == "photo" for message in wang.inbox)


async def test_danger_is_never_taken_for_an_answer(play: Play) -> None:
    await play.member("ma")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("路灯坏了")
    assert zhao.last.startswith("在哪儿？")
    await zhao.says("我家着火了")
    assert zhao.hears("人先出来", "119")
    assert zhao.hears("编号1123-01", "着火")


async def test_danger_behind_the_command_needs_no_tap_either(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.says("/report 3号楼着火了")
    assert wang.hears("先看这件", "着火")


async def test_repeated_cries_are_one_alarm(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼着火了")
    await zhao.says("着火了快来人")
    await zhao.says("火越来越大了，救命")
    assert alarms(wang) == 1
    assert wang.hears("赵奶奶（1123-01 着火了）：火越来越大了，救命")
    assert not zhao.hears("1123-02")


async def test_after_somebody_has_it_a_cry_is_told_who(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼着火了")
    await wang.taps("接了")
    await zhao.says("火更大了，着火了")
    assert zhao.hears("119", "王芳已经接了。")


async def test_danger_in_an_open_matter_raises_it(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼电线老化了")
    wang.rings()
    await zhao.replies("1123-01", "现在着火了")
    assert alarms(wang) == 1
    assert zhao.hears("人先出来")


async def test_danger_denied_shows_the_numbers_and_goes_the_ordinary_way(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says("没有煤气味，就是想问一下燃气费")
    assert zhao.hears("万一有危险，别等我", "119", "120", "110", "12356")
    assert zhao.hears("我这样记", "对吗？")
    assert not wang.rings()


async def test_a_member_who_reports_danger_calls_somebody_else(play: Play) -> None:
    wang, chen, ma = [await play.member(id) for id in ("wang", "chen", "ma")]
    await wang.says("3号楼着火了")
    assert wang.hears("人先出来", "我正在叫陈亮")
    assert alarms(chen) == 1
    assert alarms(ma) == 1


async def test_a_member_who_tells_how_it_stands_raises_no_new_alarm(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼有煤气味")
    await wang.replies("先看这件", "确实漏气，煤气公司在关阀")
    assert zhao.hears("王芳：确实漏气，煤气公司在关阀")
    assert not wang.hears("我正在叫")


async def test_danger_words_in_the_closing_line_close_the_matter(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼有煤气味")
    await wang.taps("接了")
    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.says("煤气泄漏，换了阀门")
    await play.passes(minutes=3)
    assert zhao.hears("王芳说办好了：煤气泄漏，换了阀门")
    assert not zhao.hears("1123-02")


async def test_still_dangerous_after_the_close_is_danger_again(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼燃气灶打不着火")
    await wang.taps("接了")
    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.says("修了灶")
    await play.passes(minutes=3)
    wang.rings()
    await zhao.taps("还没好")
    await zhao.says("还在漏煤气，满屋煤气味")
    assert zhao.hears("别动开关")
    assert alarms(wang) == 1


async def test_danger_rings_at_night_and_comes_before_what_waits(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await play.at(2)
    await zhao.says("3号楼着火了")
    assert alarms(wang) == 1


async def test_who_is_in_despair_can_answer_with_one_tap_and_somebody_still_looks_in(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says("我不想活了")
    assert zhao.buttons("12356") == ["我没事", "我要人陪"]
    await zhao.taps("我要人陪")
    assert wang.hears("赵奶奶（1123-01 我不想活了）：我要人陪")
    assert zhao.last == "已转给王芳。"
    await zhao.taps("我没事")
    assert wang.hears("赵奶奶（1123-01 我不想活了）：我没事")
    assert wang.buttons("先看这件") == ["接了", "不归我", "更多"]
