"""From tables to rows: sheets and titles are found whatever their order, examples skipped, each mistake placed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from pydantic import ValidationError

from bot.crafts.tables import Cell, Place, Table
from bot.roster.cells import Wrong, key_of, text
from bot.roster.columns import EXAMPLES, GUIDE, SHEETS, Column, Sheet
from bot.roster.entries import BuildingRow, DeskRow, GridRow, MemberRow, PointRow, ResourceRow, Row, model_of
from bot.roster.mistakes import Mistake

AnyRow = TypeVar("AnyRow", bound=Row)
TITLES_WITHIN = 8
"""Above the titles there may be a heading or two, but not a page."""


class Told(Protocol):
    """Where it is kept what reading had to say; `examples` counts the rows that only show how and were passed over."""

    mistakes: list[Mistake]
    remarks: list[Mistake]
    examples: int


@dataclass(slots=True)
class Roster:
    """What the sheets say, in their order; `mistakes` are those of single cells and sheets, `remarks` stop nobody."""

    grids: list[GridRow] = field(default_factory=list)
    buildings: list[BuildingRow] = field(default_factory=list)
    members: list[MemberRow] = field(default_factory=list)
    desks: list[DeskRow] = field(default_factory=list)
    points: list[PointRow] = field(default_factory=list)
    resources: list[ResourceRow] | None = None
    """None when no sheet speaks of them."""
    mistakes: list[Mistake] = field(default_factory=list)
    remarks: list[Mistake] = field(default_factory=list)
    examples: int = 0
    """Rows that only show how, and were passed over."""


def read_roster(tables: Sequence[Table]) -> Roster:
    """Reads all of it, whatever is wrong; a cell that cannot be read counts as empty further on."""
    roster = Roster()
    found: dict[str, Table] = {}
    for sheet, table in sheets_of(tables, SHEETS, roster):
        found[sheet.key] = table
    for sheet in SHEETS:
        if sheet.key in found:
            setattr(roster, sheet.key, list(rows_of(sheet, found[sheet.key], model_of(sheet), roster)))
        elif not sheet.may_lack:
            roster.mistakes.append(Mistake("no_sheet", {"sheet": sheet.title}))
    if roster.examples:
        roster.remarks.append(Mistake("ignored_examples", {"n": roster.examples}))
    return roster


def sheets_of(tables: Sequence[Table], sheets: Sequence[Sheet], told: Told) -> Iterator[tuple[Sheet, Table]]:
    """Which table is which sheet; what is none of them is said, unless it is empty or the guide."""
    seen = set()
    for table in tables:
        sheet = sheet_called(table.name, sheets)
        if sheet is None:
            if table.rows and key_of(table.name) not in {key_of(title) for title in GUIDE}:
                told.remarks.append(Mistake("ignored_sheet", {"value": table.name}))
        elif sheet.key in seen:
            told.mistakes.append(Mistake("two_sheets", {"sheet": sheet.title}))
        else:
            seen.add(sheet.key)
            yield sheet, table


def rows_of(sheet: Sheet, table: Table, model: type[AnyRow], told: Told) -> Iterator[AnyRow]:
    """The rows of one table, each read into the sheet's model."""
    return _Reading(sheet, table, model, told).rows()


def sheet_called(name: str, sheets: Sequence[Sheet] = SHEETS) -> Sheet | None:
    """The sheet that goes by this title, in Chinese, in English or as people also say."""
    wanted = key_of(name)
    titles = {key_of(title): sheet for sheet in sheets for title in (*sheet.title, *sheet.others)}
    return titles.get(wanted)


def sheet_with(table: Table, sheets: Sequence[Sheet] = SHEETS) -> Sheet | None:
    """The sheet whose titles a table has, when its name does not say; None when two or none would do."""
    heads = [(sheet, _Head.of(sheet, table)) for sheet in sheets]
    known = {sheet.key: len(head.places) for sheet, head in heads if head and not head.lacking(sheet)}
    best = [sheet for sheet, _ in heads if known.get(sheet.key, 0) == max(known.values(), default=0)]
    return best[0] if len(best) == 1 else None


@dataclass(frozen=True, slots=True)
class _Head:
    """The row of the titles: which column of the table is which of ours."""

    row: int
    places: Mapping[str, int]
    doubled: Sequence[Column]
    unknown: Sequence[str]

    @classmethod
    def of(cls, sheet: Sheet, table: Table) -> _Head | None:
        heads = [cls._in(sheet, number, table.rows[number]) for number in range(min(TITLES_WITHIN, len(table.rows)))]
        best = max(heads, key=lambda head: len(head.places), default=None)
        return best if best and best.places else None

    @classmethod
    def _in(cls, sheet: Sheet, row: int, cells: Sequence[Cell]) -> _Head:
        titles = {key_of(title): c for c in reversed(sheet.columns) for title in (*c.others, *c.title)}
        places: dict[str, int] = {}
        doubled, unknown = [], []
        for place, cell in enumerate(cells):
            said = cell if isinstance(cell, str) else ""
            column = titles.get(key_of(said.partition("（")[0].partition("(")[0].strip("*＊ ")))
            if column is None and said.strip():
                unknown.append(said.strip())
            elif column is not None and column.key in places:
                doubled.append(column)
            elif column is not None:
                places[column.key] = place
        return cls(row, places, doubled, unknown)

    def lacking(self, sheet: Sheet) -> list[Column]:
        return [column for column in sheet.columns if column.needed and column.key not in self.places]


class _Reading(Generic[AnyRow]):
    """One table of one sheet."""

    def __init__(self, sheet: Sheet, table: Table, model: type[AnyRow], told: Told) -> None:
        self._sheet, self._table, self._model, self._told = sheet, table, model, told

    def rows(self) -> Iterator[AnyRow]:
        head = _Head.of(self._sheet, self._table)
        if head is None:
            titles = ("、".join(c.title[0] for c in self._needed), ", ".join(c.title[1] for c in self._needed))
            self._wrong("no_titles", titles=titles)
            return
        for column in head.lacking(self._sheet):
            self._wrong("no_column", column=column.title)
        for column in head.doubled:
            self._wrong("two_columns", column=column.title)
        for unknown in head.unknown:
            self._told.remarks.append(Mistake("ignored_column", {"value": unknown}, self._sheet))
        if not head.lacking(self._sheet):
            yield from self._filled(head)

    @property
    def _needed(self) -> list[Column]:
        return [column for column in self._sheet.columns if column.needed]

    def _filled(self, head: _Head) -> Iterator[AnyRow]:
        examples = count = 0
        spread = _spread(self._table.merged)
        for number in range(head.row + 1, len(self._table.rows)):
            written = {key: self._cell(number, place, spread) for key, place in head.places.items()}
            faults = {key: self._table.faults.get((number, place)) for key, place in head.places.items()}
            if all(_blank(cell) for cell in written.values()) and not any(faults.values()):
                continue
            if _is_example(written.get(self._sheet.names, "")):
                examples += 1
                continue
            count += 1
            yield self._row(number + 1, written, faults)
        self._told.examples += examples
        if self._sheet.needs_rows and not count:
            self._wrong("no_rows")

    def _cell(self, number: int, place: int, spread: Mapping[Place, Place]) -> Cell:
        """A cell merged over several rows counts in each of them."""
        number, place = spread.get((number, place), (number, place))
        cells = self._table.rows[number] if number < len(self._table.rows) else ()
        return cells[place] if place < len(cells) else ""

    def _row(self, line: int, written: Mapping[str, Cell], faults: Mapping[str, str | None]) -> AnyRow:
        model = self._model
        for key, fault in faults.items():
            if fault:
                self._wrong("formula" if fault == "=" else "fault", line, key, value=fault)
        good = {key: cell for key, cell in written.items() if not faults[key]}
        try:
            return model.model_validate({"line": line, **good})
        except ValidationError as error:
            for found in error.errors(include_url=False):
                key, reason = str(found["loc"][0]), found["ctx"]["error"]
                good.pop(key)
                self._wrong(reason.key, line, key, **reason.values)
        return model.model_validate({"line": line, **good})  # what can be read of it

    def _wrong(self, key: str, line: int = 0, column: str = "", /, **values: object) -> None:
        where = self._sheet.column(column) if column else None
        if key == "empty" and where:
            values["about"] = where.about
        self._told.mistakes.append(Mistake(key, values, self._sheet, line, where))


def _blank(cell: Cell) -> bool:
    return isinstance(cell, str) and not cell.strip()


def _is_example(cell: Cell) -> bool:
    try:
        return text(cell).casefold().startswith(EXAMPLES)
    except Wrong:
        return False


def _spread(merged: Sequence[tuple[Place, Place]]) -> dict[Place, Place]:
    return {
        (row, column): first
        for first, last in merged
        for row in range(first[0], last[0] + 1)
        for column in range(first[1], last[1] + 1)
        if column == first[1]
    }
