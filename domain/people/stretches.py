"""Stretches with a beginning and an end as people announce them: 明天9点到17点停水, "tomorrow from 9 am to 5 pm"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.matters.words_plain import plain
from domain.people.days import DAYS, in_one_form
from domain.people.hours import until_in

_N = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})"
_PART = r"(?:凌晨|早上|早晨|清晨|上午|中午|下午|傍晚|晚上|晚间|夜里|早|晚)"
_WEEKDAY = r"(?:下下|下|这|本)?个?(?:周|星期|礼拜)[一二三四五六日天]"
_DAY_EN = r"(?:today|tomorrow|tonight|(?:next |on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_DAY = (
    rf"(?:20\d\d[-年]\d{{1,2}}[-月]\d{{1,2}}日?|(?:{_N}月)?{_N}[日号](?![楼院门线])|大?后天|[明今][天日]|[明今](?=[早晚])"
    rf"|次日|第二天|当[天日]|{_WEEKDAY}|{_DAY_EN})(?:\s?[(（]{_WEEKDAY}[)）])?[,，]?"
)
_CLOCK = (
    rf"(?:{_N}(?:点钟?|时(?![候间]))(?:半|整|一刻|三刻|{_N}分?)?|\d{{1,2}}[:：]\d\d"
    r"|\d{1,2}(?::\d\d)?\s?[ap]m\b|noon\b|midday\b)"
)
_TIME = rf"(?:{_DAY}\s?(?:的|from |at )?)?{_PART}?的?\s?{_CLOCK}"
_BARE = rf"(?:{_DAY}\s?(?:from )?)?{_PART}?{_N}(?=\s?(?:到|至|[-~—–～]+)\s?{_N}[点时])"
"""9到17点: the hour that both share is written once."""
_TO = r"\s?(?:到|至|[-~—–～]+|to|until|till)\s?"
_FROM_TO = re.compile(
    rf"(?:从|自|from\s)?(?P<begin>{_TIME}|{_BARE}){_TO}(?P<end>{_TIME})(?:之间|止)?(?:\s(?P<after>{_DAY_EN})\b)?",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    rf"(?:从|自|from\s)?(?P<begin>{_TIME})(?P<mark>\s?(?:起|开始)|(?=\s?[停断检][^了的]))", re.IGNORECASE
)
_LOOSE_DAY = re.compile(rf"{_DAY}\s?", re.IGNORECASE)
_NEXT_DAY = re.compile("次日|第二天")
_WHEN_OVER = re.compile(rf"[,，;；]?\s?(?:预计|计划|估计)?(?:到)?{_TIME}(?:恢复|来|通|供|结束)[水电气暖]?")
_SOON = timedelta(hours=18)
_TODAY = ("今", "tod", "ton")


@dataclass(frozen=True, slots=True)
class Stretch:
    """`ends_at` is None where the words name no end. `rest` is what they say beside the time."""

    begins_at: datetime
    ends_at: datetime | None
    rest: str


def stretch_in(text: str, now: datetime) -> Stretch | None:
    """The stretch still to come that the words announce; `now` aware, of the zone in which people live.

    None when they name no beginning, one that has passed, or an end before it.
    """
    found = _FROM_TO.search(text)
    return _from_to(text, found, now) if found is not None else _from_on(text, now)


def _from_to(text: str, found: re.Match[str], now: datetime) -> Stretch | None:
    said = f"{found['after']} {found['begin']}" if found["after"] else text[: found.end("begin")]
    said += "" if _ends_in_clock(found["begin"]) else "点"
    begins_at = until_in(said, now)
    ends_at = _end(found["end"], begins_at, now)
    if begins_at is None or ends_at is None or _runs_already(said, found["end"], begins_at, now):
        return None
    return Stretch(begins_at, ends_at, _without(text, found.start(), found.end()))


def _from_on(text: str, now: datetime) -> Stretch | None:
    """明天9点起停水, perhaps with the end said later on."""
    found = _BEGINS.search(text)
    begins_at = until_in(text[: found.end("begin")], now) if found is not None else None
    if found is None or begins_at is None:
        return None
    after = text[found.end() :]
    ends_at = until_in(after, now if DAYS.search(_plain(after)) else begins_at)
    if (ends_at is not None and ends_at <= begins_at) or _runs_already(
        text[: found.end("begin")], after, begins_at, now
    ):
        return None
    rest = text[: found.start()] + (_WHEN_OVER.sub("，", after, count=1) if ends_at is not None else after)
    return Stretch(begins_at, ends_at, _without(rest, 0, 0))


def _ends_in_clock(said: str) -> bool:
    return re.search(rf"{_CLOCK}$", said, re.IGNORECASE) is not None


def _end(said: str, begins_at: datetime | None, now: datetime) -> datetime | None:
    """Read from the beginning on; a day that is named is reckoned from today."""
    if begins_at is None:
        return None
    next_day = _NEXT_DAY.search(said)
    words = _NEXT_DAY.sub("", said).replace("当天", "").replace("当日", "")
    ends_at = until_in(words, now if DAYS.search(_plain(words)) else begins_at)
    if ends_at is None or ends_at <= begins_at or (next_day and ends_at.date() == begins_at.date()):
        return None
    return ends_at


def _runs_already(begin: str, end: str, begins_at: datetime, now: datetime) -> bool:
    """9点到17点, said at ten, is no stretch of tonight and tomorrow: it has begun. So has what would begin so late."""
    day = list(DAYS.finditer(_plain(begin)))
    if begins_at.date() == now.date() and re.search(f"{_PART}|[ap]m$", begin):
        return False
    if day and not (day[-1]["near"] or "").startswith(_TODAY):
        return False
    first_end = until_in(end, now)
    return begins_at - now > _SOON or (first_end is not None and first_end < begins_at)


def _plain(words: str) -> str:
    return in_one_form(plain(words))


def _without(text: str, start: int, end: int) -> str:
    """The words with that part taken out, and days that would mean another one later."""
    rest = _LOOSE_DAY.sub("", f"{text[:start]}{text[end:]}")
    rest = re.sub(r"\s+(?=[:：])", "", re.sub(r"\s*([,，;；。])(?:\s?[,，;；。])*", r"\1", rest))
    return re.sub(r"^[\s,，。;；:：、]+|[\s,，;；:：、]+$", "", rest)
