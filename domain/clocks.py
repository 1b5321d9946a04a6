"""The clocks of a matter: how long each tier gives, and the quiet hours in which nothing but danger rings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.tiers import Level, Tier
from domain.workdays import Hours, Weekdays, Workdays, WorkingTime

SOON_PART = 6
SOON_MOST = timedelta(hours=3)
APART = timedelta(hours=1)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Pace:
    """How long a tier gives until somebody spoke to the resident, until real progress, until the result.

    Progress and result are counted within `hours` (none: round the clock), with `working` on working days only. Contact
    never is: volunteers have evenings and residents write in them, so it counts the waking hours of every day.
    """

    contact: timedelta
    progress: timedelta
    result: timedelta
    hours: Hours = ()
    working: bool = False


OFFICE: Hours = ((time(9), time(18)),)
PACES: dict[Tier, Pace] = {
    Tier.DANGER: Pace(timedelta(minutes=10), timedelta(hours=1), timedelta(hours=2)),
    Tier.UTILITY: Pace(timedelta(minutes=30), timedelta(hours=4), timedelta(hours=24)),
    Tier.ORDINARY: Pace(timedelta(hours=1), timedelta(days=1), timedelta(days=3), OFFICE, working=True),
    Tier.COMPLEX: Pace(timedelta(hours=1), timedelta(days=3), timedelta(days=15), OFFICE, working=True),
}


RUNGS: dict[Level, timedelta] = {
    Level.BUILDING: timedelta(minutes=30),
    Level.GRID: timedelta(hours=1),
    Level.COMMUNITY: timedelta(hours=1),
    Level.STREET: timedelta(hours=2),
    Level.DISTRICT: timedelta(hours=4),
}
HOTLINE = timedelta(days=5)


@dataclass(frozen=True, slots=True)
class Reminder:
    """`at` is when it may be sent. `slot` is "half" (half the time is gone), "plain" (half time, said later than that),
    "soon" (shortly before) or "overdue".
    """

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
    workdays: Workdays = field(default_factory=Weekdays)
    results: Mapping[str, timedelta] = field(default_factory=dict)
    """How long kinds (codes) have until their result where that is not their tier's."""
    rungs: Mapping[Level, timedelta] = field(default_factory=lambda: dict(RUNGS))
    """How long whoever is asked on a rung of the ladder has it alone, in waking hours."""
    hotline: timedelta = HOTLINE
    """How long the 12345 hotline has to answer, in working time as a complex matter's."""

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

    def contact_due(self, start: datetime, tier: Tier, *, night_duty: bool = False) -> datetime:
        """When somebody must have spoken to her: only waking time counts, except for danger.

        With `night_duty` somebody is up for a utility, so that its night counts too.
        """
        left = self.pace(tier).contact
        if tier is Tier.DANGER or (night_duty and tier is Tier.UTILITY):
            return due(start, left)
        return self._waking(start, left)

    def rung_due(self, start: datetime, tier: Tier, level: Level, *, night_duty: bool = False) -> datetime:
        """When the next on the ladder is asked: the rung's own time, for utilities and danger their contact time."""
        if tier in (Tier.DANGER, Tier.UTILITY):
            return self.contact_due(start, tier, night_duty=night_duty)
        return self._waking(start, self.rungs[level])

    def hotline_due(self, start: datetime) -> datetime:
        return self.add_working(start, self.lasting(self.hotline, Tier.COMPLEX), Tier.COMPLEX)

    def _waking(self, start: datetime, left: timedelta) -> datetime:
        """When so much waking time has passed."""
        if self.quiet_from == self.quiet_to:
            return due(start, left)
        at = self.next_awake(start)
        while at + left > (night := self._next(self.quiet_from, at)):
            left -= night - at
            at = self.next_awake(night)
        return at + left

    def progress_due(self, start: datetime, tier: Tier) -> datetime:
        return self.add_working(start, self.lasting(self.pace(tier).progress, tier), tier)

    def result_due(self, start: datetime, tier: Tier, kind: str = "") -> datetime:
        """The kind's own result time where it has one, else the tier's."""
        return self.add_working(start, self.lasting(self.results.get(kind, self.pace(tier).result), tier), tier)

    def working_time(self, tier: Tier) -> WorkingTime:
        """The time that counts for progress and result of this tier."""
        pace = self.pace(tier)
        return WorkingTime(self.zone, self.workdays if pace.working else None, pace.hours)

    def closing_time(self, tier: Tier) -> time:
        """When the hours of a day end that count for this tier; the office's where they go on until midnight."""
        hours = self.pace(tier).hours or OFFICE
        return hours[-1][1] if hours[-1][1] > time() else OFFICE[-1][1]

    def lasting(self, span: timedelta, tier: Tier) -> timedelta:
        """A span as people say it in working time of this tier: each whole day is one working day, hours are hours.

        So "1 day" keeps the time of day and passes over a weekend: Friday 15:00 to Monday 15:00.
        """
        return span.days * self.working_time(tier).day + (span - span.days * _DAY)

    def add_working(self, start: datetime, span: timedelta, tier: Tier) -> datetime:
        """When so much working time (as of `lasting` or `working_between`) has passed since the start."""
        return self.working_time(tier).add(start, span)

    def working_between(self, start: datetime, end: datetime, tier: Tier) -> timedelta:
        """How much working time of this tier lies between the two; nothing when the end is no later."""
        return self.working_time(tier).between(start, end)

    def reminder_instants(
        self, start: datetime, due_at: datetime, tier: Tier, *, working: bool = False
    ) -> list[Reminder]:
        """Half, soon and overdue, moved out of the quiet hours except for danger.

        With `working` (progress and result) half is half of the tier's working time, so that of two days with a weekend
        between them it is the end of the first. One that the move would bring to the instant of a later one is left
        out, so that nothing rings twice at once; and so is half when the morning brings it close before soon.
        """
        span = due_at - start
        half, soon = start + span / 2, due_at - min(span / SOON_PART, SOON_MOST)
        if working and (worked := self.working_between(start, due_at, tier)):
            half = self.add_working(start, worked / 2, tier)
        half_at, soon_at, over_at = (self._may_ring(at, tier) for at in (half, soon, due_at))
        reminders = [Reminder("overdue", over_at)]
        if soon_at < over_at:
            reminders.insert(0, Reminder("soon", soon_at))
        if half_at < soon_at and (half_at == half or half_at + APART <= soon_at):
            reminders.insert(0, Reminder("half" if half_at == half else "plain", half_at))
        return reminders

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
