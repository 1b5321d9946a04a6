"""The desk's rules without a database: terms of words, what is sought, whose day it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.areas import Area, AreaKind, Spot, Tree
from domain.desk.described import describe
from domain.desk.duty import in_order
from domain.desk.finding import Sought, Standing, sought
from domain.desk.terms import terms
from domain.events import Content
from domain.matters.matter import Wish
from domain.people.person import Appointment, Person, Role
from tests.storage.support import NOON, matter

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("路灯坏了", ["路灯", "灯坏", "坏了"]),
        ("3号楼", ["3", "号楼"]),
        ("Lamps out, 3 days", ["lamp", "out", "3", "day"]),
        ("路燈", ["路灯"]),
        ("灯", ["灯"]),
        ("", []),
        ("!?。", []),
    ],
)
def test_terms_are_pairs_of_characters_and_whole_latin_words(words: str, found: list[str]) -> None:
    assert terms(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("路灯", Sought((("路灯",),))),
        ("1123-07", Sought((("1123", "07"),))),
        ("112307", Sought((("1123", "07"),))),
        ("1123-7", Sought((("1123", "07"),))),
        ("桃源里 漏水 过时", Sought((("桃源", "源里"), ("漏水",)), (Standing.LATE,))),
        ("没人接，重开", Sought((), (Standing.UNTAKEN, Standing.REOPENED))),
        ("3号", Sought((("3",),))),
        ("楼3单元", Sought((("3", "单元"),))),
        ("灯", Sought()),
        ("  ", Sought()),
        ("13912345678", Sought((("13912345678",),))),
    ],
)
def test_each_word_is_a_phrase_or_says_how_matters_stand(words: str, found: Sought) -> None:
    assert sought(words) == found


def appointed(*days: str) -> list[Appointment]:
    return [Appointment(f"c{n}", "k", Role.COORDINATOR, n, days=each) for n, each in enumerate(days, start=1)]


@pytest.mark.parametrize(
    ("days", "swapped", "order"),
    [
        (("", ""), "", ["c1", "c2"]),
        (("246", "135"), "", ["c2", "c1"]),
        (("135", "1"), "", ["c1", "c2"]),
        (("246", "246"), "", ["c1", "c2"]),
        (("135", ""), "c2", ["c2", "c1"]),
        (("135", ""), "gone", ["c1", "c2"]),
    ],
)
def test_on_duty_is_who_took_the_day_then_who_has_the_weekday_then_the_first_by_rank(
    days: tuple[str, ...], swapped: str, order: list[str]
) -> None:
    assert [a.person_id for a in in_order(appointed(*days), MONDAY, swapped)] == order


def test_a_matter_is_described_without_the_name_of_somebody_anonymous_and_without_notes() -> None:
    tree = Tree({"g1": Area("g1", AreaKind.GRID, "", "桃源一网格")})
    said = [
        Content("1", "matter:m", role, "li", NOON, words)
        for role, words in (("report", "往楼下滴水"), ("note", "欠着物业费"), ("closing", "换了阀门"))
    ]
    owner, resident = Person("wang", "王芳"), Person("li", "李奶奶")
    one = matter("m", what="漏水", spot=Spot("g1", "3号楼"), anonymous=True)
    found = describe(one, said, owner, resident, tree)
    assert {"漏水", "号楼", "王芳", "滴水", "阀门", "桃源"} <= set(found)
    assert not {"李奶", "奶奶", "物业"} & set(found)
    assert "奶奶" in describe(replace(one, anonymous=False), said, owner, resident, tree)


def test_what_is_about_a_person_is_found_by_number_place_and_owner_alone() -> None:
    tree = Tree({"g1": Area("g1", AreaKind.GRID, "", "桃源一网格")})
    said = [Content("1", "matter:m", "report", "li", NOON, "楼上老张天天骂人")]
    one = matter("m", what="", wish=Wish.QUIET_WORD, spot=Spot("g1", "3号楼"))
    found = describe(one, said, Person("wang", "王芳"), Person("li", "李奶奶"), tree)
    assert {"号楼", "王芳", "桃源"} <= set(found)
    assert not {"老张", "骂人", "奶奶"} & set(found)
