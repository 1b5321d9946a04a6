"""What somebody wants to be told: chosen by a tap, kept apart from danger and from her own matters."""

from __future__ import annotations

import json

import pytest

from tests.stories.consulting import ROOM, asks, ends, neighbours
from tests.stories.house import Play
from tests.stories.telling import OFF, tells
from tests.stories.test_end_closing import closes
from tests.stories.test_me import sent
from tests.stories.test_meetings import calls
from tests.stories.test_outages import planned, reports
from tests.stories.test_trouble import joined, marked

pytestmark = pytest.mark.asyncio


async def test_one_message_changes_as_she_taps(play: Play) -> None:
    (zhao,) = await neighbours(play, "赵奶奶")
    await zhao.says("选收什么")
    heard = len(zhao.inbox)
    assert zhao.hears("您想收哪些消息", "有险情一定告诉您")
    assert zhao.buttons("您想收哪些消息")[:2] == ["✓ 老人", "✓ 孩子"]
    assert zhao.buttons("您想收哪些消息")[-1] == "都不收，危险的除外"
    slow = zhao.button("✓ 活动")
    await zhao.taps("✓ 活动")
    await zhao.taps_old(slow)  # her finger was on it twice
    assert "✗ 活动" in zhao.buttons("您想收哪些消息")
    await zhao.taps("都不收，危险的除外")
    assert zhao.hears("现在这些都不发给您")
    await zhao.taps("✗ 老人")
    assert zhao.buttons("您想收哪些消息")[:2] == ["✓ 老人", "✗ 孩子"]
    await zhao.taps("都收")
    assert all(label.startswith("✓") for label in zhao.buttons("您想收哪些消息")[:-1])
    assert len(zhao.inbox) == heard


async def test_what_is_typed_below_the_choices_is_a_tap_and_other_words_are_a_report(play: Play) -> None:
    (zhao,) = await neighbours(play, "赵奶奶")
    await zhao.says("TD")
    await zhao.says("活动")
    assert "✗ 活动" in zhao.buttons("您想收哪些消息")
    await zhao.says("1")
    assert "✗ 老人" in zhao.buttons("您想收哪些消息")
    await zhao.replies("您想收哪些消息", "活动")
    assert {"✓ 活动", "✗ 老人"} <= set(zhao.buttons("您想收哪些消息"))
    await zhao.says("厨房水管漏水")
    assert zhao.hears("我这样记")


async def test_who_wants_fewer_questions_is_asked_none_and_the_desk_reads_how_many(play: Play) -> None:
    ma = await play.member("ma")
    zhao, li = await neighbours(play, "赵奶奶", "李叔")
    await asks(ma, where="桃源一网格")
    await zhao.taps("少收这样的")
    assert zhao.hears("以后不发「问我意见」这类给您？险情照样告诉您")
    assert zhao.buttons("以后不发") == ["不收「问我意见」", "都不收，危险的除外", "照常收"]
    await zhao.taps("不收「问我意见」")
    assert zhao.hears("好，「问我意见」这类不发给您了")
    await zhao.taps("九点")  # what she was asked already she may answer
    await ends(ma)
    await ma.taps("告诉大家结果")
    await ma.says("开到九点")
    await ma.taps("发出去")
    assert zhao.hears(f"您回过话的「{ROOM}」", "开到九点")
    await ma.says("问计 长椅放哪\n东门\n西门")
    await ma.taps("桃源社区")
    await ma.taps("三天")
    assert ma.hears("发给1位", "另有1位说过不想收，不发给他们")
    await ma.taps("发出去")
    assert li.hears("长椅放哪")
    assert not zhao.hears("长椅放哪")
    await zhao.taps("照常收")
    assert zhao.hears("好，照常发给您")
    await zhao.says("选收什么")
    assert "✓ 问我意见" in zhao.buttons("您想收哪些消息")


async def test_a_tap_that_nothing_stands_behind_is_out_of_date(play: Play) -> None:
    ma = await play.member("ma")
    (zhao,) = await neighbours(play, "赵奶奶")
    await asks(ma)
    message, data = zhao.button("少收这样的")
    for made_up in ("question", "less:question"), ("less:", "weather:"), ("less:", "elsewhere:"):
        await zhao.taps_old((message, data.replace(*made_up)))
        assert "过时" in zhao.toast
    await zhao.taps("少收这样的")
    await zhao.says("2")
    assert zhao.hears("好，发给大家的都不给您发了")
    await zhao.taps("少收这样的", under=ROOM)
    assert zhao.buttons("都不给您发了") == ["照常收", "选收什么"]
    await zhao.taps("照常收")
    await zhao.taps("少收这样的", under=ROOM)
    await zhao.taps("照常收")
    await zhao.says("隐私")
    assert "您不收" not in zhao.last


async def test_who_wants_no_invitations_gets_none_and_hears_when_what_she_agreed_to_is_moved(play: Play) -> None:
    wang, ma = await play.member("wang"), await play.member("ma")
    zhao, li, wu = await neighbours(play, "赵奶奶", "李叔", "小吴")
    await wu.says("选收什么")
    await wu.taps("✓ 请我开会")
    await calls(ma, when="周六上午十点")
    await ma.taps("这里的居民（2位）")
    await ma.taps("这里的委员和案头")
    await ma.taps("就请这些")
    await ma.taps("发出去")
    assert wang.buttons("请您参加") == ["去", "去不了", "看情况"]
    assert not wu.hears("请您参加")
    for each in (zhao, li):
        await each.taps("少收这样的")
        await each.taps("不收「请我开会」")
    await zhao.taps("去")
    zhao.rings()
    li.rings()
    await play.at(10, 1, days=4)
    assert any("提醒您" in words for words in zhao.rings())
    assert li.rings() == []
    await ma.taps("改时间地点")
    await ma.says("周日下午3点")
    await ma.taps("还在社区活动室")
    assert any("议事会改了" in words for words in zhao.rings())


async def test_whoever_wants_nothing_still_hears_of_danger_and_of_what_is_hers(play: Play) -> None:
    wang, ma, _ = await marked(play)
    zhao = await joined(play)
    await tells(ma)
    await ma.taps("发出")
    await zhao.replies(OFF, "几楼以上停？")
    await zhao.says("少收")
    await zhao.taps("都不收，危险的除外")
    await ma.replies("几楼以上停？", "整栋楼都停")
    assert zhao.hears("桃源社区回话：整栋楼都停")
    await ma.says("大家都在报")
    await ma.taps("好了")
    await ma.says("管子换了，水来了")
    await play.passes(minutes=3)
    assert zhao.hears("马丽说办好了：管子换了，水来了")
    await zhao.files()
    await wang.taps("接了", under="1123-03")
    await closes(play, wang, "办好了", "换了灯泡")
    assert zhao.hears("王芳接了这件事")
    assert zhao.hears("王芳说办好了：换了灯泡")
    await zhao.says("我闻到煤气味了")
    assert zhao.hears("别动开关")


async def test_of_a_planned_outage_that_she_reported_she_hears_the_end(play: Play) -> None:
    await planned(play)
    await play.at(9, 1, days=1)
    zhao = await reports(play, 101)
    await zhao.taps("好，修好告诉我")
    await zhao.says("退订")
    await zhao.taps("都不收，危险的除外")
    zhao.rings()
    await play.at(17, 1)
    assert any("没办到，对不住" in words for words in zhao.rings())


async def test_a_member_keeps_her_cards_and_has_no_say_in_invitations(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await wang.says("选收什么")
    assert wang.hears("派给您的事、开会和简报照样来")
    assert not any("请我开会" in label for label in wang.buttons("您想收哪些消息"))
    for n in range(9):
        await wang.says(str(n + 1))
    assert wang.hears("现在这些都不发给您")
    await zhao.files()
    assert wang.hears("1123-01", "前给居民回个话")


async def test_she_reads_what_she_chose_and_gets_it_in_her_copy(play: Play) -> None:
    zhao = play.newcomer(990101, "Grace", "en")
    await zhao.starts("gate1")
    await zhao.says("Stop")
    assert zhao.hears("What shall I tell you about?", "You are always told of danger")
    await zhao.taps("✓ Events")
    await zhao.says("/privacy")
    assert zhao.hears("you do not want: Events.")
    await zhao.taps("Choose what comes")
    assert "✗ Events" in zhao.buttons("What shall I tell")
    await zhao.taps("Nothing but danger")
    await zhao.says("/privacy")
    assert zhao.hears("you want nothing but danger.")
    await zhao.says("export my data")
    page, record = sent(play, zhao).values()
    assert "What you did not want to be told" in page
    assert {each["topic"] for each in json.loads(record)["unwanted"]} == {"events", "all"}


async def test_being_back_brings_nothing_of_what_went_round_meanwhile(play: Play) -> None:
    ma = await play.member("ma")
    zhao, li = await neighbours(play, "赵奶奶", "李叔")
    zhao.phone.blocks_bot()
    await play.settled()
    await asks(ma)
    assert ma.hears("发到1位")
    zhao.phone.unblocks_bot()
    await play.settled()
    await play.passes(hours=1)
    assert not zhao.hears(ROOM)
    await zhao.says("隐私")
    assert "您不收" not in zhao.last
    assert li.hears(ROOM)
