"""Complaints about a person: told apart from what is broken, and from thanks; whose office and whose name they hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from domain.matters.accusing import Office, kind_about_person, named_in, offices_in

TABLE = Path(__file__).with_name("sentences_about_people.tsv")
ROWS = [tuple(row.split("\t")) for row in TABLE.read_text(encoding="utf-8").splitlines()]


def test_the_table_has_both_sides() -> None:
    about = [words for kind, words in ROWS if kind != "-"]
    assert len(about) >= 40
    assert len(ROWS) - len(about) >= 40


@pytest.mark.parametrize(("kind", "words"), ROWS)
def test_a_complaint_about_a_person_is_known_and_nothing_else_is_taken_for_one(kind: str, words: str) -> None:
    assert (kind_about_person(words) or "-") == kind


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("王芳说话难听", ["王芳"]),
        ("王委员从来不来", ["王芳"]),
        ("你们那个小王爱答不理", ["王芳"]),
        ("丽娟骂人", ["赵丽娟"]),
        ("Li Ming was rude", ["Li Ming"]),
        ("楼上老张天天骂人", []),
        ("楼上小王天天骂人", []),
        ("王府小区的保安骂人", []),
    ],
)
def test_a_name_on_the_roster_is_known_as_people_say_it(words: str, found: list[str]) -> None:
    assert named_in(words, ["王芳", "赵丽娟", "Li Ming"]) == found


@pytest.mark.parametrize(
    ("words", "offices"),
    [
        ("你们委员收好处", {Office.MEMBER}),
        ("网格员爱答不理的", {Office.MEMBER}),
        ("社区主任不作为", {Office.COMMUNITY}),
        ("居委会的人骂我", {Office.COMMUNITY}),
        ("街道的人推诿", {Office.STREET}),
        ("物业小李态度差", set()),
        ("the committee member swore at me", {Office.MEMBER}),
    ],
)
def test_an_office_is_known_without_a_name(words: str, offices: set[Office]) -> None:
    assert offices_in(words) == offices
