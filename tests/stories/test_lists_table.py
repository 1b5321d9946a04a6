"""清单表格: a desk's lists as a workbook, which leaves a trace and holds nothing of other desks."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest

from tests.stories.house import Play
from tests.stories.test_digest_files import arrived
from tests.stories.test_needs import a_lamp_as_a_need
from tests.stories.test_offers import offers_a_projector
from tests.stories.test_projects import founds

pytestmark = pytest.mark.asyncio


async def test_the_lists_open_in_another_program(play: Play) -> None:
    wang, ma, chen = await play.member("wang"), await play.member("ma"), await play.member("chen")
    await a_lamp_as_a_need(play, play.newcomer(990101, "赵奶奶"), wang)
    await offers_a_projector(chen)
    await founds(ma)
    await ma.says("小板凳")
    await ma.taps("清单表格")
    media, content = arrived(play, ma, "document")
    assert media.name == "小板凳清单-2026-11-23.xlsx"
    book = openpyxl.load_workbook(BytesIO(content))
    assert book.sheetnames == ["需求", "资源", "项目", "场所"]
    rows = {name: list(book[name].iter_rows(min_row=2, values_only=True)) for name in book.sheetnames}
    assert [rows["需求"][0][n] for n in (1, 2, 3, 5, 8)] == ["修建改造", "桃源里3号楼", "来自1123-01", "王芳", "立项了"]
    assert rows["资源"][0][:4] == ("投影仪", "街道文化站", "1台", "周末")
    assert [row[4] for row in rows["项目"]] == ["量尺寸", "浇水泥"]
    cells = [cell for page in rows.values() for row in page for cell in row]
    assert "赵奶奶" not in cells
    events = await play.database.read("events", lambda tx: tx.events.of("person:ma"))
    assert events[-1].type == "ListsSent"
    assert ma.hears("直接发回给我：先给您看会变什么")
    await ma.taps("要一张空表")
    media, content = arrived(play, ma, "document")
    blank = openpyxl.load_workbook(BytesIO(content))
    assert (media.name, blank.sheetnames) == (
        "小板凳清单-空表.xlsx",
        ["说明", "需求", "资源", "项目", "场所", "百事簿"],
    )
    words = "\n".join(str(row[0]) for row in blank["说明"].iter_rows(values_only=True))
    assert "类别：场地、物件、人手、专业帮忙、修建改造、别的" in words
    assert "在哪里：桃源社区、桃源一网格" in words
    assert "姓名：王芳" in words or "王芳" in words


async def test_a_member_gets_no_table(play: Play) -> None:
    wang, ma = await play.member("wang"), await play.member("ma")
    await ma.says("小板凳")
    _, data = ma.button("清单表格", "看什么")
    await wang.says("小板凳")
    await wang.taps_old((wang.finds("看什么").id, data))
    assert "不在您手上" in wang.toast
