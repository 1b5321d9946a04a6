"""When a member says she rests: 下周请假, 明天下午到周五, "on leave from 1 to 5 December", as days and their parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from domain.matters.words_plain import plain
from domain.people.days import DAYS, DURATION, end_of_stretch, in_one_form, read_days
from domain.people.words_of_leave import speaks_of_leave

PARTS = {"morning": (0, 12), "noon": (12, 14), "afternoon": (12, 18), "evening": (18, 24)}
"""Parts of a day as hours from and to."""
DAY = (0, 24)


@dataclass(frozen=True, slots=True)
class Rest:
    """From `from_hour` of the first day until `to_hour` (24: midnight) of the last, the day before `after`.

    `half`: half a day was said and not which half.
    """

    first: date
    after: date
    from_hour: int = 0
    to_hour: int = 24
    half: bool = False

    @property
    def last(self) -> date:
        return self.after - timedelta(days=1)


_UNTIL = re.compile(r"(?:到|至|-|—|~|\bto|\buntil|\btill|\bthrough)\s*(?:the )?$")
_ONWARDS = re.compile(r"^(?:起|开始|以后|之后|onwards?|on\b)")
_BACK = re.compile(r"^.{0,2}(?:(?<!前)回来|回(?!老?家|不来)|(?<!不)上班|返回|销假|才能)")
_BACK_EN = re.compile(r"back (?:on )?$")
_NOT_BEFORE = re.compile(r"^(?:之|以)?前.{0,4}(?:不|没)")
"""月底前回不来: away until then."""
_PART_NAMES = {
    **dict.fromkeys(("上午", "早上", "早晨", "morning"), "morning"),
    **dict.fromkeys(("中午", "noon"), "noon"),
    **dict.fromkeys(("下午", "afternoon"), "afternoon"),
    **dict.fromkeys(("晚上", "傍晚", "夜里", "evening", "night"), "evening"),
}
_PART = re.compile(rf"^(?:的|,| )?(?:in the )?({'|'.join(_PART_NAMES)})")
_WRITTEN_OUT = (
    (re.compile(r"([今明])([早晚])(?:上(?!午))?"), r"\1天\2上"),
    (re.compile(r"\bthis (?=morning|afternoon|evening)"), "today "),
    (re.compile(r"\btonight\b"), "today evening"),
    (re.compile(r"(?<![天日号末的\d一二三四五六日])(?=(?:上午|下午|晚上|中午)(?:我|请|不|有|要|没|休|出))"), "今天"),
)
_VAGUE = re.compile(r"过[两几一]天|这?几天|改天|这[阵段]|一阵子?|a few days|some days")
_BESIDES = re.compile(r"从|起|开始|到|至|[-—~,。. ]|\b(?:from|to|until|till|for|on|the)\b")
_HALF = re.compile(r"半天|\bhalf (?:a )?day\b")


@dataclass(frozen=True, slots=True)
class _Mention:
    """One day or stretch of days in the words: `until`, `onwards` and `back` say how the words around use it."""

    first: date
    after: date
    until: bool
    onwards: bool
    back: bool
    hours: tuple[int, int]

    @property
    def end(self) -> tuple[date, int]:
        """The day after the last, and the hour of the last at which the rest ends, if it ends with this one."""
        if not self.back:
            return self.after, self.hours[1]
        return (self.after, self.hours[0]) if self.hours[0] else (self.first, DAY[1])


def leave_in(text: str, today: date) -> Rest | None:
    """The days of a leave that the words announce; None when they announce none or do not say until when."""
    return days_in(text, today) if speaks_of_leave(text) or _only_a_stretch(text, today) else None


def _only_a_stretch(text: str, today: date) -> bool:
    """明天到周五, "next week": several days and nothing else. A single day alone may answer anything."""
    words = _written_out(text)
    rest = _BESIDES.sub("", DURATION.sub("", DAYS.sub("", words)))
    named = days_in(text, today) if not rest else None
    return named is not None and named.after > named.first + timedelta(days=1)


def first_day_in(text: str, today: date) -> date | None:
    """The first day that the words name; None for none and for one that is past."""
    mention = next(_mentions(_written_out(text), today), None)
    return mention.first if mention and mention.first >= today else None


def days_in(text: str, today: date) -> Rest | None:
    """The days that the words name, of a leave or not (下周, "three days"); None for none, an open end, or the past."""
    words = _written_out(text)
    mentions = list(_mentions(words, today))
    ends = [mention for mention in mentions if mention.until or mention.back]
    begun = next((mention for mention in mentions if mention not in ends), None)
    start, from_hour = (begun.first, begun.hours[0]) if begun else (today, 0)
    end, to_hour = start, DAY[1]
    by_duration = None if _VAGUE.search(words) else end_of_stretch(words, start)
    if ends:
        end, to_hour = max(mention.end for mention in ends)
    elif len(mentions) > 1:
        end, to_hour = mentions[-1].end
    elif mentions and not mentions[0].onwards:
        end, to_hour = mentions[0].end
        if by_duration is not None and by_duration > end:  # 明天请三天假: the duration tells the end
            end, to_hour = by_duration, DAY[1]
    elif by_duration is not None:
        end = by_duration
    if not today <= start < end or (end == start + timedelta(days=1) and from_hour >= to_hour):
        return None
    one = end == start + timedelta(days=1) and (from_hour, to_hour) == DAY
    return Rest(start, end, from_hour, to_hour, half=one and _HALF.search(words) is not None)


def _written_out(text: str) -> str:
    words = plain(text)
    for pattern, form in _WRITTEN_OUT:
        words = pattern.sub(form, words)
    return in_one_form(words)


def _mentions(words: str, today: date) -> Iterator[_Mention]:
    earliest = today
    for found in DAYS.finditer(words):
        stretch = read_days(found, today, earliest)
        if stretch is None:
            continue
        before, after = words[: found.start()], words[found.end() :]
        part = _PART.match(after)
        rest = after[part.end() :] if part else after
        yield _Mention(
            *stretch,
            until=_UNTIL.search(before) is not None or _NOT_BEFORE.search(rest) is not None,
            onwards=_ONWARDS.search(rest) is not None,
            back=_BACK.search(rest) is not None or _BACK_EN.search(before) is not None,
            hours=PARTS[_PART_NAMES[part[1]]] if part else DAY,
        )
        earliest = max(earliest, stretch[0])
