"""What a volunteer may write without a second thought, and how it is understood."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from bot.district import District
from bot.roster.changes import changes
from bot.roster.template import write_folder, write_template
from domain.areas import AreaKind
from domain.people.person import Role
from tests.bot.roster.books import ROWS, add, book, put, read, table


def names(district: District, kind: AreaKind) -> list[str]:
    return [area.name for area in district.areas if area.kind is kind]


def members_of(district: District, grid: str) -> list[str]:
    """Names by rank."""
    people = {person.id: person.name for person in district.people}
    [id] = [area.id for area in district.areas if area.name == grid]
    posts = [post for post in district.appointments if post.area_id == id and post.role is Role.MEMBER]
    return [people[post.person_id] for post in sorted(posts, key=lambda post: post.rank)]


def test_the_sound_roster(tmp_path: Path) -> None:
    district = read(book(tmp_path)).district
    assert names(district, AreaKind.STREET) == ["河湾街道"]
    assert names(district, AreaKind.COMMUNITY) == ["桃源社区"]
    assert names(district, AreaKind.GRID) == ["桃源一网格", "桃源二网格"]
    assert names(district, AreaKind.BUILDING) == ["桃源里1号楼", "桃源里2号楼", "桃源里3号楼", "槐树巷6号楼"]
    assert members_of(district, "桃源一网格") == ["王芳", "张伟"]
    assert district.tree.areas[district.talk_points[0].area_id].name == "桃源一网格"
    assert all(point.code.startswith("p") for point in district.talk_points)


def test_telephones_however_the_sheet_has_them(tmp_path: Path) -> None:
    district = read(book(tmp_path, put("委员", "B2", " 138-0000 0001"), put("委员", "B3", 13800000002.0))).district
    phones = {post.phone for post in district.appointments if post.role is Role.MEMBER}
    assert phones == {"13800000001", "13800000002"}


def test_columns_in_another_order_under_other_titles_with_one_more(tmp_path: Path) -> None:
    def shuffled(workbook: Workbook) -> None:
        del workbook["委员"]
        sheet = workbook.create_sheet("委员名单")
        sheet.append(["2026年桃源社区委员名册"])
        sheet.append([])
        for row in (
            ["序号", "主责网格*", "手机号（必填）", "副手", "姓 名"],
            [1, "桃源一网格", "13800000001", "", "王　芳"],
            [2, "桃源二网格", "13800000002", "", "张伟"],
        ):
            sheet.append(row)

    wanted = read(book(tmp_path, shuffled))
    assert members_of(wanted.district, "桃源一网格") == ["王芳"]
    assert [remark.said("zh") for remark in wanted.remarks] == ["委员：「序号」这一列不认识，没有读"]


def test_a_cell_merged_over_rows_counts_in_each(tmp_path: Path) -> None:
    def merged(workbook: Workbook) -> None:
        workbook["网格"]["C3"] = None
        workbook["网格"].merge_cells("C2:C3")

    assert names(read(book(tmp_path, merged)).district, AreaKind.COMMUNITY) == ["桃源社区"]


def test_empty_rows_between_and_examples_are_passed_over(tmp_path: Path) -> None:
    path = book(tmp_path, put("委员", "A9", "示例：李四"), put("委员", "D9", "哪里"), put("网格", "A30", "  "))
    wanted = read(path)
    assert len([p for p in wanted.district.people if p.name == "李四"]) == 0
    assert [remark.said("zh") for remark in wanted.remarks] == ["跳过了1行示例"]


def test_street_written_once_holds_for_the_whole_community(tmp_path: Path) -> None:
    district = read(book(tmp_path, put("网格", "B3", None))).district
    assert len(names(district, AreaKind.STREET)) == 1
    assert len(names(district, AreaKind.COMMUNITY)) == 1


def test_the_order_of_deputies_is_that_of_the_rows_unless_it_is_written(tmp_path: Path) -> None:
    more = (
        add("委员", "陈亮", "13800000003", "", "", "桃源一网格"),
        add("委员", "李强", "13800000004", "", "", "桃源一网格②"),
    )
    assert members_of(read(book(tmp_path, *more)).district, "桃源一网格") == ["王芳", "李强", "张伟", "陈亮"]


def test_grids_of_one_name_are_told_apart_by_their_community(tmp_path: Path) -> None:
    path = book(
        tmp_path,
        add("网格", "", "河湾街道", "杏林社区", "桃源一网格"),
        put("委员", "D2", "桃源社区 第一网格"),
        put("网格", "D2", "第1网格"),
        put("网格", "D4", "第一网格"),
        put("委员", "E3", "杏林社区一网格"),
        put("小区和楼", "B2", "一网格"),
        put("小区和楼", "A2", "桃源社区"),
        put("说事点", "C2", "桃源里1号楼"),
        add("委员", "周敏", "13800000003", "杏林社区", "1网格"),
    )
    district = read(path).district
    assert {len(members_of(district, "第1网格")), len(members_of(district, "第一网格"))} == {1, 2}


def test_the_desk_has_weekdays_and_an_order(tmp_path: Path) -> None:
    path = book(tmp_path, put("值班", "D2", "周一至周三"), add("值班", "赵云", "0931-5550100", "桃源社区", "四、五"))
    district = read(path).district
    people = {person.id: person.name for person in district.people}
    desks = [post for post in district.appointments if post.role is Role.COORDINATOR]
    community = next(area.id for area in district.areas if area.kind is AreaKind.COMMUNITY)
    assert [(people[p.person_id], p.rank, p.days) for p in desks if p.area_id == community] == [
        ("马丽", 1, "123"), ("赵云", 2, "45"),
    ]  # fmt: skip


def test_one_person_is_member_and_coordinator(tmp_path: Path) -> None:
    district = read(book(tmp_path, put("值班", "A2", "王芳"), put("值班", "B2", "13800000001"))).district
    assert [person.name for person in district.people].count("王芳") == 1
    assert {post.role for post in district.appointments if post.phone == "13800000001"} == set(Role)


def test_other_names_of_an_estate_hold_for_each_of_its_buildings(tmp_path: Path) -> None:
    district = read(book(tmp_path, put("小区和楼", "E2", "粮站家属院"))).district
    [third] = [area for area in district.areas if area.name == "桃源里3号楼"]
    assert third.aliases == ("粮站家属院3号楼",)


def test_a_name_is_never_a_formula_nor_markup(tmp_path: Path) -> None:
    hostile = "<b>=1+1</b>\u202e"
    district = read(book(tmp_path, put("委员", "A2", hostile))).district
    assert "<b>=1+1</b>" in {person.name for person in district.people}


# ---- the files that people have ------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_folder_of_csv_as_programs_save_it(tmp_path: Path, encoding: str) -> None:
    for number, sheet in enumerate(ROWS):
        table(tmp_path, sheet, encoding=encoding, name=f"{number}-{sheet}")
    assert members_of(read(tmp_path).district, "桃源一网格") == ["王芳", "张伟"]


def test_a_single_csv_changes_only_its_own_sheet(tmp_path: Path) -> None:
    before = read(book(tmp_path)).district
    members = table(tmp_path, "委员", name="新名单")
    members.write_text(members.read_text("utf-8-sig").replace("王芳", "李强").replace("0000001", "0000009"), "utf-8")
    after = read(members, before=before).district
    assert members_of(after, "桃源一网格") == ["李强", "张伟"]
    assert after.areas == before.areas


def test_a_workbook_by_another_name_is_known_by_what_is_in_it(tmp_path: Path) -> None:
    path = book(tmp_path)
    path = path.rename(tmp_path / "名册.csv")
    assert len(read(path).district.people) == 3


# ---- the template --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_template_opens_with_comments_choices_and_frozen_titles(tmp_path: Path, language: str) -> None:
    path = tmp_path / "t.xlsx"
    write_template(path, language, None)
    workbook = openpyxl.load_workbook(path)
    assert len(workbook.sheetnames) == 7
    for sheet in workbook.worksheets[1:]:
        assert sheet.freeze_panes == "A2"
        assert all(cell.comment and cell.value for cell in sheet[1])
    members, desks = workbook.worksheets[3], workbook.worksheets[4]
    assert members.column_dimensions["B"].width > 10
    assert members["B2"].data_type == "s"
    assert members["B2"].number_format == "@"
    assert [validation.type for validation in desks.data_validations.dataValidation] == ["list"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_runs_is_written_out_and_read_again_as_the_same(tmp_path: Path, language: str) -> None:
    more = (
        add("委员", "陈亮", "13800000003", "", "", "桃源一网格②"),
        add("值班", "'=赵云", "+86 931 5550100", "桃源社区", "周四、周五"),
        put("值班", "D2", "周末"),
        add("小区和楼", "", "桃源二网格", "桥头平房", "", "桥头、老桥"),
    )
    before = read(book(tmp_path, *more)).district
    write_template(tmp_path / "now.xlsx", language, before)
    write_folder(tmp_path / "now", language, before)
    for written in (tmp_path / "now.xlsx", tmp_path / "now"):
        assert not changes(before, read(written, before=before).district)


def test_what_was_written_out_can_be_loaded_into_an_empty_installation(tmp_path: Path) -> None:
    before = read(book(tmp_path)).district
    write_template(tmp_path / "now.xlsx", "zh", before)
    moved = read(tmp_path / "now.xlsx").district
    assert [point.code for point in moved.talk_points] == [point.code for point in before.talk_points]
    assert {person.id for person in moved.people} == {person.id for person in before.people}
