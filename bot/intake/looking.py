"""What comparing a sheet with the lists has at hand, and what it leaves behind: entries, mistakes, what is the same."""

from __future__ import annotations

import hashlib
from base64 import b32encode
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.intake.columns import BOOK, NEEDS, PROJECTS, VENUES
from bot.intake.places import People, Places
from bot.intake.rows import one_line
from bot.roster.cells import Wrong
from bot.roster.columns import Sheet
from bot.roster.entries import Row
from bot.roster.mistakes import Mistake
from domain.listening.entry import Entry, Sort
from domain.reach import Reach
from handlers.explaining.book import parts
from handlers.listening import needs, offering, steps
from handlers.listening.visits import venues
from storage.transaction import Transaction

AT_ONCE = 500
LONGEST: Mapping[tuple[str, str], int] = {
    **{(NEEDS.key, column): most for column, most in (("words", needs.LONGEST), ("result", 500))},
    **{(PROJECTS.key, column): most for column, most in (("words", 60), ("step", steps.LONGEST), ("result", 500))},
    **{(BOOK.key, column): most for column, most in parts.LONGEST.items()},
    (VENUES.key, "name"): venues.LONGEST,
}
MOST = offering.LONGEST
"""Letters that may be written anew, by sheet and column, and in any other; what stands longer may stay."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reader:
    """Who gave the sheet, and where she keeps the lists: ids of areas; `sheet_id` names the sheet itself."""

    person_id: str
    areas: tuple[str, ...]
    language: str
    zone: str
    sheet_id: str


@dataclass(slots=True)
class Look:
    tx: Transaction
    reader: Reader
    mistakes: list[Mistake] = field(default_factory=list)
    remarks: list[Mistake] = field(default_factory=list)
    examples: int = 0
    entries: list[Entry] = field(default_factory=list)
    same: Counter[str] = field(default_factory=Counter)
    """Rows that change nothing, by the sheet's key."""
    _bad: set[tuple[str, int, str]] = field(default_factory=set)
    _counted: int = 0
    """Sheets, rows and columns ("" for any) in which something is wrong, as far as the mistakes have been counted."""
    places: Places = field(init=False)
    people: People = field(init=False)

    def __post_init__(self) -> None:
        tree = self.tx.areas.tree()
        self.places = Places(tree, self.reader.areas)
        self.people = People(self.tx, tree, self.reader.areas)

    @property
    def reach(self) -> Reach:
        return Reach(self.reader.areas)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.reader.zone)

    @property
    def today(self) -> date:
        return self.tx.now.astimezone(self.zone).date()

    def name(self, person_id: str) -> str:
        """As the table writes it."""
        return one_line(self.tx.people.get(person_id).called(self.reader.language)) if person_id else ""

    def place(self, area_id: str) -> str:
        return one_line(self.places.written(area_id, self.reader.language))

    def new_id(self, sort: Sort, line: int) -> str:
        """The same for the same row of the same sheet, so that taking it twice makes one thing."""
        said = hashlib.sha256(f"{self.reader.sheet_id}|{sort}|{line}".encode()).digest()
        return b32encode(said[:10]).decode().lower()

    def wrong(self, sheet: Sheet, row: Row, column: str, key: str, /, **values: object) -> None:
        """Of one cell the first thing is said."""
        if not self._is_bad(sheet, row, column):
            self.mistakes.append(Mistake(key, values, sheet, row.line, sheet.column(column)))

    def _is_bad(self, sheet: Sheet, row: Row, column: str = "") -> bool:
        for mistake in self.mistakes[self._counted :]:
            if mistake.sheet:
                named = {mistake.column.key} if mistake.column else set()
                self._bad |= {(mistake.sheet.key, mistake.row, each) for each in ("", *named)}
        self._counted = len(self.mistakes)
        return (sheet.key, row.line, column) in self._bad

    def sound(self, sheet: Sheet, row: Row) -> bool:
        """Whether nothing is wrong with the row so far."""
        return not self._is_bad(sheet, row)

    def found(self, sheet: Sheet, row: Row, column: str, find: Callable[[str], str], said: str) -> str:
        """What `find` finds; "" with a mistake where it raises Wrong."""
        try:
            return find(said)
        except Wrong as wrong:
            self.wrong(sheet, row, column, wrong.key, **wrong.values)
            return ""

    def twice(self, sheet: Sheet, row: Row, column: str, first: int) -> None:
        """The same thing stands in the `first` row already: written anew, or copied with its code."""
        if row.code:
            self.wrong(sheet, row, "code", "code_twice", row=first)
        else:
            self.wrong(sheet, row, column, "list_twice", value=getattr(row, column), row=first)

    def where(self, sheet: Sheet, row: Row) -> str:
        if self.reader.language == "en":
            return f"{sheet.title[1]} row {row.line}"
        return f"{sheet.title[0]} 第{row.line}行"


@dataclass(slots=True)
class Changes:
    """What a row says otherwise than it stands, field by field."""

    look: Look
    sheet: Sheet
    row: Row
    fields: dict[str, str] = field(default_factory=dict)
    was: dict[str, str] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)

    def note(self, name: str, column: str, value: str, was: str, written: str = "", before: str = "") -> None:
        """`written` is how the sheet says it, `before` how it said it as it stood; "" where that is `value`, `was`."""
        if len(value) > (most := LONGEST.get((self.sheet.key, column), MOST)):
            self.look.wrong(self.sheet, self.row, column, "long", n=len(value), most=most)
        self.fields[name], self.was[name] = value, was
        written, before = written or value, before or was
        english = self.look.reader.language == "en"
        title = self.sheet.column(column).title[english]
        changed = f"{before} → {written or '—'}" if before else written
        self.told.append(f"{title}{': ' if english else '：'}{changed}")

    def entry(self, sort: Sort, id: str, line: str, *, new: bool) -> None:
        """Keeps it, unless nothing changes."""
        if not self.fields:
            self.look.same[self.sheet.key] += 1
            return
        told = "" if new else ("; " if self.look.reader.language == "en" else "；").join(self.told)
        where = self.look.where(self.sheet, self.row)
        self.look.entries.append(Entry(sort, id, line, where, self.fields, {} if new else self.was, new, told))


def every(page: Callable[[int], Sequence[T]]) -> Iterator[T]:
    """Portion by portion."""
    offset = 0
    while rows := page(offset):
        yield from rows
        offset += len(rows)
