"""Which need, venue or entry of the book a row names: by its code, or by its words in its area."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from bot.intake.looking import Look
from bot.intake.rows import BookRow, NeedRow, VenueRow
from bot.roster.cells import key_of
from bot.roster.columns import Sheet
from domain.explaining.entry import Entry
from domain.listening.need import Need
from domain.listening.venue import Venue

R = TypeVar("R", NeedRow, VenueRow, BookRow)
K = TypeVar("K", Need, Venue, Entry)


def named(
    look: Look, sheet: Sheet, column: str, rows: Iterable[R], known: Mapping[str, K], words_of: Callable[[K], str]
) -> Iterator[tuple[R, K | None, str]]:
    """Each row with what it names (None: it is new) and the id of its area; what cannot be told is a mistake.

    `column` holds the words. What has none of its own ("" of `words_of`) is known by its code alone; of several alike
    the first is meant.
    """
    alike: dict[tuple[str, str], K] = {}
    for each in known.values():
        if words := words_of(each):
            alike.setdefault((each.area_id, key_of(words)), each)
    lines: dict[str, int] = {}
    for row in rows:
        if row.code and row.code not in known:
            look.wrong(sheet, row, "code", "code_unknown", value=row.code)
            continue
        kept = known.get(row.code)
        area_id = kept.area_id if kept else ""
        if kept is None or (row.area and row.area != look.place(kept.area_id)):
            area_id = look.found(sheet, row, "area", look.places.found, row.area)
        if not area_id:
            continue
        key = key_of(getattr(row, column))
        if kept is None:
            kept = alike.get((area_id, key))
        first = lines.setdefault(kept.id if kept else f"{area_id} {key}", row.line)
        if first == row.line:
            yield row, kept, area_id
        else:
            look.twice(sheet, row, column, first)
