"""Instants as people name them when they say until when: 六点左右, 今晚八点半, 两小时, 明天中午, "by 6 pm"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from domain.matters.words_plain import plain
from domain.people.days import DAYS, in_one_form, read_days

FARTHEST = timedelta(days=60)
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2}
_WORDS_EN = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS_EN = {word: n for n, word in enumerate(_WORDS_EN, 1)} | {"a": 1, "an": 1}
_N = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})"
_H_EN = rf"(?:\d{{1,2}}|{'|'.join(_WORDS_EN)})"
_PARTS = {"凌晨": 6, "早上": 9, "早晨": 9, "上午": 12, "中午": 12, "下午": 18, "傍晚": 19, "晚上": 22, "夜里": 23}
"""When a part of the day is over that was named without an hour."""
_AFTERNOON, _EVENING = ("下午", "傍晚"), ("晚上", "夜里")
_WHOLE = re.compile(r"(?<![早晚])([今明后]?)([早晚])(?:上(?!午)|(?=[\d一二两三四五六七八九十])|(?<=[今明后].))")
"""今晚, 明早, 晚八点: written out, as 今天晚上 and 晚上八点 are read."""
_DAYTIME = 7
"""Of another day's "six o'clock" the evening is meant; from seven on the morning."""

_AGO = r"(?!\s*(?:了|前(?!后)|以前|之前|多了|ago))"
_STRETCH = re.compile(
    rf"(?<!已经)(?<!已)(?<!了)(?:(?P<half>半个?)|(?P<n>{_N})个?(?P<and_half>半)?)(?P<unit>小时|钟头|分钟){_AGO}"
    rf"|\b(?P<half_en>half an hour)\b{_AGO}"
    rf"|\b(?:in|within|another|about)\s(?P<n_en>\d{{1,3}}|{'|'.join(_NUMBERS_EN)})\s(?P<unit_en>hour|minute|min)s?\b{_AGO}"
)
_PART = "|".join(_PARTS)
_CLOCK = re.compile(
    rf"(?P<part>{_PART})?的?(?:(?P<h>{_N})(?:点钟?|时(?!候|间))(?P<m>半|一刻|三刻|{_N}分?)?|(?P<hh>\d{{1,2}}):(?P<mm>\d\d))"
    rf"|(?P<whole>{_PART})"
    rf"|\b(?:by|until|till|about|around|at|before)\s(?P<h_en>{_H_EN})(?::(?P<m_en>\d\d))?\s?(?P<half_day>am|pm|o'clock)?\b"
    rf"|\b(?P<h_alone>{_H_EN})(?::(?P<m_alone>\d\d))?\s?(?P<half_alone>am|pm|o'clock)\b"
    r"|\b(?P<named>noon|midday|midnight|morning|afternoon|evening|tonight)\b"
)
_HOUSE = re.compile("[楼院门线]")
"""三号楼 is no third of the month."""
_PAST = re.compile(r"(?:[昨前]天|昨|yesterday(?: at)?)\s?$")
_NAMED = {"noon": 12, "midday": 12, "midnight": 24, "morning": 12, "afternoon": 18, "evening": 21, "tonight": 22}


def until_in(text: str, now: datetime) -> datetime | None:
    """The last instant after `now` (aware, of the zone in which people live) that the words name, in the same zone.

    None when they name none, or one that is past or farther than two months away. A bare "six" is the next six
    o'clock; hours that have gone by ("停了两小时了") are no end.
    """
    words = _WHOLE.sub(lambda said: f"{said[1]}{'天' if said[1] else ''}{said[2]}上", in_one_form(plain(text)))
    found = [at for at in (*_stretches(words, now), *_clocks(words, now)) if now < at <= now + FARTHEST]
    return found[-1] if found else None


def _stretches(words: str, now: datetime) -> Iterator[datetime]:
    for found in _STRETCH.finditer(words):
        if found["half"] or found["half_en"]:
            hours = 0.5
        else:
            hours = _count(found["n"] or found["n_en"]) + (0.5 if found["and_half"] else 0)
        unit = found["unit"] or found["unit_en"] or "小时"
        yield now + (timedelta(minutes=hours) if unit in ("分钟", "minute", "min") else timedelta(hours=hours))


def _clocks(words: str, now: datetime) -> Iterator[datetime]:
    said = [found for found in DAYS.finditer(words) if not _HOUSE.match(words, found.end())]
    days = [(found.span(), read_days(found, now.date(), now.date())) for found in said]
    for found in _CLOCK.finditer(words):
        named = [day[0] for (_, end), day in days if day is not None and end <= found.start() + len("tonight")]
        after = [day[0] for (start, _), day in days if day is not None and 0 <= start - found.end() <= 1]
        hour, minute, half = _on_the_clock(found)
        if hour <= 24 and minute < 60 and not _PAST.search(words[: found.start()]):
            part = found["part"] or found["whole"] or ""
            yield from _instant([*named[-1:], *after, None][0], part, hour, minute, half, now)


def _on_the_clock(found: re.Match[str]) -> tuple[int, int, str]:
    """Hour, minute, and "am", "pm" or "" where English says so."""
    if found["named"]:
        return _NAMED[found["named"]], 0, "pm"  # they count to 24 already
    if found["whole"]:
        return _PARTS[found["whole"]], 0, ""
    hour = _count(found["h"] or found["hh"] or found["h_en"] or found["h_alone"] or "")
    said = found["m"] or found["mm"] or found["m_en"] or found["m_alone"] or ""
    minute = {"半": 30, "一刻": 15, "三刻": 45}.get(said, _count(said.rstrip("分")))
    return hour, minute, found["half_day"] or found["half_alone"] or ""


def _instant(day: date | None, part: str, hour: int, minute: int, half: str, now: datetime) -> Iterator[datetime]:
    """The one that is meant; of a bare hour the next, or on another day the one in daytime."""
    hour += _shift(part, hour, half)
    sure = bool(part) or half in ("am", "pm") or hour > 12
    first = day or now.date()
    hours = [hour] if sure else [hour, hour + 12] if hour < 12 else [12, 24]
    if not sure and day is not None and day > now.date():
        hours = [hour if hour >= _DAYTIME else hour + 12]
    ahead = (0,) if day is not None else (0, 1)
    coming = [_at(first, days, h, minute, now) for days in ahead for h in hours]
    yield from [at for at in coming if at > now][:1]


def _shift(part: str, hour: int, half: str) -> int:
    """Hours to be added so that the count runs to 24."""
    if half == "pm" or part in _AFTERNOON:
        return 12 if hour < 12 else 0
    if half == "am" and hour == 12:
        return -12
    if part in _EVENING:
        return 12 if 5 <= hour <= 12 else 24 if hour < 5 else 0
    return 12 if part == "中午" and hour < 4 else 0


def _at(first: date, days: int, hour: int, minute: int, now: datetime) -> datetime:
    day = first + timedelta(days=days + hour // 24)
    return datetime.combine(day, time(hour % 24, minute), now.tzinfo)


def _count(said: str) -> int:
    """12, 十二, "two"; 0 for nothing."""
    if said.isdecimal():
        return int(said)
    if said in _NUMBERS_EN:
        return _NUMBERS_EN[said]
    tens, ten, ones = said.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)
