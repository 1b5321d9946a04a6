"""The look at what must hold after every step; what nothing has happened to since is not reckoned again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from domain.matters.life import differs
from domain.matters.matter import Matter
from domain.matters.replay import strays
from handlers.digests.schedule import DIGEST
from handlers.duty.service import SERVICE
from handlers.duty.sweep import SWEEP
from handlers.matters.unowned import unowned
from handlers.safety.tidying import TIDY
from handlers.turn import Turn
from storage.matters import matter_of
from storage.statements import Row
from storage.transaction import Transaction
from tests.stories.watch import helping_in_vain, told_in_groups

RECURRING = {DIGEST, SERVICE, SWEEP, TIDY}
"""Kinds of the schedule of which one is always to come."""


class Looking:
    def __init__(self) -> None:
        self._known: dict[str, tuple[Matter, int]] = {}

    def at(self, turn: Turn[Any]) -> list[str]:
        """Whatever does not hold, a line for each."""
        return [*unowned(turn), *self._replayed(turn), *helping_in_vain(turn), *told_in_groups(turn)]

    def _replayed(self, turn: Turn[Any]) -> list[str]:
        """How matters stand, and their deadlines and promises, where that is not what their own events say."""
        found = []
        for row, length in _all(turn.tx):
            matter = matter_of(row)
            now = (matter, length)
            if self._known.get(matter.id) != now:
                self._known[matter.id] = now
                history = turn.tx.events.of(matter.subject)
                wrong = [*strays(matter, history), *differs(matter, history, turn.house.clocks)]
                found += [f"{matter.number} {line}" for line in wrong]
        return found


def _all(tx: Transaction) -> Sequence[tuple[Row, int]]:
    """Every matter with how many events it has."""
    counted = tx.statements.all("SELECT subject, MAX(seq) AS n FROM events GROUP BY subject")
    lengths = {row["subject"]: int(row["n"]) for row in counted}
    return [(row, lengths.get(f"matter:{row['id']}", 0)) for row in tx.statements.all("SELECT * FROM matters")]


def at_the_end(tx: Transaction) -> Sequence[str]:
    """What is looked at once: the chains of events, and nothing that is due was left lying."""
    broken = [subject for subject in tx.events.subjects(limit=10_000) if tx.events.broken(subject) is not None]
    due = [f"{row.kind} of {row.subject} left lying" for row in tx.schedule.due(tx.now, 10)]
    depth = {state: n for state, n in tx.outbox.depth().items() if state == "sending"}
    rows = tx.statements.all("SELECT DISTINCT kind FROM schedule WHERE state = 'waiting'")
    stopped = [f"no {kind} is coming any more" for kind in sorted(RECURRING - {row["kind"] for row in rows})]
    return [*broken, *due, *stopped, *([f"outbox: {depth}"] if depth else [])]
