"""The stretches of time that digests are about, and the steps in which their picture shows them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.digests.figures import Span, SpanKind

DAYS_SHOWN = 14
"""A short span is shown with the days before it, so that there is a line to see."""
LONGEST_BY_DAY = 62
LONGEST_BY_WEEK = 400
_DAY = timedelta(days=1)


def midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(0), zone).astimezone(UTC)


def step_starts(span: Span, zone: ZoneInfo) -> list[date]:
    """The first day of each step, in order: by day, in long spans by week, in very long ones by month."""
    last = (span.until_at - timedelta(microseconds=1)).astimezone(zone).date()
    first = span.from_at.astimezone(zone).date()
    if span.kind in (SpanKind.DAY, SpanKind.OWN):
        first = min(first, last - (DAYS_SHOWN - 1) * _DAY)
    days = (last - first).days + 1
    if days > LONGEST_BY_WEEK:
        return _months(first, last)
    step = 1 if days <= LONGEST_BY_DAY else 7
    return [first + n * _DAY for n in range(0, days, step)]


def _months(first: date, last: date) -> list[date]:
    starts = [first]
    while (following := (starts[-1].replace(day=1) + 32 * _DAY).replace(day=1)) <= last:
        starts.append(following)
    return starts


def read_from(span: Span, zone: ZoneInfo) -> datetime:
    """From when on matters must be known for the span's figures and its picture."""
    return min(span.from_at, midnight(step_starts(span, zone)[0], zone))
