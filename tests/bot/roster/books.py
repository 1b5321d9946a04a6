"""A small sound roster as a volunteer would fill it in, and ways to spoil it."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from bot.district import District
from bot.roster.mistakes import RosterMistakes
from bot.roster.sources import EMPTY, Wanted, read_sources, wanted

Spoil = Callable[[Workbook], object]
Value = str | int | float | bool | date | None
ROWS: dict[str, list[list[Value]]] = {
    "网格": [
        ["区", "街道", "社区", "网格", "别的叫法", "英文名", "代码"],
        ["", "河湾街道", "桃源社区", "桃源一网格", "老粮站", "", ""],
        ["", "河湾街道", "桃源社区", "桃源二网格", "", "", ""],
    ],
    "小区和楼": [
        ["社区", "网格", "小区", "楼", "别的叫法", "英文名", "代码"],
        ["", "桃源一网格", "桃源里", "1-3号楼", "", "", ""],
        ["", "桃源二网格", "槐树巷", "6号楼", "", "", ""],
    ],
    "委员": [
        ["姓名", "电话", "社区", "主责网格", "副手网格", "英文名", "代码"],
        ["王芳", "13800000001", "", "桃源一网格", "桃源二网格", "", ""],
        ["张伟", 13800000002, "", "桃源二网格", "桃源一网格", "", ""],
    ],
    "值班": [
        ["姓名", "电话", "管哪里", "星期几", "英文名", "代码"],
        ["马丽", "0931-5550100", "桃源社区、河湾街道", "", "", ""],
    ],
    "说事点": [
        ["名称", "社区", "在哪里", "英文名", "代码"],
        ["桃源里东门", "", "桃源一网格", "", ""],
    ],
}


def book(folder: Path, *spoils: Spoil, name: str = "名册.xlsx") -> Path:
    """The sound roster with something done to it, saved."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    for title, rows in ROWS.items():
        sheet: Worksheet = workbook.create_sheet(title)
        for row in rows:
            sheet.append(row)
    for spoil in spoils:
        spoil(workbook)
    path = folder / name
    workbook.save(path)
    return path


def put(sheet: str, place: str, value: Value) -> Spoil:
    """Writes one cell."""

    def spoil(workbook: Workbook) -> None:
        workbook[sheet][place] = value

    return spoil


def add(sheet: str, *cells: Value) -> Spoil:
    """One more row."""
    return lambda workbook: workbook[sheet].append(list(cells))


def table(folder: Path, sheet: str, *, encoding: str = "utf-8-sig", name: str = "") -> Path:
    """One sheet of the sound roster as CSV."""
    path = folder / f"{name or sheet}.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows(ROWS[sheet])
    return path


def read(*paths: Path, before: District = EMPTY, datum: str = "WGS-84") -> Wanted:
    return wanted(read_sources(paths, datum), before, Random(len(before.areas)))


def said(*paths: Path, before: District = EMPTY, language: str = "zh") -> list[str]:
    """The mistakes of these files, none when they are sound."""
    try:
        read(*paths, before=before)
    except RosterMistakes as mistakes:
        return mistakes.said(language)
    return []
