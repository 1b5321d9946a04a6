"""请假 and blocking the bot: what a member has in hand never waits for her."""

from __future__ import annotations

import pytest

from domain.messages import Address, Outbound, Text
from storage.transaction import Transaction
from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio


async def a_lamp_and_a_deputy(play: Play) -> tuple[Somebody, Somebody, Somebody]:
    """王芳 has taken 赵奶奶's lamp; 陈亮 is the deputy."""
    wang, chen, zhao = await play.member("wang"), await play.member("chen"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")
    zhao.rings()
    return wang, chen, zhao


async def test_a_leave_is_said_in_a_line_and_confirmed_by_a_tap(play: Play) -> None:
    wang, _, _ = await a_lamp_and_a_deputy(play)
    await wang.says("下周请假")
    assert wang.hears("11月30日周一到12月6日周日您休息。1件由陈亮接着办，居民会知道。")
    assert wang.buttons("您休息") == ["就这样", "算了"]
    await wang.taps("就这样")
    assert wang.hears("记下了，好好休息。")


async def test_when_it_begins_her_matters_move_and_the_residents_hear(play: Play) -> None:
    wang, chen, zhao = await a_lamp_and_a_deputy(play)
    await wang.says("明天请假")
    await wang.taps("就这样")
    assert not chen.hears("1123-01")
    await play.at(0, 1, days=1)
    assert chen.hears("1123-01 路灯坏了", "前给居民回个话")
    assert not chen.rings()
    assert zhao.hears("现在由陈亮接着办，今天", "8点前给您回话。")
    assert wang.hears("1123-01", "现在在陈亮手上")


async def test_a_leave_from_today_moves_them_at_once(play: Play) -> None:
    wang, chen, zhao = await a_lamp_and_a_deputy(play)
    await wang.says("今天请假")
    assert wang.hears("11月23日周一您休息。1件由陈亮接着办")
    await wang.taps("就这样")
    assert len(chen.rings()) == 1
    assert zhao.rings() == ["现在由陈亮接着办，今天上午11点前给您回话。"]


async def test_what_comes_in_meanwhile_goes_to_the_deputy_and_afterwards_to_her_again(play: Play) -> None:
    wang, chen, zhao = await play.member("wang"), await play.member("chen"), play.newcomer(101, "赵奶奶")
    await wang.says("今天请假")
    assert wang.hears("您休息。新来的事由陈亮接。")
    await wang.taps("就这样")
    await zhao.files()
    assert chen.hears("1123-01 路灯坏了")
    await play.at(8, days=1)
    await zhao.files("3号楼楼道有垃圾")
    assert wang.hears("1124-01 有垃圾")


async def test_second_thoughts_take_no_leave(play: Play) -> None:
    wang, chen, _ = await a_lamp_and_a_deputy(play)
    await wang.says("今天请假")
    await wang.taps("算了")
    assert wang.hears("好，没请假。")
    assert not chen.hears("1123-01")


async def test_the_command_alone_asks_when(play: Play) -> None:
    wang, _, _ = await a_lamp_and_a_deputy(play)
    await wang.says("请假")
    assert wang.hears("哪天到哪天休息？")
    await wang.says("明天到周五")
    assert wang.hears("11月24日周二到11月27日周五您休息")


async def test_a_leave_ahead_can_be_taken_back(play: Play) -> None:
    wang, chen, _ = await a_lamp_and_a_deputy(play)
    await wang.says("明天请假")
    await wang.taps("就这样")
    await wang.says("销假")
    assert wang.last == "好，往后的假都取消了。"
    await play.at(9, days=1)
    assert not chen.hears("1123-01")


async def test_who_comes_back_early_gets_matters_again(play: Play) -> None:
    wang, _, zhao = await a_lamp_and_a_deputy(play)
    await wang.says("今天请假")
    await wang.taps("就这样")
    await wang.says("销假")
    assert wang.hears("好，从现在起有事又会找您。")
    await zhao.files("3号楼楼道有垃圾")
    assert wang.hears("1123-02 有垃圾")


async def test_with_deputy_and_desk_away_too_the_leave_still_leaves_nothing_unowned(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    ma = await play.member("ma")
    await zhao.files()
    await wang.says("今天请假")
    assert wang.hears("1件由马丽接着办")
    await wang.taps("就这样")
    assert ma.hears("1123-01 路灯坏了")


async def test_who_blocks_the_bot_has_nothing_in_hand_from_that_moment_on(play: Play) -> None:
    ma = await play.member("ma")
    wang, chen, zhao = await a_lamp_and_a_deputy(play)
    wang.phone.blocks_bot()
    await play.settled()
    assert chen.hears("1123-01 路灯坏了", "前给居民回个话")
    assert zhao.rings() == ["现在由陈亮接着办，今天上午11点前给您回话。"]
    assert ma.hears("王芳收不到消息了，手上1件已交给别人，请问一声。")


async def test_a_block_that_is_only_noticed_when_a_message_comes_back_counts_too(play: Play) -> None:
    ma = await play.member("ma")
    wang, chen, zhao = await a_lamp_and_a_deputy(play)
    wang.phone.chat.blocked = True  # the platform did not say so
    await zhao.replies("1123-01", "灯杆也歪了")
    assert chen.hears("1123-01 路灯坏了", "灯杆也歪了")
    assert ma.hears("王芳收不到消息了")


async def test_of_several_messages_that_come_back_the_desk_hears_once(play: Play) -> None:
    ma = await play.member("ma")
    wang, _, _ = await a_lamp_and_a_deputy(play)
    wang.phone.chat.blocked = True
    address = Address("telegram", str(wang.phone.id))

    def two_notices(tx: Transaction) -> None:
        for words in ("明天停水", "后天停电"):
            tx.outbox.put(Outbound(address, (Text(words),)))

    await play.database.transact("notices", two_notices)
    play.bench.wake()
    await play.settled()
    wang.phone.chat.blocked = False
    wang.phone.blocks_bot()  # the platform says so only now
    await play.settled()
    assert [message.text for message in ma.inbox if "收不到消息了" in message.text] == [
        "王芳收不到消息了，手上1件已交给别人，请问一声。"
    ]


async def test_who_comes_back_gets_new_matters(play: Play) -> None:
    wang, _, zhao = await a_lamp_and_a_deputy(play)
    wang.phone.blocks_bot()
    await play.settled()
    await wang.starts()
    await zhao.files("3号楼楼道有垃圾")
    assert wang.hears("1123-02 有垃圾")


async def test_a_member_who_leaves_the_roster_leaves_nothing_behind(play: Play) -> None:
    ma = await play.member("ma")
    wang, chen, zhao = await a_lamp_and_a_deputy(play)
    await play.dismisses("wang")
    assert chen.hears("1123-01 路灯坏了")
    assert zhao.hears("现在由陈亮接着办")
    assert ma.hears("1123-01从王芳转到陈亮。")
    assert wang.finds("1123-01", "现在在陈亮手上").buttons == []


@pytest.mark.parametrize("rests", [True, False])
async def test_words_about_what_she_has_closed_reach_the_desk_once_she_is_not_there(play: Play, rests: bool) -> None:
    wang, ma, li = await play.member("wang"), await play.member("ma"), play.newcomer(9001, "李叔")
    await li.files()
    await wang.taps("接了")
    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.says("换了灯泡")
    await play.passes(minutes=3)
    if rests:
        await wang.says("今天到周日请假")
        await wang.taps("就这样")
    else:
        await play.dismisses("wang")
    await li.replies("换了灯泡", "灯罩碎了一地")
    assert li.last == "已转给马丽。"
    assert ma.hears("1123-01", "灯罩碎了一地")
    await ma.replies("灯罩碎了一地", "明早来扫")
    assert li.hears("马丽", "明早来扫")


async def test_who_says_that_she_comes_back_later_than_she_does_anyway_is_told_so(play: Play) -> None:
    wang, _, _ = await a_lamp_and_a_deputy(play)
    await wang.says("请假到周三")
    await wang.taps("就这样")
    await wang.says("下周三回来上班")
    assert "本来就不休息了" in wang.last
