"""What a question may become, when its counts may be looked at, and how often people may be asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest

from domain.areas import Area, AreaKind, Tree
from domain.errors import NoLongerPossible
from domain.listening.peace import A_MONTH, Hindrance, hindrance
from domain.listening.question import TRANSITIONS, Question, QuestionAct, QuestionState, Tally

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)
DAY = timedelta(days=1)
ROOM = Question("q", "community", "community", "ma", "w", NOW, date(2026, 11, 26), "m", answers=("六点", "九点"))
TREE = Tree(
    {
        area.id: area
        for area in (
            Area("community", AreaKind.COMMUNITY, "", "桃源社区"),
            Area("g1", AreaKind.GRID, "community", "一网格"),
            Area("g2", AreaKind.GRID, "community", "二网格"),
        )
    }
)


@pytest.mark.parametrize(("state", "act"), list(product(QuestionState, QuestionAct)))
def test_it_does_what_its_table_says(state: QuestionState, act: QuestionAct) -> None:
    one = replace(ROOM, state=state)
    if (state, act) in TRANSITIONS:
        assert one.after(act).state is TRANSITIONS[state, act]
    else:
        with pytest.raises(NoLongerPossible):
            one.after(act)


@pytest.mark.parametrize(
    ("state", "early", "answered", "shown"),
    [
        (QuestionState.OPEN, False, 4, False),
        (QuestionState.OPEN, False, 5, True),
        (QuestionState.ENDED, False, 1, True),
        (QuestionState.ENDED, True, 4, False),
        (QuestionState.OVER, True, 5, True),
        (QuestionState.OVER, False, 0, False),
    ],
)
def test_while_few_have_answered_nobody_can_tell_who_said_what(
    state: QuestionState, early: bool, answered: int, shown: bool
) -> None:
    assert Tally(answered).shown(replace(ROOM, state=state, early=early)) is shown


def ended(area_id: str, days_ago: int) -> Question:
    return replace(ROOM, area_id=area_id, asked_at=NOW - days_ago * DAY, state=QuestionState.OVER)


def test_one_thing_at_a_time_of_the_same_people() -> None:
    in_a_grid = replace(ROOM, area_id="g1")
    assert hindrance([in_a_grid], "community", TREE, NOW) == Hindrance(open_one=in_a_grid)
    assert hindrance([ROOM], "g1", TREE, NOW) == Hindrance(open_one=ROOM)
    assert hindrance([in_a_grid], "g2", TREE, NOW) is None


def test_twice_in_thirty_days_and_no_more() -> None:
    assert hindrance([ended("community", 10)], "g1", TREE, NOW) is None
    asked = [ended("community", 29), ended("g1", 10)]
    assert hindrance(asked, "g1", TREE, NOW) == Hindrance(again_at=NOW - 29 * DAY + A_MONTH)
    assert hindrance(asked, "g2", TREE, NOW) is None
    assert hindrance(asked, "g1", TREE, NOW + 2 * DAY) is None
