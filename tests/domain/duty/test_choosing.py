"""Who of a place gets a matter, and why just she."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.duty.choosing import Because, Candidate, Choice, Need, Reason, choose, willing
from domain.people.person import Ability

LAMP = Need("lighting")
WATER = Need("water", ("plumbing",))
WANG = Candidate("wang", 1, 1)
CHEN = Candidate("chen", 1, 2)
LI = Candidate("li", 1, 3)


def able_to(candidate: Candidate, **what: object) -> Candidate:
    return replace(candidate, ability=Ability(candidate.person_id, **what))  # type: ignore[arg-type]  # fields by name


def test_the_primary_is_first_whatever_the_order_of_the_list() -> None:
    assert choose([LI, CHEN, WANG], LAMP) == Choice("wang", Reason())


def test_the_buildings_own_comes_before_the_grids() -> None:
    assert choose([WANG, Candidate("lou", 0, 1)], LAMP).person_id == "lou"


@pytest.mark.parametrize(
    ("first", "reason"),
    [
        (replace(WANG, away=True), Reason(Because.AWAY, "wang")),
        (replace(WANG, reachable=False), Reason(Because.OTHER)),
        (replace(WANG, barred=True), Reason(Because.OTHER)),
        (replace(WANG, barred=True, away=True), Reason(Because.OTHER)),
        (replace(WANG, own=True), Reason(Because.OWN)),
        (able_to(WANG, refuses=("lighting",)), Reason(Because.KIND, "wang")),
        (able_to(WANG, takes=("water",)), Reason(Because.KIND, "wang")),
        (replace(able_to(WANG, most=2), in_hand=2), Reason(Because.FULL, "wang")),
    ],
)
def test_who_cannot_or_does_not_take_it_is_passed_over_for_a_reason(first: Candidate, reason: Reason) -> None:
    assert choose([first, CHEN], LAMP) == Choice("chen", reason)
    assert choose([first], LAMP) == Choice("", reason)


def test_without_anybody_appointed_it_is_the_desks_as_usual() -> None:
    assert choose([], LAMP) == Choice("", Reason())


def test_in_danger_neither_kind_nor_load_counts() -> None:
    first = replace(able_to(WANG, refuses=("gas",), most=1), in_hand=5)
    skilled = able_to(CHEN, skills=("plumbing",))
    assert choose([first, skilled], Need("gas", ("plumbing",), danger=True)) == Choice("wang", Reason())


def test_a_skill_goes_before_rank_where_the_kind_asks_for_it() -> None:
    plumber = able_to(LI, skills=("plumbing",))
    assert choose([WANG, CHEN, plumber], WATER) == Choice("li", Reason(Because.SKILL, "plumbing"))
    assert choose([WANG, CHEN, plumber], LAMP).person_id == "wang"


def test_the_first_who_has_the_skill_herself_keeps_it() -> None:
    people = [able_to(WANG, skills=("plumbing",)), able_to(CHEN, skills=("plumbing",))]
    assert choose(people, WATER) == Choice("wang", Reason())


def test_nobody_pays_for_her_skill() -> None:
    busy = replace(able_to(LI, skills=("plumbing",)), in_hand=3)
    assert choose([WANG, busy], WATER).person_id == "wang"


def test_a_skill_further_away_does_not_pass_over_the_nearest_rung() -> None:
    assert choose([Candidate("lou", 0, 1), able_to(WANG, skills=("plumbing",))], WATER).person_id == "lou"


def test_without_the_primary_the_deputy_who_helped_last_has_it() -> None:
    away = replace(WANG, away=True)
    assert choose([away, CHEN, replace(LI, helped=True)], LAMP) == Choice("li", Reason(Because.HELPED))
    assert choose([away, CHEN, replace(LI, helped_here=True)], LAMP) == Choice("li", Reason(Because.HELPED_HERE))
    both = [away, replace(CHEN, helped_here=True), replace(LI, helped=True)]
    assert choose(both, LAMP).person_id == "li"


def test_the_primary_stays_first_though_a_deputy_helped_last() -> None:
    assert choose([WANG, replace(CHEN, helped=True)], LAMP).person_id == "wang"


def test_of_two_primaries_the_one_who_helped_last_has_it() -> None:
    other = Candidate("zhou", 1, 1)
    assert choose([WANG, replace(other, helped=True)], LAMP).person_id == "zhou"


def test_what_cannot_wait_for_the_morning_goes_to_night_duty() -> None:
    at_night = replace(WATER, at_night=True)
    awake = replace(CHEN, night=True)
    assert choose([Candidate("lou", 0, 1), WANG, awake], at_night) == Choice("chen", Reason(Because.NIGHT))
    assert choose([WANG, CHEN], at_night).person_id == "wang"


def test_a_reason_is_read_as_it_was_stored() -> None:
    for reason in (Reason(), Reason(Because.OTHER), Reason(Because.SKILL, "plumbing")):
        assert Reason.read(str(reason)) == reason


CANDIDATES = st.builds(
    Candidate,
    st.text("abcdef", min_size=1, max_size=2), st.integers(0, 1), st.integers(1, 3),
    st.builds(
        Ability, st.just("x"), st.sampled_from([(), ("plumbing",)]), st.integers(0, 2),
        st.sampled_from([(), ("water",)]), st.sampled_from([(), ("water",)]),
    ),
    st.integers(0, 4), *(st.booleans(),) * 7,
)  # fmt: skip
NEEDS = st.builds(Need, st.sampled_from(["water", "lighting"]), st.just(("plumbing",)), st.booleans(), st.booleans())


@given(st.lists(CANDIDATES, max_size=6, unique_by=lambda each: each.person_id), NEEDS)
def test_whoever_is_chosen_may_be_asked_and_somebody_is_as_long_as_one_may(
    candidates: list[Candidate], need: Need
) -> None:
    may = {each.person_id for each in candidates if willing(each, need)}
    choice = choose(candidates, need)
    assert choice.person_id in may if may else choice.person_id == ""


@given(st.lists(CANDIDATES, max_size=6, unique_by=lambda each: each.person_id), NEEDS)
def test_the_order_of_the_list_decides_nothing_but_between_equals(candidates: list[Candidate], need: Need) -> None:
    distinct = [replace(each, rank=n + 1) for n, each in enumerate(candidates)]
    shuffled = sorted(distinct, key=lambda each: each.person_id[::-1])
    assert choose(distinct, need) == choose(shuffled, need)
