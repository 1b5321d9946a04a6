"""How often people may be asked something: one question at a time, and not too many in a month."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.areas import Tree
from domain.listening.question import Question

MOST_A_MONTH = 2
A_MONTH = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Hindrance:
    """`open_one` is still being asked there; where there is none, `again_at` is when the next may be."""

    open_one: Question | None = None
    again_at: datetime | None = None


def hindrance(asked: Iterable[Question], area_id: str, tree: Tree, now: datetime) -> Hindrance | None:
    """Why a desk may not ask this area now, None when it may. `asked`: what that desk has asked, of whatever area.

    Areas of which one lies in the other are the same people.
    """
    near = [q for q in asked if tree.within(q.area_id, area_id) or tree.within(area_id, q.area_id)]
    for question in near:
        if question.open:
            return Hindrance(open_one=question)
    recent = sorted(q.asked_at for q in near if now - q.asked_at < A_MONTH)
    return Hindrance(again_at=recent[-MOST_A_MONTH] + A_MONTH) if len(recent) >= MOST_A_MONTH else None
