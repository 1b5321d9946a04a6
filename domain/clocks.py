"""The clocks of a matter: how long each tier gives, and the quiet hours in which nothing but danger rings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.matters.matter import Tier

SOON_PART = 6
SOON_MOST = timedelta(hours=3)
APART = timedelta(hours=1)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Pace:
    """How long a tier gives until somebody spoke to the resident, until real progress, until the result."""

    contact: timedelta
    progress: timedelta
    result: timedelta


PACES: dict[Tier, Pace] = {
    Tier.DANGER: Pace(timedelta(minutes=10), timedelta(hours=1), timedelta(hours=2)),
    Tier.UTILITY: Pace(timedelta(minutes=30), timedelta(hours=4), timedelta(hours=24)),
    Tier.ORDINARY: Pace(timedelta(hours=1), timedelta(days=1), timedelta(days=3)),
    Tier.COMPLEX: Pace(timedelta(hours=1), timedelta(days=3), timedelta(days=15)),
}


@dataclass(frozen=True, slots=True)
class Reminder:
    """`slot` is "half" (half the time is gone), "soon" (shortly before) or "overdue"; `at` is when it may be sent."""

    slot: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Clocks:
    """Reckons in aware instants and answers in UTC. Equal quiet_from and quiet_to mean that no hour is quiet."""

    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Asia/Shanghai"))
    quiet_from: time = time(22)
    quiet_to: time = time(7)
    paces: Mapping[Tier, Pace] = field(default_factory=lambda: dict(PACES))
    daily_at: time = time(9)
    """When what is overdue is brought up again, day after day: one hour for all, so that it comes as one message."""

    def pace(self, tier: Tier) -> Pace:
        return self.paces[tier]

    def awake(self, at: datetime) -> bool:
        """Whether an ordinary message may ring at this instant: quiet_to itself is awake, quiet_from is not."""
        now = at.astimezone(self.zone).time()
        if self.quiet_from <= self.quiet_to:
            return not self.quiet_from <= now < self.quiet_to
        return self.quiet_to <= now < self.quiet_from

    def next_awake(self, at: datetime) -> datetime:
        """The instant itself when it is awake, else the end of the quiet hours around it."""
        return at.astimezone(UTC) if self.awake(at) else self._next(self.quiet_to, at)

    def contact_due(self, start: datetime, tier: Tier) -> datetime:
        """When somebody must have spoken to her: only waking time counts, except for danger."""
        left = self.pace(tier).contact
        if tier is Tier.DANGER or self.quiet_from == self.quiet_to:
            return due(start, left)
        at = self.next_awake(start)
        while at + left > (night := self._next(self.quiet_from, at)):
            left -= night - at
            at = self.next_awake(night)
        return at + left

    def progress_due(self, start: datetime, tier: Tier) -> datetime:
        return due(start, self.pace(tier).progress)

    def result_due(self, start: datetime, tier: Tier) -> datetime:
        return due(start, self.pace(tier).result)

    def reminder_instants(self, start: datetime, due_at: datetime, tier: Tier) -> list[Reminder]:
        """Half, soon and overdue, moved out of the quiet hours except for danger.

        One that the move would bring to the instant of a later one is left out, so that nothing rings twice at once;
        and so is half when the morning brings it close before soon.
        """
        span = due_at - start
        wished = [
            ("half", start + span / 2),
            ("soon", due_at - min(span / SOON_PART, SOON_MOST)),
            ("overdue", due_at),
        ]
        moved = {self._may_ring(at, tier): slot for slot, at in wished}
        first, then = (self._may_ring(at, tier) for _, at in wished[:2])
        if first != wished[0][1] and first < then < first + APART:
            del moved[first]
        return [Reminder(slot, at) for at, slot in moved.items()]

    def daily_after(self, at: datetime) -> datetime:
        """The same time of the next day, or the end of the quiet hours when that time is quiet."""
        local = at.astimezone(self.zone)
        return self.next_awake(self._at(local + _DAY, local.time()))

    def next_daily(self, at: datetime) -> datetime:
        """The daily hour of the next day."""
        return self._at(at.astimezone(self.zone) + _DAY, self.daily_at)

    def _may_ring(self, at: datetime, tier: Tier) -> datetime:
        return at.astimezone(UTC) if tier is Tier.DANGER else self.next_awake(at)

    def _next(self, wall: time, after: datetime) -> datetime:
        """The first instant strictly after `after` at which the local clock shows `wall`."""
        today = after.astimezone(self.zone)
        coming = (self._at(today + days * _DAY, wall, fold) for days in (0, 1, 2) for fold in (0, 1))
        return min(at for at in coming if at > after)

    def _at(self, day: datetime, wall: time, fold: int = 0) -> datetime:
        return datetime.combine(day.date(), wall.replace(fold=fold), self.zone).astimezone(UTC)


def due(start: datetime, duration: timedelta) -> datetime:
    """Plain hours, day and night."""
    return start.astimezone(UTC) + duration
