"""How spans, clock times, days, zones and addresses are written in the files that people edit."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from difflib import get_close_matches
from itertools import pairwise
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BeforeValidator

from domain.matters.kinds import KINDS
from domain.workdays import Hours

_SPAN = re.compile(r"(\d{1,4})\s*(m|min|minutes?|h|hours?|d|days?|分钟?|小时|天)")
_UNITS = {"m": timedelta(minutes=1), "分": timedelta(minutes=1), "h": timedelta(hours=1), "小": timedelta(hours=1)}
_ADDRESS = re.compile(r"https?://[^\s/]+(/\S*)?")
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_HOURS = re.compile(r"((?:[01]\d|2[0-3]):[0-5]\d)\s*[-–—~至到]\s*((?:[01]\d|2[0-4]):[0-5]\d)")
_MIDNIGHT, _DAYS_END = "24:00", time(0)
_LEAP_YEAR = 2024
LEAST_KEPT, MOST_KEPT = 30, 36_500
HOURS_LIKE = (
    '"09:00-18:00" or "09:00-12:00, 14:00-18:00", in order; "" for round the clock / 写 "09:00-18:00"，昼夜都算就写 ""'
)
MONTH_DAY_LIKE = '"11-01", month and day / 写 "11-01"，月和日'
KIND_CODES = " ".join(KINDS)


def _span(value: object) -> object:
    found = _SPAN.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None or int(found[1]) == 0:
        raise ValueError('write "30 min", "4 h" or "3 d" / 写 "30 min"、"4 h" 或 "3 d"')
    return int(found[1]) * _UNITS.get(found[2][0], timedelta(days=1))


def _days_kept(value: object) -> object:
    if type(value) is not int or not (value == 0 or LEAST_KEPT <= value <= MOST_KEPT):
        raise ValueError(f"0 for ever, or {LEAST_KEPT} to {MOST_KEPT} / 写 0（一直留），或 {LEAST_KEPT} 到 {MOST_KEPT}")
    return value


def _clock_time(value: object) -> object:
    if not isinstance(value, str) or not _CLOCK.fullmatch(value):
        raise ValueError('write "22:00" / 写 "22:00"')
    return time.fromisoformat(value)


def _hours(value: object) -> object:
    spans: list[tuple[time, time]] = []
    for part in re.split("[,，、]", value) if isinstance(value, str) and value.strip() else []:
        found = _HOURS.fullmatch(part.strip())
        if found is None or found[2] > _MIDNIGHT or found[1] >= found[2]:
            raise ValueError(HOURS_LIKE)
        spans.append((time.fromisoformat(found[1]), time.fromisoformat(found[2].replace(_MIDNIGHT, "00:00"))))
    overlaps = any(before[1] == _DAYS_END or before[1] > after[0] for before, after in pairwise(spans))
    if not isinstance(value, str) or overlaps:
        raise ValueError(HOURS_LIKE)
    return tuple(spans)


def _month_day(value: object) -> object:
    try:
        day = date.fromisoformat(f"{_LEAP_YEAR}-{value}")
    except ValueError:
        raise ValueError(MONTH_DAY_LIKE) from None
    return day.month, day.day


def _kind_code(value: str) -> str:
    if value not in KINDS:
        near = get_close_matches(value, KINDS, n=1)
        raise ValueError(f"no such kind / 没有这一类{f' · {near[0]}?' if near else ''}: {KIND_CODES}")
    return value


def _zone(value: object) -> object:
    try:
        return ZoneInfo(str(value))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError('write "Asia/Shanghai" / 写 "Asia/Shanghai"') from None


def _web_address(value: str) -> str:
    if value and not _ADDRESS.fullmatch(value):
        raise ValueError('write "https://…" / 写 "https://…"')
    return value.rstrip("/")


Span = Annotated[timedelta, BeforeValidator(_span)]
""" "30 min", "4小时" and the like; never nothing."""
DaysKept = Annotated[int, BeforeValidator(_days_kept)]
"""Days after the end of a matter; 0 for ever. Before a month is over it may be opened again or asked about."""
ClockTime = Annotated[time, BeforeValidator(_clock_time)]
"""Hours and minutes of the local clock, "07:00"."""
HourSpans = Annotated[Hours, BeforeValidator(_hours)]
"""The hours of a day that count, "09:00-12:00, 14:00-18:00"; "" for all of them."""
MonthDay = Annotated[tuple[int, int], BeforeValidator(_month_day)]
KindCode = Annotated[str, AfterValidator(_kind_code)]
Zone = Annotated[ZoneInfo, BeforeValidator(_zone)]
WebAddress = Annotated[str, AfterValidator(_web_address)]
"""http or https, without a slash at the end; "" for none."""
