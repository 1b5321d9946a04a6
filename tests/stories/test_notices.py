"""通知: a desk tells its area something, sees how far it came, and answers what is asked about it."""

from __future__ import annotations

import pytest

from tests.stories.consulting import neighbours
from tests.stories.house import Play, Somebody
from tests.stories.telling import OFF, tells

pytestmark = pytest.mark.asyncio


async def test_a_desk_tells_its_area_sees_whom_it_reached_and_answers_a_question(play: Play) -> None:
    ma = await play.member("ma")
    zhao, li = await neighbours(play, "赵奶奶", "李叔")
    await ma.says("小道理")
    await ma.taps("通知")
    await ma.taps("停水停电")
    await ma.says(OFF)
    await ma.taps("不是")
    await ma.taps("桃源社区")
    await ma.taps("好，到时候这样答")
    assert ma.hears("停水停电 · 桃源社区", OFF, "有效到11月26日周四")
    assert ma.hears("会发给桃源社区的2位，马上就发完")
    assert not zhao.hears(OFF)
    zhao.rings()
    await ma.taps("发出")
    assert zhao.buttons(OFF) == ["我想问", "少收这样的"]
    assert len(zhao.rings()) == 1
    assert ma.hears("停水停电：周四上午九点到十二点", "正在发")
    await play.passes(seconds=15)
    assert ma.hears("停水停电：周四上午九点到十二点", "送到2位的手机上", "还没有人问")
    await zhao.replies(OFF, "几楼以上停？")
    assert zhao.hears("问给马丽了", "有回话我马上告诉您")
    assert ma.hears("赵奶奶问「周四上午九点到十二点", "几楼以上停？")
    await ma.replies("几楼以上停？", "整栋楼都停")
    assert ma.hears("已转给赵奶奶")
    assert ma.hears("几楼以上停？", "✓ 回了：整栋楼都停")
    assert zhao.hears("您问的「几楼以上停？」，桃源社区回话：整栋楼都停")
    assert not li.hears("整栋楼")
    await ma.taps("看现在")
    assert ma.hears("问了1句，都回了")
    await li.says("消息")
    assert li.hears("您那里的消息", "1 停水停电 周四上午九点到十二点", "到11月26日")
    await li.taps("1")
    assert "我想问" in li.buttons(OFF)


async def test_nobody_but_the_desk_of_the_place_writes_or_sees_what_was_asked(play: Play) -> None:
    ma, wang = await play.member("ma"), await play.member("wang")
    (zhao,) = await neighbours(play, "赵奶奶")
    await tells(ma)
    await ma.taps("发出")
    await zhao.replies(OFF, "几楼以上停？")
    _, stop = ma.button("作废", "政策：")
    _, answer = ma.button("回话", "几楼以上停？")
    await wang.says("小道理")
    await wang.taps("通知")
    assert wang.hears("您那里的消息", "周四上午")
    for who, data in ((wang, stop), (zhao, stop), (wang, answer)):
        await who.taps_old((who.inbox[-1].id, data))
        assert "不在您手上" in who.toast
    await wang.says("通知")
    await zhao.says(f"通知 {OFF}")
    assert not any(who.hears("写哪一种") for who in (wang, zhao))


def letters(who: Somebody) -> int:
    """How many of the notice she has."""
    return sum(OFF in message.text for message in who.inbox)


def gone(*people: Somebody) -> None:
    """They have left the bot, and it has not heard of it yet."""
    for each in people:
        each.phone.chat.blocked = True


async def back(who: Somebody) -> None:
    who.phone.chat.blocked = False
    await who.starts("gate1")


async def test_who_missed_it_and_is_back_gets_it_once_and_nobody_gets_it_twice(play: Play) -> None:
    ma = await play.member("ma")
    zhao, li, wu = await neighbours(play, "赵奶奶", "李叔", "小吴")
    gone(zhao, wu)
    await tells(ma)
    await ma.taps("发出")
    await play.passes(seconds=15)
    assert ma.hears("送到1位的手机上", "2位没送到")
    assert "再发给没收到的" not in str(ma.buttons("2位没送到"))
    await back(zhao)
    late = play.newcomer(120, "新来的")
    await late.starts("gate1")
    await ma.taps("看现在")
    old = ma.button("再发给没收到的1位", "2位没送到")
    await ma.taps("再发给没收到的1位")
    assert ma.hears("收到过的人不会再收", "后来才来的人，在「消息」里看得到")
    await ma.taps("发出", under="收到过的人不会再收")
    assert ma.hears("正在发，送到了1位")
    await play.passes(seconds=15)
    assert ma.hears("送到2位的手机上", "1位没送到")
    assert [letters(each) for each in (zhao, li, wu, late)] == [1, 1, 0, 0]
    await ma.taps_old(old)
    assert [letters(each) for each in (zhao, li)] == [1, 1]
    await ma.taps("作废")
    await ma.taps("作废", under="没发的不发了")
    await play.passes(seconds=15)
    assert zhao.hears("作废了：政策")


async def test_where_nobody_missed_it_or_it_counts_no_more_there_is_nothing_to_send_again(play: Play) -> None:
    ma = await play.member("ma")
    zhao, _ = await neighbours(play, "赵奶奶", "李叔")
    await tells(ma)
    await ma.taps("发出")
    await play.passes(seconds=15)
    await zhao.starts("gate1")
    await ma.taps("看现在")
    assert "再发给没收到的" not in str(ma.buttons("送到2位的手机上"))
    gone(zhao)
    await tells(ma, "周五上午停水")
    await ma.taps("发出")
    await play.passes(seconds=15)
    await back(zhao)
    await ma.taps("看现在")
    await ma.taps("再发给没收到的1位")
    await play.passes(days=4)
    await ma.taps("发出", under="收到过的人不会再收")
    assert not zhao.hears("周五上午停水")
    await ma.taps("看现在", under="周五上午停水")
    assert "再发给没收到的" not in str(ma.buttons("过期了"))
