"""The look at what must hold after every step; what nothing has happened to since is not reckoned again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from domain.matters.life import differs
from domain.matters.matter import Matter
from handlers.matters.unowned import unowned
from handlers.turn import Turn
from storage.transaction import Transaction
from tests.stories.watch import helping_in_vain, told_in_groups


class Looking:
    def __init__(self) -> None:
        self._known: dict[str, tuple[Matter, int]] = {}

    def at(self, turn: Turn[Any]) -> list[str]:
        """Whatever does not hold, a line for each."""
        return [*unowned(turn), *self._clocks(turn), *helping_in_vain(turn), *told_in_groups(turn)]

    def _clocks(self, turn: Turn[Any]) -> list[str]:
        """Deadlines and promises that are not what the matter's own events say."""
        found = []
        for matter in turn.tx.matters.in_hand():
            now = (matter, _length(turn.tx, matter.subject))
            if self._known.get(matter.id) != now:
                self._known[matter.id] = now
                history = turn.tx.events.of(matter.subject)
                found += [f"{matter.number} {line}" for line in differs(matter, history, turn.house.clocks)]
        return found


def _length(tx: Transaction, subject: str) -> int:
    row = tx.statements.one("SELECT MAX(seq) AS n FROM events WHERE subject = :subject", subject=subject)
    return int(row["n"] or 0) if row else 0


def at_the_end(tx: Transaction) -> Sequence[str]:
    """What is looked at once: the chains of events, and nothing that is due was left lying."""
    broken = [subject for subject in tx.events.subjects(limit=10_000) if tx.events.broken(subject) is not None]
    due = [f"{row.kind} of {row.subject} left lying" for row in tx.schedule.due(tx.now, 10)]
    depth = {state: n for state, n in tx.outbox.depth().items() if state == "sending"}
    return [*broken, *due, *([f"outbox: {depth}"] if depth else [])]
