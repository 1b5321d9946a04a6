"""The three rates and the two times of a digest, as rules that can be run: which matter counts where, and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from math import ceil

from domain.digests.course import Course, Said
from domain.digests.figures import Case, Side, Span, Times
from domain.matters.matter import Cause, State, Word

GOOD_GRADE = 4
SAYS_NOTHING_OF_IT = (Cause.WITHDRAWN.value, Cause.UNREACHABLE.value)
"""Causes to which a yes means that she no longer wants it."""


def within(span: Span, at: datetime | None) -> bool:
    return at is not None and span.from_at <= at < span.until_at


def response(course: Course, span: Span) -> Case | None:
    """Contacted in time, of all whose first contact clock ended within the span.

    The clock ends when somebody takes the matter or answers, else when it runs out; being handed on does not wind it
    up again. IN: not later than it ran out. OUT "late": only afterwards; "nobody": not until now. LEFT "withdrawn": by
    the resident before it ended; "set_aside": only noted at her wish, or part of another matter of hers; "trouble":
    joined to a known trouble, "me_too": to a neighbour's matter, both of which answer at once; "running": as of now.
    Each household's matter is one: the first of a neighbourhood counts for itself, as do all their words at the end.
    """
    contacted, due = course.contacted_at, course.first_due_at
    ended = min(contacted, due) if contacted else due
    if course.answered_at is not None and course.answered_at < ended:
        return _answered(course) if within(span, course.answered_at) else None
    if course.withdrawn_at is not None and course.withdrawn_at < ended:
        return Case(course.id, Side.LEFT, "withdrawn") if within(span, course.withdrawn_at) else None
    if course.set_aside_at is not None:
        return Case(course.id, Side.LEFT, "set_aside") if within(span, course.set_aside_at) else None
    if ended >= span.until_at:
        return Case(course.id, Side.LEFT, "running")
    if not within(span, ended):
        return None
    if contacted is None:
        return Case(course.id, Side.OUT, "nobody")
    return Case(course.id, Side.IN) if contacted <= due else Case(course.id, Side.OUT, "late")


def _answered(course: Course) -> Case:
    if course.answered_by == "me_too":
        return Case(course.id, Side.LEFT, "me_too")
    return Case(course.id, Side.LEFT, "trouble")


def solved(course: Course, span: Span) -> Case | None:
    """The resident says solved, of all who said anything to a closing within the span; her last word there counts.

    OUT "not_solved": she said not yet; "explained": she accepted that it cannot be done, which solves nothing. LEFT
    "withdrawn": she confirmed that she no longer wants it; "silent": three days without an answer, which is never
    taken for a yes; "awaiting": told, and there is time to answer yet.
    """
    heard = [said for said in course.said if within(span, said.at)]
    spoken = [said for said in heard if said.word is not Word.NO_ANSWER]
    if spoken:
        return _meant(course, spoken[-1])
    if heard:
        return Case(course.id, Side.LEFT, "silent")
    return Case(course.id, Side.LEFT, "awaiting") if course.state is State.REPORTED else None


def _meant(course: Course, said: Said) -> Case:
    if said.word is Word.NOT_SOLVED:
        return Case(course.id, Side.OUT, "not_solved")
    if said.cause == Cause.EXPLAINED.value:
        return Case(course.id, Side.OUT, "explained")
    if said.cause in SAYS_NOTHING_OF_IT:
        return Case(course.id, Side.LEFT, "withdrawn")
    return Case(course.id, Side.IN)


def satisfied(course: Course, span: Span) -> Case | None:
    """4 or 5 of 5, of all rated within the span; why: the grade. LEFT "unrated": she said solved and no more."""
    if within(span, course.graded_at):
        return Case(course.id, Side.IN if course.grade >= GOOD_GRADE else Side.OUT, str(course.grade))
    case = solved(course, span)
    unrated = case is not None and case.side is Side.IN and course.graded_at is None
    return Case(course.id, Side.LEFT, "unrated") if unrated else None


def contact_time(course: Course, span: Span) -> timedelta | None:
    """From her message to the first contact, by the clock on the wall; None when that was not within the span.

    Whoever waited for the end of something else was answered at once: its end is no first contact.
    """
    if course.contacted_at is None or not within(span, course.contacted_at):
        return None
    if course.answered_at is not None and course.answered_at < course.contacted_at:
        return None
    return course.contacted_at - course.sent_at


def result_time(course: Course, span: Span) -> timedelta | None:
    """From her message until she was told that it is finished, if that stands and was within the span."""
    closing = course.closing
    return closing.at - course.sent_at if closing is not None and within(span, closing.at) else None


def times(taken: Sequence[timedelta]) -> Times:
    """Percentiles by nearest rank: a time that really occurred; in minutes, a begun one counted whole."""
    if not taken:
        return Times()
    minutes = sorted(max(1, ceil(each / timedelta(minutes=1))) for each in taken)
    return Times(len(minutes), *(minutes[ceil(len(minutes) * part / 100) - 1] for part in (50, 90)))
