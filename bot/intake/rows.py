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
from handlers.listening import founding, needs, offering, steps
from handlers.texts.catalogue import TEXTS

LONGEST_RESULT = 500
_YES = ("是", "对", "好了", "办完了", "√", "✓", "yes", "y", "done")
_KINDS = {cells.key_of(name): kind for kind in NeedKind for name in (*TEXTS[f"lists.kind_{kind.value}"], kind.value)}
DONE_TODAY = date.max
"""Stands for a yes where a day could be written."""


def at_most(most: int) -> BeforeValidator:
    """One line of at most so many letters."""

    def read(value: Cell) -> str:
        said = " ".join(cells.text(value).split())
        if len(said) > most:
            raise cells.Wrong("long", n=len(said), most=most)
        return said

    return BeforeValidator(read)


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
Result = Annotated[str, at_most(LONGEST_RESULT)]
Short = Annotated[str, at_most(offering.LONGEST)]
Filled = AfterValidator(_filled)


class NeedRow(Row):
    words: Annotated[str, at_most(needs.LONGEST), Filled] = ""
    kind: Annotated[NeedKind | None, BeforeValidator(_kind)] = None
    area: Short = ""
    heard: Passed = None
    noted: Passed = None
    taken: Short = ""
    until: Day = None
    project: Annotated[str, at_most(founding.LONGEST)] = ""
    stands: Passed = None
    result: Result = ""


class OfferRow(Row):
    """What has no column stays as it is."""

    what: Annotated[str, at_most(offering.LONGEST), Filled] = ""
    unit: Short | None = None
    how_much: Short | None = None
    free_when: Short | None = None
    until: Day = None
    member: Annotated[str, at_most(offering.LONGEST), Filled] = ""


class ProjectRow(Row):
    words: Annotated[str, at_most(founding.LONGEST), Filled] = ""
    area: Short = ""
    owner: Short = ""
    begun: Passed = None
    step: Annotated[str, at_most(steps.LONGEST)] = ""
    due: Day = None
    done: Annotated[date | None, BeforeValidator(_done)] = None
    result: Result = ""


MODELS: Mapping[str, type[Row]] = {NEEDS.key: NeedRow, OFFERS.key: OfferRow, PROJECTS.key: ProjectRow}
