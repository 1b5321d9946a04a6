"""A project (项目): what is being made of needs and of what was offered for them, step by step, until struck off."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from domain.transitions import state_after


class ProjectState(StrEnum):
    RUNNING = "running"
    STRUCK = "struck"  # 销号
    DROPPED = "dropped"  # 不做了，需求回到清单


class ProjectAct(StrEnum):
    STEP = "step"  # 加一步、办完一步
    HAND_ON = "hand_on"
    STRIKE = "strike"
    DROP = "drop"


TRANSITIONS: dict[tuple[ProjectState, ProjectAct], ProjectState] = {
    (ProjectState.RUNNING, ProjectAct.STEP): ProjectState.RUNNING,
    (ProjectState.RUNNING, ProjectAct.HAND_ON): ProjectState.RUNNING,
    (ProjectState.RUNNING, ProjectAct.STRIKE): ProjectState.STRUCK,
    (ProjectState.RUNNING, ProjectAct.DROP): ProjectState.DROPPED,
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a project with the day it is due; its words lie in `contents`, and `line` is read from there."""

    id: str
    project_id: str
    words_id: str
    due_on: date
    done_at: datetime | None = None
    line: str = ""


@dataclass(frozen=True, slots=True)
class Project:
    """`words_id` (what it is called) and `result_id` point into `contents`; `line` and `result` are read from there."""

    id: str
    area_id: str
    owner_id: str
    words_id: str
    begun_at: datetime
    state: ProjectState = ProjectState.RUNNING
    result_id: str = ""
    ended_at: datetime | None = None
    line: str = ""
    result: str = ""

    @property
    def subject(self) -> str:
        return f"project:{self.id}"

    def can(self, act: ProjectAct) -> bool:
        return (self.state, act) in TRANSITIONS

    def after(self, act: ProjectAct, **changes: object) -> Project:
        """Raises NoLongerPossible when its state does not allow it."""
        return replace(self, state=state_after(TRANSITIONS, self.state, act), **changes)  # type: ignore[arg-type]  # fields by name
