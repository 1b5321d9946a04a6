"""When a member says she rests: 下周请假, 请假到周五, "on leave from 1 to 5 December", as days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from domain.matters.words_plain import plain
from domain.people.days import DAYS, end_of_stretch, in_one_form, read_days

Days = tuple[date, date]
"""(first day, day after the last)."""

_DAY = timedelta(days=1)
_SAID = re.compile(
    r"请.{0,4}假|休假|休息|休.{0,3}天|[年婚产病事]假|调休|不在(?!家|了)|出差|外出|出门|出远门|回老家|住院|不能?值班|值不了班"
    r"|歇.{0,2}天|\bon (?:annual |sick )?leave\b|\bdays? off\b|\bout of town\b"
    r"|\bleave (?:from|until|till|next|this|tomorrow|today|on|for)\b"
    r"|\b(?:take|taking|need|have) .{0,14}(?:leave|off|holiday|vacation)\b|^(?:off|away|out|holiday|vacation)\b"
    r"|\b(?:i am|i'm|i'll be|i will be) .{0,10}(?:off|away|out|travell?ing)\b"
)
_NOT_SAID = re.compile(
    r"没请假|不请假|请假条|销假|取消|昨天|上周|上个?月|昨晚|cancel|yesterday|last week|[灯水电暖梯]|垃圾|噪音"
)
_UNTIL = re.compile(r"(?:到|至|-|—|~|\bto|\buntil|\btill|\bthrough)\s*$")
_ONWARDS = re.compile(r"^(?:起|开始|以后|之后|onwards?|on\b)")
_BACK = re.compile(r"^.{0,2}(?:回来|回(?!老?家)|上班|返回|销假|才能)")
_BACK_EN = re.compile(r"back (?:on )?$")


@dataclass(frozen=True, slots=True)
class _Mention:
    """One day or stretch of days in the words: `until`, `onwards` and `back` say how the words around use it."""

    first: date
    after: date
    until: bool
    onwards: bool
    back: bool


def leave_in(text: str, today: date) -> Days | None:
    """The days of a leave that the words announce; None when they announce none or do not say until when."""
    words = plain(text)
    return days_in(text, today) if _SAID.search(words) and not _NOT_SAID.search(words) else None


def days_in(text: str, today: date) -> Days | None:
    """The days that the words name, of a leave or not (下周, "three days"); None for none, an open end, or the past."""
    words = in_one_form(plain(text))
    mentions = list(_mentions(words, today))
    start = mentions[0].first if mentions and not mentions[0].until and not mentions[0].back else today
    if len(mentions) > 1:
        last = mentions[-1]
        end = last.first if last.back else last.after
    elif mentions and (mentions[0].back or not mentions[0].onwards):
        end = mentions[0].first if mentions[0].back else mentions[0].after
        end = _longer(end, end_of_stretch(words, start), mentions[0])
    else:
        end = end_of_stretch(words, start) or start
    return (start, end) if today <= start < end else None


def _longer(end: date, by_duration: date | None, only: _Mention) -> date:
    """明天请三天假: the duration tells the end, unless the one day was itself the end."""
    return by_duration if by_duration is not None and not only.until and not only.back else end


def _mentions(words: str, today: date) -> Iterator[_Mention]:
    earliest = today
    for found in DAYS.finditer(words):
        stretch = read_days(found, today, earliest)
        if stretch is None:
            continue
        before, after = words[: found.start()], words[found.end() :]
        yield _Mention(
            *stretch,
            until=_UNTIL.search(before) is not None,
            onwards=_ONWARDS.search(after) is not None,
            back=_BACK.search(after) is not None or _BACK_EN.search(before) is not None,
        )
        earliest = max(earliest, stretch[0])
