"""百事簿: a desk writes an answer down, people find it, and on its day somebody is asked whether it is right still."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader

from domain.digests.rhythm import Rhythm
from domain.reach import Reach
from tests.stories.consulting import neighbours
from tests.stories.house import Play, Somebody, raised
from tests.stories.test_digest_files import arrived
from tests.stories.test_lists_in import new_book, put, sends

pytestmark = pytest.mark.asyncio
CARD, WHERE = "老年卡在哪办？", "桃源社区一楼大厅，周一到周五 9:00-17:00，带身份证。"


DESK = Reach(("community",))


async def writes(ma: Somebody, question: str = CARD, answer: str = WHERE) -> None:
    await ma.says("百事簿")
    await ma.taps("添一条")
    await ma.says(question)
    await ma.says(answer)
    await ma.taps("就这样，收进去")


async def test_a_desk_writes_an_answer_in_three_steps_and_a_resident_reads_it(play: Play) -> None:
    ma, li = await play.member("ma"), play.newcomer(1001, "李叔")
    await li.says("百事簿")
    assert li.hears("百事簿里还没有内容")
    await writes(ma)
    assert ma.hears("居民看到的是这样", CARD, WHERE)
    assert ma.hears("收进百事簿了", "桃源社区都能看到")
    await li.says("百事簿")
    await li.taps("1 老年卡在哪办？")
    assert li.hears(CARD, WHERE, "核对于11月23日")
    assert li.buttons(WHERE) == []
    await li.says("百事簿 1")
    assert li.last.startswith("1 老年卡")
    await li.says("百事簿")
    await li.says("1")
    assert li.last.startswith("1 老年卡")
    await ma.says("百事簿")
    await ma.says("老年卡")
    assert ma.hears("您问的，百事簿里有")
    await li.says("百事簿 9")
    assert li.hears("没有第9条")
    await ma.says("百事簿")
    await ma.taps("添一条")
    await ma.says("老年卡怎么办？")
    assert ma.hears("怎么回答", "已经有「1 老年卡在哪办？」", "写「百事簿 1」")
    await ma.says("百事簿 1")
    assert ma.buttons(WHERE, "马丽管")[0] == "改"


async def test_what_does_not_fit_is_asked_for_again_and_one_part_is_changed_by_itself(play: Play) -> None:
    ma, passer = await play.member("ma"), play.newcomer(1009, "路人")
    await ma.says("百事簿")
    await ma.taps("添一条")
    await ma.says("怎" * 101)
    assert ma.hears("太长了", "100个字以内")
    await ma.says(CARD)
    await ma.says("答" * 1501)
    assert ma.hears("太长了", "1500个字以内")
    await ma.says(WHERE)
    await ma.taps("就这样，收进去")
    await ma.taps("改")
    await ma.taps("别的问法")
    await ma.says("怎么办老年卡\n坐车不要钱的卡；怎么办老年卡")
    assert ma.hears("改好了", "也这样问：怎么办老年卡、坐车不要钱的卡")
    await ma.taps("改")
    await ma.taps("谁管")
    await ma.taps("值班的")
    assert ma.hears("改好了", "值班的管")
    await ma.taps("作废")
    assert ma.hears("不在百事簿里，居民看不到")
    assert not await reads(passer)
    await ma.taps("放回去")
    assert await reads(passer)


async def reads(passer: Somebody) -> bool:
    """Whether somebody who comes by finds it."""
    await passer.says("百事簿 1")
    return WHERE in passer.last


async def test_danger_in_what_is_looked_for_is_danger(play: Play) -> None:
    ma, wang, li = await play.member("ma"), await play.member("wang"), play.newcomer(1001, "李叔")
    await writes(ma, "家里煤气漏了怎么办？", "先出门，再打119。")
    assert not ma.hears("我正在叫")
    await li.starts("gate1")
    await li.says("百事簿 家里煤气漏了怎么办")
    assert li.hears("别动开关", "先到楼外", "我正在叫王芳")
    assert wang.hears("家里煤气漏了怎么办")


async def test_whoever_has_a_place_reads_what_counts_there_and_nobody_elses(play: Play) -> None:
    ma, passer = await play.member("ma"), play.newcomer(1009, "路人")
    (zhao,) = await neighbours(play, "赵奶奶")
    await writes(ma)
    await ma.taps("改")
    await ma.taps("给哪里看")
    await ma.taps("桃源二网格")
    await writes(ma, "几点开门？", "九点。")
    await zhao.says("百事簿")
    assert zhao.buttons("常问的1件事") == ["2 几点开门？"]
    await passer.says("百事簿")
    assert passer.buttons("常问的2件事") == [f"1 {CARD}", "2 几点开门？"]
    await zhao.says("百事簿 1")
    assert zhao.hears("桃源二网格，核对于11月23日")  # somebody may have read the number to her


async def test_a_members_proposal_waits_for_the_desks_tap(play: Play) -> None:
    wang, ma, passer = await play.member("wang"), await play.member("ma"), play.newcomer(1009, "路人")
    await wang.says("百事簿")
    await wang.taps("我来提一条")
    await wang.says(CARD)
    await wang.says(WHERE)
    assert wang.hears("社区看过、点了头，大家才看得到")
    await wang.taps("交给社区看")
    assert ma.hears("王芳给百事簿提了一条", CARD, "还没收进百事簿")
    assert not await reads(passer)
    await ma.taps("收进去")
    assert wang.hears("收进百事簿了，谢谢您")
    assert await reads(passer)
    await wang.says("百事簿")
    await wang.taps(f"1 {CARD}")
    assert not any("作废" in label for label in wang.buttons(WHERE))


async def test_on_its_day_its_owner_is_asked_and_reminded_and_readers_are_told_that_it_is_late(play: Play) -> None:
    ma, li = await play.member("ma"), play.newcomer(1001, "李叔")
    await writes(ma)
    await ma.taps("改")
    await ma.taps("哪天核对")
    await ma.says("12月1日")
    await play.at(10, 0, days=8)
    assert ma.hears("到日子了，还对吗", CARD)
    await play.at(10, 0, days=7)
    assert ma.hears("上周问过您，再问一次")
    await li.says("百事簿 1")
    assert li.hears("该核对了，可能不准")
    await ma.says("百事簿")
    await ma.taps("该核对的 1")
    await ma.taps(f"1 {CARD}")
    await ma.taps("还对，半年后再看")
    assert ma.hears("今天核对过", "核对于12月8日")
    await li.says("百事簿 1")
    assert "可能不准" not in li.last


async def test_a_member_who_answers_for_entries_finds_those_that_are_due(play: Play) -> None:
    ma, wang = await play.member("ma"), await play.member("wang")
    await two_due(play, ma)
    await play.at(10, 0, days=2)
    assert wang.hears("百事簿里有2条该核对了")
    await wang.taps("看看")
    await wang.taps(f"1 {CARD}")
    await wang.taps("还对，半年后再看")
    assert wang.hears("今天核对过")
    await wang.says("百事簿")
    assert "该核对的 1" in wang.buttons("常问的2件事")
    assert not ma.hears("该核对")


async def two_due(play: Play, ma: Somebody) -> None:
    """Both on the 25th, and 王芳 answers for them."""
    for question in (CARD, "几点开门？"):
        await writes(ma, question)
        await ma.taps("改")
        await ma.taps("哪天核对")
        await ma.says("11月25日")
    await play.database.transact("test", lambda tx: tx.statements.run("UPDATE entries SET owner_id = 'wang'"))


async def test_of_an_owner_who_serves_no_more_the_desk_is_asked_once_for_all_that_is_due(play: Play) -> None:
    ma, chen = await play.member("ma"), await play.member("chen")
    await two_due(play, ma)
    await play.dismisses("wang")
    await play.at(10, 0, days=2)
    assert ma.hears("百事簿里有2条该核对了")
    assert not chen.hears("该核对")
    await ma.taps("看看")
    assert ma.buttons("该核对的") == [f"1 {CARD}", "2 几点开门？", "↑ 返回"]
    await ma.taps(f"1 {CARD}")
    await ma.taps("改")
    await ma.taps("回答")
    await ma.says("二楼大厅。")
    assert ma.hears("改好了", "核对于11月25日", "5月26日再核对")
    await ma.says("百事簿")
    assert "该核对的 1" in ma.buttons("百事簿")


async def test_the_book_leaves_as_a_table_comes_back_changed_and_changes_nothing_a_second_time(play: Play) -> None:
    ma = await play.member("ma")
    await writes(ma)
    await ma.says("百事簿")
    await ma.taps("出表")
    media, content = arrived(play, ma, "document")
    assert media.name == "百事簿表格 2026-11-23.xlsx"
    book = openpyxl.load_workbook(BytesIO(content))
    await sends(ma, book)
    assert ma.hears("没有要改的")
    await ma.taps("要一张空表")
    assert "百事簿" in openpyxl.load_workbook(BytesIO(arrived(play, ma, "document")[1])).sheetnames
    put(book, "百事簿", 2, 回答="二楼大厅。\n带身份证。", 谁管="马丽")
    put(book, "百事簿", 3, 问题="停水打哪个电话？", 回答="96390", 别的问法="没水了；水管爆了")
    put(book, "百事簿", 4, 问题="几点开门？", 回答="九点。", 类别="天气")
    await sends(ma, book)
    assert ma.hears("百事簿 第4行 类别：没有「天气」这一类")
    assert ma.hears("百事簿：新的1条、改的1条", "改 老年卡在哪办？（回答：", "→ 二楼大厅。")
    await ma.taps("收下2条")
    assert ma.hears("收下了", "百事簿：新的1条、改的1条")
    await ma.says("百事簿 2")
    assert ma.hears("96390", "也这样问：没水了、水管爆了", "供水漏水 · 桃源社区")
    await ma.says("百事簿 1")
    assert ma.hears("二楼大厅。\n带身份证。")
    await sends(ma, new_book(百事簿=[["问题", "回答", "类别"], ["停水打哪个电话？", "96390", "生活常识"]]))
    await ma.taps("收下1条")
    await ma.says("百事簿 2")
    assert ma.hears("生活常识 · 桃源社区")
    await sends(ma, new_book(百事簿=[["问题", "回答", "作废"], ["停水打哪个电话？", "96390", "是"]]))
    await ma.taps("收下1条")
    assert not await play.database.read("test", lambda tx: tx.entries.get(tx.entries.known(DESK, 9)[1].id).live)


async def test_the_booklet_holds_every_entry_by_its_number_and_an_index(play: Play) -> None:
    ma = await play.member("ma")
    await writes(ma)
    await writes(ma, "停水打哪个电话？", "96390")
    await ma.says("百事簿")
    await ma.taps("印成小册子")
    media, content = arrived(play, ma, "document")
    assert media.name == "百事簿 2026-11-23.pdf"
    pages = [page.extract_text() for page in PdfReader(BytesIO(content)).pages]
    assert "共 2 条" in pages[0]
    assert "停水打哪个电话？" in pages[2]
    assert pages[3].index("老年卡在哪办？") < pages[3].index("停水打哪个电话？")
    assert "扫一扫" in pages[-1]


async def test_the_morning_counts_what_is_new_what_was_looked_at_and_what_waits(tmp_path: Path) -> None:
    async with raised(tmp_path, rhythm=Rhythm()) as play:
        ma = await play.member("ma")
        await writes(ma)
        await writes(ma, "几点开门？", "九点。")
        await ma.taps("改")
        await ma.taps("哪天核对")
        await ma.says("11月24日")
        await play.at(8, 30, days=1)
        assert ma.hears("11月24日", "百事簿：新添2条、该核对1条")
        await play.at(9, 30)
        await ma.taps("还对，半年后再看")
        await play.at(8, 30, days=1)
        assert ma.hears("11月25日", "百事簿：核对过1条")
