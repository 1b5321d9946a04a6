"""The digest's picture: figures and words, both ready, become one PNG for a phone's screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from bot.crafts.typesetting import set_pictures

WIDTH = 1080
"""Pixels."""
_POINTS = 390
"""Of the template's page, which is as wide as a phone's screen."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One large number; `alarm` asks for attention."""

    label: str
    value: int
    alarm: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """What came and what was finished in one step of time, and how many were open at its end. `rest`: a day off."""

    label: str
    new: int
    closed: int
    open: int
    rest: bool = False


@dataclass(frozen=True, slots=True)
class Flow:
    """The steps in time, and the words for what they show. `before`: how many were open when the first began."""

    title: str
    new: str
    closed: str
    open: str
    before: int
    steps: Sequence[Bars]


@dataclass(frozen=True, slots=True)
class Row:
    """One place: how many are open there, how many of them overdue, and the words for these."""

    name: str
    open: int
    overdue: int
    late: str


@dataclass(frozen=True, slots=True)
class Load:
    """The places in the order of the map, with a note under them ("" for none)."""

    title: str
    open: str
    overdue: str
    rows: Sequence[Row]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything that stands in the picture. `quiet` is one line that stands in for what has nothing to show."""

    language: str
    title: str
    subtitle: str
    tiles: Sequence[Tile]
    flow: Flow | None = None
    load: Load | None = None
    quiet: str = ""


def draw(drawing: Drawing) -> bytes:
    """A PNG, WIDTH pixels wide and as high as it needs. Raises Unsettable."""
    [picture] = set_pictures("digest", asdict(drawing), dots_per_inch=WIDTH * 72 / _POINTS)
    return picture
