"""What must be said in a database that was put back from a copy, before anybody works on it again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from domain.events import Event
from domain.messages import Op, Urgency
from storage.copying import COPY_OF
from storage.statements import Statements
from storage.transaction import Transaction
from storage.values import at_text

BENCH = "house:bench"
"""The subject of what happens to the installation as a whole."""
RESTORED = "BenchRestored"
REASON = "put back from a backup"


def settle(
    tx: Transaction, facts: Mapping[str, str | int | bool], numbers: Mapping[str, int], answers: Sequence[str]
) -> None:
    """Nothing that may have left since the copy was made leaves again unmarked, and no number is given again.

    `numbers` are the newest by day that somebody may hold, `answers` the kinds of work that send somebody something.
    """
    tx.statements.run("DELETE FROM notes WHERE name = :name", name=COPY_OF)
    _mark_letters(tx.statements, tx.now)
    for kind in answers:
        tx.statements.run(
            "UPDATE work SET state = 'dead', done_at = :now, reason = :reason"
            " WHERE kind = :kind AND state IN ('queued', 'working')",
            kind=kind, now=at_text(tx.now), reason=REASON,
        )  # fmt: skip
    for day, newest in numbers.items():
        tx.statements.run(
            """
            INSERT INTO matter_numbers (filed_on, newest) VALUES (:day, :newest)
            ON CONFLICT (filed_on) DO UPDATE SET newest = excluded.newest
                WHERE matter_numbers.newest < excluded.newest
            """,
            day=day, newest=newest,
        )  # fmt: skip
    tx.events.append(Event(BENCH, RESTORED, tx.now, facts=facts))


def _mark_letters(statements: Statements, now: datetime) -> None:
    """As for what may have arrived: of what cannot be done twice, only what somebody waits for goes again, marked.

    What is not due before now has not left.
    """
    values = {"now": at_text(now), "reason": REASON, "send": Op.SEND.value, "turn": int(Urgency.TURN)}
    statements.run(
        """
        UPDATE outbox SET state = 'unknown', done_at = :now, reason = :reason
        WHERE state IN ('queued', 'sending') AND due_at <= :now AND op = :send AND urgency > :turn
        """,
        **values,
    )
    statements.run(
        """
        UPDATE outbox SET state = 'queued', maybe_repeat = 1, holds = 0, reason = :reason
        WHERE state = 'sending' OR (state = 'queued' AND due_at <= :now)
        """,
        now=values["now"], reason=REASON,
    )  # fmt: skip
