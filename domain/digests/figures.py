"""What a digest holds: counts, rates and times as of one minute, each with the matters behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum


class SpanKind(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    OWN = "own"  # any other stretch that somebody asked for


@dataclass(frozen=True, slots=True)
class Span:
    """From one aware UTC instant up to another, the second not included: it is the minute the figures are as of."""

    kind: SpanKind
    from_at: datetime
    until_at: datetime


@dataclass(frozen=True, slots=True)
class Named:
    """An area as it is called. `kind` is a domain.areas.AreaKind; id and kind "" stand for places not on the map."""

    id: str
    kind: str
    name: str
    name_en: str = ""

    def called(self, language: str) -> str:
        return self.name_en if language == "en" and self.name_en else self.name


class Side(StrEnum):
    """Of a rate: IN stands in numerator and denominator, OUT in the denominator alone, LEFT is not counted.

    All cases of a plain count are IN.
    """

    IN = "in"
    OUT = "out"
    LEFT = "left"


ASKED_FIRST = (Side.OUT, Side.LEFT, Side.IN)
"""The order in which the cases of a figure are shown: what is asked about comes first."""


@dataclass(frozen=True, slots=True)
class Case:
    """One matter behind a figure, on which side it stands and, in a short code, why."""

    matter_id: str
    side: Side = Side.IN
    why: str = ""


@dataclass(frozen=True, slots=True)
class Rate:
    """So many of so many; `left` were not counted, each for the reason it carries."""

    yes: tuple[Case, ...]
    no: tuple[Case, ...]
    left: tuple[Case, ...]

    @property
    def numerator(self) -> int:
        return len(self.yes)

    @property
    def denominator(self) -> int:
        return len(self.yes) + len(self.no)

    @staticmethod
    def of(cases: tuple[Case, ...]) -> Rate:
        return Rate(*(tuple(case for case in cases if case.side is side) for side in Side))


@dataclass(frozen=True, slots=True)
class Times:
    """How long it took in `n` cases: half of them within p50, nine of ten within p90 minutes. Zeros when n is 0."""

    n: int = 0
    p50: int = 0
    p90: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """The counts of one grid, community or street of the scope; `parent_id` is the area above it."""

    area: Named
    parent_id: str
    new: int = 0
    closed: int = 0
    open: int = 0
    overdue: int = 0


@dataclass(frozen=True, slots=True)
class KindAt:
    """The counts of one kind of matter in one part, for the month's table of kinds × places."""

    kind: str
    area_id: str
    new: int = 0
    closed: int = 0
    open: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the picture's series, a day or more of them from `on` (in the district's zone) up to the next step.

    `open` is how many were open at its end.
    """

    on: date
    new: int
    closed: int
    open: int


class Figure(StrEnum):
    """The figures that open to the matters behind them. In brackets the codes that a case's `why` may have.

    NEW: handed in. CLOSED [cause]: the resident was told that it is finished, and it was not opened again.
    WITHDRAWN: by the resident herself. OPEN [state]: waiting, taken or closing as of the minute. OVERDUE [contact,
    progress, result: the clock that has run out]. AWAITING: finished, the resident has not said a word yet.
    RESPONSE, SOLVED, SATISFIED: the three rates, as defined in domain.digests.rates.
    SETTLED [level]: those of CLOSED by where they were settled (domain.matters.matter.Level).
    REOPENED: "not yet" was said in the span. MOVED_UP: went to a higher level in the span.
    JOINED: to a known trouble, for whose end it waits.
    """

    NEW = "new"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    OPEN = "open"
    OVERDUE = "overdue"
    AWAITING = "awaiting"
    RESPONSE = "response"
    SOLVED = "solved"
    SATISFIED = "satisfied"
    SETTLED = "settled"
    REOPENED = "reopened"
    MOVED_UP = "moved_up"
    JOINED = "joined"


Tally = Mapping[tuple[Side, str], int]
"""How many cases of a figure stand on which side for which reason."""


@dataclass(frozen=True, slots=True)
class Digest:
    """Everything one digest says. `scope` are the areas it is about (one coordinator may answer for two).

    `parts` are in map order, never ranked: every level below the scope, streets before communities before grids, each
    part of the area it lies in; those where nothing is or was are there too. `kinds` only for months.
    `before` is how many were open when the first of `steps` began.
    `contact` and `result` are from her message to the first contact and to the end. A `light` digest has no cases,
    which may be thousands, but all numbers.
    """

    span: Span
    scope: tuple[Named, ...]
    figures: Mapping[Figure, tuple[Case, ...]]
    parts: tuple[Part, ...]
    kinds: tuple[KindAt, ...]
    contact: Times
    result: Times
    steps: tuple[Step, ...]
    before: int = 0
    tallies: Mapping[Figure, Tally] = field(default_factory=dict)

    def tally(self, figure: Figure) -> Tally:
        if figure in self.tallies:
            return self.tallies[figure]
        return Counter((case.side, case.why) for case in self.figures.get(figure, ()))

    def count(self, figure: Figure, side: Side | None = None, why: str | None = None) -> int:
        """How many matters stand behind the figure: all, or those on one side, or for one reason."""
        pairs = self.tally(figure).items()
        return sum(n for (on, reason), n in pairs if side in (None, on) and why in (None, reason))

    def rate(self, figure: Figure) -> Rate:
        """Of a digest with its cases."""
        return Rate.of(self.figures.get(figure, ()))

    def of(self, figure: Figure) -> tuple[int, int]:
        """A rate's numerator and denominator."""
        yes = self.count(figure, Side.IN)
        return yes, yes + self.count(figure, Side.OUT)

    @property
    def empty(self) -> bool:
        """Nothing came, nothing was finished, nothing is open, and nobody said a word."""
        return not any(self.count(figure) for figure in Figure)

    @property
    def settled(self) -> dict[str, int]:
        """How many were settled at each level."""
        return {why: n for (_, why), n in self.tally(Figure.SETTLED).items()}

    @property
    def shown_parts(self) -> tuple[Part, ...]:
        """The parts worth showing on a phone: grids of one community, else communities of one street, else streets."""
        for kind in ("street", "community"):
            parts = tuple(part for part in self.parts if part.area.kind in (kind, ""))
            if sum(part.area.kind == kind for part in parts) > 1:
                return parts
        return tuple(part for part in self.parts if part.area.kind in ("grid", ""))

    @property
    def light(self) -> Digest:
        tallies = {figure: self.tally(figure) for figure in Figure}
        return replace(self, figures={}, tallies=tallies)
