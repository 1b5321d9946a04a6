"""A spreadsheet that somebody sent, read in the child process and compared with the lists as they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import cast

from bot.crafts.tables import Table, Unreadable, is_workbook, read_csv, read_workbook
from bot.intake.columns import BOOK, NEEDS, OFFERS, PROJECTS, SHEETS, VENUES
from bot.intake.comparing_book import compare_book
from bot.intake.comparing_needs import compare_needs
from bot.intake.comparing_offers import compare_offers
from bot.intake.comparing_projects import compare_projects
from bot.intake.comparing_venues import compare_venues
from bot.intake.looking import Look, Reader
from bot.intake.rows import MODELS, BookRow, NeedRow, OfferRow, ProjectRow, VenueRow
from bot.roster.columns import SHEETS as ROSTER
from bot.roster.columns import Sheet
from bot.roster.entries import Row
from bot.roster.mistakes import Mistake
from bot.roster.reading import rows_of, sheet_called, sheet_with, sheets_of
from domain.listening.entry import Looked, Sort
from storage.reading import reading
from storage.transaction import Transaction

MOST_ROWS = 2_000
"""Rows of a sheet; a community's lists have some hundred."""
ROSTERS = ("grids", "members", "desks")
"""Sheets of the roster by which a file is known to be one."""
TOO_MANY = (
    f"表格里有{MOST_ROWS}多行，太长了：分成几张发，或者删掉末尾的空行",
    f"the sheet has more than {MOST_ROWS} rows: send it in parts, or delete the empty rows at its end",
)
IS_ROSTER = (
    "这是名册，不是清单表格：名册交给管机器人的人来装",
    "this is a roster and none of the lists: it is loaded by whoever runs the bot",
)
NO_LIST = (
    "里面没有「需求」「资源」「项目」「场所」「百事簿」这几张表，或者没有认识的表头",
    "it holds none of the sheets Needs, Offers, Projects, Venues and Answer book, or no titles that are known",
)


def read_lists(url: str, content: bytes, name: str, reader: Reader, now: datetime) -> Looked:
    """For the child process. Raises storage's errors."""
    try:
        tables = _tables(content, name)
    except Unreadable as error:
        return Looked(error.en if reader.language == "en" else error.zh)
    with reading(url, now) as tx:
        return _compared(tx, tables, reader)


def _tables(content: bytes, name: str) -> list[Table]:
    """Raises Unreadable."""
    if is_workbook(content):
        tables = read_workbook(content)
    else:
        table = read_csv(name, content)
        sheet = sheet_with(table, SHEETS)
        tables = [replace(table, name=sheet.title[0])] if sheet else []
    if any(sheet_called(table.name, [sheet]) for table in tables for sheet in ROSTER if sheet.key in ROSTERS):
        raise Unreadable(*IS_ROSTER)
    if not any(sheet_called(table.name, SHEETS) for table in tables):
        raise Unreadable(*NO_LIST)
    if any(len(table.rows) > MOST_ROWS for table in tables):
        raise Unreadable(*TOO_MANY)
    return tables


def _compared(tx: Transaction, tables: Sequence[Table], reader: Reader) -> Looked:
    look = Look(tx, reader)
    rows: dict[str, list[Row]] = {sheet.key: [] for sheet in SHEETS}
    for sheet, table in sheets_of(tables, SHEETS, look):
        rows[sheet.key] = list(rows_of(sheet, table, MODELS[sheet.key], look))
    projects = compare_projects(look, cast("list[ProjectRow]", rows[PROJECTS.key]))
    compare_needs(look, cast("list[NeedRow]", rows[NEEDS.key]), projects)
    compare_offers(look, cast("list[OfferRow]", rows[OFFERS.key]))
    compare_venues(look, cast("list[VenueRow]", rows[VENUES.key]))
    compare_book(look, cast("list[BookRow]", rows[BOOK.key]))
    if look.examples:
        look.remarks.append(Mistake("ignored_examples", {"n": look.examples}))
    order = list(Sort)
    entries = sorted(look.entries, key=lambda entry: order.index(entry.sort))
    mistakes = sorted(look.mistakes, key=_order)
    return Looked("", entries, dict(look.same), _said(mistakes, reader), _said(look.remarks, reader))


def _order(mistake: Mistake) -> tuple[int, int, int]:
    """As the eye goes through the workbook."""
    sheet = mistake.sheet
    if not isinstance(sheet, Sheet):
        return -1, 0, 0
    column = list(sheet.columns).index(mistake.column) if mistake.column else -1
    return list(SHEETS).index(sheet), mistake.row, column


def _said(mistakes: Sequence[Mistake], reader: Reader) -> list[str]:
    return list(dict.fromkeys(mistake.said(reader.language) for mistake in mistakes))
