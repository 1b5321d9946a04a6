"""How a matter's clocks stand: when each runs out, what was promised, and the pauses that they have had."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from domain.matters.matter import Matter, State, Tier


@dataclass(frozen=True, slots=True)
class Pause:
    """A stretch of waiting. `why`: see domain.matters.waits; `desk`: a desk agreed to it or began it."""

    at: datetime
    until_at: datetime
    why: str
    desk: bool = False
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Deadlines:
    """How the clocks stand after the last event.

    Contact runs while nobody has taken the matter, progress and result while somebody has; none while it is paused, or
    `joined` to what it waits for the end of. `promise_at` is the instant that the resident was last told, `asks_until`
    the new result's instant that is before the desk, if one is.
    """

    tier: Tier
    state: State
    contact_due_at: datetime
    progress_due_at: datetime
    result_due_at: datetime
    promise_at: datetime
    joined: bool = False
    pauses: tuple[Pause, ...] = ()
    asks_until: datetime | None = None

    @property
    def paused(self) -> Pause | None:
        return self.pauses[-1] if self.pauses and self.pauses[-1].ended_at is None else None

    def on(self, matter: Matter) -> Matter:
        """The matter with these clocks."""
        paused = self.paused
        return replace(
            matter, tier=self.tier, contact_due_at=self.contact_due_at, progress_due_at=self.progress_due_at,
            result_due_at=self.result_due_at, promise_at=self.promise_at, asks_until=self.asks_until,
            paused_until=paused.until_at if paused else None, pause_why=paused.why if paused else "",
        )  # fmt: skip
