"""When digests are due: the hour, which days bring a week's or a month's, and what was missed meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.digests.figures import Span, SpanKind

_DAY = timedelta(days=1)
_WIDTH = (SpanKind.DAY, SpanKind.WEEK, SpanKind.MONTH)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """One digest in a morning: on the 1st the month's, on the weekly day (Monday 1 to Sunday 7, 0 for none) the week's,
    else the day's, as far as they are wanted. Each counts from the hour of the one before it to its own hour.
    """

    hour: time = time(8, 30)
    daily: bool = True
    weekly: int = 1
    monthly: bool = True

    def kind_on(self, day: date) -> SpanKind | None:
        if self.monthly and day.day == 1:
            return SpanKind.MONTH
        if day.isoweekday() == self.weekly:
            return SpanKind.WEEK
        return SpanKind.DAY if self.daily else None

    def at(self, day: date, zone: ZoneInfo) -> datetime:
        return datetime.combine(day, self.hour, zone).astimezone(UTC)

    def next_after(self, day: date) -> date | None:
        """The first later day with a digest; None when none are wanted."""
        coming = (day + n * _DAY for n in range(1, 32))
        return next((each for each in coming if self.kind_on(each) is not None), None)

    def due(self, last: date, now: datetime, zone: ZoneInfo) -> tuple[date, Span] | None:
        """The one digest for everything since that of the day `last`, as of the latest hour that has passed, and its
        day. After days away it is of the widest kind that was missed. None when nothing has fallen due.
        """
        missed: list[date] = []
        day = self.next_after(last)
        while day is not None and self.at(day, zone) <= now:
            missed.append(day)
            day = self.next_after(day)
        if not missed:
            return None
        kinds = [kind for kind in map(self.kind_on, missed) if kind is not None]
        kind = max(kinds, key=_WIDTH.index)
        first = next(day for day in missed if self.kind_on(day) is kind)
        since = {SpanKind.DAY: last, SpanKind.WEEK: first - 7 * _DAY, SpanKind.MONTH: (first - _DAY).replace(day=1)}
        return missed[-1], Span(kind, self.at(since[kind], zone), self.at(missed[-1], zone))


NEVER = Rhythm(daily=False, weekly=0, monthly=False)
