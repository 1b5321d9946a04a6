"""Writes a spreadsheet to be filled in: titles that stay, remarks on them, choices, columns that keep their digits."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

ROOM = 2000
"""Rows below those written that are set out as well: text stays text, choices are offered."""
GUIDE_WIDTH = 76
"""Of the guide's only column, in Latin characters (a Chinese one takes two): as wide as a page of paper."""
_LINE, _HEADING = 19, 32
"""Heights in points: of one line of text, and of a heading with air above it."""
_A4 = 9


@dataclass(frozen=True, slots=True)
class FormColumn:
    """`about` shows when the pointer rests on the title; `needed` ones stand out; `as_text` keeps 0931 and 1-6."""

    title: str
    about: str
    width: int
    needed: bool = False
    as_text: bool = False
    choices: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """One sheet. `examples` stand above the rows, in grey."""

    name: str
    columns: Sequence[FormColumn]
    rows: Sequence[Sequence[str]] = ()
    examples: Sequence[Sequence[str]] = ()


def write_forms(target: Path | BinaryIO, guide: tuple[str, Sequence[str]], forms: Sequence[Form]) -> None:
    """Writes the workbook: the guide (its name and lines; those beginning with "# " are headings), then the forms.

    Raises OSError, after which there is no file rather than half of one.
    """
    from xlsxwriter import Workbook

    plain_words = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with BytesIO() as content:
        with Workbook(content, {"in_memory": True, **plain_words}) as book:
            _write_book(book, guide, forms)
        if not isinstance(target, Path):
            target.write(content.getvalue())
            return
        try:
            target.write_bytes(content.getvalue())
        except OSError:
            target.unlink(missing_ok=True)
            raise


def _write_book(book: Workbook, guide: tuple[str, Sequence[str]], forms: Sequence[Form]) -> None:
    plain: dict[str, object] = {"font_size": 11, "valign": "vcenter"}
    title: dict[str, object] = {"bold": True, "border": 1}
    formats = {
        "heading": book.add_format({"bold": True, "font_size": 14, "font_color": "#2b5d4b", "valign": "vcenter"}),
        "line": book.add_format({**plain, "text_wrap": True, "valign": "top"}),
        "needed": book.add_format({**plain, **title, "bg_color": "#2b5d4b", "font_color": "white"}),
        "title": book.add_format({**plain, **title, "bg_color": "#dce8e1"}),
        "example": book.add_format({**plain, "italic": True, "font_color": "#888888", "num_format": "@"}),
        "text": book.add_format({**plain, "num_format": "@"}),
        "cell": book.add_format(plain),
    }
    _write_guide(book.add_worksheet(guide[0]), guide[1], formats)
    for form in forms:
        _write_form(book.add_worksheet(form.name), form, formats)


def _write_guide(sheet: Worksheet, lines: Sequence[str], formats: Mapping[str, Format]) -> None:
    """Each row is made as high as its text: not every spreadsheet program does that by itself."""
    sheet.set_column(0, 0, GUIDE_WIDTH)
    sheet.hide_gridlines(2)
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    for number, line in enumerate(lines):
        heading = line.startswith("# ")
        rows = -(-_width(line) // (GUIDE_WIDTH - 2))
        sheet.set_row(number, _HEADING if heading else rows * _LINE)
        sheet.write_string(number, 0, line.removeprefix("# "), formats["heading" if heading else "line"])


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _write_form(sheet: Worksheet, form: Form, formats: Mapping[str, Format]) -> None:
    sheet.freeze_panes(1, 0)
    sheet.set_row(0, 24)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    for place, column in enumerate(form.columns):
        sheet.set_column(place, place, column.width, formats["text" if column.as_text else "cell"])
        sheet.write_string(0, place, column.title, formats["needed" if column.needed else "title"])
        sheet.write_comment(0, place, column.about, {"x_scale": 2, "font_size": 10})
        if column.choices:
            # a suggestion: other spellings are understood as well
            sheet.data_validation(
                1, place, ROOM, place,
                {"validate": "list", "source": list(column.choices), "ignore_blank": True, "error_type": "information"},
            )  # fmt: skip
    for number, row in enumerate(form.examples, 1):
        for place, value in enumerate(row):
            sheet.write_string(number, place, value, formats["example"])
    for number, row in enumerate(form.rows, 1 + len(form.examples)):
        for place, value in enumerate(row):
            if value:
                sheet.write_string(number, place, value, formats["text"])
