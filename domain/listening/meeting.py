"""A meeting: of which kind, when and where, who was invited and said what, and what is to be spoken of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from domain.transitions import state_after


class MeetingKind(StrEnum):
    TALK = "talk"  # 请进来座谈
    FIELD = "field"  # 走出去调研
    GATHERING = "gathering"  # 聚起来共商
    COUNCIL = "council"  # 协商议事会
    BENCH = "bench"  # 小板凳会


class MeetingState(StrEnum):
    CALLED = "called"  # 约好了，还没开
    HELD = "held"  # 开过了，记了谁来
    CANCELLED = "cancelled"


class MeetingAct(StrEnum):
    MOVE = "move"
    CANCEL = "cancel"
    HOLD = "hold"  # 记谁来了，记错了可以重记
    FIND = "find"  # 走到一处，记下看到的
    NOTE = "note"  # 要点、决议
    UNDO = "undo"  # 记错了会，马上撤回


TRANSITIONS: dict[tuple[MeetingState, MeetingAct], MeetingState] = {
    (MeetingState.CALLED, MeetingAct.MOVE): MeetingState.CALLED,
    (MeetingState.CALLED, MeetingAct.CANCEL): MeetingState.CANCELLED,
    (MeetingState.CALLED, MeetingAct.HOLD): MeetingState.HELD,
    (MeetingState.CALLED, MeetingAct.FIND): MeetingState.CALLED,
    (MeetingState.HELD, MeetingAct.HOLD): MeetingState.HELD,
    (MeetingState.HELD, MeetingAct.FIND): MeetingState.HELD,
    (MeetingState.HELD, MeetingAct.NOTE): MeetingState.HELD,
    (MeetingState.HELD, MeetingAct.UNDO): MeetingState.CALLED,
}


@dataclass(frozen=True, slots=True)
class Meeting:
    """`place_id` and `came_id` point into `contents`; `place` and `came_line` are read from there, not saved with it.

    `news` counts what all invited are to hear: 0 that it is called, one more for each time it is moved or cancelled.
    `came` is how many came, as its convener noted it.
    """

    id: str
    area_id: str
    kind: MeetingKind
    convener_id: str
    place_id: str
    starts_at: datetime
    called_at: datetime
    state: MeetingState = MeetingState.CALLED
    news: int = 0
    came: int = 0
    came_id: str = ""
    place: str = ""
    came_line: str = ""

    @property
    def subject(self) -> str:
        return f"meeting:{self.id}"

    def can(self, act: MeetingAct) -> bool:
        return (self.state, act) in TRANSITIONS

    def begun(self, now: datetime) -> bool:
        return self.starts_at <= now

    def after(self, act: MeetingAct, **changes: object) -> Meeting:
        """Raises NoLongerPossible when its state does not allow it."""
        return replace(self, state=state_after(TRANSITIONS, self.state, act), **changes)  # type: ignore[arg-type]  # fields by name


class Answer(StrEnum):
    NONE = ""
    COMES = "comes"  # 去
    DECLINES = "declines"  # 去不了
    MAYBE = "maybe"  # 看情况


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody invited, or who came without having been: then `told` is -1, and nothing is sent to her.

    `told` is the newest of the meeting's news that she was sent; None before any.
    """

    meeting_id: str
    person_id: str
    answer: Answer = Answer.NONE
    answered_at: datetime | None = None
    told: int | None = None
    came: bool = False

    @property
    def invited(self) -> bool:
        return self.told != UNINVITED


UNINVITED = -1


@dataclass(frozen=True, slots=True)
class Topic:
    """What is to be spoken of: a need, a matter, or words of the convener's own (`words_id` in `contents`)."""

    need_id: str = ""
    matter_id: str = ""
    words_id: str = ""
    line: str = ""
    """The convener's own words, or the need's; "" for a matter."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop of going out to look, by its place in the order from 1 on; `finding_id` is "" until it is noted."""

    meeting_id: str
    n: int
    words_id: str
    finding_id: str = ""
    line: str = ""
    finding: str = ""
