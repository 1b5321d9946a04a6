"""The life cycle: every state with every act, and what the table cannot say alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest

from domain.areas import Spot
from domain.errors import NoLongerPossible
from domain.matters.matter import TRANSITIONS, Act, Cause, Level, Matter, State, Tier, Word

NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)
HOUR = timedelta(hours=1)
LAMP = Matter(
    "lamp", date(2026, 11, 23), 7, "zhao", "lighting", Tier.ORDINARY, Spot("g1", "3号楼"), "路灯坏了",
    State.WAITING, "wang", Level.GRID, sent_at=NOON, filed_at=NOON, contact_due_at=NOON + HOUR,
    progress_due_at=NOON + 24 * HOUR, result_due_at=NOON + 72 * HOUR, promise_at=NOON + HOUR,
)  # fmt: skip

ALLOWED = {
    State.WAITING: {
        Act.ACCEPT: State.TAKEN, Act.ASSIGN: State.WAITING, Act.CLOSE: State.CLOSING, Act.WITHDRAW: State.ENDED,
    },
    State.TAKEN: {Act.ASSIGN: State.WAITING, Act.CLOSE: State.CLOSING, Act.WITHDRAW: State.ENDED},
    State.CLOSING: {
        Act.UNDO: State.TAKEN, Act.ANNOUNCE: State.REPORTED, Act.WITHDRAW: State.ENDED, Act.CRY: State.WAITING,
    },
    State.REPORTED: {
        Act.AGREE: State.ENDED, Act.DISAGREE: State.WAITING, Act.LAPSE: State.ENDED, Act.CRY: State.WAITING,
    },
    State.ENDED: {Act.AGREE: State.ENDED, Act.DISAGREE: State.WAITING, Act.CRY: State.WAITING},
}  # fmt: skip
"""What the table should say, written down a second time by the reading of the rules."""


def standing(state: State) -> Matter:
    """The lamp as it stands in this state; of what has ended, silence was the end."""
    word = Word.NO_ANSWER if state is State.ENDED else Word.NONE
    return replace(LAMP, state=state, word=word, cause=Cause.SOLVED)


@pytest.mark.parametrize(("state", "act"), list(product(State, Act)), ids=lambda part: part.value)
def test_each_act_leads_where_it_should_or_is_refused(state: State, act: Act) -> None:
    matter = standing(state)
    if act in ALLOWED[state]:
        assert matter.can(act)
        assert matter.after(act).state is ALLOWED[state][act]
    else:
        assert not matter.can(act)
        with pytest.raises(NoLongerPossible):
            matter.after(act)


def test_the_table_holds_nothing_else() -> None:
    allowed = {(state, act): to for state, acts in ALLOWED.items() for act, to in acts.items()}
    assert {**allowed, (State.ENDED, Act.TAKE_UP): State.WAITING} == TRANSITIONS


@pytest.mark.parametrize("aside", [{"cause": Cause.NOTED}, {"cause": Cause.JOINED, "into_id": "older"}])
def test_what_was_only_set_aside_is_taken_up_and_never_called_not_solved(aside: dict[str, object]) -> None:
    noted = replace(standing(State.ENDED), word=Word.NONE, **aside)  # type: ignore[arg-type]  # fields by name
    assert noted.after(Act.TAKE_UP).state is State.WAITING
    assert not noted.can(Act.DISAGREE)
    assert not noted.can(Act.AGREE)


@pytest.mark.parametrize("word", [Word.SOLVED, Word.NOT_SOLVED])
def test_only_silence_may_still_become_solved(word: Word) -> None:
    ended = replace(standing(State.ENDED), word=word)
    assert not ended.can(Act.AGREE)
    assert ended.can(Act.DISAGREE)


def test_what_the_resident_took_back_herself_cannot_be_opened_again() -> None:
    withdrawn = LAMP.after(Act.WITHDRAW, cause=Cause.WITHDRAWN)
    assert withdrawn.withdrawn
    assert not withdrawn.can(Act.DISAGREE)
    assert not withdrawn.can(Act.AGREE)


def test_what_a_member_says_she_took_back_can_be_denied() -> None:
    reported = replace(standing(State.REPORTED), cause=Cause.WITHDRAWN)
    assert not reported.withdrawn
    assert reported.can(Act.DISAGREE)


def test_an_act_brings_its_changes_and_leaves_the_rest() -> None:
    taken = LAMP.after(Act.ACCEPT, owner_id="chen")
    assert (taken.state, taken.owner_id) == (State.TAKEN, "chen")
    assert replace(taken, state=LAMP.state, owner_id=LAMP.owner_id) == LAMP


def test_the_number_can_be_said_on_the_telephone() -> None:
    assert LAMP.number == "1123-07"
    assert replace(LAMP, seq=101).number == "1123-101"


@pytest.mark.parametrize(
    ("state", "in_hand", "open"),
    [
        (State.WAITING, True, True),
        (State.TAKEN, True, True),
        (State.CLOSING, False, True),
        (State.REPORTED, False, True),
        (State.ENDED, False, False),
    ],
)
def test_whose_turn_it_is_follows_from_the_state(state: State, in_hand: bool, open: bool) -> None:
    matter = replace(LAMP, state=state)
    assert (matter.in_hand, matter.open) == (in_hand, open)
