"""What cannot be taken of a sheet, told by row and column; and files that are none of the lists."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from bot.intake.reading import MOST_ROWS
from tests.bot.intake.sheets import READER, Value, book, look, made


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    return made(tmp_path_factory.mktemp("lists"))


Rows = Sequence[Mapping[str, Value]]
MISTAKES: Sequence[tuple[str, Rows, str]] = (
    ("需求", [{"需求": "要长椅", "在哪里": "杏林社区"}], "需求 第2行 在哪里：您管的地方里没有「杏林社区」"),
    ("需求", [{"在哪里": "桃源一网格"}], "需求 第2行 需求：空着，这一格要填"),
    ("需求", [{"需求": "要长椅", "类别": "长椅"}], "需求 第2行 类别：没有「长椅」这一类：写 场地、物件"),
    ("需求", [{"需求": "要长椅", "谁领的": "张三", "到哪天": "2026-12-01"}], "需求 第2行 谁领的：您这里的名册上没有"),
    ("需求", [{"需求": "要长椅", "谁领的": "王芳"}], "需求 第2行 到哪天：写上到哪天"),
    ("需求", [{"需求": "要长椅", "到哪天": "2026-12-01"}], "需求 第2行 谁领的：写了到哪天，也写上谁领的"),
    ("需求", [{"需求": "要长椅", "谁领的": "王芳", "到哪天": "2026-11-01"}], "需求 第2行 到哪天：2026-11-01 已经过了"),
    ("需求", [{"需求": "要长椅", "谁领的": "王芳", "到哪天": "下周"}], "需求 第2行 到哪天：下周 不像一天"),
    ("需求", [{"需求": "要长椅"}, {"需求": "要 长椅"}], "需求 第3行 需求：「要 长椅」第2行已经有了"),
    ("需求", [{"需求": "要长椅", "归到项目": "花园"}], "需求 第2行 归到项目：没有叫「花园」的项目"),
    ("需求", [{"需求": "要长椅", "代码": "zzz"}], "需求 第2行 代码：系统没有写过这个代码「zzz」"),
    ("需求", [{"需求": "坡道", "代码": "n2", "结果": "好了"}], "需求 第2行 结果：它在项目里"),
    ("需求", [{"需求": "3号楼门口要坡道", "代码": "n2", "谁领的": "陈亮"}], "需求 第2行 谁领的：它在项目里"),
    ("需求", [{"需求": "要长椅", "谁领的": "李强", "到哪天": "2026-12-01"}], "需求 第2行 谁领的：不止一位「李强」"),
    ("需求", [{"需求": "坡" * 201}], "需求 第2行 需求：太长了（201个字），最多200个字"),
    ("需求", [{"需求": "=1+1"}], "需求 第2行 需求：是一个还没算出来的公式"),
    ("资源", [{"有什么": "会议室", "找谁": "王芳"}], "资源 第2行 有什么：「会议室」在聊天里撤掉了"),
    ("资源", [{"有什么": "梯子"}], "资源 第2行 找谁：空着，这一格要填"),
    ("资源", [{"有什么": "梯子", "找谁": "王芳", "到哪天": "2026-01-01"}], "资源 第2行 到哪天：2026-01-01 已经过了"),
    ("项目", [{"项目": "花园", "步骤": "翻土"}], "项目 第2行 该办：写上哪天办"),
    ("项目", [{"项目": "花园", "步骤": "翻土", "该办": "去年"}], "项目 第2行 该办：去年 不像一天"),
    ("项目", [{"项目": "花园", "该办": "2026-12-01"}], "项目 第2行 步骤：空着，这一格要填"),
    ("项目", [{"项目": "花园", "步骤": "翻土", "该办": "2026-12-01", "办完": "2026-12-02"}], "项目 第2行 办完"),
    ("项目", [{"项目": "花园", "牵头": "王芳"}, {"项目": "花园", "牵头": "马丽"}], "项目 第3行 牵头：「花园」的几行"),
    ("项目", [{"项目": "花园", "步骤": "翻土", "该办": "2026-12-01"}] * 2, "项目 第3行 步骤：「翻土」第2行已经有了"),
    ("项目", [{"项目": "3号楼坡道", "步骤": s, "代码": "p1.s1"} for s in "量浇"], "项目 第3行 代码：和第2行的代码一样"),
    ("资源", [{"有什么": w, "找谁": "王芳", "代码": "o1"} for w in "锤锯"], "资源 第3行 代码：和第2行的代码一样"),
    ("项目", [{"项目": "3号楼坡道", "代码": "p1.zzz"}], "项目 第2行 代码：系统没有写过这个代码"),
    ("项目", [{"项目": "3号楼坡道", "代码": "p1", "在哪里": "桃源二网格"}], "项目 第2行 在哪里：项目的地方不能改"),
)  # fmt: skip


@pytest.mark.parametrize(("sheet", "rows", "said"), MISTAKES)
def test_each_mistake_is_told_with_its_place_and_keeps_only_its_row_out(
    url: str, sheet: str, rows: Rows, said: str
) -> None:
    good = {"需求": "要个书架"} if sheet == "需求" else {"有什么": "水桶", "找谁": "马丽"}
    found = look(url, book(**{sheet: [*rows, *([good] if sheet != "项目" else [])]}))
    assert [mistake for mistake in found.mistakes if mistake.startswith(said)], found.mistakes
    places = [mistake.partition("：")[0] for mistake in found.mistakes]
    assert len(places) == len(set(places))
    taken = [entry.line for entry in found.entries]
    assert taken[-1:] == ([] if sheet == "项目" else list(good.values())[:1])


def test_an_english_reader_reads_english(url: str) -> None:
    content = book(需求=[{"需求": "a bench", "在哪里": "Moon"}])
    found = look(url, content, reader=replace(READER, language="en"))
    assert found.mistakes == ["Needs row 2 Where: there is no “Moon” where you keep the lists"]


def test_another_desks_rows_are_unknown_here(url: str) -> None:
    content = book(
        需求=[{"需求": "活动室缺话筒", "代码": "n1"}], 资源=[{"有什么": "投影仪", "找谁": "王芳", "代码": "o1"}]
    )
    found = look(url, content, reader=replace(READER, areas=("g2",)))
    assert not found.entries
    assert [mistake for mistake in found.mistakes if "代码" in mistake] == found.mistakes[:2]


def inflated() -> bytes:
    """A workbook that says it unpacks to little and does not."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels"):
            archive.writestr(name, "<x/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 110_000_000)
    return out.getvalue()


def roster() -> bytes:
    workbook = openpyxl.Workbook()
    workbook.worksheets[0].title = "网格"
    workbook.create_sheet("资源").append(["姓名", "有什么"])
    out = BytesIO()
    workbook.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04 not a zip", "文件打不开"),
        (b"\xd0\xcf\x11\xe0 old", "这是老格式"),
        (b"\x00\x01\x02\xff", "看不懂这个文件的文字"),
        ("随便写的一句话".encode(), "里面没有「需求」「资源」「项目」"),
        (inflated(), "文件太大了"),
        (roster(), "这是名册，不是清单表格"),
        (book(需求=[{"需求": "长椅"}] * (MOST_ROWS + 1)), "太长了"),
    ],
    ids=["damaged", "old", "bytes", "words", "inflated", "roster", "long"],
)  # fmt: skip
def test_a_file_that_is_none_of_the_lists_is_refused_in_plain_words(url: str, content: bytes, said: str) -> None:
    found = look(url, content)
    assert said in found.refused
    assert not found.entries


def test_a_sheet_with_other_titles_says_which_are_needed(url: str, tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.worksheets[0].title = "需求"
    workbook.worksheets[0].append(["序号", "备注"])
    out = BytesIO()
    workbook.save(out)
    assert look(url, out.getvalue()).mistakes == ["需求：找不到表头：第一行要有 需求"]


def test_each_of_many_bad_rows_is_kept_out(url: str) -> None:
    rows: Rows = [{"需求": f"要长椅{n}", "类别": "长椅"} for n in range(30)]
    steps: Rows = [{"项目": "花园", "步骤": f"第{n}步", "该办": f"2026-01-{n:02}"} for n in range(1, 31)]
    found = look(url, book(需求=rows, 项目=steps))
    assert len(found.mistakes) == 60
    assert not found.entries
    found = look(url, book(需求=[{"需求": "没花", "归到项目": "花园"}], 项目=steps))
    assert found.mistakes[0].startswith("需求 第2行 归到项目：没有叫「花园」的项目")
