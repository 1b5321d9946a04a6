"""Writes tables: XLSX whose cells have types, and CSV; no text of anybody's ever becomes a formula."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO
from zoneinfo import ZoneInfo

from bot.crafts.printable import printable

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Value = str | int | float | datetime | date | None
"""What a cell may hold; None leaves it empty. Instants are aware and shown in the district's zone."""

_LONGEST = 32_000
"""Characters that fit into a cell."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet program takes for the beginning of a formula when it opens a CSV."""


class Sort(Enum):
    """How a column is shown. Anything that is said on the telephone is TEXT, whatever it looks like."""

    TEXT = "@"
    LONG_TEXT = "@\n"
    NUMBER = "0"
    PERCENT = "0%"
    INSTANT = "yyyy-mm-dd hh:mm"
    DAY = "yyyy-mm-dd"


@dataclass(frozen=True, slots=True)
class Column:
    """`width` in characters of Latin script; a unit belongs into the header."""

    header: str
    sort: Sort = Sort.TEXT
    width: float = 12


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table. `name` has at most 31 characters, none of []:*?/\\. Rows are taken one by one and not kept."""

    name: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Value]]


def write_xlsx(target: Path | BinaryIO, sheets: Iterable[Sheet], zone: ZoneInfo, *, made_at: datetime) -> None:
    """Writes the sheets with a frozen header and a filter. `made_at` is what the file says of its making."""
    import xlsxwriter  # loaded only where sheets are written: in the child process and for a command

    options = {"constant_memory": True}  # text is written by write_string, which makes nothing else of it
    with xlsxwriter.Workbook(str(target) if isinstance(target, Path) else target, options) as book:
        book.set_properties({"created": made_at.astimezone(zone).replace(tzinfo=None)})
        head = book.add_format({"bold": True, "bg_color": "#E6ECF2", "text_wrap": True, "valign": "top"})
        formats = {
            sort: book.add_format(
                {"num_format": sort.value.strip(), "valign": "top", "text_wrap": sort is Sort.LONG_TEXT}
            )
            for sort in Sort
        }
        for sheet in sheets:
            _write(book.add_worksheet(sheet.name), sheet, zone, head, formats)


def write_csv(path: Path, sheet: Sheet, zone: ZoneInfo) -> None:
    """One table as CSV in UTF-8 with a mark that spreadsheet programs know it by.

    Text that a program would take for a formula gets an apostrophe before it.
    """
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        lines = csv.writer(file)
        lines.writerow([harmless(column.header) for column in sheet.columns])
        for row in sheet.rows:
            lines.writerow([_as_text(value, zone) for value in row])


def harmless(text: str) -> str:
    """The text as a CSV may carry it."""
    text = printable(text)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _write(page: Worksheet, sheet: Sheet, zone: ZoneInfo, head: Format, formats: dict[Sort, Format]) -> None:
    for at, column in enumerate(sheet.columns):
        page.set_column(at, at, column.width)
        page.write_string(0, at, _short(column.header), head)
    page.freeze_panes(1, 0)
    last = 0
    writers = [_writer(page, column, at, zone, formats[column.sort]) for at, column in enumerate(sheet.columns)]
    for last, row in enumerate(sheet.rows, start=1):
        for write, value in zip(writers, row, strict=True):
            if value is not None and value != "":
                write(last, value)
    page.autofilter(0, 0, last, len(sheet.columns) - 1)


def _writer(page: Worksheet, column: Column, at: int, zone: ZoneInfo, shown: Format) -> Callable[[int, Any], object]:
    """How a value of this column gets into its cell."""
    match column.sort:
        case Sort.TEXT | Sort.LONG_TEXT:
            return lambda row, value: page.write_string(row, at, _short(value), shown)
        case Sort.NUMBER | Sort.PERCENT:
            return lambda row, value: page.write_number(row, at, value, shown)
        case Sort.INSTANT:
            return lambda row, value: page.write_datetime(row, at, _here(value, zone), shown)
        case Sort.DAY:
            return lambda row, value: page.write_datetime(row, at, value, shown)


def _here(at: datetime, zone: ZoneInfo) -> datetime:
    """Sheets know no zones."""
    return at.astimezone(zone).replace(tzinfo=None, second=0, microsecond=0)


def _short(text: str) -> str:
    text = printable(text)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _as_text(value: Value, zone: ZoneInfo) -> str:
    match value:
        case None:
            return ""
        case str():
            return harmless(value)
        case datetime():
            return f"{_here(value, zone):%Y-%m-%d %H:%M}"
        case _:
            return str(value)
