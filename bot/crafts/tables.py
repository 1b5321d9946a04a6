"""Tables as people keep them: XLSX of Excel and WPS, and CSV in the encodings these save, read into plain cells."""

from __future__ import annotations

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from html import unescape
from pathlib import Path

Cell = str | float | bool | date | datetime | time | timedelta
Place = tuple[int, int]
"""(row, column), both counted from 0."""

LARGEST = 100_000_000
"""Bytes that a file may have, and a workbook may unpack to; no table of a district comes near."""
A_BIT = 1 << 16
WIDEST, LONGEST = 200, 50_000
OLD_FILE = b"\xd0\xcf\x11\xe0"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SHEET = re.compile(r'<sheet\b[^>]*?\bname="([^"]*)"[^>]*?\br:id="([^"]*)"')
_RELATION = re.compile(r"<Relationship\b[^>]*>")
_CELL = re.compile(rb'<c\b[^>]*?\br="([A-Z]+)(\d+)"([^>]*?)(?:/>|>(.*?)</c>)', re.DOTALL)
_PLACE = re.compile(rb"""<(?:\w+:)?c\b[^>]*?\br\s*=\s*["']([A-Z]+)(\d+)["']""")
_VALUE = re.compile(rb"<v\b[^>]*>(.*?)</v>|<is>", re.DOTALL)


class Unreadable(Exception):
    """A file that holds no table; `zh` and `en` say what to do about it."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh, self.en = zh, en


DAMAGED = (
    "文件打不开，可能没存完或坏了：用 Excel 或 WPS 打开，另存为 .xlsx 再试",
    "the file cannot be opened, it may be damaged: open it in Excel or WPS and save it as .xlsx again",
)
LOCKED = (
    "文件设了密码：在 Excel 或 WPS 里去掉密码，另存一份再试",
    "the file has a password: take the password off in Excel or WPS and save it again",
)
OLD = (
    "这是老格式（.xls 或 .et），改名没有用：用 Excel 或 WPS 打开，另存为「Excel 工作簿 .xlsx」",
    "this is the old format (.xls or .et), renaming does not change it: open it and save it as Excel workbook .xlsx",
)
TOO_LARGE = (
    "文件太大了：看看是不是选错了，或者表格末尾有许多空行空列，删掉再存",
    "the file is too large: is it the right one? Or delete the empty rows and columns at a sheet's end",
)
NO_TEXT = (
    "看不懂这个文件的文字：用 Excel 或 WPS 打开，另存为 .xlsx 或「CSV UTF-8」",
    "the letters of this file cannot be read: open it in Excel or WPS and save it as .xlsx or as CSV UTF-8",
)


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet. `rows` are as long as they are; `faults` are cells that show an error or hold no value yet."""

    name: str
    rows: Sequence[Sequence[Cell]]
    faults: Mapping[Place, str] = field(default_factory=dict)
    merged: Sequence[tuple[Place, Place]] = ()


def is_workbook(head: bytes) -> bool:
    """By its first bytes, whatever it is called; raises Unreadable for what Excel made but we cannot read."""
    return head.startswith((b"PK", OLD_FILE))


def read_workbook(content: bytes) -> list[Table]:
    """The visible and hidden sheets in order. Raises Unreadable."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    if content.startswith(OLD_FILE):
        raise Unreadable(*(LOCKED if ENCRYPTED in content else OLD))
    try:
        content = _unpacked(content)
        faults = _faults(content)
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            return [_table(name, book.get_sheet_by_name(name), faults.get(name, {})) for name in book.sheet_names]
    except PasswordError:
        raise Unreadable(*LOCKED) from None
    except (CalamineError, zipfile.BadZipFile, zlib.error, KeyError, ValueError, OSError, RuntimeError, EOFError):
        raise Unreadable(*DAMAGED) from None


def _table(name: str, sheet: object, faults: Mapping[Place, str]) -> Table:
    from python_calamine import CalamineSheet

    assert isinstance(sheet, CalamineSheet)
    rows = sheet.to_python(skip_empty_area=False)
    return Table(name, rows, faults, tuple(sheet.merged_cell_ranges or ()))


def _unpacked(content: bytes) -> bytes:
    """The same workbook without compression, so that whoever reads it cannot be made to fill the memory.

    What an archive says of its sizes may be a lie: of each part no more is unpacked than it says, a bit at a time.
    """
    plain = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as packed, zipfile.ZipFile(plain, "w") as unpacked:
        if sum(entry.file_size for entry in packed.infolist()) > LARGEST:
            raise Unreadable(*TOO_LARGE)
        for name in dict.fromkeys(packed.namelist()):
            with packed.open(name) as part, unpacked.open(name, "w") as target:
                while piece := part.read(A_BIT):
                    target.write(piece)
    return plain.getvalue()


def _faults(content: bytes) -> dict[str, dict[Place, str]]:
    """By sheet, the cells that show an error (#REF!) or hold a formula that nobody has computed."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        targets = {}
        for relation in _RELATION.findall(archive.read("xl/_rels/workbook.xml.rels").decode()):
            found = dict(re.findall(r'\b(Id|Target)="([^"]*)"', relation))
            targets[found["Id"]] = found["Target"]
        sheets = _SHEET.findall(archive.read("xl/workbook.xml").decode())
        return {unescape(name): _faults_of(archive.read(_inside(targets[id]))) for name, id in sheets}


def _inside(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _faults_of(xml: bytes) -> dict[Place, str]:
    if any(int(number) > LONGEST or _column(letters) >= WIDEST for letters, number in _PLACE.findall(xml)):
        raise Unreadable(*TOO_LARGE)
    faults: dict[Place, str] = {}
    for letters, number, attributes, inside in _CELL.findall(xml):
        row, column = int(number) - 1, _column(letters)
        value = _VALUE.search(inside)
        if b't="e"' in attributes:
            faults[row, column] = value[1].decode() if value and value[1] else "#?"
        elif b"<f" in inside and not (value and value[0] and value[1]):
            faults[row, column] = "="
    return faults


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def read_csv(name: str, content: bytes) -> Table:
    """UTF-8 with or without a mark, GB18030 as Excel in China saves it, or UTF-16 with tabs. Raises Unreadable."""
    text = _decoded(content)
    first = text.partition("\n")[0]
    delimiter = max(",;\t，", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        raise Unreadable(*NO_TEXT) from None
    if len(rows) > LONGEST:
        raise Unreadable(*TOO_LARGE)
    return Table(name, rows)


def _decoded(content: bytes) -> str:
    encodings = ("utf-16",) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Unreadable(*NO_TEXT)


def files_of(path: Path) -> list[Path]:
    """The file itself, or the CSV files of a folder in order of their names."""
    if not path.is_dir():
        return [path]
    return sorted(file for file in path.iterdir() if file.suffix.lower() == ".csv" and not file.name.startswith("."))
