"""How spans, clock times, zones and addresses are written in the files that people edit."""

from __future__ import annotations

import re
from datetime import time, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BeforeValidator

_SPAN = re.compile(r"(\d{1,4})\s*(m|min|minutes?|h|hours?|d|days?|分钟?|小时|天)")
_UNITS = {"m": timedelta(minutes=1), "分": timedelta(minutes=1), "h": timedelta(hours=1), "小": timedelta(hours=1)}
_ADDRESS = re.compile(r"https?://[^\s/]+(/\S*)?")
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def _span(value: object) -> object:
    found = _SPAN.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None or int(found[1]) == 0:
        raise ValueError('write "30 min", "4 h" or "3 d" / 写 "30 min"、"4 h" 或 "3 d"')
    return int(found[1]) * _UNITS.get(found[2][0], timedelta(days=1))


def _clock_time(value: object) -> object:
    if not isinstance(value, str) or not _CLOCK.fullmatch(value):
        raise ValueError('write "22:00" / 写 "22:00"')
    return time.fromisoformat(value)


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
ClockTime = Annotated[time, BeforeValidator(_clock_time)]
"""Hours and minutes of the local clock, "07:00"."""
Zone = Annotated[ZoneInfo, BeforeValidator(_zone)]
WebAddress = Annotated[str, AfterValidator(_web_address)]
"""http or https, without a slash at the end; "" for none."""
