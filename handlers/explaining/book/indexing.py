"""The terms by which entries are found change with a release: a few entries at a time are made findable by the new."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from domain.explaining.features import VERSION
from domain.open import Due
from handlers.explaining.book.finding import make_findable
from handlers.explaining.book.ports import BookTransaction
from handlers.turn import Turn

AGAIN, NOTE = "book_terms", "entries.terms"
PORTION = 5
"""Entries in one act."""


def plan(turn: Turn[BookTransaction]) -> None:
    """At a start: nothing to do where all is found by the terms of this release, or there is nothing to be found."""
    if turn.tx.notes.get(NOTE) == str(VERSION):
        return
    if turn.tx.entries.after(0, 1):
        turn.tx.schedule.add(Due(AGAIN, NOTE, f"{VERSION}:0", turn.now))
    else:
        turn.tx.notes.set(NOTE, str(VERSION))


def again(turn: Turn[BookTransaction], due: Sequence[Due]) -> None:
    """The next portion, until all are done; an earlier release's rows are let go."""
    for row in due:
        version, _, number = row.slot.partition(":")
        entries = turn.tx.entries.after(int(number), PORTION) if version == str(VERSION) else ()
        for entry in entries:
            make_findable(turn, entry)
        if entries:
            turn.tx.schedule.add(Due(AGAIN, NOTE, f"{VERSION}:{entries[-1].number}", turn.now))
        elif version == str(VERSION):
            turn.tx.notes.set(NOTE, version)


TICKS: Mapping[str, Callable[[Turn[Any], Sequence[Due]], None]] = {AGAIN: again}
