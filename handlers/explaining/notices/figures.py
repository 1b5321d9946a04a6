"""Notices as a figure of the year, and the list behind it."""

from __future__ import annotations

from handlers.explaining.notices.page import AT_DOOR, line_in_list
from handlers.explaining.notices.ports import NoticesTransaction
from handlers.turn import Counted, Row, Turn, Year


def _count(turn: Turn[NoticesTransaction], year: Year) -> int:
    return turn.tx.notices.count_between(year.reach, year.from_at, year.until_at)


def _rows(turn: Turn[NoticesTransaction], year: Year, start: int, limit: int) -> list[Row]:
    found = turn.tx.notices.between(year.reach, year.from_at, year.until_at, limit, start)
    return [(line_in_list(turn, each, start + n), f"notice:{each.id}") for n, each in enumerate(found, 1)]


FIGURES = {"notices": Counted(_count, _rows, AT_DOOR)}
