"""What a desk asks to be found: its words as phrases of terms, and how the matters are to stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from domain.desk.terms import terms
from domain.matters.words_plain import plain


class Standing(StrEnum):
    UNTAKEN = "untaken"  # 没人接
    IN_HAND = "in_hand"  # 在办
    LATE = "late"  # 过时
    ASKED = "asked"  # 等居民一句话
    REOPENED = "reopened"  # 重开过
    CLOSED = "closed"  # 办结
    WITHDRAWN = "withdrawn"  # 撤回
    DANGER = "danger"  # 急事


STANDINGS = {
    "没人接": Standing.UNTAKEN, "没接": Standing.UNTAKEN, "untaken": Standing.UNTAKEN, "unowned": Standing.UNTAKEN,
    "在办": Standing.IN_HAND, "没办完": Standing.IN_HAND, "open": Standing.IN_HAND,
    "过时": Standing.LATE, "超时": Standing.LATE, "逾期": Standing.LATE, "late": Standing.LATE,
    "overdue": Standing.LATE,
    "等居民": Standing.ASKED, "asked": Standing.ASKED,
    "重开": Standing.REOPENED, "还没好": Standing.REOPENED, "reopened": Standing.REOPENED,
    "办结": Standing.CLOSED, "办完": Standing.CLOSED, "closed": Standing.CLOSED, "done": Standing.CLOSED,
    "撤回": Standing.WITHDRAWN, "withdrawn": Standing.WITHDRAWN,
    "急事": Standing.DANGER, "danger": Standing.DANGER,
}  # fmt: skip
"""Words that say how a matter stands."""

_NUMBER = re.compile(r"(0[1-9]|1[0-2])([0-2]\d|3[01])-?(\d{1,4})")
_JOINTS = re.compile(r"[\s,，、;；]+")
MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Sought:
    """`phrases` must all be there, each with its terms one behind the other; all `standings` must hold."""

    phrases: tuple[tuple[str, ...], ...] = ()
    standings: tuple[Standing, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.phrases or self.standings)


def sought(words: str) -> Sought:
    """Each word on its own; empty for words that hold nothing to look for, such as a single Chinese character."""
    phrases: list[tuple[str, ...]] = []
    standings: list[Standing] = []
    for word in _JOINTS.split(words.strip())[:MOST_WORDS]:
        standing = STANDINGS.get(plain(word))
        phrase = _phrase(word)
        if standing is not None:
            standings.append(standing)
        elif phrase:
            phrases.append(phrase)
    return Sought(tuple(dict.fromkeys(phrases)), tuple(dict.fromkeys(standings)))


def _phrase(word: str) -> tuple[str, ...]:
    """The terms of a word without a lonely Chinese character at its end or beginning, which stands for no term."""
    number = _NUMBER.fullmatch(word)
    if number is not None:
        return (f"{number[1]}{number[2]}", f"{int(number[3]):02d}")
    found = terms(word)
    while found and _lonely(found[-1]):
        found.pop()
    while found and _lonely(found[0]):
        found.pop(0)
    return tuple(found)


def _lonely(term: str) -> bool:
    return len(term) == 1 and not term.isascii()
