"""清单表格 in: a desk sends the table back, sees what would change and what is wrong, and takes it by a tap."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from tests.stories.house import Play, Somebody
from tests.stories.test_digest_files import arrived
from tests.stories.test_offers import offers_a_projector

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
    return {str(cell.value): cell.column for cell in book[sheet][1]}


def put(book: Workbook, sheet: str, row: int, **cells: object) -> None:
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
    assert ma.hears("改 投影仪（多少：2台）", "＋ 3号楼坡道")
    await ma.taps("收下")
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
