"""Writes a spreadsheet to be filled in: titles that stay, remarks on them, choices, columns that keep their digits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

ROOM = 2000
"""Rows below those written that are set out as well: text stays text, choices are offered."""


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


def write_forms(path: Path, guide: tuple[str, Sequence[str]], forms: Sequence[Form]) -> None:
    """Writes the workbook: the guide (its name and lines; those beginning with "# " are headings), then the forms."""
    from xlsxwriter import Workbook

    with Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}) as book:
        plain: dict[str, object] = {"font_size": 11, "valign": "vcenter"}
        title: dict[str, object] = {"bold": True, "border": 1}
        formats = {
            "heading": book.add_format({"bold": True, "font_size": 14, "font_color": "#2b5d4b"}),
            "line": book.add_format({**plain, "text_wrap": True}),
            "needed": book.add_format({**plain, **title, "bg_color": "#2b5d4b", "font_color": "white"}),
            "title": book.add_format({**plain, **title, "bg_color": "#dce8e1"}),
            "example": book.add_format({**plain, "italic": True, "font_color": "#888888", "num_format": "@"}),
            "text": book.add_format({**plain, "num_format": "@"}),
            "cell": book.add_format(plain),
        }
        name, lines = guide
        first = book.add_worksheet(name)
        first.set_column(0, 0, 90)
        first.hide_gridlines(2)
        for number, line in enumerate(lines):
            heading = line.startswith("# ")
            first.write_string(number, 0, line.removeprefix("# "), formats["heading" if heading else "line"])
        for form in forms:
            _write_form(book.add_worksheet(form.name), form, formats)


def _write_form(sheet: Worksheet, form: Form, formats: Mapping[str, Format]) -> None:
    sheet.freeze_panes(1, 0)
    sheet.set_row(0, 24)
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
