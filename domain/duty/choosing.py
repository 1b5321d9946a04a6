"""Who of a place gets a matter, and why: order, who can act now, kind and skill, load, and whom the resident knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from domain.people.person import Ability

LEAD = 3
"""With so many more in hand than the first in order, her skill brings her no further ones: nobody pays for a skill."""


class Because(StrEnum):
    """Why it is not simply the first in order. What a reason is `of` stands behind it."""

    USUAL = ""  # 就是排第一的
    AWAY = "away"  # 第一位在休假（是谁）
    FULL = "full"  # 第一位手上满了（是谁）
    KIND = "kind"  # 这类事第一位不接（是谁）
    SKILL = "skill"  # 会这个（哪一样）
    HELPED = "helped"  # 上次帮过她
    HELPED_HERE = "helped_here"  # 上次在这栋楼办过
    NIGHT = "night"  # 夜里值班
    AGREED = "agreed"  # 说好由她来办
    OWN = "own"  # 第一位就是报事的人
    OTHER = "other"  # 第一位不宜或联系不上，不说为什么


@dataclass(frozen=True, slots=True)
class Reason:
    """`of` is a person's id (away, full, kind), a skill (skill), else ""."""

    code: Because = Because.USUAL
    of: str = ""

    def __str__(self) -> str:
        """As it is stored: "away:wang"."""
        return f"{self.code}:{self.of}" if self.of else self.code.value

    @classmethod
    def read(cls, stored: str) -> Reason:
        code, _, of = stored.partition(":")
        return cls(Because(code), of)


USUAL = Reason()
NOTHING_WRITTEN = Ability("")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A member appointed to the place. `rung` 0 is the nearest area, `rank` 1 the primary there.

    `away`: on leave. `reachable`: has joined and not blocked the bot. `own`: it is her own complaint; `barred`: she
    must not have it for another reason. `helped`/`helped_here`: she is who last solved something for this resident,
    or in this building. `night`: on duty at night too.
    """

    person_id: str
    rung: int = 0
    rank: int = 1
    ability: Ability = NOTHING_WRITTEN
    in_hand: int = 0
    reachable: bool = True
    away: bool = False
    own: bool = False
    barred: bool = False
    helped: bool = False
    helped_here: bool = False
    night: bool = False

    @property
    def able(self) -> bool:
        return self.reachable and not (self.away or self.own or self.barred)

    @property
    def full(self) -> bool:
        return 0 < self.ability.most <= self.in_hand


@dataclass(frozen=True, slots=True)
class Need:
    """What is to be done: its kind, the skills that help with it, and whether it is danger (then neither kind nor load
    counts, only who is first) or something that cannot wait for the morning.
    """

    kind: str
    skills: Sequence[str] = ()
    danger: bool = False
    at_night: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """`person_id` "" when none of them gets it: then it is the desk's, for the same reason."""

    person_id: str
    reason: Reason


def choose(candidates: Sequence[Candidate], need: Need) -> Choice:
    """The rule, from what decides first to what decides last:

    1. Never whoever cannot act now, whose own complaint it is, or who must not have it.
    2. Except in danger, never whoever refuses the kind or has as many in hand as she takes. If that leaves nobody, the
       desk gives it to somebody by name; where no desk can act either, whoever is there has it all the same.
    3. At night, what cannot wait goes to whoever is on duty at night, if somebody is.
    4. The nearest rung: the building's own before the grid's.
    5. There, whoever has a skill that helps, when the first in order has none (see LEAD).
    6. The primary; without her, of the deputies who last helped this resident, then who last helped in this building.
    7. The order of the roster.
    """
    able = [each for each in candidates if each.able]
    willing = able if need.danger else [each for each in able if _takes(each, need)]
    if need.at_night:
        willing = [each for each in willing if each.night] or willing
    first = min(candidates, key=lambda each: (each.rung, each.rank), default=None)
    if not willing:
        return Choice("", _passed_over(first, need) if first else USUAL)
    nearest = min(each.rung for each in willing)
    there = sorted((each for each in willing if each.rung == nearest), key=_in_order)
    best, skill = _skilled(there, need)
    if best is first:
        return Choice(best.person_id, USUAL)
    return Choice(best.person_id, _reason(best, skill, there, first, need))


def willing(candidate: Candidate, need: Need) -> bool:
    """Whether she may be asked for this at all."""
    return candidate.able and (need.danger or _takes(candidate, need))


def _takes(candidate: Candidate, need: Need) -> bool:
    return candidate.ability.accepts(need.kind) and not candidate.full


def _in_order(candidate: Candidate) -> tuple[bool, bool, bool, int]:
    return (candidate.rank > 1, not candidate.helped, not candidate.helped_here, candidate.rank)


def _skilled(there: Sequence[Candidate], need: Need) -> tuple[Candidate, str]:
    """Of those in order who gets it, and the skill that brings it to her, "" for none."""
    first = there[0]
    if need.danger or any(skill in first.ability.skills for skill in need.skills):
        return first, ""
    for skill in need.skills:
        for each in there:
            if skill in each.ability.skills and each.in_hand < first.in_hand + LEAD:
                return each, skill
    return first, ""


def _reason(best: Candidate, skill: str, there: Sequence[Candidate], first: Candidate | None, need: Need) -> Reason:
    if skill:
        return Reason(Because.SKILL, skill)
    if need.at_night and best.night:
        return Reason(Because.NIGHT)
    by_rank = min(there, key=lambda each: each.rank)
    if best is not by_rank and best.rank > by_rank.rank:
        return Reason(Because.HELPED if best.helped else Because.HELPED_HERE)
    return _passed_over(first, need) if first is not None else USUAL


def _passed_over(first: Candidate, need: Need) -> Reason:
    """Why the first in order does not get it. Who is out of reach or must not have it is never told apart."""
    if first.own:
        return Reason(Because.OWN)
    if first.barred or not first.reachable:
        return Reason(Because.OTHER)
    if first.away:
        return Reason(Because.AWAY, first.person_id)
    if not first.ability.accepts(need.kind):
        return Reason(Because.KIND, first.person_id)
    return Reason(Because.FULL, first.person_id) if first.full else Reason(Because.OTHER)
