"""Which reports may be of the same thing, and what of a member's words says whose home it is."""

from __future__ import annotations

import pytest

from domain.areas import Area, AreaKind, Spot, Tree
from domain.matters.kinds import KINDS
from domain.matters.likeness import apart, likeness, may_be_hinted, may_join, names_somebody

TREE = Tree(
    {
        area.id: area
        for area in (
            Area("g1", AreaKind.GRID, "", "桃源一网格"),
            Area("b3", AreaKind.BUILDING, "g1", "桃源里3号楼", lat=36.0600, lon=103.7300),
            Area("b4", AreaKind.BUILDING, "g1", "桃源里4号楼", lat=36.0601, lon=103.7301),
        )
    }
)
POINTS = {"桃源里东门"}


def here(label: str, building: str = "b3") -> Spot:
    return Spot("g1", label, building_id=building)


def pin(lat: float, lon: float) -> Spot:
    return Spot("g1", "桃源一网格", lat, lon)


def test_one_building_is_the_same_place_and_the_next_one_is_not() -> None:
    assert likeness("lighting", here("3号楼"), here("3号楼2单元"), TREE) > 0.8
    assert likeness("lighting", here("3号楼"), here("4号楼", "b4"), TREE) == 0


def test_the_same_unit_is_likelier_than_the_whole_building() -> None:
    same = likeness("lighting", here("3号楼2单元"), here("3号楼二单元501"), TREE)
    assert same > likeness("lighting", here("3号楼2单元"), here("3号楼"), TREE)


@pytest.mark.parametrize(("kind", "alike"), [("lighting", False), ("lift", False), ("heating", True), ("water", True)])
def test_every_unit_has_its_own_lamp_but_one_heating(kind: str, alike: bool) -> None:
    assert (likeness(kind, here("3号楼2单元"), here("3号楼5单元"), TREE) > 0) is alike


@pytest.mark.parametrize(("lat", "alike"), [(36.0650, True), (36.06545, True), (36.06560, False)])
def test_pins_are_the_same_within_sixty_metres(lat: float, alike: bool) -> None:
    assert (likeness("road", pin(36.0650, 103.7350), pin(lat, 103.7350), TREE) > 0) is alike


def test_a_pin_at_a_building_is_compared_with_where_the_map_has_it() -> None:
    assert likeness("road", pin(36.0602, 103.7300), here("3号楼"), TREE) > 0
    assert likeness("road", pin(36.0700, 103.7300), here("3号楼"), TREE) == 0


def test_places_are_apart_in_other_buildings_or_in_other_grids_and_not_where_nobody_knows() -> None:
    yard, elsewhere, nowhere = Spot("g1", "门口"), Spot("g2", "门口"), Spot("", "门口")
    assert apart(here("3号楼"), here("4号楼", "b4"))
    assert not apart(here("3号楼"), Spot("g2", "3号楼", building_id="b3"))
    assert apart(here("3号楼"), elsewhere)
    assert not apart(here("3号楼"), yard)
    assert not apart(here("3号楼"), nowhere)


def test_a_talk_point_is_a_place_and_other_equal_words_are_none() -> None:
    assert likeness("road", here("桃源里东门", ""), here("桃源里东门", ""), TREE, POINTS) > 0
    assert likeness("road", here("门口", ""), here("门口", ""), TREE, POINTS) == 0


@pytest.mark.parametrize("kind", ["noise", "neighbours", "company", "complaint_person", "other", "enquiry", "papers"])
def test_what_is_discreet_or_says_too_little_is_never_shared(kind: str) -> None:
    assert not may_join(kind)


def test_what_is_about_safety_is_shared_by_the_desk_alone() -> None:
    assert may_join("security")
    assert not may_be_hinted("security")
    assert all(may_join(kind) for kind in KINDS if may_be_hinted(kind))


@pytest.mark.parametrize(
    "words", ["赵奶奶，下午就换", "Granny Zhao, this afternoon", "501的师傅到了", "打139 1234-5678"]
)
def test_words_that_say_whose_home_it_is(words: str) -> None:
    assert names_somebody(words, {"赵奶奶", "granny zhao", "13912345678"}, "桃源里3号楼2单元501")


@pytest.mark.parametrize("words", ["下午3点来换", "2单元的灯换了", "报了12345，等回话", "物业0931-1234567", "好"])
def test_words_that_say_nothing_of_a_home(words: str) -> None:
    assert not names_somebody(words, {"赵奶奶", "李"}, "桃源里3号楼2单元501")
