"""Loaded again, everything and everybody is known again: by code, by telephone, by name where it lies."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from bot.district import District
from bot.loading import NoSuchPoint, with_printed_points
from bot.roster.changes import changes
from bot.roster.outcome import TITLES, Changes, Group
from bot.roster.template import write_template
from domain.areas import AreaKind
from domain.people.person import Role
from tests.bot.roster.books import add, book, put, read, said

Spoil = Callable[[Workbook], object]


@pytest.fixture
def before(tmp_path: Path) -> District:
    return read(book(tmp_path)).district


def edited(folder: Path, before: District, *edits: Spoil) -> Path:
    """What runs, written out and changed by hand."""
    path = folder / "now.xlsx"
    path.unlink(missing_ok=True)
    write_template(path, "zh", before)
    workbook = openpyxl.load_workbook(path)
    for edit in edits:
        edit(workbook)
    workbook.save(path)
    return path


def after(before: District, path: Path) -> District:
    return with_printed_points(before, read(path, before=before).district)


def group(found: Changes, key: str) -> Group:
    return found.group(key)


def test_the_same_sheet_without_codes_makes_no_doubles(tmp_path: Path, before: District) -> None:
    assert not changes(before, after(before, book(tmp_path)))


def test_a_new_name_with_its_code_is_the_same_grid(tmp_path: Path, before: District) -> None:
    renamed = (put("网格", "D2", "桃源甲网格"), put("委员", "D2", "桃源甲网格"), put("委员", "E3", "桃源甲网格"),
               put("小区和楼", "B2", "桃源甲网格"), put("小区和楼", "B3", "桃源甲网格"),
               put("小区和楼", "B4", "桃源甲网格"), put("说事点", "C2", "桃源甲网格"))  # fmt: skip
    found = changes(before, after(before, edited(tmp_path, before, *renamed)))
    grids = group(found, AreaKind.GRID)
    assert (grids.added, grids.removed) == ([], [])
    assert [(c.name, c.details) for c in grids.changed] == [
        ("桃源甲网格", [("renamed", {"old": "桃源一网格", "new": "桃源甲网格"})])
    ]
    assert found.counts == (0, 1, 0)


def test_a_community_is_renamed_by_the_codes_of_its_grids(tmp_path: Path, before: District) -> None:
    places = [("网格", "C2"), ("网格", "C3"), *(("小区和楼", f"A{row}") for row in range(2, 6))]
    renamed = [put("值班", "C2", "河湾街道、桃花源社区"), *(put(*place, "桃花源社区") for place in places)]
    found = changes(before, after(before, edited(tmp_path, before, *renamed)))
    assert found.counts == (0, 1, 0)
    assert group(found, AreaKind.COMMUNITY).changed[0].name == "桃花源社区"


def test_a_number_that_stays_makes_a_new_name_the_same_person(tmp_path: Path, before: District) -> None:
    found = changes(before, after(before, book(tmp_path, put("委员", "A3", "张炜"))))
    [changed] = group(found, Role.MEMBER).changed
    assert changed.details == [("person_renamed", {"old": "张伟", "new": "张炜"})]


def test_a_new_number_of_a_known_name_in_the_same_community(tmp_path: Path, before: District) -> None:
    found = changes(before, after(before, book(tmp_path, put("委员", "B3", "13900000002"))))
    [changed] = group(found, Role.MEMBER).changed
    assert changed.details == [("phone", {"old": "13800000002", "new": "13900000002"})]
    assert found.counts == (0, 1, 0)


def test_another_spelling_of_a_number_is_no_change(tmp_path: Path, before: District) -> None:
    assert not changes(before, after(before, book(tmp_path, put("委员", "B3", "+86 138 0000 0002"))))


def test_somebody_else_of_the_same_name_elsewhere_is_somebody_else(tmp_path: Path, before: District) -> None:
    elsewhere = (
        add("网格", "", "河湾街道", "杏林社区", "杏林一网格"),
        add("委员", "王芳", "13900000009", "", "杏林一网格"),
    )
    found = changes(before, after(before, book(tmp_path, *elsewhere)))
    assert group(found, Role.MEMBER).added == ["王芳"]
    assert group(found, Role.MEMBER).removed == []


def test_who_is_left_out_is_removed_by_name(tmp_path: Path, before: District) -> None:
    def left_out(workbook: Workbook) -> None:
        workbook["委员"].delete_rows(3)

    alone = (left_out, put("委员", "D2", "桃源一网格、桃源二网格"), put("委员", "E2", None))
    found = changes(before, after(before, book(tmp_path, *alone)))
    assert [name for _, name in group(found, Role.MEMBER).removed] == ["张伟"]


def test_a_code_that_was_never_written_is_refused(tmp_path: Path, before: District) -> None:
    assert said(edited(tmp_path, before, put("委员", "P2", "gibtsnicht")), before=before) == [
        "委员 第2行 代码：系统没有写过这个代码「gibtsnicht」：新的一行，代码空着"
    ]


# ---- talk points ---------------------------------------------------------------------------------------------------


def without_points(workbook: Workbook) -> None:
    workbook["说事点"].delete_rows(2, 5)


def test_a_talk_point_off_the_list_keeps_its_printed_code(tmp_path: Path, before: District) -> None:
    later = after(before, book(tmp_path, without_points))
    [point] = later.talk_points
    assert (point.code, point.retired) == (before.talk_points[0].code, True)
    [changed] = group(changes(before, later), "points").changed
    assert changed.details == [("retired", {})]
    assert not changes(before, later).stopping


def test_on_the_list_again_it_has_its_old_code(tmp_path: Path, before: District) -> None:
    later = after(before, book(tmp_path, without_points))
    again = after(later, book(tmp_path))
    assert again.talk_points == before.talk_points


def test_a_code_stops_only_when_it_is_named(tmp_path: Path, before: District) -> None:
    wanted = read(book(tmp_path, without_points), before=before).district
    later = with_printed_points(before, wanted, ["桃源里东门"])
    assert later.talk_points == ()
    assert [point.name for point in changes(before, later).stopping] == ["桃源里东门"]
    with pytest.raises(NoSuchPoint):
        with_printed_points(before, wanted, ["西门"])


def test_a_talk_point_that_moves_with_its_code_keeps_it(tmp_path: Path, before: District) -> None:
    later = after(before, edited(tmp_path, before, put("说事点", "C2", "槐树巷6号楼")))
    assert [p.code for p in later.talk_points] == [p.code for p in before.talk_points]


def test_a_retired_point_follows_its_grid_when_the_building_goes(tmp_path: Path) -> None:
    before = read(book(tmp_path, put("说事点", "C2", "桃源里3号楼"))).district
    later = after(before, book(tmp_path, without_points, put("小区和楼", "D2", "1-2号楼")))
    assert later.tree.areas[later.talk_points[0].area_id].name == "桃源一网格"


def test_titles_are_known_for_every_sort() -> None:
    assert set(TITLES) == {*AreaKind, *Role, "points", "resources"}
