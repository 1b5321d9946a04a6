"""The rows of the roster once read: one model for each sheet, its fields named as the columns are."""

from __future__ import annotations

from typing import Annotated, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

from bot.roster import cells
from bot.roster.columns import BUILDINGS, DESKS, GRIDS, MEMBERS, POINTS, Sheet

Filled = TypeVar("Filled", str, tuple[str, ...])


def _filled(value: Filled) -> Filled:
    if not value:
        raise cells.Wrong("empty")
    return value


Name = Annotated[str, BeforeValidator(cells.name)]
NeededName = Annotated[Name, AfterValidator(_filled)]
PersonName = Annotated[str, BeforeValidator(cells.person), AfterValidator(_filled)]
Names = Annotated[tuple[str, ...], BeforeValidator(cells.names)]
NeededNames = Annotated[Names, AfterValidator(_filled)]
Firsts = Annotated[tuple[str, ...], BeforeValidator(cells.firsts)]
Ranked = Annotated[tuple[tuple[str, int], ...], BeforeValidator(cells.ranked)]
Phone = Annotated[str, BeforeValidator(cells.phone)]
Days = Annotated[str, BeforeValidator(cells.weekdays)]
Numbers = Annotated[tuple[str, ...], BeforeValidator(cells.buildings)]


class Row(BaseModel):
    """`line` as the sheet counts its rows. What has no column at all is None: then it stays as it is now."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    line: int
    english: Name | None = None
    code: Name = ""


class GridRow(Row):
    district: Name = ""
    street: Name = ""
    community: NeededName = ""
    grid: NeededName = ""
    also: Names | None = None


class BuildingRow(Row):
    community: Name = ""
    grid: NeededName = ""
    estate: NeededName = ""
    building: Numbers = ("",)
    also: Names | None = None


class MemberRow(Row):
    name: PersonName = ""
    phone: Phone = ""
    community: Name = ""
    first: Firsts = ()
    deputy: Ranked = ()


class DeskRow(Row):
    name: PersonName = ""
    phone: Phone = ""
    area: NeededNames = ()
    days: Days = ""


class PointRow(Row):
    name: NeededName = ""
    community: Name = ""
    place: NeededName = ""


ROWS: dict[str, type[Row]] = {
    GRIDS.key: GridRow,
    BUILDINGS.key: BuildingRow,
    MEMBERS.key: MemberRow,
    DESKS.key: DeskRow,
    POINTS.key: PointRow,
}


def model_of(sheet: Sheet) -> type[Row]:
    return ROWS[sheet.key]
