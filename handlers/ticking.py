"""What the heartbeat runs: everything that has fallen due, by the family that put it into the schedule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from handlers import away
from handlers.family import Family
from handlers.lateness import late_by
from handlers.turn import Turn


def tick(turn: Turn[Any], families: Sequence[Family], limit: int) -> int:
    """Fires what is due (at most `limit` rows, the earliest first) and says how many; to be called until it is none."""
    handlers = {kind: run for family in families for kind, run in family.ticks.items()}
    handlers.update(away.ticks(families))
    due = turn.tx.schedule.due(turn.now, limit)
    by_kind = sorted(due, key=lambda row: row.kind)
    for (kind, late), rows in groupby(by_kind, key=lambda row: (row.kind, late_by(row.due_at, turn.now))):
        handlers[kind](replace(turn, late_by=late), list(rows))
    return len(due)
