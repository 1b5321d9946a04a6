"""What needs a coordinator's hand, the most urgent first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from domain.digests.courses import Course
from domain.digests.figures import Case
from domain.matters.matter import Level, State, Tier

URGENCY = ("danger", "untaken", "returned", "reopened", "overdue")


def hand(course: Course, at: datetime) -> Case | None:
    """Danger in hand; what nobody has taken though it was asked or lies at the desk; what came back; what is late.

    What is joined to a known trouble needs nothing: the trouble has its own clock.
    """
    why = "" if course.trouble else _why(course, at)
    return Case(course.id, why=why) if why else None


def _why(course: Course, at: datetime) -> str:
    waiting = course.state is State.WAITING
    if course.tier is Tier.DANGER and course.state in (State.WAITING, State.TAKEN):
        return "danger"
    if waiting and course.why_given == "return":
        return "returned"
    if waiting and course.why_given == "reopened":
        return "reopened"
    if waiting and (course.why_given == "late" or course.level != Level.GRID.value or course.overdue(at)):
        return "untaken"
    return "overdue" if course.overdue(at) else ""


def in_order(found: Sequence[tuple[Case, Course]]) -> list[Case]:
    """By urgency, then whoever has waited longest."""
    ordered = sorted(found, key=lambda pair: (URGENCY.index(pair[0].why), pair[1].filed_at, pair[1].id))
    return [case for case, _ in ordered]
