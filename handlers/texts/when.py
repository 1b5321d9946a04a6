"""Instants in words that a person would use: "周四下午3点", "Thursday 3 pm"."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

WEEKDAYS_ZH = "一二三四五六日"
PARTS_OF_DAY_ZH = ((5, "凌晨"), (8, "早上"), (12, "上午"), (13, "中午"), (18, "下午"), (24, "晚上"))
WEEK = 7
NOON = 12
ALMOST = timedelta(seconds=30)
"""What is left of a day's working time after a pause may end a breath before six o'clock."""


def when(at: datetime, now: datetime, zone: ZoneInfo, language: str, *, dated: bool = False) -> str:
    """Day (as far as it is needed) and time, in the house's zone.

    Minutes are rounded down to five, so that a promise is never read late; what lacks but a few seconds to the next
    five is read as that. `dated`: weekday and date, whatever day it is read.
    """
    here, today = (at + ALMOST).astimezone(zone), now.astimezone(zone).date()
    here -= timedelta(minutes=here.minute % 5)
    days = (here.date() - today).days
    if dated:
        return f"{here:%A} {here.day} {here:%b} {_clock_en(here)}" if language == "en" else _dated_zh(here)
    return _english(here, days) if language == "en" else _chinese(here, days)


def between(
    begins: datetime, ends: datetime, now: datetime, zone: ZoneInfo, language: str, *, dated: bool = False
) -> str:
    """From one to the other; within one day that is named once: "明天上午9点到下午5点", "9 am to 5 pm tomorrow"."""
    first, last = (when(at, now, zone, language, dated=dated) for at in (begins, ends))
    joint = " to " if language == "en" else "到"
    here, there = begins.astimezone(zone), ends.astimezone(zone)
    if here.date() != there.date():
        return f"{first}{joint}{last}"
    if language == "en" and first.startswith(_clock_en(here)):  # the day stands at the end
        return f"{_clock_en(here)}{joint}{last}"
    return f"{first}{joint}{_clock_en(there) if language == 'en' else _clock_zh(there)}"


def date_words(day: date, language: str) -> str:
    """Only the day: "11月23日周一", "Mon 23 Nov"."""
    return (
        f"{day:%a} {day.day} {day:%b}"
        if language == "en"
        else f"{day.month}月{day.day}日周{WEEKDAYS_ZH[day.weekday()]}"
    )


def short_day(day: date, language: str) -> str:
    """ "11月23日", "23 Nov"."""
    return f"{day.day} {day:%b}" if language == "en" else f"{day.month}月{day.day}日"


def _clock_zh(at: datetime) -> str:
    part = next(name for until, name in PARTS_OF_DAY_ZH if at.hour < until)
    hour = at.hour if at.hour <= NOON else at.hour - NOON
    minute = "" if at.minute == 0 else "半" if at.minute == 30 else f"{at.minute:02d}分"
    return f"{part}{hour}点{minute}"


def _dated_zh(at: datetime) -> str:
    return date_words(at.date(), "zh") + _clock_zh(at)


def _clock_en(at: datetime) -> str:
    if (at.hour, at.minute) == (NOON, 0):  # few agree on what "12 pm" is
        return "noon"
    hour = at.hour % NOON or NOON
    return f"{hour}{f':{at.minute:02d}' if at.minute else ''} {'am' if at.hour < NOON else 'pm'}"


def _chinese(at: datetime, days: int) -> str:
    near = {-1: "昨天", 0: "今天", 1: "明天", 2: "后天"}
    if days in near:
        name = near[days]
    elif 0 < days < WEEK:
        name = f"{'下' if at.weekday() < days else ''}周{WEEKDAYS_ZH[at.weekday()]}"
    else:
        name = f"{at.month}月{at.day}日"
    return name + _clock_zh(at)


def _english(at: datetime, days: int) -> str:
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    if days in near:
        return f"{_clock_en(at)} {near[days]}"
    name = f"{at:%A}" if 0 < days < WEEK else f"{at.day} {at:%b}"
    return f"{name} {_clock_en(at)}"
