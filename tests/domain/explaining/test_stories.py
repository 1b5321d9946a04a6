"""The life of a story: a yes is to the very words, silence is none, and after a no nobody is asked again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from domain.areas import Spot
from domain.errors import NoLongerPossible
from domain.explaining.story import TRANSITIONS, Story, StoryAct, StoryState, may_ask_again, may_be_told
from domain.matters.matter import Cause, Matter, State, Tier, Wish, Word
from tests.storage.support import matter

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
STORY = Story("s1", "m1", "community", "ma", "li", "wang", "w1", NOW, NOW, text="一栋楼的灯亮了。")


def ended() -> Matter:
    plain = matter("m1", reporter_id="li", owner_id="wang", state=State.ENDED, spot=Spot("g1", "3号楼"))
    return replace(plain, cause=Cause.SOLVED, word=Word.SOLVED, what="灯坏了")


def test_both_have_agreed_once_each_said_yes_to_these_words() -> None:
    one = STORY.with_yes_of("li")
    assert (one.agreed_to("li"), one.agreed_to("wang"), one.agreed) == (True, False, False)
    assert one.with_yes_of("wang").agreed


@pytest.mark.parametrize("change", [{"text": "一栋楼的灯亮了！"}, {"photo": True}])
def test_one_other_letter_or_a_photograph_voids_every_yes(change: dict[str, Any]) -> None:
    agreed = STORY.with_yes_of("li").with_yes_of("wang")
    changed = replace(agreed, **change)
    assert not changed.agreed_by_resident
    assert not changed.agreed_by_member


def test_without_its_salt_nobody_can_tell_from_the_seal_what_was_agreed_to() -> None:
    assert replace(STORY, salt="s").seal != STORY.seal


@pytest.mark.parametrize("state", StoryState)
@pytest.mark.parametrize("act", StoryAct)
def test_every_act_in_every_state_is_what_the_table_says(state: StoryState, act: StoryAct) -> None:
    story = replace(STORY, state=state)
    if (state, act) in TRANSITIONS:
        assert story.after(act).state is TRANSITIONS[state, act]
    else:
        with pytest.raises(NoLongerPossible):
            story.after(act)


def test_what_was_told_is_only_ever_taken_down() -> None:
    assert [act for state, act in TRANSITIONS if state is StoryState.TOLD] == [StoryAct.TAKE_DOWN]


def test_a_matter_that_ended_well_may_be_told() -> None:
    assert may_be_told(ended())


@pytest.mark.parametrize(
    "change",
    [
        {"state": State.REPORTED}, {"cause": Cause.EXPLAINED}, {"word": Word.NO_ANSWER}, {"anonymous": True},
        {"kind": "company"}, {"kind": "neighbours"}, {"kind": "noise"}, {"kind": "complaint_person"},
        {"wish": Wish.QUIET_WORD}, {"tier": Tier.DANGER}, {"on_behalf_of": "李奶奶"}, {"owner_id": "li"},
        {"what": ""}, {"spot": Spot("", "")},
    ],
)  # fmt: skip
def test_what_is_discreet_dangerous_unsolved_erased_or_not_her_own_may_not(change: dict[str, Any]) -> None:
    assert not may_be_told(replace(ended(), **change))


@pytest.mark.parametrize(
    ("before", "may"),
    [
        ((), True), ((StoryState.LAPSED,), True), ((StoryState.LAPSED, StoryState.LAPSED), False),
        ((StoryState.REFUSED,), False), ((StoryState.WAITING,), False), ((StoryState.TOLD,), False),
        ((StoryState.DOWN,), False),
    ],
)  # fmt: skip
def test_after_a_no_or_a_taking_down_nobody_is_asked_again(before: tuple[StoryState, ...], may: bool) -> None:
    assert may_ask_again([replace(STORY, state=state) for state in before]) is may
