"""Which file is what: a workbook, CSV, a district file or a map, told by what is in it and not by what it is called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from random import Random

from bot.crafts.maps import Borders, read_borders
from bot.crafts.tables import (
    DAMAGED,
    LARGEST,
    TOO_LARGE,
    Table,
    Unreadable,
    files_of,
    is_workbook,
    read_csv,
    read_workbook,
)
from bot.district import District, read_district
from bot.roster.assembling import assembled
from bot.roster.bordering import bordered
from bot.roster.cells import key_of
from bot.roster.columns import SHEETS
from bot.roster.lending import as_in_chat
from bot.roster.mistakes import Mistake, RosterMistakes
from bot.roster.reading import read_roster, sheet_called, sheet_with
from bot.roster.writing import Written
from handlers.texts.catalogue import TEXTS


@dataclass(slots=True)
class Sources:
    """What was found in the files that were given; `whole` when the sheets came as one, and none may be missing."""

    tables: list[Table] = field(default_factory=list)
    whole: bool = False
    districts: list[District] = field(default_factory=list)
    borders: list[Borders] = field(default_factory=list)
    digest: str = ""
    """SHA-256 of all that was read, hexadecimal."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The district as the files want it. `remarks` stop nobody."""

    district: District
    remarks: Sequence[Mistake] = ()


LISTS = ("lists.sheet_needs", "lists.sheet_projects")
OF_A_DESK = (
    "这是小板凳的清单表格，不是名册：由案头在聊天里发给机器人来收",
    "this is a table of the small bench's lists and no roster: a desk sends it to the bot in the chat",
)
EMPTY = District((), (), (), ())
WORKBOOKS = (".xlsx", ".xls", ".et", ".ods")
"""What is called so and holds neither workbook nor table was not saved to its end."""


def read_sources(paths: Sequence[Path], datum: str) -> Sources:
    """Raises RosterMistakes for files that cannot be read, Mistakes for a district file with errors."""
    sources, mistakes = Sources(), []
    for path in paths:
        try:
            _read(path, sources, datum)
        except Unreadable as error:
            mistakes.append(Mistake("file", {"what": (error.zh, error.en)}, file=path.name))
    if mistakes:
        raise RosterMistakes(mistakes)
    return sources


def _read(path: Path, sources: Sources, datum: str) -> None:
    if not path.exists():
        raise Unreadable(
            "没有这个文件，看看名字写全了没有，如 小板凳-名册.xlsx",
            "there is no such file; is the name complete, such as little-bench-roster.xlsx?",
        )
    files = files_of(path)
    if path.is_dir():
        sources.whole = True
        if not files:
            raise Unreadable("这个文件夹里没有 CSV", "there is no CSV in this folder")
    for file in files:
        if file.stat().st_size > LARGEST:
            raise Unreadable(*TOO_LARGE)
        content = file.read_bytes()
        sources.digest = sha256(sources.digest.encode() + content).hexdigest()
        if path.suffix.lower() == ".toml":
            sources.districts.append(read_district(path))
        elif is_workbook(content):
            sources.whole = True
            sources.tables += _no_lists(read_workbook(content))
        elif content.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{"):
            sources.borders.append(read_borders(content, datum))
        else:
            sources.tables.append(_named(read_csv(file.stem, content), file))


def _no_lists(tables: list[Table]) -> list[Table]:
    """Raises Unreadable for the lists that a desk keeps, of which one is called as a sheet of the roster is."""
    titles = [sheet_called(table.name) for table in tables]
    lists = {key_of(title) for key in LISTS for title in TEXTS[key]}
    if not any(sheet and not sheet.may_lack for sheet in titles) and any(key_of(t.name) in lists for t in tables):
        raise Unreadable(*OF_A_DESK)
    return tables


def _named(table: Table, file: Path) -> Table:
    """Under the title of its sheet, whatever the file is called."""
    sheet = sheet_called(table.name.rpartition("-")[2]) or sheet_with(table)
    if sheet is None and file.suffix.lower() in WORKBOOKS and all(len(row) < 2 for row in table.rows):
        raise Unreadable(*DAMAGED)
    if sheet is None:
        titles = "、".join(sheet.title[0] for sheet in SHEETS), ", ".join(sheet.title[1] for sheet in SHEETS)
        raise Unreadable(
            f"看不出是哪张表：文件名写成 {titles[0]} 之一", f"which sheet is it? Call the file one of {titles[1]}"
        )
    return replace(table, name=sheet.title[0])


def wanted(sources: Sources, before: District, chance: Random) -> Wanted:
    """What would be in force; a single CSV or a map alone leaves everything else as it is. Raises RosterMistakes."""
    district, remarks = before, []
    if sources.districts:
        district = sources.districts[-1]
    if sources.tables:
        roster = read_roster(sources.tables if sources.whole else _over(sources.tables, before))
        remarks += roster.remarks
        district = assembled(roster, before, chance)
    for borders in sources.borders:
        district, said = bordered(district, borders)
        remarks += said
    district, said = as_in_chat(district, before)
    return Wanted(district, [*remarks, *said])


def _over(tables: Sequence[Table], before: District) -> list[Table]:
    """These sheets instead of the same ones of the roster in force."""
    given = {table.name for table in tables}
    return [*tables, *(table for table in Written(before).tables() if table.name not in given)]
