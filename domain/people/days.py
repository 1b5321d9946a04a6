"""Days and stretches of days as people name them: 下周, 周五, 12月1号, 三天, "next week", "1-5 December"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

_DAY = timedelta(days=1)
_LATELY = timedelta(days=30)
_N = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})"
_MONTH_EN = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY_EN = r"(\d{1,2})(?:st|nd|rd|th)?"
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2}
_NUMBERS_EN = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WORDS_EN = {word: n for n, word in enumerate(_NUMBERS_EN, 1)} | {"a": 1, "an": 1}
_MONTHS = {name: n for n, name in enumerate(_MONTH_NAMES, 1)}
_WEEKDAYS = {name: n for names in ("一二三四五六日", _DAY_NAMES) for n, name in enumerate(names)}
_WEEKDAYS["天"] = 6
_NEAR = {"大": 3, "后": 2, "明": 1, "今": 0, "tom": 1, "tod": 0, "ton": 0}
_WEEKS_AHEAD = {"下下": 2, "下": 1, "next": 1, "这": 0, "本": 0, "this": 0}

DAYS = re.compile(
    rf"(?:(?P<month>{_N})月(?:份)?)?(?P<day>{_N})[日号]"
    r"|(?<![\d.])(?P<slash>\d{1,2}[./]\d{1,2})(?![\d.])"
    r"|(?P<near>大后天|后天|[明今][天儿日]|today|tonight|tomorrow)"
    r"|(?P<which>下下|下|这|本|next |this |coming )?个?"
    r"(?:周末|(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])|(?P<weekend>weekend)"
    r"|\b(?P<weekday_en>mon|tue|wed|thu|fri|sat|sun)(?:[a-z]*day)?s?\b)"
    r"|(?P<week>下下|下|这|本|next |this )个?(?:周|星期|礼拜|week\b)"
    r"|(?P<month_end>(?:下个?|这个?|本)?月底|end of (?:the |this |next )?month)"
    r"|(?P<month_begin>下个?月(?:初|头))"
    r"|(?P<month_ahead>下|next )个?(?:月(?![\d底初头中])|month\b)"
)
DURATION = re.compile(
    rf"(?P<n>半|{_N})个?(?P<unit>天|周(?!末)|星期|礼拜|(?<=个)月)(?!后|以后|之后|前)"
    r"|\b(?P<n_en>\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten)[ -](?P<unit_en>day|week|month)s?\b"
)
_IN_A_WEEK = re.compile(
    r"((?:周|星期|礼拜))([一二三四五六日天])((?:[、,和]?[一二三四五六日天])+)(?![点时号楼栋单门月个天一二三四五六日])"
)


def _to_the_last(found: re.Match[str]) -> str:
    """周二三四 as 周二到周四, where the days follow one another."""
    days = [found[2], *re.sub("[、,和]", "", found[3])]
    numbers = [_WEEKDAYS[day] for day in days]
    in_a_row = numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return f"{found[1]}{days[0]}到{found[1]}{days[-1]}" if in_a_row else found[0]


_REWRITE: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"([今明])([明后])两?[天日]"), r"\1天到\2天"),
    (_IN_A_WEEK, _to_the_last),
    (re.compile(r"国庆(?:节|长假|期间|假期)?|national day holiday"), "10月1日到10月7日"),
    (re.compile(r"五一(?:节|长假|期间|假期)?(?!楼)|劳动节"), "5月1日到5月5日"),
    (re.compile(r"元旦(?:节|假期|期间)?|new year's day"), "1月1日"),
    (re.compile(r"(?<!\d)20\d\d-(\d{1,2})-(\d{1,2})(?!\d)"), r"\1月\2日"),
    (re.compile(rf"\b{_DAY_EN}\s*(?:-|to|until|till|through)\s*{_DAY_EN}(?: of)? {_MONTH_EN}"), r"\3月\1日到\3月\2日"),
    (re.compile(rf"\b{_MONTH_EN} {_DAY_EN}\s*(?:-|to|until|till|through)\s*(\d{{1,2}})(?![\d.月])"), r"\1月\2日到\3日"),
    (re.compile(rf"\b{_DAY_EN}(?: of)? {_MONTH_EN}"), r"\2月\1日"),
    (re.compile(rf"\b{_MONTH_EN} {_DAY_EN}\b"), r"\1月\2日"),
    (re.compile(rf"({_N})[日号]?\s*[-~到至]\s*({_N}[日号])"), r"\1日到\2"),
    (re.compile(r"(?<![a-z])([a-z]{3})月"), lambda found: f"{_MONTHS[found[1]]}月"),
)


def in_one_form(words: str) -> str:
    """plain() words with English and ISO dates and short ranges rewritten as 12月1日到5日, the form that DAYS reads."""
    for pattern, form in _REWRITE:
        words = pattern.sub(form, words)
    return words


def read_days(found: re.Match[str], today: date, earliest: date) -> tuple[date, date] | None:
    """A DAYS match as (first day, day after the last), not before `earliest`; None for a date in no calendar."""
    said = found.groupdict()
    if said["near"]:
        return _one(today + next(n for start, n in _NEAR.items() if said["near"].startswith(start)) * _DAY)
    if said["day"] or said["slash"]:
        return _one(_calendar_day(said, earliest))
    if said["month_begin"]:
        return _one(_months_later(today.replace(day=1), 1))
    if said["month_ahead"]:
        first = _months_later(today.replace(day=1), 1)
        return first, _months_later(first, 1)
    if said["month_end"]:
        months = 2 if said["month_end"].startswith(("下", "end of next")) else 1
        return _one(_months_later(today.replace(day=1), months) - _DAY)
    monday = today - today.weekday() * _DAY
    if said["week"]:
        first = monday + 7 * _WEEKS_AHEAD[said["week"].strip()] * _DAY
        return max(first, today), first + 7 * _DAY
    ahead = _WEEKS_AHEAD.get((said["which"] or "").strip())
    weekday = said["weekday"] or said["weekday_en"]
    if weekday is None:
        saturday = monday + (5 + 7 * (ahead or 0)) * _DAY
        return max(saturday, today), saturday + 2 * _DAY
    if ahead is not None:
        return _one(monday + (7 * ahead + _WEEKDAYS[weekday]) * _DAY)
    return _one(earliest + (_WEEKDAYS[weekday] - earliest.weekday()) % 7 * _DAY)


def end_of_stretch(words: str, start: date) -> date | None:
    """The day after a stretch (三天, 半个月, "two weeks") that begins at `start`; None when none is named."""
    found = DURATION.search(words)
    if found is None:
        return None
    unit, said = found["unit"] or found["unit_en"], found["n"] or found["n_en"]
    count = _count(said)
    if unit in ("月", "month"):
        return _months_later(start, count) if count else start + 15 * _DAY
    return start + max(count * (1 if unit in ("天", "day") else 7), 1) * _DAY


def _one(day: date | None) -> tuple[date, date] | None:
    return (day, day + _DAY) if day else None


def _calendar_day(said: dict[str, str | None], earliest: date) -> date | None:
    """The first such day from `earliest` on: without a month in this month or a later one, else this year or next.

    None for a day of a month that is just past, which nobody means of the next year.
    """
    slash = said["slash"]
    month_said, day_said = re.split("[./]", slash) if slash else (said["month"], said["day"])
    day = _count(day_said or "")
    if month_said:
        coming = [(earliest.year + ahead, _count(month_said)) for ahead in (0, 1)]
    else:
        coming = [divmod(earliest.year * 12 + earliest.month - 1 + ahead, 12) for ahead in (0, 1, 2)]
        coming = [(year, month + 1) for year, month in coming]
    days = [found for year, month in coming if (found := _day(year, month, day))]
    if month_said and days and timedelta(0) < earliest - days[0] < _LATELY:
        return None
    return next((found for found in days if found >= earliest), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None  # the 31st of a shorter month, a 13th month: such a day is not meant


def _months_later(start: date, months: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return _day(year, month + 1, start.day) or date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)


def _count(said: str) -> int:
    """12, 十二, "two"; 0 for 半."""
    if said.isdecimal():
        return int(said)
    if said in _WORDS_EN:
        return _WORDS_EN[said]
    tens, ten, ones = said.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)
