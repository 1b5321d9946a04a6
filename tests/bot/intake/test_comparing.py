"""What a sheet would change: only what is said otherwise than it stands, new things under ids of their own."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pytest

from bot.intake.blank import print_blank
from bot.lists_table import print_lists
from domain.events import Content
from domain.listening.entry import Entry, Sort
from domain.listening.need import Heard, Need, NeedAct, NeedKind
from domain.listening.offer import Offer
from domain.listening.project import Project, Step
from storage.transaction import Transaction
from tests.bot.intake.sheets import Value, book, look, made
from tests.stories.house import MONDAY_MORNING


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    return made(tmp_path_factory.mktemp("lists"))


def entries(url: str, **sheets: list[Mapping[str, Value]]) -> list[Entry]:
    found = look(url, book(**sheets))
    assert found.mistakes == []
    return list(found.entries)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_table_as_it_left_changes_nothing(url: str, language: str) -> None:
    table = print_lists(url, ["community"], language, "Asia/Shanghai", MONDAY_MORNING)
    found = look(url, table)
    assert (found.entries, found.mistakes, found.refused) == ([], [], "")
    assert found.same == {"needs": 2, "offers": 1, "projects": 1, "venues": 1}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_empty_table_is_none_but_examples(url: str, language: str) -> None:
    found = look(url, print_blank(url, ["community"], language, "Asia/Shanghai", MONDAY_MORNING))
    assert (found.entries, found.mistakes) == ([], [])
    assert found.remarks == ["跳过了9行示例"]


def test_a_row_with_a_code_says_only_what_is_different(url: str) -> None:
    row: dict[str, Value] = {
        "需求": "活动室缺话筒",
        "类别": "物件",
        "谁领的": "王芳",
        "到哪天": date(2026, 12, 5),
        "代码": "n1",
    }
    (entry,) = entries(url, 需求=[row])
    assert (entry.sort, entry.id, entry.new) == (Sort.NEED, "n1", False)
    assert entry.fields == {"taken": "wang", "until": "2026-12-05"}
    assert entry.was == {"taken": "", "until": ""}
    assert entry.told == "谁领的：王芳；到哪天：2026-12-05"


def test_of_two_with_one_name_the_telephone_says_which(url: str) -> None:
    (entry,) = entries(url, 资源=[{"有什么": "梯子", "找谁": "李强 138 0000 0002"}])
    assert entry.fields["person"] == "li2"


def test_a_row_without_a_code_is_known_by_its_words_and_place(url: str) -> None:
    assert entries(url, 需求=[{"需求": "活动室，缺话筒"}]) == []
    (entry,) = entries(url, 需求=[{"需求": "活动室缺话筒", "在哪里": "桃源一网格"}])
    assert entry.new
    assert entry.fields == {"line": "活动室缺话筒", "kind": "room", "area": "g1"}


def test_a_new_thing_has_the_same_id_however_often_the_file_is_looked_at(url: str) -> None:
    one, other = (entries(url, 需求=[{"需求": "要长椅"}]) for _ in range(2))
    assert one == other


def test_a_project_comes_before_its_steps_its_needs_and_its_end(url: str) -> None:
    found = entries(
        url,
        需求=[{"需求": "没地方坐", "归到项目": "长椅"}],
        项目=[
            {
                "项目": "长椅",
                "牵头": "王芳",
                "步骤": "买",
                "该办": date(2026, 11, 20),
                "办完": "是",
                "结果": "放了两把",
            },
            {"项目": "长椅", "步骤": "装", "该办": date(2026, 11, 22), "办完": date(2026, 11, 22)},
        ],
    )
    assert [entry.sort for entry in found] == [Sort.PROJECT, Sort.STEP, Sort.STEP, Sort.NEED, Sort.END]
    project = found[0].id
    assert [found[1].fields["project"], found[3].fields["project"], found[4].id] == [project] * 3
    assert [entry.fields.get("done") for entry in found[1:3]] == ["2026-11-23", "2026-11-22"]


def test_a_step_is_known_by_its_code_or_its_words(url: str) -> None:
    rows: list[Mapping[str, Value]] = [
        {"项目": "3号楼坡道", "步骤": "量 尺寸", "该办": date(2026, 12, 3), "代码": "p1.s1"},
        {"项目": "3号楼坡道", "在哪里": "桃源一网格", "步骤": "浇水泥", "该办": date(2026, 12, 9)},
    ]
    moved, added = entries(url, 项目=rows)
    assert (moved.id, moved.fields) == ("s1", {"line": "量 尺寸", "due": "2026-12-03"})
    assert (added.new, added.fields["project"]) == (True, "p1")


def test_an_empty_cell_of_an_offer_empties_it_and_a_column_that_lacks_leaves_it(url: str) -> None:
    (entry,) = entries(url, 资源=[{"有什么": "投影仪", "谁家的": "文化站", "找谁": "王芳", "代码": "o1"}])
    assert entry.fields == {"how_much": ""}
    workbook = openpyxl.Workbook()
    workbook.worksheets[0].title = "资源"
    workbook.worksheets[0].append(["有什么", "找谁", "代码"])
    workbook.worksheets[0].append(["投影仪", "王芳", "o1"])
    out = BytesIO()
    workbook.save(out)
    assert look(url, out.getvalue()).same == {"offers": 1}


def test_one_list_comes_as_csv_too_and_a_mark_against_formulas_is_taken_off(url: str) -> None:
    out = StringIO()
    csv.writer(out).writerows([["有什么", "找谁"], ["'=HYPERLINK(1)", "王芳"]])
    (entry,) = look(url, out.getvalue().encode("gb18030"), "资源.csv").entries
    assert entry.fields["what"] == "=HYPERLINK(1)"


NASTY = (
    "一行\n又一行", "=HYPERLINK(1)", "'=1", "+86", "  空　格 ", "家人\u200d在\u200b一起", "@sum", "<b>&amp;",
    "2026-12-01", "007",
)  # fmt: skip


def test_whatever_words_stand_on_the_lists_the_table_as_it_left_changes_nothing(tmp_path: Path) -> None:
    def stands(tx: Transaction) -> None:
        for n, words in enumerate(NASTY):
            tx.contents.add(Content(f"x{n}", "need:x", "need", "ma", tx.now, words * 30, (), "00"))
            need = Need(f"x{n}", "g1", NeedKind.OTHER, Heard.DIRECT, "", "ma", tx.now, f"x{n}")
            tx.needs.add(need.after(NeedAct.STRIKE, taken_by="wang", result_id=f"x{n}", ended_at=tx.now))
            tx.offers.save(Offer(f"x{n}", "wang", words * 30, words, words, words, noted_at=tx.now))
            tx.projects.save(Project(f"x{n}", "g1", "wang", f"x{n}", tx.now))
            tx.projects.save_step(Step(f"x{n}", f"x{n}", f"x{n}", date(2026, 12, 1)))

    url = made(tmp_path, stands)
    found = look(url, print_lists(url, ["community"], "zh", "Asia/Shanghai", MONDAY_MORNING))
    assert (found.entries, found.mistakes) == ([], [])
