"""From the courses of matters to the figures of a digest: one pass, nothing but events and the map."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import accumulate
from zoneinfo import ZoneInfo

from domain.areas import Area, AreaKind, Tree
from domain.digests.course import Course
from domain.digests.figures import Case, Digest, Figure, KindAt, Named, Part, Span, SpanKind, Step
from domain.digests.rates import contact_time, response, result_time, satisfied, solved, times, within
from domain.digests.spans import midnight, step_starts
from domain.matters.kinds import KINDS
from domain.matters.matter import State

NOWHERE = Named("", "", "")
BY_PLACE = (Figure.NEW, Figure.CLOSED, Figure.OPEN, Figure.OVERDUE)
_SHOWN = (AreaKind.STREET, AreaKind.COMMUNITY, AreaKind.GRID)


@dataclass(slots=True)
class _Tally:
    """What is added up while the courses pass by."""

    cases: dict[Figure, list[Case]] = field(default_factory=lambda: {figure: [] for figure in Figure})
    contact: list[timedelta] = field(default_factory=list)
    result: list[timedelta] = field(default_factory=list)
    by_area: Counter[tuple[str, Figure]] = field(default_factory=Counter)
    by_kind: Counter[tuple[str, str, Figure]] = field(default_factory=Counter)


def count(courses: Iterable[Course], span: Span, tops: Sequence[str], tree: Tree, zone: ZoneInfo) -> Digest:
    """The digest of the areas `tops` (ids). `courses` are read as of the span's end; those elsewhere are passed over.

    Of what lies before the span only matters still open at its beginning (or that of its picture) are needed.
    """
    tally, series = _Tally(), _Series(span, zone)
    lines: dict[str, list[str]] = {}
    for course in courses:
        if course.grid_id not in lines:
            lines[course.grid_id] = _within(tree, course.grid_id, tops)
        if line := lines[course.grid_id]:
            _add(tally, course, span, line)
            series.add(course)
    parts = _parts(tally, tops, tree)
    return Digest(
        span, tuple(_named(tree.areas[top]) for top in tops if top in tree.areas),
        {figure: tuple(cases) for figure, cases in tally.cases.items()},
        parts, _kinds(tally, span, parts),
        times(tally.contact), times(tally.result), series.steps(), before=series.before,
    )  # fmt: skip


def _within(tree: Tree, grid_id: str, tops: Sequence[str]) -> list[str]:
    """The areas from the grid upwards, if it lies in one of `tops`; an unmapped place belongs to all."""
    line = [area.id for area in tree.up(grid_id)]
    return line if any(top in line for top in tops) else [] if line else [""]


# ---- one matter ----------------------------------------------------------------------------------------------------


def _add(tally: _Tally, course: Course, span: Span, line: Sequence[str]) -> None:
    for figure, why in _plain(course, span):
        tally.cases[figure].append(Case(course.id, why=why))
        if figure in BY_PLACE:
            for area_id in line:
                tally.by_area[area_id, figure] += 1
                if span.kind is SpanKind.MONTH:
                    tally.by_kind[course.kind, area_id, figure] += 1
    for figure, rule in ((Figure.RESPONSE, response), (Figure.SOLVED, solved), (Figure.SATISFIED, satisfied)):
        case = rule(course, span)
        if case is not None:
            tally.cases[figure].append(case)
    _time(tally, course, span)


def _plain(course: Course, span: Span) -> list[tuple[Figure, str]]:
    """The plain counts that the matter stands in, each with its reason."""
    closing = course.closing
    closed = closing is not None and within(span, closing.at)
    overdue = course.overdue(span.until_at)
    reasons = {
        Figure.NEW: within(span, course.filed_at),
        Figure.JOINED: course.answered_by == "trouble" and within(span, course.joined_at),
        Figure.CLOSED: closing.cause if closing is not None and closed else False,
        Figure.SETTLED: closing.level if closing is not None and closed else False,
        Figure.WITHDRAWN: within(span, course.withdrawn_at),
        Figure.OPEN: course.state.value if course.open else False,
        Figure.OVERDUE: overdue or False,
        Figure.AWAITING: course.state is State.REPORTED,
        Figure.REOPENED: any(within(span, at) for at in course.reopened_at),
        Figure.MOVED_UP: any(within(span, at) for at in course.moved_up_at),
    }
    return [(figure, why if isinstance(why, str) else "") for figure, why in reasons.items() if why]


def _time(tally: _Tally, course: Course, span: Span) -> None:
    contacted, finished = contact_time(course, span), result_time(course, span)
    if contacted is not None:
        tally.contact.append(contacted)
    if finished is not None:
        tally.result.append(finished)


# ---- by place and kind ---------------------------------------------------------------------------------------------


def _named(area: Area) -> Named:
    return Named(area.id, area.kind.value, area.name, area.name_en)


def _parts(tally: _Tally, tops: Sequence[str], tree: Tree) -> tuple[Part, ...]:
    below = [area for area in _in_map_order(tree) if any(tree.within(area.id, top) for top in tops)]
    parts = [_part(tally, _named(area), area.parent_id) for area in below]
    nowhere = _part(tally, NOWHERE, "")
    return (*parts, nowhere) if nowhere != Part(NOWHERE, "") else tuple(parts)


def _in_map_order(tree: Tree) -> list[Area]:
    """Streets, communities, grids; an area that nobody numbered stands where the first grid below it stands."""
    place: dict[str, int] = {}
    for position, grid in enumerate(tree.grids()):
        for area in tree.up(grid.id):
            place.setdefault(area.id, position)
    shown = [area for area in tree.areas.values() if area.kind in _SHOWN]
    return sorted(shown, key=lambda area: (_SHOWN.index(area.kind), place.get(area.id, len(place)), area.id))


def _part(tally: _Tally, area: Named, parent_id: str) -> Part:
    return Part(area, parent_id, *(tally.by_area[area.id, figure] for figure in BY_PLACE))


def _kinds(tally: _Tally, span: Span, parts: Sequence[Part]) -> tuple[KindAt, ...]:
    """Of months only: each kind that occurred, at each place where it did."""
    if span.kind is not SpanKind.MONTH:
        return ()
    found = {kind for kind, _, _ in tally.by_kind}
    kinds = sorted(found, key=lambda kind: (list(KINDS).index(kind) if kind in KINDS else len(KINDS), kind))
    counted = [
        KindAt(kind, part.area.id, *(tally.by_kind[kind, part.area.id, figure] for figure in BY_PLACE[:3]))
        for kind in kinds
        for part in parts
    ]
    return tuple(each for each in counted if each.new or each.closed or each.open)


# ---- the series of the picture -------------------------------------------------------------------------------------


class _Series:
    """How many were handed in and finished in each step, and how many were open at its end.

    It counts what the figures count: from the span's own hour on where it begins with the span, and of each matter the
    closing that stands.
    """

    def __init__(self, span: Span, zone: ZoneInfo) -> None:
        self._days = step_starts(span, zone)
        self._starts = [midnight(day, zone) for day in self._days]
        if self._days[0] == span.from_at.astimezone(zone).date():
            self._starts[0] = span.from_at
        empty = [0] * (len(self._days) + 1)
        self._new, self._closed, self._change = (list(empty) for _ in range(3))

    def add(self, course: Course) -> None:
        """Slot 0 of the lists is everything before the first step."""
        self._new[self._slot(course.filed_at)] += 1
        if course.closing is not None:
            self._closed[self._slot(course.closing.at)] += 1
        for begun, ended in course.open_spans:
            self._change[self._slot(begun)] += 1
            if ended is not None:
                self._change[self._slot(ended)] -= 1

    def _slot(self, at: datetime) -> int:
        return bisect_right(self._starts, at)

    @property
    def before(self) -> int:
        return self._change[0]

    def steps(self) -> tuple[Step, ...]:
        open_at = list(accumulate(self._change))
        return tuple(Step(day, self._new[n], self._closed[n], open_at[n]) for n, day in enumerate(self._days, start=1))
