"""Whether every promise that moves is told before all is at rest: by a message to its resident, or by her card."""

from __future__ import annotations

from datetime import datetime

from storage.transaction import Transaction


class Promises:
    """`owed` holds the matters whose promise has moved, with the newest message there was before it did."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[int, datetime]] = {}
        self.owed: dict[str, int] = {}

    def look(self, tx: Transaction, before: int) -> None:
        """After an act; `before` is the newest message that there was before it.

        On PostgreSQL an act beside this one may not see yet what another has just moved: with fewer events than are
        known of a matter, it reads an older promise, which says nothing. Events are counted before matters are read.
        """
        happened = _happened(tx)
        for matter in tx.matters.in_hand():
            seen = happened.get(matter.subject, 0)
            known, promise_at = self._known.setdefault(matter.id, (seen, matter.promise_at))
            if seen < known:
                continue
            self._known[matter.id] = (seen, matter.promise_at)
            if promise_at != matter.promise_at:
                self.owed[matter.id] = before
        for matter_id, since in list(self.owed.items()):
            matter = tx.matters.get(matter_id)
            addresses = tx.people.addresses(matter.reporter_id)
            done = tx.supporters.lead(matter.follows) if matter.follows else matter
            over = not (matter.in_hand and done.in_hand)
            if over or not addresses or any(_written(tx, each.account, since) for each in addresses):
                self.owed.pop(matter_id, None)  # on PostgreSQL another act may have looked meanwhile


def _happened(tx: Transaction) -> dict[str, int]:
    """How many events each subject has."""
    rows = tx.statements.all("SELECT subject, COUNT(*) AS n FROM events GROUP BY subject")
    return {row["subject"]: int(row["n"]) for row in rows}


def newest(tx: Transaction) -> int:
    row = tx.statements.one("SELECT MAX(number) AS n FROM outbox")
    return int(row["n"] or 0) if row else 0


def _written(tx: Transaction, account: str, since: int) -> bool:
    row = tx.statements.one(
        "SELECT 1 AS found FROM outbox WHERE account = :account AND number > :since LIMIT 1",
        account=account, since=since,
    )  # fmt: skip
    return row is not None
