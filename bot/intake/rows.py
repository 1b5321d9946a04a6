"""The rows of the lists once read: one model for each sheet, its fields named as the columns are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

from bot.crafts.tables import Cell
from bot.intake.columns import ANSWER_KINDS, BOOK, NEEDS, OFFERS, PROJECTS, VENUES
from bot.roster import cells, terms
from bot.roster.entries import Day, Row
from domain.listening.need import NeedKind
from domain.listening.venue import SORTS
from domain.listening.visit import VisitSort
from domain.matters.kinds import KINDS
from handlers.explaining.book.parts import UNFIT
from handlers.texts.catalogue import TEXTS

_YES = ("是", "对", "好了", "办完了", "√", "✓", "yes", "y", "done")
_SHUT = ("关了", "关门", "关门了", "closed")
_KINDS = {cells.key_of(name): kind for kind in NeedKind for name in (*TEXTS[f"lists.kind_{kind.value}"], kind.value)}
_SORTS = {cells.key_of(name): sort for sort in SORTS for name in (*TEXTS[f"visits.sort_{sort.value}"], sort.value)}
_ANSWERED = {
    cells.key_of(name): code
    for code in KINDS if code not in UNFIT for name in (*TEXTS[f"kind.{code}"], code)
} | {cells.key_of(name): "" for name in TEXTS["book.no_kind"]}  # fmt: skip
DONE_TODAY = date.max
"""Stands for a yes where a day could be written."""


def one_line(value: Cell) -> str:
    """What is written, on one line: two that read the same are the same. Raises Wrong."""
    return " ".join(cells.text(value).split())


def _filled(said: str) -> str:
    if not said:
        raise cells.Wrong("empty")
    return said


def _kind(value: Cell) -> NeedKind | None:
    said = cells.text(value)
    if not said:
        return None
    if (found := _KINDS.get(cells.key_of(said))) is None:
        every = [TEXTS[f"lists.kind_{kind.value}"] for kind in NeedKind]
        raise cells.Wrong("kind", value=said, these=("、".join(e[0] for e in every), ", ".join(e[1] for e in every)))
    return found


def _sort(value: Cell) -> VisitSort | None:
    said = cells.text(value)
    if not said:
        return None
    if (found := _SORTS.get(cells.key_of(said))) is None:
        every = [TEXTS[f"visits.sort_{sort.value}"] for sort in SORTS]
        raise cells.Wrong("kind", value=said, these=("、".join(e[0] for e in every), ", ".join(e[1] for e in every)))
    return found


def _kind_of_matter(value: Cell) -> str | None:
    said = cells.text(value)
    if not said:
        return None
    if (found := _ANSWERED.get(cells.key_of(said))) is None:
        these = ("、".join(pair[0] for pair in ANSWER_KINDS), ", ".join(pair[1] for pair in ANSWER_KINDS))
        raise cells.Wrong("kind", value=said, these=these)
    return found


def _closed(value: Cell) -> bool:
    return value is True or isinstance(value, date) or cells.text(value).casefold() in (*_YES, *_SHUT)


def _done(value: Cell) -> date | None:
    if value is True or (isinstance(value, str) and value.strip().casefold() in _YES):
        return DONE_TODAY
    return terms.day(value)


def _passed(value: Cell) -> None:
    """What the program writes and nobody need read."""


Passed = Annotated[None, BeforeValidator(_passed)]
Words = Annotated[str, BeforeValidator(one_line)]
Needed = Annotated[Words, AfterValidator(_filled)]


class NeedRow(Row):
    words: Needed = ""
    kind: Annotated[NeedKind | None, BeforeValidator(_kind)] = None
    area: Words = ""
    heard: Passed = None
    noted: Passed = None
    taken: Words = ""
    until: Day = None
    project: Words = ""
    stands: Passed = None
    result: Words = ""


class OfferRow(Row):
    """What has no column stays as it is."""

    what: Needed = ""
    unit: Words | None = None
    how_much: Words | None = None
    free_when: Words | None = None
    until: Day = None
    member: Needed = ""


class ProjectRow(Row):
    words: Needed = ""
    area: Words = ""
    owner: Words = ""
    begun: Passed = None
    step: Words = ""
    due: Day = None
    done: Annotated[date | None, BeforeValidator(_done)] = None
    result: Words = ""


class VenueRow(Row):
    name: Needed = ""
    kind: Annotated[VisitSort | None, BeforeValidator(_sort)] = None
    area: Words = ""
    label: Words = ""
    seen: Passed = None
    closed: Annotated[bool, BeforeValidator(_closed)] = False


class BookRow(Row):
    """What has no column stays as it is; an answer may have several lines."""

    question: Needed = ""
    ways: Annotated[str, BeforeValidator(cells.text)] | None = None
    answer: Annotated[str, BeforeValidator(cells.text), AfterValidator(_filled)] = ""
    kind: Annotated[str | None, BeforeValidator(_kind_of_matter)] = None
    area: Words = ""
    owner: Words = ""
    source: Words | None = None
    review: Day = None
    withdrawn: Annotated[bool, BeforeValidator(_closed)] = False


MODELS: Mapping[str, type[Row]] = {
    NEEDS.key: NeedRow,
    OFFERS.key: OfferRow,
    PROJECTS.key: ProjectRow,
    VENUES.key: VenueRow,
    BOOK.key: BookRow,
}
