"""Known trouble (大家都在报): what the desk already knows of an area, so that later reports are answered at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from domain.areas import AreaKind, Tree
from domain.matters.kinds import KINDS, OTHER, kind_of
from domain.transitions import state_after

_EVER = datetime.min.replace(tzinfo=UTC)
_JUST_BEFORE = timedelta(minutes=30)


class Stage(StrEnum):
    PLANNED = "planned"  # 还没开始，到时候才答
    RUNNING = "running"  # 还没好，大家等着
    ENDING = "ending"  # 说好了，两分钟内可撤回，居民还没听到
    ENDED = "ended"  # 好了，一户一户问
    LAPSED = "lapsed"  # 预告的，到点了，没有人等过
    WITHDRAWN = "withdrawn"  # 标错了，各回各的网格


class Step(StrEnum):
    BEGIN = "begin"  # 到点了，或者提前开始
    CHANGE = "change"  # 改时间、改说法
    OVERRUN = "overrun"  # 到点了还没好
    LAPSE = "lapse"  # 预告的到点了，没有人在等
    END = "end"  # 好了
    UNDO = "undo"  # 撤回好了
    ANNOUNCE = "announce"  # 两分钟过了
    WITHDRAW = "withdraw"  # 标错了


STEPS: dict[tuple[Stage, Step], Stage] = {
    (Stage.PLANNED, Step.CHANGE): Stage.PLANNED,
    (Stage.PLANNED, Step.BEGIN): Stage.RUNNING,
    (Stage.PLANNED, Step.WITHDRAW): Stage.WITHDRAWN,
    (Stage.RUNNING, Step.CHANGE): Stage.RUNNING,
    (Stage.RUNNING, Step.OVERRUN): Stage.RUNNING,
    (Stage.RUNNING, Step.LAPSE): Stage.LAPSED,
    (Stage.RUNNING, Step.END): Stage.ENDING,
    (Stage.RUNNING, Step.WITHDRAW): Stage.WITHDRAWN,
    (Stage.ENDING, Step.UNDO): Stage.RUNNING,
    (Stage.ENDING, Step.ANNOUNCE): Stage.ENDED,
}


@dataclass(frozen=True, slots=True)
class Trouble:
    """One kind of trouble in one area, and the person at the desk who watches over it.

    `words_id` points to the desk's newest line in `contents`; `line` and `said_at` are read from there and are not
    saved with it. `until_at` is None while nobody knows. `turn` counts the changes that those who wait must hear of.
    `from_at` is when what was announced beforehand begins, None for what was marked when it had begun; `notice_id` is
    the notice that announced it, "" for none.
    """

    id: str
    kind: str
    area_id: str
    owner_id: str
    words_id: str
    marked_at: datetime
    until_at: datetime | None = None
    stage: Stage = Stage.RUNNING
    turn: int = 1
    line: str = ""
    said_at: datetime | None = None
    from_at: datetime | None = None
    notice_id: str = ""

    @property
    def subject(self) -> str:
        return f"trouble:{self.id}"

    @property
    def running(self) -> bool:
        """Whether matters can still join: also in the two minutes in which its end can be taken back."""
        return self.stage in (Stage.RUNNING, Stage.ENDING)

    @property
    def gathers(self) -> tuple[datetime, datetime]:
        """Of open matters like it, those filed between these two may be of it: what was announced explains none that is
        older than the minutes in which valves are turned.
        """
        return (_EVER, self.marked_at) if self.from_at is None else (self.from_at - _JUST_BEFORE, self.from_at)

    def late(self, now: datetime) -> bool:
        return self.until_at is not None and self.until_at <= now

    def after(self, step: Step, **changes: object) -> Trouble:
        """Raises NoLongerPossible when the stage does not allow it."""
        stage = state_after(STEPS, self.stage, step)
        return replace(self, stage=stage, turn=self.turn + 1, **changes)  # type: ignore[arg-type]  # fields by name

    def covers(self, tree: Tree, grid_id: str, building_id: str) -> bool:
        """Whether a place lies inside: the grid, or for one building's trouble that very building."""
        area = tree.areas.get(self.area_id)
        if area is not None and area.kind is AreaKind.BUILDING:
            return building_id == self.area_id
        return bool(grid_id) and tree.within(grid_id, self.area_id)


def may_be_known(kind: str) -> bool:
    """Whether all may hear of it: nothing discreet, and nothing whose kind says too little to mean the same thing."""
    return kind in KINDS and not kind_of(kind).quiet and kind not in (OTHER, "enquiry")
