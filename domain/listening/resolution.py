"""A resolution: one line of what was agreed at a meeting, what became of it, and what those who came say a month on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

ASKED_AFTER = timedelta(days=30)
"""So long after a meeting those who came are asked whether it was kept."""
COUNTED_AFTER = timedelta(days=3)
"""So long they have to answer until the desk hears the counts."""


class Becomes(StrEnum):
    MATTER = "matter"  # 转成事项
    NEED = "need"  # 转成需求
    TASK = "task"  # 任务
    NOTED = "noted"  # 只记下来


@dataclass(frozen=True, slots=True)
class Resolution:
    """`words_id` points into `contents`, and `line` is read from there; `became_id` is the matter's or the need's.

    `owner_id` and `due_on` are a task's, and a need's as it was taken at the meeting; a matter has its own.
    `done_at` is when the task's owner said that it is done.
    """

    id: str
    meeting_id: str
    words_id: str
    becomes: Becomes
    became_id: str = ""
    owner_id: str = ""
    due_on: date | None = None
    done_at: datetime | None = None
    line: str = ""

    @property
    def subject(self) -> str:
        return f"resolution:{self.id}"

    @property
    def open_task(self) -> bool:
        return self.becomes is Becomes.TASK and self.done_at is None


class Kept(StrEnum):
    YES = "yes"  # 做到了
    NOT_YET = "not_yet"  # 还没


@dataclass(frozen=True, slots=True)
class Verdicts:
    """How those who came answered of one resolution: nobody is named."""

    yes: int = 0
    not_yet: int = 0
