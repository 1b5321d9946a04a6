"""Copies handed out as a figure of the year, and the visits on which that was."""

from __future__ import annotations

from domain.phrases import phrase
from handlers.explaining.flyers.ports import FlyersTransaction
from handlers.listening.visits.looking import line_of
from handlers.turn import Counted, Row, Turn, Year


def _count(turn: Turn[FlyersTransaction], year: Year) -> int:
    return turn.tx.visits.yielded(year.reach, year.from_at, year.until_at).flyers


def _rows(turn: Turn[FlyersTransaction], year: Year, start: int, limit: int) -> list[Row]:
    found = turn.tx.visits.between(year.reach, year.from_at, year.until_at, limit=limit, offset=start, with_flyers=True)
    return [
        (phrase("flyer.year_line", visit=line_of(turn, each, start + n), n=each.flyers), f"visit:{each.id}")
        for n, each in enumerate(found, 1)
    ]


FIGURES = {"flyers": Counted(_count, _rows)}
