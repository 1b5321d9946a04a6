"""What neighbours who share a matter never learn of one another: names, words, photographs, telephones, flats."""

from __future__ import annotations

import pytest

from tests.stories.house import Play, Somebody, told

pytestmark = pytest.mark.asyncio

ZHAO = ("赵奶奶", "501", "腿脚不好", "13911110000", "1123-01")
LI = ("李叔", "302", "上夜班", "13922220000", "1123-02")


def everything(person: Somebody) -> str:
    """All that the bot ever showed her, buttons included."""
    buttons = [button.text for message in person.inbox for row in message.buttons for button in row]
    return "\n".join([*(told(message) for message in person.inbox), *buttons])


async def lives_of_a_shared_lamp(play: Play) -> tuple[Somebody, Somebody, Somebody, Somebody]:
    """Two residents say all they can, and the lamp goes its way to the end."""
    wang, ma = await play.member("wang"), await play.member("ma")
    zhao, li = play.newcomer(101, "赵奶奶"), play.newcomer(102, "李叔")
    await zhao.sends_photo("lamp", "3号楼2单元501门口的路灯坏了，我腿脚不好，电话13911110000")
    await zhao.taps("交给")
    await li.says("3号楼2单元302门口也黑，路灯坏了，我上夜班，电话13922220000")
    await li.taps("同一件，我也算一个")
    await zhao.replies("1123-01", "我腿脚不好，快些吧")
    await li.replies("1123-02", "我上夜班，回来看不见")
    await wang.taps("接了")
    await wang.replies("1123-01", "赵奶奶您别急")
    await wang.taps("回一句")
    await wang.taps("明天上午")
    for each in (zhao, li):
        await each.says("怎么样了")
        await each.says("我的事")
        await each.taps("更多", under="路灯坏了")
        await each.taps("看经过")
    await ma.says("1123-01")
    await wang.taps("办结", under="路灯坏了")
    await wang.taps("办好了")
    await wang.says("李叔门口的也一起换了")
    await play.passes(minutes=3)
    await play.passes(days=4)
    return wang, ma, zhao, li


async def test_neither_ever_reads_anything_of_the_other(play: Play) -> None:
    _, _, zhao, li = await lives_of_a_shared_lamp(play)
    assert not [word for word in LI if word in everything(zhao)]
    assert not [word for word in ZHAO if word in everything(li)]
    assert "photo" not in [message.kind for message in li.inbox]


async def test_the_member_reads_what_a_neighbour_adds_without_her_name(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    li = play.newcomer(102, "李叔")
    await li.says("3号楼路灯坏了，晚上回来看不见路")
    await li.taps("同一件，我也算一个")
    assert wang.hears("1123-01", "2户", "邻居补充：3号楼路灯坏了，晚上回来看不见路")
    assert "李叔" not in everything(wang)


async def test_a_flat_is_never_named_to_who_reports_the_same(play: Play) -> None:
    await play.member("wang")
    zhao, li = play.newcomer(101, "赵奶奶"), play.newcomer(102, "李叔")
    await zhao.files("3号楼2单元501没暖气，我家老人怕冷")
    await li.says("3号楼没暖气")
    assert "桃源里3号楼的供暖，今天有邻居报过。" in li.last
    assert not [word for word in ("501", "2单元", "怕冷", "老人") if word in li.last]


# ---- the photograph ------------------------------------------------------------------------------------------------


async def photographed(play: Play) -> Somebody:
    """赵奶奶 with a picture of the lamp, and 李叔 who has joined her."""
    await play.member("wang")
    zhao, li = play.newcomer(101, "赵奶奶"), play.newcomer(102, "李叔")
    await zhao.sends_photo("lamp", "3号楼路灯坏了")
    await zhao.taps("交给")
    zhao.rings()
    await li.says("3号楼路灯坏了")
    assert "photo" not in [message.kind for message in li.inbox]
    await li.taps("同一件，我也算一个")
    return zhao


async def test_her_photograph_is_shown_after_her_yes_which_is_asked_once_and_rings_nobody(play: Play) -> None:
    zhao = await photographed(play)
    assert not zhao.rings()
    assert zhao.buttons("可以给也来报的邻居看吗") == ["可以给邻居看", "不给"]
    await zhao.taps("可以给邻居看")
    assert zhao.hears("邻居来报时看得到这张照片")
    sun = play.newcomer(103, "孙姐")
    await sun.says("3号楼路灯坏了")
    assert sun.inbox[-1].kind == "photo"
    assert "有邻居报过" in sun.last
    await sun.taps("同一件，我也算一个")
    assert sun.hears("1123-03", "和邻居报的是同一件")
    assert len([m for m in zhao.inbox if "可以给也来报的邻居看吗" in told(m)]) == 0


async def test_without_her_yes_it_stays_with_the_member(play: Play) -> None:
    zhao = await photographed(play)
    await zhao.taps("不给")
    sun = play.newcomer(103, "孙姐")
    await sun.says("3号楼路灯坏了")
    assert "有邻居报过" in sun.last
    assert "photo" not in [message.kind for message in sun.inbox]


# ---- the telephone -------------------------------------------------------------------------------------------------


async def test_a_number_goes_to_the_one_who_has_it_and_not_to_the_next(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    chen = await play.member("chen")
    await zhao.files("3号楼路灯坏了")
    li = play.newcomer(102, "李叔")
    await li.says("3号楼路灯坏了")
    await li.taps("同一件，我也算一个")
    await li.says("请打电话给我")
    await li.says("13922220000")
    await li.taps("可以")
    assert wang.hears("1123-02", "13922220000")
    await wang.says("今天请假")
    await wang.taps("就这样")
    await chen.says("怎么样了")
    assert chen.hears("1123-01", "2户")
    assert "13922220000" not in everything(chen)
    (matter,) = await play.database.read("matter", lambda tx: tx.matters.by_number("1123-02"))
    assert not matter.show_phone
