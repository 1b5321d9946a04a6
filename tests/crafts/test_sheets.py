"""Another library reads what was written: every cell has the type that it should have, and nothing is a formula."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from bot.crafts.sheets import Column, Sheet, Sort, Value, harmless, write_csv, write_xlsx

ZONE = ZoneInfo("Asia/Shanghai")
AT = datetime(2026, 11, 23, 0, 30, 59, tzinfo=UTC)
FORMULAS = ("=1+1", "+86 138", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", '=HYPERLINK("http://x")', "＝1+1")
COLUMNS = (
    Column("编号", width=10), Column("电话"), Column("办了多久（分钟）", Sort.NUMBER), Column("报来", Sort.INSTANT),
    Column("日子", Sort.DAY), Column("原话", Sort.LONG_TEXT, 40),
)  # fmt: skip
ROW = ("1123-07", "013800000000", 95, AT, date(2026, 11, 23), "3号楼路灯坏了")


def read(path: Path, *rows: Sequence[Value], columns: Sequence[Column] = COLUMNS) -> Worksheet:
    write_xlsx(path / "t.xlsx", [Sheet("事项", columns, rows)], ZONE, made_at=AT)
    page = openpyxl.load_workbook(path / "t.xlsx")["事项"]
    assert isinstance(page, Worksheet)
    return page


def texts(path: Path, words: Sequence[str]) -> list[object]:
    page = read(path, *([word] for word in words), columns=[Column("字")])
    assert all(cell.data_type == "s" for [cell] in page.iter_rows(min_row=2))
    return [cell.value for [cell] in page.iter_rows(min_row=2)]


def test_every_cell_has_its_type(tmp_path: Path) -> None:
    cells = read(tmp_path, ROW)[2]
    assert [cell.data_type for cell in cells] == ["s", "s", "n", "d", "d", "s"]
    assert [cell.value for cell in cells] == [
        "1123-07", "013800000000", 95, datetime(2026, 11, 23, 8, 30), datetime(2026, 11, 23), "3号楼路灯坏了",
    ]  # fmt: skip


def test_columns_of_text_stay_text_when_somebody_types_into_them(tmp_path: Path) -> None:
    assert [cell.number_format for cell in read(tmp_path, ROW)[2]] == [
        "@", "@", "0", "yyyy-mm-dd hh:mm", "yyyy-mm-dd", "@",
    ]  # fmt: skip


def test_the_header_stays_in_sight_and_filters(tmp_path: Path) -> None:
    page = read(tmp_path, ROW, ROW)
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == "A1:F3"
    assert page.column_dimensions["A"].width == pytest.approx(10.7, abs=0.8)


def test_what_is_not_known_is_an_empty_cell(tmp_path: Path) -> None:
    cells = read(tmp_path, (None,) * len(COLUMNS))
    assert cells.max_row == 1 or [cell.value for cell in cells[2]] == [None] * len(COLUMNS)


def test_what_looks_like_a_formula_is_text(tmp_path: Path) -> None:
    written = texts(tmp_path, ["=1+1", "+86 138", "-2", "@SUM(A1)", '=HYPERLINK("http://x")', "http://x", "1E5"])
    assert written == ["=1+1", "+86 138", "-2", "@SUM(A1)", '=HYPERLINK("http://x")', "http://x", "1E5"]


@settings(max_examples=30, deadline=None)
@given(words=st.lists(st.text(max_size=30), min_size=1, max_size=5))
@example(words=["\ud800", "\x00\x1b", "\u202e", "<b>&'\"", "_x0041_", "😀" * 3, "x" * 40_000])
def test_whatever_somebody_wrote_makes_a_sheet_that_opens(
    tmp_path_factory: pytest.TempPathFactory, words: list[str]
) -> None:
    page = read(tmp_path_factory.mktemp("x"), *([f"·{word}"] for word in words), columns=[Column("字")])
    assert page.max_row == len(words) + 1


def test_the_same_table_is_the_same_file(tmp_path: Path) -> None:
    files = []
    for name in ("a", "b"):
        write_xlsx(tmp_path / name, [Sheet("事项", COLUMNS, [ROW])], ZONE, made_at=AT)
        files.append((tmp_path / name).read_bytes())
    assert files[0] == files[1]


def test_csv_is_known_by_its_mark_and_keeps_every_word(tmp_path: Path) -> None:
    write_csv(tmp_path / "t.csv", Sheet("事项", COLUMNS, [(*ROW[:5], 'a,"b"\n第二行')]), ZONE)
    assert (tmp_path / "t.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with (tmp_path / "t.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[1] == ["1123-07", "013800000000", "95", "2026-11-23 08:30", "2026-11-23", 'a,"b"\n第二行']


@pytest.mark.parametrize("words", FORMULAS)
def test_csv_holds_no_formula(tmp_path: Path, words: str) -> None:
    write_csv(tmp_path / "t.csv", Sheet("t", [Column(words)], [[words]]), ZONE)
    with (tmp_path / "t.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row[0][0] for row in csv.reader(file)] == ["'", "'"]


def test_what_is_no_formula_has_no_apostrophe() -> None:
    assert harmless("1号楼 = 3号楼") == "1号楼 = 3号楼"
