"""An entry: what one row of a sheet would add to a list, or change on it, once somebody has said yes to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Sort(StrEnum):
    """Of what it is, in the order in which entries are taken: what others lean on comes first."""

    PROJECT = "project"
    STEP = "step"
    NEED = "need"
    OFFER = "offer"
    VENUE = "venue"
    ANSWER = "answer"
    END = "end"  # 项目销号，等它的步骤和需求都记好


class Why(StrEnum):
    """Why an entry was left out after all."""

    CHANGED = "changed"  # it reads otherwise than when the sheet was looked at
    OVER = "over"  # it cannot be done to it any more
    NOT_YOURS = "not_yours"


@dataclass(frozen=True, slots=True)
class Entry:
    """`id` is that of the thing; a new one will have it. `line` is what it is called, `where` its place in the sheet,
    `told` what is different about it, all for people. `fields` by name: codes, ids, words, days in ISO form; `was`: the
    same as they stood.
    """

    sort: Sort
    id: str
    line: str
    where: str
    fields: Mapping[str, str]
    was: Mapping[str, str] = field(default_factory=dict)
    new: bool = False
    told: str = ""


@dataclass(frozen=True, slots=True)
class Looked:
    """What looking at a sheet found, in words of its reader. `refused`: why nothing of it could be read; else the
    entries, how many rows change nothing (by list), and what is wrong or was passed over, each with its place.
    """

    refused: str = ""
    entries: Sequence[Entry] = ()
    same: Mapping[str, int] = field(default_factory=dict)
    mistakes: Sequence[str] = ()
    remarks: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """A sheet whose entries wait for a yes, or are being taken (`taken_at`)."""

    id: str
    person_id: str
    given_at: datetime
    taken_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of a sheet by its number; `why` it was left out, None as long as it was not."""

    number: int
    entry: Entry
    taken: bool = False
    why: Why | None = None

    @property
    def settled(self) -> bool:
        return self.taken or self.why is not None
