"""The rows of the lists once read: one model for each sheet, its fields named as the columns are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

from bot.crafts.tables import Cell
from bot.intake.columns import NEEDS, OFFERS, PROJECTS
from bot.roster import cells, terms
from bot.roster.entries import Day, Row
from domain.listening.need import NeedKind
from handlers.texts.catalogue import TEXTS

_YES = ("是", "对", "好了", "办完了", "√", "✓", "yes", "y", "done")
_KINDS = {cells.key_of(name): kind for kind in NeedKind for name in (*TEXTS[f"lists.kind_{kind.value}"], kind.value)}
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


MODELS: Mapping[str, type[Row]] = {NEEDS.key: NeedRow, OFFERS.key: OfferRow, PROJECTS.key: ProjectRow}
