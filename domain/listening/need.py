"""A need (需求): what a place or its people lack, heard somewhere, until it is struck off (销号)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from domain.transitions import state_after


class NeedKind(StrEnum):
    ROOM = "room"  # 场地
    THINGS = "things"  # 物件
    HANDS = "hands"  # 人手
    CRAFT = "craft"  # 专业帮忙
    WORKS = "works"  # 修建改造
    OTHER = "other"  # 别的


class Heard(StrEnum):
    """Where it was heard; what of it is named by an id: the matter's, the visit's, the meeting's."""

    MATTER = "matter"
    VISIT = "visit"
    MEETING = "meeting"
    DIRECT = "direct"


class NeedState(StrEnum):
    OPEN = "open"
    MATCHED = "matched"  # 有人愿意出
    PROJECT = "project"  # 立项了
    STRUCK = "struck"  # 销号
    WITHDRAWN = "withdrawn"  # 记错了，不用了


class NeedAct(StrEnum):
    TAKE = "take"  # 领下来，说定期限
    MATCH = "match"
    UNMATCH = "unmatch"  # 说好的又不成了
    JOIN = "join"  # 归到项目里
    PART = "part"  # 项目不做了
    STRIKE = "strike"
    WITHDRAW = "withdraw"


TRANSITIONS: dict[tuple[NeedState, NeedAct], NeedState] = {
    (NeedState.OPEN, NeedAct.TAKE): NeedState.OPEN,
    (NeedState.OPEN, NeedAct.MATCH): NeedState.MATCHED,
    (NeedState.OPEN, NeedAct.JOIN): NeedState.PROJECT,
    (NeedState.OPEN, NeedAct.STRIKE): NeedState.STRUCK,
    (NeedState.OPEN, NeedAct.WITHDRAW): NeedState.WITHDRAWN,
    (NeedState.MATCHED, NeedAct.TAKE): NeedState.MATCHED,
    (NeedState.MATCHED, NeedAct.MATCH): NeedState.MATCHED,
    (NeedState.MATCHED, NeedAct.UNMATCH): NeedState.OPEN,
    (NeedState.MATCHED, NeedAct.JOIN): NeedState.PROJECT,
    (NeedState.MATCHED, NeedAct.STRIKE): NeedState.STRUCK,
    (NeedState.MATCHED, NeedAct.WITHDRAW): NeedState.WITHDRAWN,
    (NeedState.PROJECT, NeedAct.MATCH): NeedState.PROJECT,
    (NeedState.PROJECT, NeedAct.PART): NeedState.OPEN,
    (NeedState.PROJECT, NeedAct.STRIKE): NeedState.STRUCK,
}
STANDING = (NeedState.OPEN, NeedState.MATCHED, NeedState.PROJECT)
"""States in which it still waits for something."""


@dataclass(frozen=True, slots=True)
class Need:
    """One row of the problem list (问题清单), which is the duty list (履职清单) once somebody has taken it.

    `words_id` and `result_id` point into `contents`; `line` and `result` are read from there and not saved with it.
    `taken_by` is "" while nobody has it; `until_on` is the last day that she gave herself.
    """

    id: str
    area_id: str
    kind: NeedKind
    heard: Heard
    heard_id: str
    noted_by: str
    noted_at: datetime
    words_id: str
    state: NeedState = NeedState.OPEN
    taken_by: str = ""
    until_on: date | None = None
    project_id: str = ""
    result_id: str = ""
    ended_at: datetime | None = None
    line: str = ""
    result: str = ""

    @property
    def subject(self) -> str:
        return f"need:{self.id}"

    @property
    def standing(self) -> bool:
        return self.state in STANDING

    def can(self, act: NeedAct) -> bool:
        return (self.state, act) in TRANSITIONS

    def after(self, act: NeedAct, **changes: object) -> Need:
        """Raises NoLongerPossible when its state does not allow it."""
        return replace(self, state=state_after(TRANSITIONS, self.state, act), **changes)  # type: ignore[arg-type]  # fields by name
