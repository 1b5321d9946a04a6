"""Working time: which days are worked, within which hours, and how spans are laid out on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile
from typing import Protocol
from zoneinfo import ZoneInfo

_DAY = timedelta(days=1)
_NOTHING = timedelta()
_SATURDAY = 5
_MIDNIGHT = time(0)

Hours = tuple[tuple[time, time], ...]
"""Spans of a day in their order, each open until its end; an end of midnight is the day's end. None: the whole day."""


class Workdays(Protocol):
    """Which days are worked: weekends, public holidays and the days worked in their stead."""

    def is_working(self, day: date) -> bool: ...

    @property
    def known_until(self) -> date:
        """The last day whose holidays are known; later ones are reckoned as plain weeks until more is known."""
        ...


@dataclass(frozen=True, slots=True)
class Weekdays:
    """Monday to Friday, as long as nobody knows of holidays."""

    @property
    def known_until(self) -> date:
        return date.max

    def is_working(self, day: date) -> bool:
        return day.weekday() < _SATURDAY


def unlike_weeks(workdays: Workdays, first: date, days: int) -> frozenset[date]:
    """Those of so many days from the first on that are free though a weekday, or worked though a weekend."""
    plain = Weekdays()
    span = (first + n * _DAY for n in range(days))
    return frozenset(day for day in span if workdays.is_working(day) is not plain.is_working(day))


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """The time that counts for a clock: the hours of every day, or (with `workdays`) of working days alone.

    It begins only when the hours do: what starts outside them starts at the next opening, and what ends with them ends
    at closing time, not at the opening after it. So no instant reckoned here lies outside, an earlier start never ends
    later, and spans add up: `add(add(start, a), b) == add(start, a + b)` and `between(start, add(start, a)) == a`.
    Takes aware instants, answers in UTC; where clocks are changed, that day's hours are as long as they really are.
    """

    zone: ZoneInfo
    workdays: Workdays | None = None
    hours: Hours = ()

    @property
    def day(self) -> timedelta:
        """How much of it one day holds."""
        return sum((_length(span) for span in self.hours), _NOTHING) if self.hours else _DAY

    @property
    def always(self) -> bool:
        """Round the clock."""
        return self.workdays is None and not self.hours

    def add(self, start: datetime, span: timedelta) -> datetime:
        """The first instant by which so much has passed; a span of nothing or less ends where it starts."""
        left = max(span, _NOTHING)
        if self.always or not left:
            return start.astimezone(UTC) + left
        open_spans = self._open(start)
        while True:
            opens, closes = next(open_spans)
            if left <= closes - opens:
                return opens + left
            left -= closes - opens

    def between(self, start: datetime, end: datetime) -> timedelta:
        """How much of it lies between the two; nothing when the end is no later."""
        if self.always or end <= start:
            return max(end - start, _NOTHING)
        begun = takewhile(lambda span: span[0] < end, self._open(start))
        return sum((min(closes, end) - opens for opens, closes in begun), _NOTHING)

    def _open(self, start: datetime) -> Iterator[tuple[datetime, datetime]]:
        """What is open from the start on, in order, without end."""
        day = start.astimezone(self.zone).date()
        while True:
            if self.workdays is None or self.workdays.is_working(day):
                for opens, closes in self.hours or ((_MIDNIGHT, _MIDNIGHT),):
                    until = self._at(day + _DAY, closes) if closes == _MIDNIGHT else self._at(day, closes)
                    since = max(self._at(day, opens), start.astimezone(UTC))
                    if since < until:
                        yield since, until
            day += _DAY

    def _at(self, day: date, wall: time) -> datetime:
        return datetime.combine(day, wall, self.zone).astimezone(UTC)


def _length(span: tuple[time, time]) -> timedelta:
    opens, closes = (timedelta(hours=wall.hour, minutes=wall.minute) for wall in span)
    return (closes or _DAY) - opens
