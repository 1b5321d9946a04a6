"""清单表格 in: a desk sends the table back, sees what would change and what is wrong, and takes it by a tap."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from bot.lists_in import enter
from domain.listening.entry import Entry, Given, Sort
from handlers.listening.handing_in import taken
from handlers.turn import Turn
from storage.transaction import Transaction
from tests.stories.house import Play, Somebody
from tests.stories.test_digest_files import arrived
from tests.stories.test_offers import offers_a_projector
from tests.stories.test_projects import founds, notes_a_ramp

pytestmark = pytest.mark.asyncio

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Edit = Callable[[Workbook], object]


async def sends(who: Somebody, book: Workbook | bytes, name: str = "清单.xlsx") -> None:
    content = book
    if isinstance(book, Workbook):
        out = BytesIO()
        book.save(out)
        content = out.getvalue()
    assert isinstance(content, bytes)
    await who.sends(who.phone.sends_document(name, content, XLSX))


async def table_of(play: Play, ma: Somebody) -> Workbook:
    await ma.says("小板凳")
    await ma.taps("清单表格")
    return openpyxl.load_workbook(BytesIO(arrived(play, ma, "document")[1]))


def titles(book: Workbook, sheet: str) -> dict[str, int]:
    return {str(cell.value): place for place, cell in enumerate(book[sheet][1], 1)}


def put(book: Workbook, sheet: str, row: int, **cells: str) -> None:
    places = titles(book, sheet)
    for title, value in cells.items():
        book[sheet].cell(row, places[title], value)


async def test_new_rows_are_shown_taken_by_one_tap_and_never_twice(play: Play) -> None:
    chen, ma, wang = await play.member("chen"), await play.member("ma"), await play.member("wang")
    await offers_a_projector(chen)
    book = await table_of(play, ma)
    put(book, "项目", 2, 项目="3号楼坡道", 在哪里="桃源一网格", 牵头="王芳", 步骤="量尺寸", 该办="2026-12-01")
    put(book, "项目", 3, 项目="3号楼坡道", 在哪里="桃源一网格", 步骤="浇水泥", 该办="2026-12-08")
    put(book, "需求", 2, 需求="3号楼门口要个坡道", 在哪里="桃源一网格", 归到项目="3号楼坡道")
    put(book, "需求", 3, 需求="活动室缺话筒", 谁领的="王芳", 到哪天="2026-12-05")
    put(book, "资源", 2, 多少="2台")
    put(book, "资源", 3, 有什么="会议室", 谁家的="纺机厂", 找谁="王芳")
    await sends(ma, book)
    assert ma.hears("看过了，还没收", "需求：新的2条", "资源：新的1条、改的1条", "项目：新的1条", "步骤：新的2条")
    assert ma.hears("改 投影仪（多少：1台 → 2台）", "＋ 3号楼坡道")
    old = ma.button("收下", "看过了")
    await ma.taps("收下")
    await ma.taps_old(old)
    assert not ma.hears("过时")
    assert ma.hears("收下了", "需求：新的2条", "资源：新的1条、改的1条")
    assert wang.hears("马丽在清单上给您记了", "由您牵头：3号楼坡道", "由您办：活动室缺话筒")
    await ma.says("小板凳")
    await ma.taps("资源清单")
    assert ma.hears("投影仪（街道文化站，2台，周末，陈亮）", "会议室（纺机厂，王芳）")
    await ma.says("小板凳")
    await ma.taps("项目")
    assert ma.hears("3号楼坡道 · 王芳 · 12月1日：量尺寸")
    await sends(ma, book)
    assert ma.hears("看过了，和清单上的一样，没有要改的")


def new_book(**sheets: list[list[object]]) -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    return book


async def test_bad_rows_wait_to_be_mended_and_good_ones_are_not_taken_twice(play: Play) -> None:
    ma = await play.member("ma")
    book = new_book(需求=[["需求", "在哪里"], ["要长椅", "桃源一网格"], ["要书架", "杏林社区"]])
    await sends(ma, book)
    assert ma.hears("有1处看不懂，这几行先不收", "需求 第3行 在哪里：您管的地方里没有「杏林社区」")
    assert ma.hears("看过了，还没收", "需求：新的1条")
    await play.restart(hours=1)
    await ma.taps("收下1条")
    assert ma.hears("收下了", "需求：新的1条")
    book["需求"]["B3"] = "桃源二网格"
    await sends(ma, book)
    assert ma.hears("需求：新的1条、没变的1条", "＋ 要书架")
    await ma.taps("收下1条")
    await ma.says("小板凳")
    await ma.taps("问题清单")
    assert ma.hears("问题清单，2条", "要长椅 · 桃源一网格", "要书架 · 桃源二网格")
    events = await play.database.read("events", lambda tx: tx.events.of("person:ma"))
    assert [e.facts for e in events if e.type == "ListsTaken"] == [{"new": 1, "changed": 0, "left": 0}] * 2


async def test_what_somebody_changed_meanwhile_is_left_out_and_said(play: Play) -> None:
    ma, wang = await play.member("ma"), await play.member("wang")
    await sends(ma, new_book(需求=[["需求", "在哪里"], ["要长椅", "桃源一网格"], ["要书架", "桃源一网格"]]))
    await ma.taps("收下2条")
    book = await table_of(play, ma)
    for row in (2, 3):
        put(book, "需求", row, 谁领的="陈亮", 到哪天="2026-12-05")
    await sends(ma, book)
    assert ma.hears("改 要长椅（谁领的：陈亮；到哪天：2026-12-05）")
    await wang.says("小板凳")
    await wang.taps("问题清单")
    await wang.taps("1")
    await wang.taps("我来领")
    await wang.says("12月1日")
    await ma.taps("收下2条")
    assert ma.hears("收下了", "需求：改的1条", "有1条没收：", "需求 第2行 要长椅：刚才有人改过")
    await ma.says("小板凳")
    await ma.taps("问题清单")
    await ma.taps("履职清单")
    assert ma.hears("要长椅 · 王芳，12月1日前", "要书架 · 陈亮，12月5日前")


async def test_what_is_changed_in_a_project_moves_its_owner_its_name_and_its_steps(play: Play) -> None:
    ma, wang, chen = await play.member("ma"), await play.member("wang"), await play.member("chen")
    await notes_a_ramp(wang, "桃源社区")
    await founds(ma)
    book = await table_of(play, ma)
    for row in (2, 3):
        put(book, "项目", row, 项目="门口的坡道", 牵头="陈亮")
    put(book, "项目", 2, 步骤="量宽和高", 该办="2026-11-27")
    put(book, "项目", 3, 办完="2026-11-23")
    await sends(ma, book)
    assert ma.hears("项目：改的1条", "步骤：改的2条", "3号楼门口要个坡道 → 门口的坡道", "王芳 → 陈亮")
    await ma.taps("收下")
    assert chen.hears("马丽在清单上给您记了", "由您牵头：门口的坡道")
    await chen.says("小板凳")
    await chen.taps("项目")
    await chen.taps("1")
    assert chen.hears("项目：门口的坡道", "您牵头", "第1步 量宽和高（11月27日）", "✓ 第2步 浇水泥")
    await play.at(9, 0, days=2)
    assert not wang.hears("今天该办这一步")
    await play.at(9, 0, days=2)
    assert chen.hears("「门口的坡道」今天该办这一步：量宽和高")


async def test_a_result_in_the_sheet_strikes_off_and_everybody_hears(play: Play) -> None:
    ma, wang, chen = await play.member("ma"), await play.member("wang"), await play.member("chen")
    await offers_a_projector(chen)
    await wang.says("小板凳")
    await wang.taps("记需求")
    await wang.says("放电影缺投影仪")
    await wang.taps("物件")
    await wang.taps("桃源社区")
    await wang.taps("问陈亮：投影仪")
    await chen.taps("行")
    book = await table_of(play, ma)
    put(book, "需求", 2, 结果="放了三场")
    put(
        book,
        "项目",
        2,
        项目="花园",
        在哪里="桃源社区",
        步骤="翻土",
        该办="2026-11-20",
        办完="是",
        结果="种了二十棵月季",
    )
    await sends(ma, book)
    assert ma.hears("需求：销号1条", "项目：新的1条、销号1条", "步骤：新的1条", "销号 放电影缺投影仪：放了三场")
    await ma.taps("收下")
    assert wang.hears("您记的「放电影缺投影仪」办成了，马丽说：放了三场")
    assert chen.hears("办成了：放了三场。谢谢您的投影仪")
    await ma.says("小板凳")
    await ma.taps("项目")
    assert ma.hears("花园 · 马丽 · 销号了：种了二十棵月季")
    await sends(ma, book)
    assert ma.hears("没有要改的")


async def test_what_is_no_sheet_of_hers_is_answered_plainly(play: Play) -> None:
    ma, wang, zhao = await play.member("ma"), await play.member("wang"), play.newcomer(101, "赵奶奶")
    await sends(ma, b"PK\x03\x04 half of a file")
    assert ma.hears("这个文件收不了，清单没有动", "文件打不开")
    await ma.sends(ma.phone.sends_document("清单.xlsx", b"", XLSX, size=6_000_000))
    assert ma.hears("文件太大了，不像清单表格")
    book = new_book(需求=[["需求", "在哪里"], ["要长椅", "桃源一网格"]])
    await sends(wang, book)
    assert wang.hears("清单表格由案头来收", "0931-1234567")
    await zhao.starts()
    await sends(zhao, book)
    assert not zhao.hears("表格")
    await sends(ma, book)
    take = ma.button("收下", "还没收")
    await ma.taps("先不收")
    assert ma.hears("没有收，清单照旧")
    await ma.taps_old(take)
    assert "过时" in ma.toast
    await sends(ma, book)
    await play.passes(days=3, minutes=1)
    assert ma.hears("放了三天没有收，这张不算了")
    await wang.says("小板凳")
    await wang.taps("问题清单")
    assert wang.hears("问题清单上现在没有")


async def test_what_a_process_that_ended_had_taken_is_not_taken_again(play: Play) -> None:
    ma = await play.member("ma")
    await sends(ma, new_book(需求=[["需求", "在哪里"], ["要长椅", "桃源一网格"], ["要书架", "桃源一网格"]]))

    def the_first(tx: Transaction) -> None:
        sheet = tx.statements.one("SELECT id FROM sheets")
        assert sheet is not None
        first = tx.sheets.rows(sheet["id"])[0]
        enter(Turn(tx, play.bench.house), tx.people.get("ma"), first.entry)
        tx.sheets.settle(sheet["id"], first.number)

    await play.database.transact("the first", the_first)
    await play.restart()
    await ma.taps("收下2条")
    assert ma.hears("收下了", "需求：新的2条")
    await ma.says("小板凳")
    await ma.taps("问题清单")
    assert ma.hears("问题清单，2条")

    def an_hour_ago(tx: Transaction) -> None:
        before = tx.now - timedelta(hours=1)
        tx.sheets.add(Given("s1", "ma", before), [Entry(Sort.NEED, "n1", "要花坛", "", {}, new=True)])
        tx.sheets.take("s1", before)
        tx.sheets.settle("s1", 0)
        taken(Turn(tx, play.bench.house), "s1")

    await play.database.transact("an hour ago", an_hour_ago)
    play.bench.wake()
    await play.settled()
    assert ma.last == "收下了。\n需求：新的1条"


async def test_venues_come_by_the_same_table_and_one_that_changed_meanwhile_is_left_out(play: Play) -> None:
    ma = await play.member("ma")
    rows: list[list[object]] = [
        ["场所", "类别", "在哪里", "地址"],
        ["老王面馆", "", "桃源一网格", "东门"],
        ["桃源小学", "学校", "桃源二网格", ""],
    ]
    await sends(ma, new_book(场所=rows))
    assert ma.hears("场所：新的2条", "＋ 老王面馆", "＋ 桃源小学")
    await ma.taps("收下2条")
    book = await table_of(play, ma)
    assert [book["场所"].cell(row, 1).value for row in (2, 3)] == ["老王面馆", "桃源小学"]
    put(book, "场所", 2, 场所="老王拉面")
    put(book, "场所", 3, 关门了="是")
    await sends(ma, book)
    assert ma.hears("场所：改的2条", "改 老王拉面（场所：老王面馆 → 老王拉面）")
    await ma.says("小板凳")
    await ma.taps("场所")
    await ma.taps("1", under="场所，2处")
    await ma.taps("改名")
    await ma.says("王记")
    await ma.taps("收下2条")
    assert ma.hears("收下了", "场所：改的1条", "有1条没收")
    await ma.says("场所")
    assert ma.hears("场所，1处", "1 王记（商铺） · 还没去过")
