"""Whatever stands in the cells, a roster is either sound and stays the same when written out, or told what to mend."""

from __future__ import annotations

from datetime import date, time, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.crafts.tables import Cell, Table
from bot.roster.changes import changes
from bot.roster.mistakes import RosterMistakes
from bot.roster.sources import EMPTY, Sources, wanted
from bot.roster.writing import Written
from tests.bot.roster.books import ROWS

WORDS = """
王芳 桃源一网格 桃源二网格③ 13800000001 示例 ① (3) 3号楼 1-99号楼 零 百号楼 0号楼 1-1-1 每天 、、
=1 '=1 <b> {value} +86 0086
"""
ODD: list[Cell] = [
    *WORDS.split(), *("", " ", "\n", "\u202e", "（2）", "p123", "😀", "\ud83d", "x" * 70),
    13800000001.0, 1.5, 1e20, True, date(2026, 1, 1), time(1), timedelta(1),
]  # fmt: skip
SPOTS = [(s, r, c) for s, rows in ROWS.items() for r in range(1, len(rows) + 1) for c in range(len(rows[0]))]
CELLS = st.one_of(st.sampled_from(ODD), st.text(max_size=12), st.floats(allow_nan=False, allow_infinity=False))


@settings(max_examples=120, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(SPOTS), CELLS), max_size=3))
def test_sound_and_stable_or_told(edits: list[tuple[tuple[str, int, int], Cell]]) -> None:
    sheets: dict[str, list[list[Cell]]] = {
        name: [["" if cell is None else cell for cell in row] for row in rows] for name, rows in ROWS.items()
    }
    for (name, row, column), cell in edits:
        rows = sheets[name]
        if row == len(rows):
            rows.append([""] * len(rows[0]))
        rows[row][column] = cell
    sources = Sources([Table(*sheet) for sheet in sheets.items()], whole=True)
    told, district = [[""], [""]], EMPTY
    try:
        district = wanted(sources, EMPTY, Random(1)).district
    except RosterMistakes as found:
        told = [found.said(language) for language in ("zh", "en")]
    assert len(told[0]) == len(told[1]) > 0
    for half in (0, 1) if district.areas else ():
        again = wanted(Sources(Written(district, half).tables(), whole=True), district, Random(2)).district
        assert not changes(district, again)
