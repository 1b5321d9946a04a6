"""What the heartbeat runs: everything that has fallen due, by the family that put it into the schedule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from domain.causes import caused_by
from domain.open import Due
from handlers import away, mailing
from handlers.family import Family
from handlers.lateness import RESTORED_AT, late_by, may_repeat
from handlers.turn import Turn


def tick(turn: Turn[Any], families: Sequence[Family], limit: int) -> Sequence[Due]:
    """Fires what is due (at most `limit` rows, the earliest first) and returns it; to be called until it is none.

    What several rows of one kind lead to goes by the name of the first.
    """
    handlers = {kind: run for family in families for kind, run in family.ticks.items()}
    handlers.update(away.ticks(families))
    handlers.update(mailing.ticks({name: kind for family in families for name, kind in family.mailings.items()}))
    due: Sequence[Due] = turn.tx.schedule.due(turn.now, limit)
    by_kind = sorted(due, key=lambda row: row.kind)
    restored_at = turn.tx.notes.get(RESTORED_AT) if due else None

    def alike(row: Due) -> tuple[str, int, bool]:
        return row.kind, late_by(row.due_at, turn.now), may_repeat(row.due_at, restored_at)

    for (kind, late, again), group in groupby(by_kind, key=alike):
        rows = list(group)
        with caused_by(rows[0].cause):
            handlers[kind](replace(turn, late_by=late, maybe_repeat=again), rows)
    return due
