"""At the top: the page for the 12345 hotline, its number beside ours, and what came from there."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import pytest
from pypdf import PdfReader

from bot.packets import Packets
from bot.work import Hopeless
from sandbox.records import Message
from storage.work import Job
from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio


async def at_the_desk(play: Play) -> tuple[Somebody, Somebody]:
    """马丽 has a lamp that 王芳 could not mend; above her desk there is only the hotline."""
    wang, ma, zhao = await play.member("wang"), await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.sends_photo("lamp", caption="3号楼2单元门口的路灯坏了")
    await zhao.taps("交给")
    await zhao.replies("1123-01", "要人开门就打13812345678")
    await wang.taps("接了")
    await wang.taps("更多")
    await wang.taps("交上一级")
    await wang.taps("要别的单位")
    ma.rings()
    zhao.rings()
    return ma, zhao


def pages(somebody: Somebody) -> Sequence[Message]:
    return [message for message in somebody.inbox if message.media and message.media.kind == "document"]


async def begins_packet(ma: Somebody) -> None:
    await ma.taps("更多")
    if "转12345" not in ma.buttons("您想做什么"):
        await ma.taps("交出去")
    await ma.taps("转12345")


async def hand_over(ma: Somebody) -> None:
    await begins_packet(ma)
    await ma.taps("请指定单位来办")


async def test_one_page_and_its_words_say_all_but_who_she_is(play: Play) -> None:
    ma, _ = await at_the_desk(play)
    await hand_over(ma)
    words = ma.finds("12345转办单 1123-01").text
    assert "什么事：路灯坏了" in words
    assert "在哪里：河湾街道 桃源社区 桃源一网格" in words
    assert "请12345：请指定单位来办" in words
    assert "11月23日 10:00 王芳接了" in words
    assert "赵奶奶" not in words
    assert "13812345678" not in words
    assert "要别的单位" not in words
    assert [message.media.name for message in pages(ma) if message.media] == ["12345-1123-01.pdf"]
    assert ma.buttons("转办单好了") == ["填热线编号"]


async def page_text(play: Play, ma: Somebody) -> str:
    media = pages(ma)[-1].media
    assert media is not None
    return (
        PdfReader(BytesIO(play.sandbox.world.files.get(media.file_id).content)).pages[0].extract_text().replace(" ", "")
    )


async def test_her_number_goes_to_the_hotline_by_one_tap_of_hers(play: Play) -> None:
    ma, zhao = await at_the_desk(play)
    await zhao.says("请打电话给我")
    await zhao.says("13800001111")
    await zhao.taps("可以")
    await hand_over(ma)
    zhao.rings()
    assert "由小板凳转，编号1123-01" in await page_text(play, ma)
    assert zhao.hears("要转给12345热线", "12345和接这件事的单位会看到", "不给也照样办")
    await zhao.taps("给13800001111")
    assert zhao.hears("1123-01的转办单上写了您的电话")
    assert ma.hears("1123-01的居民同意把电话给12345")
    assert ma.hears("怎么找居民：13800001111，本人同意给")
    assert "13800001111" in await page_text(play, ma)
    assert zhao.rings() == []
    await ma.taps("经过")
    assert "13800001111" not in ma.finds("写给12345", "居民同意把电话给12345").text


async def test_a_number_that_we_do_not_know_is_asked_for_only_after_her_yes(play: Play) -> None:
    ma, zhao = await at_the_desk(play)
    await hand_over(ma)
    assert zhao.buttons("要转给12345热线") == ["给他们电话", "不给"]
    await zhao.taps("给他们电话")
    await zhao.shares_number()
    assert ma.hears("怎么找居民：+8613912345678，本人同意给")
    assert "报事" in zhao.keys


async def test_her_no_changes_nothing_and_she_is_not_asked_again(play: Play) -> None:
    ma, zhao = await at_the_desk(play)
    await hand_over(ma)
    await zhao.taps("不给", under="要转给12345热线")
    assert zhao.hears("1123-01不给电话，他们通过小板凳找您")
    await hand_over(ma)
    assert len(pages(ma)) == 2
    assert not zhao.hears("要不要把您的电话也给他们")
    assert ma.hears("怎么找居民：由小板凳转，编号1123-01")


async def test_the_nameless_are_not_asked(play: Play) -> None:
    ma, zhao = await at_the_desk(play)
    await zhao.taps("更多")
    await zhao.taps("改成不留名")
    await hand_over(ma)
    assert not zhao.hears("要不要把您的电话也给他们")


async def test_the_hotlines_number_stands_beside_ours_and_its_clock_is_the_matters(play: Play) -> None:
    ma, zhao = await at_the_desk(play)
    await hand_over(ma)
    await ma.taps("填热线编号")
    await ma.says("他们还没给我")
    assert ma.last.startswith("编号是数字或字母")
    await ma.says("20261123 000 123")
    assert ma.hears("1123-01记下了，12345编号20261123000123", "11月30日上午10点前")
    assert ma.hears("1123-01 路灯坏了", "已转12345，编号20261123000123")
    assert zhao.hears("转给12345热线了，他们的编号是20261123000123", "马丽盯着")
    assert zhao.hears("1123-01 路灯坏了", "已转12345，编号20261123000123")
    zhao.rings()
    await ma.says("查 20261123000123")
    assert ma.hears("1123-01 路灯坏了")
    await play.passes(days=4)
    assert zhao.rings() == []


async def test_closing_it_as_handed_over_names_the_hotline_and_its_number(play: Play) -> None:
    ma, zhao = await at_the_desk(play)
    await hand_over(ma)
    await ma.taps("填热线编号")
    await ma.says("20261123000123")
    await ma.taps("办结", under="1123-01 路灯坏了")
    await ma.taps("不归我们，转出")
    await ma.says("电力公司明天来换")
    await play.passes(minutes=3)
    (matter,) = await play.database.read("matter", lambda tx: tx.matters.by_number("1123-01"))
    events = await play.database.read("events", lambda tx: tx.events.of(matter.subject))
    assert [event.facts["level"] for event in events if event.type == "MatterClosed"] == ["district"]
    assert zhao.hears("「路灯坏了」由12345办了，编号20261123000123。马丽说：电力公司明天来换。有了着落吗？")
    assert "12345编号20261123000123。" in zhao.finds("1123-01 路灯坏了", "在桃源里").text


async def test_who_notes_the_number_has_the_matter_from_then_on(play: Play) -> None:
    wang, ma, zhao = await play.member("wang"), await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")
    await ma.says("查 1123-01")
    await ma.taps("1123-01", under="1123-01")
    await hand_over(ma)
    assert wang.buttons("1123-01 路灯坏了")
    await ma.taps("填热线编号")
    await ma.says("20261123000123")
    assert wang.hears("1123-01 路灯坏了", "现在在马丽手上")
    assert zhao.hears("马丽盯着")


async def test_below_the_top_the_hotline_is_not_offered(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("更多")
    assert "转12345" not in wang.buttons("您想做什么")


async def test_what_a_coordinator_files_from_the_hotline_keeps_its_number_and_its_day(play: Play) -> None:
    wang, ma = await play.member("wang"), await play.member("ma")
    await ma.says("报事 3号楼2单元门口的路灯坏了")
    await ma.taps("交给王芳")
    await ma.taps("更多")
    await ma.taps("来自12345")
    await ma.says("JH-2026-778899")
    await ma.taps("3天")
    assert ma.hears("1123-01记下了，12345编号JH2026778899")
    assert wang.hears("1123-01 路灯坏了", "12345转来的，编号JH2026778899")


async def test_the_word_is_enough_after_filing(play: Play) -> None:
    await play.member("wang")
    ma = await play.member("ma")
    await ma.says("来自12345")
    assert ma.hears("先写「报事」和是什么事")
    await ma.says("报事 3号楼2单元门口的路灯坏了")
    await ma.taps("交给王芳")
    await ma.says("来自12345")
    assert ma.last == "1123-01在12345的编号是多少？"
    await ma.says("JH-2026-778899")
    await ma.taps("3天")
    assert ma.hears("1123-01记下了，12345编号JH2026778899")


async def test_it_stands_on_the_desks_card_of_what_a_desk_has_filed_and_of_nothing_else(play: Play) -> None:
    await play.member("wang")
    ma, zhao = await play.member("ma"), play.newcomer(101, "赵奶奶")
    await ma.says("报事 3号楼2单元门口的路灯坏了")
    await ma.taps("交给王芳")
    await zhao.files("3号楼楼道有垃圾")
    for number in ("1123-01", "1123-02"):
        await ma.says(f"查 {number}")
        await ma.taps(number, under="查")
    assert "来自12345" not in ma.buttons("1123-02", "现在在王芳手上")
    await ma.taps("来自12345")
    await ma.says("JH-2026-778899")
    await ma.taps("3天")
    assert ma.hears("1123-01 路灯坏了", "12345转来的，编号JH2026778899")


async def test_the_page_is_one_sheet_however_much_there_is_to_tell(play: Play) -> None:
    ma, zhao = await at_the_desk(play)
    for n in range(30):
        await zhao.replies("1123-01", f"第{n}回说：" + "楼道里黑得什么也看不见，#[=] *真的* $x$ <b>" * 9)
    await hand_over(ma)
    assert ma.hears("……一共", "全部在小板凳的「经过」里")
    (message,) = pages(ma)
    assert message.media is not None
    content = play.sandbox.world.files.get(message.media.file_id).content
    assert len(PdfReader(BytesIO(content)).pages) == 1


async def test_names_that_somebody_wrote_are_not_on_the_page_but_how_many_homes_are(play: Play) -> None:
    ma, zhao = await at_the_desk(play)
    li = play.newcomer(102, "李叔")
    await li.says("3号楼路灯坏了")
    await li.taps("同一件")
    await zhao.replies("1123-01", "我是赵奶奶，等李叔一起修")
    await ma.replies("1123-01", "赵奶奶您别急")
    await hand_over(ma)
    words = ma.finds("12345转办单 1123-01").text
    assert "几户报了：2" in words
    assert "我是居民，等居民一起修" in words
    assert "马丽说：居民您别急" in words


async def test_a_page_that_cannot_be_made_says_so_with_a_telephone(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    async def lost(self: Packets, job: Job) -> None:
        raise Hopeless("no room")

    monkeypatch.setattr(Packets, "do", lost)
    ma, _ = await at_the_desk(play)
    await hand_over(ma)
    assert ma.last == "转办单没写成，请直接打12345，或者问0931-1234567。"
    assert not ma.hears("正在写")
