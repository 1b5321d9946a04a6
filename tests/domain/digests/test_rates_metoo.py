"""Households that share a trouble, in the rates: each one's matter is one."""

from __future__ import annotations

from domain.digests.figures import Figure, Side
from tests.domain.digests.histories import behind, digest, ids

DAY = ("23 00:00", "24 00:00")


def test_who_joins_a_neighbours_was_answered_at_once_and_is_not_counted() -> None:
    found = digest(
        """
        lead   23 10:00 filed
        other  23 10:20 filed lead=lead
        lead   23 10:30 accepted
        """,
        *DAY,
    )
    rate = found.rate(Figure.RESPONSE)
    assert (rate.numerator, rate.denominator) == (1, 1)
    assert behind(found, Figure.RESPONSE, Side.LEFT) == {"other": "me_too"}
    assert found.count(Figure.NEW) == 2


def test_joined_later_by_the_desk_it_was_answered_then_unless_somebody_had_spoken_to_her() -> None:
    found = digest(
        """
        soon    23 10:00 filed
        soon    23 10:20 joined lead=lead owner=wang level=grid
        spoken  23 10:00 filed
        spoken  23 10:10 accepted
        spoken  23 10:20 joined lead=lead owner=wang level=grid
        """,
        *DAY,
    )
    assert behind(found, Figure.RESPONSE, Side.LEFT) == {"soon": "me_too"}
    assert ids(found.rate(Figure.RESPONSE).yes) == {"spoken"}


def test_on_its_own_somebody_is_to_speak_to_her_after_all() -> None:
    found = digest(
        """
        other  23 10:00 filed lead=lead
        other  23 11:00 assigned why=alone
        other  23 11:30 accepted by=chen
        """,
        *DAY,
    )
    assert ids(found.rate(Figure.RESPONSE).yes) == {"other"}


def test_whoever_goes_on_for_the_first_was_answered_when_she_joined() -> None:
    found = digest(
        """
        other  23 10:00 filed lead=lead
        other  23 14:00 assigned why=heir owner=wang
        other  23 14:00 accepted
        """,
        *DAY,
    )
    assert behind(found, Figure.RESPONSE, Side.LEFT) == {"other": "me_too"}


def test_an_end_that_is_not_one_makes_no_late_contact_of_it() -> None:
    found = digest(
        """
        other  23 10:00 filed lead=lead
        other  23 15:00 closed lead=lead
        other  23 15:00 reported lead=lead
        other  23 16:00 reopened
        other  23 16:00 assigned why=reopened
        """,
        *DAY,
    )
    assert behind(found, Figure.RESPONSE, Side.LEFT) == {"other": "me_too"}
    assert behind(found, Figure.RESPONSE, Side.OUT) == {}


def test_each_households_word_counts_once() -> None:
    found = digest(
        """
        lead   23 10:00 filed
        other  23 10:20 filed lead=lead
        lead   23 11:00 closed
        lead   23 11:02 reported
        other  23 11:02 closed lead=lead
        other  23 11:02 reported lead=lead
        lead   23 12:00 agreed
        other  23 12:30 reopened
        other  23 12:30 assigned why=reopened
        """,
        *DAY,
    )
    rate = found.rate(Figure.SOLVED)
    assert (ids(rate.yes), rate.denominator) == ({"lead"}, 2)


def test_it_is_no_part_of_a_known_trouble_and_never_overdue_by_itself() -> None:
    found = digest("other 23 10:00 filed lead=lead", "23 00:00", "30 00:00")
    assert found.count(Figure.JOINED) == 0
    assert found.count(Figure.OVERDUE) == 0
