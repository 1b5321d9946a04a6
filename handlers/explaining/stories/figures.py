"""Stories as a figure of the year, and the list behind it."""

from __future__ import annotations

from handlers.explaining.stories.page import AT_DOOR, line_in_list
from handlers.explaining.stories.ports import StoriesTransaction
from handlers.turn import Counted, Row, Turn, Year


def _count(turn: Turn[StoriesTransaction], year: Year) -> int:
    return turn.tx.stories.count_between(year.reach, year.from_at, year.until_at)


def _rows(turn: Turn[StoriesTransaction], year: Year, start: int, limit: int) -> list[Row]:
    found = turn.tx.stories.between(year.reach, year.from_at, year.until_at, limit, start)
    return [(line_in_list(turn, each, start + n), f"story:{each.id}") for n, each in enumerate(found, 1)]


FIGURES = {"stories": Counted(_count, _rows, AT_DOOR)}
