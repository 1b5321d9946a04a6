"""The rows of the roster once read: one model for each sheet, its fields named as the columns are."""

from __future__ import annotations

from datetime import date
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

from bot.roster import cells, terms
from bot.roster.columns import BUILDINGS, DESKS, GRIDS, MEMBERS, POINTS, RESOURCES, Sheet

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
Dated = Annotated[terms.DATED, BeforeValidator(terms.days)]
Day = Annotated[date | None, BeforeValidator(terms.day)]
Where = Annotated[tuple[str, ...], BeforeValidator(terms.where)]
Skills = Annotated[tuple[str, ...], BeforeValidator(terms.skills)]
Kinds = Annotated[tuple[str, ...], BeforeValidator(terms.kinds)]
Count = Annotated[int, BeforeValidator(terms.count)]
UsedFor = Annotated[str, BeforeValidator(terms.used_for)]
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
    used_for: UsedFor | None = None
    also: Names | None = None


class BuildingRow(Row):
    community: Name = ""
    grid: NeededName = ""
    estate: NeededName = ""
    building: Numbers = ("",)
    also: Names | None = None


class ServingRow(Row):
    """Somebody's row; what is dated may be dated area by area."""

    night: Where | None = None
    since: Dated | None = None
    until: Dated | None = None


class MemberRow(ServingRow):
    name: PersonName = ""
    phone: Phone = ""
    community: Name = ""
    first: Firsts = ()
    deputy: Ranked = ()
    places: Ranked | None = None
    lead: Where | None = None
    skills: Skills | None = None
    most: Count | None = None
    takes: Kinds | None = None
    refuses: Kinds | None = None


class DeskRow(ServingRow):
    name: PersonName = ""
    phone: Phone = ""
    area: NeededNames = ()
    days: Days = ""


class PointRow(Row):
    name: NeededName = ""
    community: Name = ""
    place: NeededName = ""


class ResourceRow(Row):
    name: PersonName = ""
    phone: Phone = ""
    what: NeededName = ""
    unit: Name = ""
    how_much: Name = ""
    free_when: Name = ""
    until_on: Day = None


ROWS: dict[str, type[Row]] = {
    GRIDS.key: GridRow,
    BUILDINGS.key: BuildingRow,
    MEMBERS.key: MemberRow,
    DESKS.key: DeskRow,
    POINTS.key: PointRow,
    RESOURCES.key: ResourceRow,
}


def model_of(sheet: Sheet) -> type[Row]:
    return ROWS[sheet.key]
