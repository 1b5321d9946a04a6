"""Danger words: which sentences mean that somebody is in danger now, and the numbers to call before we can come."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from domain.matters.words_of_danger import (
    ASIDE,
    BEGINS_A_STORY,
    CALMED,
    DENIED,
    DOUBTFUL,
    FALLS,
    FEARED,
    HARMLESS,
    ILLNESS,
    LATELY,
    LONG_AGO,
    RECENTLY,
    SIGNS,
    STILL,
    STILL_DOWN,
)
from domain.matters.words_plain import SAME_WORDS, plain


class Sort(StrEnum):
    """In the order of urgency in which one is chosen when a sentence holds several."""

    DESPAIR = "despair"  # 轻生
    FIRE = "fire"  # 着火
    CARBON_MONOXIDE = "carbon_monoxide"  # 煤气中毒、一氧化碳
    GAS = "gas"  # 煤气泄漏
    ELECTRIC = "electric"  # 触电、漏电
    VIOLENCE = "violence"  # 有人行凶
    ILL = "ill"  # 急病、重伤
    FALLEN = "fallen"  # 摔倒、晕倒
    TRAPPED = "trapped"  # 被困
    HELP = "help"  # 喊救命，不知为何


class Again(StrEnum):
    """How a cry stands to the one before it."""

    SAME = "same"
    WORSE = "worse"  # what comes of it, or at last what it is
    OTHER = "other"


NUMBERS: dict[Sort, tuple[str, ...]] = {
    Sort.DESPAIR: ("12356", "110", "120"),
    Sort.FIRE: ("119",),
    Sort.CARBON_MONOXIDE: ("120", "119"),
    Sort.GAS: ("119",),
    Sort.ELECTRIC: ("119", "120"),
    Sort.VIOLENCE: ("110",),
    Sort.ILL: ("120",),
    Sort.FALLEN: ("120",),
    Sort.TRAPPED: ("119",),
    Sort.HELP: ("110", "120", "119"),
}
"""Whom to call at once, the first first; the gas company's own number stands in the configuration."""


@dataclass(frozen=True, slots=True)
class Danger:
    """`certain`: raise the alarm. Otherwise (denied, past, supposed) show the numbers beside the ordinary path."""

    sort: Sort
    certain: bool


_COMES_OF_IT = {Sort.TRAPPED, Sort.ILL, Sort.FALLEN, Sort.CARBON_MONOXIDE}


def compared(cried: Sort, before: Set[Sort]) -> Again:
    """A cry beside what was cried before; where that is not known, and of "help", it is the same."""
    if not before or cried in before or cried is Sort.HELP:
        return Again.SAME
    if before <= {Sort.HELP} or (cried in _COMES_OF_IT and Sort.DESPAIR not in before):
        return Again.WORSE
    return Again.OTHER


_BREAK = re.compile(r"[,。;!?\n…]+|\.(?!\d)|\b(?:but|because|however)\b|但是|可是|不过|因为")
_SENTENCE = re.compile(r"[。!?\n…]+|\.(?!\d)")
_CLOSE_BEHIND = 12
_LONGEST_CLAUSE = 100
"""Characters before and after a sign that can belong to what is said of it."""
_LONGEST_STORY = 200
_MENDED_BY_TIME = {Sort.FALLEN, Sort.ILL, Sort.TRAPPED}
"""Of these, "yesterday" speaks of something over; a smell of gas or a beating of yesterday may be there still."""
_NEVER_MERELY_FEARED = {Sort.VIOLENCE, Sort.ILL}


@lru_cache(SAME_WORDS)
def danger_in(text: str) -> Danger | None:
    """The gravest danger that the words speak of; None when they speak of none (figures of speech, bills, drills)."""
    found: dict[Sort, bool] = {}
    for sort, certain in _dangers(HARMLESS.sub(" ", plain(text))):
        found[sort] = found.get(sort, False) or certain
    if not found:
        return None
    gravest = min(found, key=lambda sort: (not found[sort], _ORDER.index(sort)))
    return Danger(gravest, found[gravest])


_ORDER = list(Sort)


def _dangers(words: str) -> Iterator[tuple[Sort, bool]]:
    for name, sign in SIGNS.items():
        for hit in sign.finditer(words):
            certain = _happening(Sort(name), words, hit)
            yield Sort(name), certain
            if certain:
                break
    for name, sign in DOUBTFUL.items():
        if sign.search(words):
            yield Sort(name), False


def _happening(sort: Sort, words: str, hit: re.Match[str]) -> bool:
    """Whether the clause around the sign says that it is so now, rather than that it is not, is over, or might be."""
    before = _BREAK.split(words[max(0, hit.start() - _LONGEST_CLAUSE) : hit.start()])[-1]
    after = _BREAK.split(words[hit.end() : hit.end() + _LONGEST_CLAUSE])[0]
    if DENIED.search(ASIDE.sub(" ", before)):
        return False
    return sort is Sort.DESPAIR or not (
        CALMED.search(after[:_CLOSE_BEHIND])
        or _supposed(sort, before + hit.group() + after)
        or (sort is Sort.FALLEN and _tells_a_story(words, hit))
    )


def _tells_a_story(words: str, hit: re.Match[str]) -> bool:
    """Whether the sentence began long ago, several commas back, and has not come to today before the sign."""
    before = _SENTENCE.split(words[max(0, hit.start() - _LONGEST_STORY) : hit.start()])[-1]
    after = _SENTENCE.split(words[hit.end() : hit.end() + _LONGEST_CLAUSE])[0]
    began = [found.end() for found in BEGINS_A_STORY.finditer(before)]
    since = before[began[-1] :] if began else ""
    is_past = bool(began) and not LATELY.search(since) and not ILLNESS.search(since)
    return is_past and FALLS.search(hit.group()) is not None and not STILL_DOWN.search(after)


def _supposed(sort: Sort, clause: str) -> bool:
    if LONG_AGO.search(clause):
        return True
    if sort in _MENDED_BY_TIME and RECENTLY.search(clause) and not STILL.search(clause):
        return True
    return sort not in _NEVER_MERELY_FEARED and FEARED.search(clause) is not None
