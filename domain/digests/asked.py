"""Spans as people ask for them: 今天, 上周, 11月1日到11月15日, "last month", "2026-11-01..2026-11-15"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.digests.figures import Span, SpanKind
from domain.digests.spans import midnight
from domain.matters.words_plain import plain
from domain.people.days import in_one_form

_DAY = timedelta(days=1)
OFFERED = ("today", "yesterday", "this_week", "last_week", "this_month", "last_month")
"""Spans that stand on buttons."""
_WORDS: Mapping[str, str] = {
    "今天": "today", "今日": "today", "today": "today",
    "昨天": "yesterday", "昨日": "yesterday", "yesterday": "yesterday",
    "本周": "this_week", "这周": "this_week", "这个星期": "this_week", "这星期": "this_week",
    "this week": "this_week", "week": "this_week",
    "上周": "last_week", "上个星期": "last_week", "上星期": "last_week",
    "last week": "last_week",
    "本月": "this_month", "这个月": "this_month", "this month": "this_month", "month": "this_month",
    "上月": "last_month", "上个月": "last_month", "last month": "last_month",
    "今年": "this_year", "本年": "this_year", "this year": "this_year", "year": "this_year",
    "去年": "last_year", "last year": "last_year",
}  # fmt: skip
_ISO = re.compile(r"(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})")
_CHINESE = re.compile(r"(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})[日号]?")
_DAY_ONLY = re.compile(r"(\d{1,2})[日号]")
_MONTH = re.compile(r"(?:(20\d\d)[年-])?(\d{1,2})月?(?:份)?")
_LATEST = re.compile(r"(?:最近|近|过去)(\d{1,3})天|(?:last|past) (\d{1,3}) days")
_TO = re.compile(r"\s*(?:\.\.+|…|到|至|~|—|–|\bto\b|\buntil\b|(?<=[日号])-)\s*")


def asked_span(words: str, now: datetime, zone: ZoneInfo) -> Span | None:
    """The span that is meant, not beyond this minute; None for what is no span or lies ahead."""
    said = plain(words).strip()
    today = now.astimezone(zone).date()
    found = _named(_WORDS.get(said, said), today) or _written(said, today)
    if found is None:
        return None
    kind, first, after = found
    until = min(midnight(after, zone), now.replace(second=0, microsecond=0).astimezone(UTC))
    since = midnight(first, zone)
    return Span(kind, since, until) if since < until else None


def _named(name: str, today: date) -> tuple[SpanKind, date, date] | None:
    """(kind, first day, day after the last) of a code such as "last_week"."""
    monday, first = today - today.weekday() * _DAY, today.replace(day=1)
    spans = {
        "today": (SpanKind.DAY, today, today + _DAY),
        "yesterday": (SpanKind.DAY, today - _DAY, today),
        "this_week": (SpanKind.WEEK, monday, monday + 7 * _DAY),
        "last_week": (SpanKind.WEEK, monday - 7 * _DAY, monday),
        "this_month": (SpanKind.MONTH, first, _month_after(first)),
        "last_month": (SpanKind.MONTH, (first - _DAY).replace(day=1), first),
        "last_year": (SpanKind.OWN, date(today.year - 1, 1, 1), date(today.year, 1, 1)),
        "this_year": (SpanKind.OWN, today.replace(month=1, day=1), today + _DAY),
    }
    return spans.get(name)


def _written(said: str, today: date) -> tuple[SpanKind, date, date] | None:
    if latest := _LATEST.fullmatch(said):
        days = int(latest[1] or latest[2])
        return (SpanKind.OWN, today - (days - 1) * _DAY, today + _DAY) if days else None
    if month := _MONTH.fullmatch(said):
        first = _date(month[1], month[2], "1", today)
        return (SpanKind.MONTH, first, _month_after(first)) if first else None
    ends = _TO.split(said if _ISO.search(said) else in_one_form(said))
    first = _day(ends[0], None, today)
    last = _day(ends[-1], first, today)
    if first is None or last is None or len(ends) > 2 or last < first:
        return None
    return (SpanKind.DAY if first == last else SpanKind.OWN), first, last + _DAY


def _day(said: str, first: date | None, today: date) -> date | None:
    if found := _ISO.fullmatch(said.strip()) or _CHINESE.fullmatch(said.strip()):
        return _date(found[1], found[2], found[3], today)
    if (found := _DAY_ONLY.fullmatch(said.strip())) and first is not None:
        return _date(str(first.year), str(first.month), found[1], today)
    name = _named(_WORDS.get(said.strip(), ""), today)
    return name[1] if name is not None and name[0] is SpanKind.DAY else None


def _date(year: str | None, month: str, day: str, today: date) -> date | None:
    """Without a year the latest one that is not ahead; None for a date in no calendar."""
    try:
        found = date(int(year or today.year), int(month), int(day))
        return found if year or found <= today else found.replace(year=found.year - 1)
    except ValueError:
        return None


def _month_after(first: date) -> date:
    return (first + 32 * _DAY).replace(day=1)
