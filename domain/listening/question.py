"""A question to an area (问计): asked by a desk, answered without a name until a day, its outcome told back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from domain.transitions import state_after

MOST_ANSWERS = 4
FEW = 5
"""While fewer have answered not even the counts are shown: whoever watches them, or ends it as soon as one has
answered, could tell who said what. From then on they are exact, for who asks wants figures that stand up to questions;
and once its time is over, when nobody knows any more who it was.
"""
OWN = 0
"""The choice of somebody who only said something in her own words; the answers that were offered count from 1."""


class QuestionState(StrEnum):
    OPEN = "open"
    ENDED = "ended"  # 问完了，还没说结果
    OVER = "over"  # 结果说了，或没有人回


class QuestionAct(StrEnum):
    END = "end"
    TELL = "tell"  # 把结果告诉回过话的人
    LAY_BY = "lay_by"  # 没有人回，没有谁可告诉


TRANSITIONS: dict[tuple[QuestionState, QuestionAct], QuestionState] = {
    (QuestionState.OPEN, QuestionAct.END): QuestionState.ENDED,
    (QuestionState.OPEN, QuestionAct.LAY_BY): QuestionState.OVER,
    (QuestionState.ENDED, QuestionAct.TELL): QuestionState.OVER,
    (QuestionState.OVER, QuestionAct.TELL): QuestionState.OVER,  # 后来又有的下文
}


@dataclass(frozen=True, slots=True)
class Question:
    """`desk_id` is the area whose desk asks, `area_id` the one that is asked: the same, or one that lies in it.

    `until_on` is the last day; `early`: it was ended by hand, before that. `words_id` and `outcome_id` point into
    `contents`; `line`, `answers` (as offered, in order) and `outcome` are read from there and not saved with it.
    `mailing_id` is how it goes out.
    """

    id: str
    desk_id: str
    area_id: str
    asked_by: str
    words_id: str
    asked_at: datetime
    until_on: date
    mailing_id: str
    state: QuestionState = QuestionState.OPEN
    ended_at: datetime | None = None
    early: bool = False
    outcome_id: str = ""
    line: str = ""
    answers: tuple[str, ...] = ()
    outcome: str = ""

    @property
    def subject(self) -> str:
        return f"question:{self.id}"

    @property
    def open(self) -> bool:
        return self.state is QuestionState.OPEN

    @property
    def has_hearers(self) -> bool:
        """It is over, and somebody who answered may be told what came of it, or what more."""
        return self.state is QuestionState.ENDED or bool(self.outcome_id)

    def after(self, act: QuestionAct, **changes: object) -> Question:
        """Raises NoLongerPossible when its state does not allow it."""
        return replace(self, state=state_after(TRANSITIONS, self.state, act), **changes)  # type: ignore[arg-type]  # fields by name


@dataclass(frozen=True, slots=True)
class Answer:
    """`choice` counts from 1, or is OWN; `words_id` points into `contents`, "" for none. `person_id` is "" once she
    is forgotten: the answer still counts.
    """

    id: str
    question_id: str
    person_id: str
    choice: int
    words_id: str
    at: datetime
    words: str = ""

    @property
    def subject(self) -> str:
        return f"answer:{self.id}"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many answered in all, how many chose each answer, and how many said something of their own besides or
    instead.
    """

    answered: int = 0
    chosen: tuple[int, ...] = ()
    own: int = 0

    def shown(self, question: Question) -> bool:
        """Whether counts and words may be looked at."""
        in_time = not question.open and not question.early
        return self.answered >= FEW or (in_time and self.answered > 0)
