"""How people serve, as a roster writes it: buildings, days, nights, leads, skills, kinds, resources; and old sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl.workbook import Workbook

from bot.district import District
from bot.roster.changes import changes
from bot.roster.covering import must_be_covered
from bot.roster.mistakes import RosterMistakes
from bot.roster.template import write_template
from domain.people.person import Ability, Appointment, Person, Role
from tests.bot.roster.books import Spoil, Value, book, read, said

TODAY = date(2026, 11, 23)


def column(sheet: str, title: str, *cells: Value) -> Spoil:
    """One more column."""

    def spoil(workbook: Workbook) -> None:
        page = workbook[sheet]
        for row, value in enumerate((title, *cells), 1):
            page.cell(row, page.max_column + (row == 1), value)

    return spoil


def lent(*rows: Sequence[Value]) -> Spoil:
    """The sheet of resources."""

    def spoil(workbook: Workbook) -> None:
        page = workbook.create_sheet("资源")
        page.append(["姓名", "有什么", "单位", "多少", "什么时候", "用到哪天"])
        for row in rows:
            page.append(list(row))

    return spoil


def person(district: District, name: str) -> Person:
    return next(each for each in district.people if each.name == name)


def posts(district: District, name: str) -> dict[str, Appointment]:
    """By the names of the areas."""
    id, areas = person(district, name).id, district.tree.areas
    return {areas[post.area_id].name: post for post in district.appointments if post.person_id == id}


def ability(district: District, name: str) -> Ability:
    return next(each for each in district.abilities if each.person_id == person(district, name).id)


FULL = (
    column("委员", "楼院", "桃源里3号楼", "桃源里3号楼、桃源社区"),
    column("委员", "组长", "是", ""),
    column("委员", "专长", "水电、律师、剪纸", ""),
    column("委员", "最多几件", 5, ""),
    column("委员", "不接", "噪音、停车", ""),
    column("委员", "夜班", "桃源二网格", ""),
    column("委员", "从哪天", datetime(2026, 12, 1), "桃源一网格 2027-01-01"),
    column("委员", "到哪天", "2027年6月30日", ""),
    column("网格", "用途", "居民", "商圈"),
    lent(["王芳", "会议室", "纺机厂", "30座", "周末", "2027-06-30"], ["马丽", "面包车", "", "", "", ""]),
)


def test_all_that_can_be_written_of_somebody_is_read(tmp_path: Path) -> None:
    district = read(book(tmp_path, *FULL)).district
    wang, zhang = posts(district, "王芳"), posts(district, "张伟")
    assert wang.keys() == {"桃源一网格", "桃源二网格", "桃源里3号楼"}
    assert [area for area, post in wang.items() if post.lead] == ["桃源一网格"]
    assert [area for area, post in wang.items() if post.night] == ["桃源二网格"]
    assert {(post.from_on, post.to_on) for post in wang.values()} == {(date(2026, 12, 1), date(2027, 6, 30))}
    assert {area: post.from_on for area, post in zhang.items() if post.from_on} == {"桃源一网格": date(2027, 1, 1)}
    assert [(post.area_id, post.rank) for post in (wang["桃源里3号楼"], zhang["桃源里3号楼"])] == [
        (wang["桃源里3号楼"].area_id, 1),
        (wang["桃源里3号楼"].area_id, 2),
    ]
    assert zhang["桃源社区"].role is Role.MEMBER
    can = Ability(person(district, "王芳").id, ("law", "plumbing", "剪纸"), 5, (), ("noise", "parking"))
    assert ability(district, "王芳") == can
    assert {area.name: area.used_for for area in district.tree.grids()} == {
        "桃源一网格": "homes",
        "桃源二网格": "shops",
    }
    meeting, van = district.resources or ()
    assert (meeting.what, meeting.unit, meeting.how_much, meeting.until_on) == (
        "会议室", "纺机厂", "30座", date(2027, 6, 30),
    )  # fmt: skip
    assert van.person_id == person(district, "马丽").id


@pytest.mark.parametrize("language", ["zh", "en"])
def test_all_of_it_is_written_out_and_read_again_as_the_same(tmp_path: Path, language: str) -> None:
    before = read(book(tmp_path, *FULL)).district
    write_template(tmp_path / "now.xlsx", language, before)
    again = read(tmp_path / "now.xlsx", before=before).district
    assert not changes(before, again)
    assert set(again.resources or ()) == set(before.resources or ())


def test_a_sheet_without_the_columns_leaves_what_was_edited_in_chat(tmp_path: Path) -> None:
    before = read(book(tmp_path, *FULL)).district
    assert not changes(before, read(book(tmp_path, column("网格", "用途", "居民", "商圈")), before=before).district)


def test_an_empty_cell_in_a_column_empties_what_was_there(tmp_path: Path) -> None:
    before = read(book(tmp_path, *FULL)).district
    emptied = [
        column("委员", title, "", "") for title in ("楼院", "组长", "专长", "最多几件", "夜班", "从哪天", "到哪天")
    ]
    after = read(book(tmp_path, *emptied, lent()), before=before).district
    assert posts(after, "王芳").keys() == {"桃源一网格", "桃源二网格"}
    assert not any(post.lead or post.night or post.from_on or post.to_on for post in posts(after, "王芳").values())
    assert ability(after, "王芳") == Ability(person(before, "王芳").id, refuses=("noise", "parking"))
    assert after.resources == ()


MISTAKES = [
    (column("委员", "楼院", "月亮楼", ""), "委员 第2行 楼院：没有叫「月亮楼」的楼、社区、街道或区"),
    (column("委员", "楼院", "桃源一网格", ""), "「桃源一网格」是网格：写到「主责网格」或「副手网格」"),
    (column("委员", "组长", "杏林网格", ""), "委员 第2行 组长：王芳不管「杏林网格」"),
    (column("委员", "最多几件", "很多", ""), "委员 第2行 最多几件：很多 不像件数"),
    (column("委员", "不接", "噪声", ""), "委员 第2行 不接：没有「噪声」这一类：写 噪音"),
    (column("委员", "从哪天", "开春", ""), "委员 第2行 从哪天：开春 不像一天：写成 2026-12-01"),
    (column("网格", "用途", "学校", ""), "网格 第2行 用途：看不懂「学校」：写 居民，或 商圈"),
    (lent(["王小芳", "会议室"]), "资源 第2行 姓名：「委员」和「值班」里都没有王小芳"),
    (lent(["王芳", "会议室"], ["王芳", "会议室"]), "资源 第3行 有什么：王芳的「会议室」第2行已经有了"),
]


@pytest.mark.parametrize(("spoil", "words"), MISTAKES, ids=[words[:16] for _, words in MISTAKES])
def test_a_mistake_says_where_and_what_to_write(tmp_path: Path, spoil: Spoil, words: str) -> None:
    assert any(words in line for line in said(book(tmp_path, spoil)))


def test_a_last_day_before_the_first_is_a_mistake(tmp_path: Path) -> None:
    early = (column("委员", "从哪天", "2026-12-01", ""), column("委员", "到哪天", "2026-11-30", ""))
    assert "委员 第2行 到哪天：到2026-11-30，比开始的日子 2026-12-01 还早" in said(book(tmp_path, *early))


def test_a_desk_that_ends_is_told_before_anything_is_loaded(tmp_path: Path) -> None:
    district = read(book(tmp_path, column("值班", "到哪天", "2026-12-31"))).district
    with pytest.raises(RosterMistakes) as found:
        must_be_covered(district, TODAY)
    assert found.value.said("zh") == [
        "从2027-01-01起，桃源一网格、桃源二网格上面没有人值班：给值班的人改日期，或者加一位"
    ]


def test_a_desk_that_others_go_on_with_may_end(tmp_path: Path) -> None:
    district = read(book(tmp_path, column("值班", "到哪天", "2026-12-31"))).district
    ma = district.appointments[-1]
    after = replace(ma, person_id="he", from_on=date(2027, 1, 1), to_on=None)
    must_be_covered(replace(district, appointments=(*district.appointments, after)), TODAY)


def test_the_preview_tells_skills_dates_and_resources(tmp_path: Path) -> None:
    before = read(book(tmp_path)).district
    found = changes(before, read(book(tmp_path, *FULL), before=before).district)
    wang = next(each for each in found.group(Role.MEMBER).changed if each.name == "王芳")
    assert {key for key, _ in wang.details} >= {"lead", "night", "since", "until", "skills", "most", "refuses"}
    assert found.group("resources").added == ["会议室 · 王芳", "面包车 · 马丽"]
