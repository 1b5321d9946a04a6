"""年账: what came together in a year at her desks, each figure with the list behind it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from domain.errors import NoLongerPossible, NotAllowed
from domain.listening.meeting import MeetingKind
from domain.messages import Inbound, Op
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.areas import area_name
from handlers.door import listed, number
from handlers.listening.meetings import figures as met
from handlers.listening.need_words import line_of
from handlers.listening.offers import said_of
from handlers.listening.ports import ListsTransaction
from handlers.listening.project_words import line_in_list
from handlers.listening.questions import figures as asked
from handlers.listening.visits import figures as visited
from handlers.reach import keeps
from handlers.speaking import Line, Rows, Strong, Tap, send
from handlers.texts.say import Several
from handlers.turn import Counted, Row, Turn, Year

PROMPT = "ls:"
PAGE = 8
A_ROW, FIGURES_A_ROW = 4, 2
LAST = ("去年", "last year")
_YEAR = re.compile(r"\b(20\d\d)(?!\d)")


def _needs(struck: bool) -> Counted:
    def rows(turn: Turn[ListsTransaction], year: Year, start: int, limit: int) -> list[Row]:
        found = turn.tx.needs.between(
            year.reach, year.from_at, year.until_at, struck=struck, limit=limit, offset=start
        )  # fmt: skip
        return [
            (
                phrase("lists.year_need", n=start + n, line=line_of(need), area=area_name(turn, need.area_id),
                       stands=phrase(f"lists.is_{need.state.value}", result=need.result)),
                f"need:{need.id}",
            )
            for n, need in enumerate(found, 1)
        ]  # fmt: skip

    return Counted(
        lambda turn, year: int(turn.tx.needs.count_between(year.reach, year.from_at, year.until_at)[struck]), rows
    )


def _projects(struck: bool) -> Counted:
    def rows(turn: Turn[ListsTransaction], year: Year, start: int, limit: int) -> list[Row]:
        found = turn.tx.projects.between(
            year.reach, year.from_at, year.until_at, struck=struck, limit=limit, offset=start
        )  # fmt: skip
        return [(line_in_list(turn, each, start + n), f"project:{each.id}") for n, each in enumerate(found, 1)]

    return Counted(
        lambda turn, year: int(turn.tx.projects.count_between(year.reach, year.from_at, year.until_at)[struck]), rows
    )


def _offers(turn: Turn[ListsTransaction], year: Year, start: int, limit: int) -> list[Row]:
    found = turn.tx.offers.page(year.reach, turn.today, limit, start)
    return [
        (phrase("lists.offer_line", n=start + n, offer=said_of(turn, each)), f"offer:{each.id}")
        for n, each in enumerate(found, 1)
    ]


def _meetings(kind: MeetingKind) -> Counted:
    return Counted(
        lambda turn, year: met.count(turn, kind, year.reach, year.from_at, year.until_at),
        lambda turn, year, start, limit: met.rows(turn, kind, year.reach, year.from_at, year.until_at, start, limit),
    )


FIGURES: Mapping[str, Counted] = {
    **{f"meetings_{kind.value}": _meetings(kind) for kind in MeetingKind},
    "visits": Counted(
        lambda turn, year: visited.count(turn, year.reach, year.from_at, year.until_at),
        lambda turn, year, start, limit: visited.rows(turn, year.reach, year.from_at, year.until_at, start, limit),
    ),
    "needs": _needs(False),
    "needs_struck": _needs(True),
    "offers": Counted(lambda turn, year: int(turn.tx.offers.count(year.reach, turn.today)), _offers, today=True),
    "projects": _projects(False),
    "projects_struck": _projects(True),
    "questions": Counted(
        lambda turn, year: asked.count(turn, year.reach, year.from_at, year.until_at),
        lambda turn, year, start, limit: asked.rows(turn, year.reach, year.from_at, year.until_at, start, limit),
    ),
}
"""By name, in the order in which they are shown (`lists.year_of_<name>`); what can be had is counted as of today."""


def _figures(turn: Turn[ListsTransaction], which: int) -> Mapping[str, Counted]:
    """Then those of other families."""
    known = {**FIGURES, **turn.house.figures}
    return {name: each for name, each in known.items() if not each.today or which == turn.today.year}


def year(turn: Turn[ListsTransaction], person: Person, inbound: Inbound | None = None, rest: str = "") -> None:
    """/year, 年账: this year up to now, or the one that is named. Raises NotAllowed."""
    named = _YEAR.search(rest)
    this = turn.today.year
    _show(turn, person, int(named[1]) if named else this - (rest.strip().casefold() in LAST))


def opened(turn: Turn[ListsTransaction], person: Person, detail: str) -> None:
    """A button: "2026", or "2026:needs:8" for what lies behind a figure. Raises NotAllowed, NoLongerPossible."""
    which, _, figure = detail.partition(":")
    name, _, start = figure.partition(":")
    if not figure:
        _show(turn, person, number(which), Op.UPDATE)
    elif name in _figures(turn, number(which)):
        _behind(turn, person, _of(turn, person, number(which)), name, number(start))
    else:
        raise NoLongerPossible(detail)


def _of(turn: Turn[ListsTransaction], person: Person, which: int) -> Year:
    reach = keeps(turn, person)
    if not reach.within:
        raise NotAllowed("year")
    if not turn.today.year - 20 < which <= turn.today.year:
        raise NoLongerPossible(str(which))
    begins, ends = (datetime(n, 1, 1, tzinfo=turn.house.zone).astimezone(UTC) for n in (which, which + 1))
    return Year(which, reach, begins, ends)


def _title(turn: Turn[ListsTransaction], of: Year) -> Phrase:
    areas = Several(tuple(area_name(turn, area_id) for area_id in of.reach.within))
    return phrase("lists.year", year=of.year, areas=areas)


def _show(turn: Turn[ListsTransaction], person: Person, which: int, op: Op = Op.SEND) -> None:
    of = _of(turn, person, which)
    counts = {name: figure.count(turn, of) for name, figure in _figures(turn, which).items()}
    taps = [
        Tap(phrase("lists.tap_year", figure=phrase(f"lists.year_of_{name}"), n=n), f"year:{which}:{name}:0")
        for name, n in counts.items()
        if n
    ]
    rows: Rows = tuple(tuple(taps[n : n + FIGURES_A_ROW]) for n in range(0, len(taps), FIGURES_A_ROW))
    now = turn.today.year
    beside = [which - 1] if which == now or any(counts.values()) else []  # else nobody had begun yet
    beside += [which + 1] if which < now else []
    others = tuple(Tap(phrase("lists.tap_year_beside", year=year), f"year:{year}") for year in beside)
    lines: list[Line | Strong] = [Strong(_title(turn, of))]
    figures = [phrase("lists.year_line", figure=phrase(f"lists.year_of_{name}"), n=n) for name, n in counts.items()]
    lines += [_beside(figures[n : n + FIGURES_A_ROW]) for n in range(0, len(figures), FIGURES_A_ROW)]
    send(turn, person, *lines, taps=(*rows, others), prompt=PROMPT, op=op, key=f"year:{person.id}", silent=True)


def _beside(figures: Sequence[Phrase]) -> Phrase:
    """Two on a line: one on each is higher than a telephone."""
    first, *more = figures
    return phrase("lists.year_two", first=first, second=more[0]) if more else first


def _behind(turn: Turn[ListsTransaction], person: Person, of: Year, name: str, start: int) -> None:
    figure = _figures(turn, of.year)[name]
    found = figure.rows(turn, of, start, PAGE + 1)
    lines: list[Line | Strong] = [Strong(_title(turn, of)), phrase(f"lists.year_of_{name}")]
    lines += [line for line, _ in found[:PAGE]]
    numbered = [Tap(phrase("lists.tap_number", n=start + n), value) for n, (_, value) in enumerate(found[:PAGE], 1)]
    taps = [tap for tap in numbered if tap.value]
    rows: Rows = tuple(tuple(taps[n : n + A_ROW]) for n in range(0, len(taps), A_ROW))
    last = [Tap(phrase("lists.tap_back"), f"year:{of.year}")]
    if len(found) > PAGE:
        last.insert(0, Tap(phrase("lists.tap_more"), f"year:{of.year}:{name}:{start + PAGE}"))
    send(
        turn, person, *lines, taps=rows, prompt=figure.prompt, below=((PROMPT, (tuple(last),)),), op=Op.UPDATE,
        key=f"year:{person.id}", about=listed(figure.prompt, numbered, start), silent=True,
    )  # fmt: skip
