"""The course of one matter as figures see it: how it stood at an instant, and what had happened by then."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from domain.matters.matter import State, Tier, Word

LEVELS = ("building", "grid", "community", "street", "district")
"""From the nearest to the widest, by the value of domain.matters.matter.Level."""


@dataclass(frozen=True, slots=True)
class Closing:
    """The resident was told that it is finished: when, with which cause, settled at which level."""

    at: datetime
    cause: str
    level: str


@dataclass(frozen=True, slots=True)
class Said:
    """What the resident said to a closing (or that she said nothing), and the cause she was told."""

    at: datetime
    word: Word
    cause: str


@dataclass(slots=True)
class Course:
    """One matter as of an instant. `first_due_at` is when its very first contact clock ran or runs out, `contacted_at`
    the first time somebody took it or answered. `open_spans` are the stretches in which it was open, the last one
    without an end when it still is. `joined_at` is since when it has waited for the end of something else, if it does,
    which answers it at once: at `answered_at` (None once somebody was to speak to her after all), by a known "trouble"
    or, "me_too", by a neighbour's matter. `set_aside_at`: only noted since then, or part of another matter of hers.
    `paused_until`: it waits for something with a reason until then.
    """

    id: str
    kind: str
    tier: Tier
    grid_id: str
    owner_id: str
    level: str
    sent_at: datetime
    filed_at: datetime
    first_due_at: datetime
    contact_due_at: datetime
    progress_due_at: datetime
    result_due_at: datetime
    joined_at: datetime | None = None
    answered_at: datetime | None = None
    answered_by: str = ""
    state: State = State.WAITING
    contacted_at: datetime | None = None
    withdrawn_at: datetime | None = None
    set_aside_at: datetime | None = None
    paused_until: datetime | None = None
    cause: str = ""
    graded_at: datetime | None = None
    grade: int = 0
    closings: list[Closing] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    open_spans: list[tuple[datetime, datetime | None]] = field(default_factory=list)
    reopened_at: list[datetime] = field(default_factory=list)
    moved_up_at: list[datetime] = field(default_factory=list)

    @property
    def open(self) -> bool:
        """Not finished, or finished but the resident has not been told yet."""
        return self.state in (State.WAITING, State.TAKEN, State.CLOSING)

    @property
    def closing(self) -> Closing | None:
        """The closing that stands: told to the resident and not opened again."""
        return self.closings[-1] if self.closings and not self.open and self.withdrawn_at is None else None

    def overdue(self, at: datetime) -> str:
        """The clock that has run out by then ("contact", "result" or "progress"), "" for none.

        What waits for the end of something else has no clock of its own, and in a pause, which has a reason and an end
        that the resident was told, nothing is late.
        """
        if self.joined_at is not None or self.paused_until is not None:
            return ""
        if self.state is State.WAITING and self.contact_due_at <= at:
            return "contact"
        if self.state is State.TAKEN:
            return "result" if self.result_due_at <= at else "progress" if self.progress_due_at <= at else ""
        return ""
