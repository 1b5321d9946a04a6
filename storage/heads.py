"""The head of every chain: by these a copy proves to be whole, and a database to have gone on from that copy."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from storage.events import Broken
from storage.statements import Statements
from storage.transaction import Transaction
from storage.values import at_value_or_none

DAYS = 8
"""Of so many days the newest number is known; nobody waits longer to put a copy back, or it is no matter."""


@dataclass(frozen=True, slots=True, order=True)
class Head:
    """The last event of one subject."""

    subject: str
    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class Heads:
    """All of them in a few words: `digest` is over every head, `numbers` the newest number of each of the last days.

    Days are written in ISO form; `newest_at` is None where nothing ever happened.
    """

    subjects: int
    events: int
    digest: str
    newest_at: datetime | None
    numbers: Mapping[str, int] = field(default_factory=dict)


def heads_in(tx: Transaction, page: int = 1000) -> Iterator[Sequence[Head]]:
    """Page by page, so that a bar can show how it goes on."""
    after = ""
    while True:
        rows = tx.statements.all(
            """
            SELECT events.subject, events.seq, events.hash FROM events JOIN (
                SELECT subject, MAX(seq) AS seq FROM events WHERE subject > :after
                GROUP BY subject ORDER BY subject LIMIT :page
            ) AS last ON last.subject = events.subject AND last.seq = events.seq
            ORDER BY events.subject
            """,
            after=after, page=page,
        )  # fmt: skip
        if not rows:
            return
        yield [Head(row["subject"], row["seq"], row["hash"]) for row in rows]
        after = rows[-1]["subject"]


def summed_up(tx: Transaction, heads: Iterable[Head]) -> Heads:
    """Of this database, whose heads these are."""
    ordered = sorted(heads)
    digest = hashlib.sha256("".join(f"{h.subject} {h.seq} {h.hash}\n" for h in ordered).encode()).hexdigest()
    newest_at = at_value_or_none(_one(tx.statements, "SELECT MAX(at) AS n FROM events"))
    numbers = tx.statements.all("SELECT filed_on, newest FROM matter_numbers ORDER BY filed_on DESC LIMIT :n", n=DAYS)
    given = {row["filed_on"]: int(row["newest"]) for row in numbers}
    return Heads(len(ordered), sum(head.seq for head in ordered), digest, newest_at, given)


def newest_at(tx: Transaction) -> datetime | None:
    """When something last happened."""
    return at_value_or_none(_one(tx.statements, "SELECT MAX(at) AS n FROM events"))


def count_subjects(tx: Transaction) -> int:
    return int(_one(tx.statements, "SELECT COUNT(*) AS n FROM events WHERE seq = 1") or 0)


def broken_in(tx: Transaction, heads: Iterable[Head]) -> list[Broken]:
    """The first row of each of these chains that was changed, moved or taken out."""
    return [found for head in heads if (found := tx.events.broken(head.subject)) is not None]


def lost_in(tx: Transaction, heads: Iterable[Head]) -> list[Broken]:
    """Those of the heads kept elsewhere that this database does not hold: its chain was cut off there, or is another.

    The reason is "cut" or "other".
    """
    found = []
    for head in heads:
        row = tx.statements.one(
            "SELECT hash FROM events WHERE subject = :subject AND seq = :seq", subject=head.subject, seq=head.seq
        )
        if row is None or row["hash"] != head.hash:
            found.append(Broken(head.subject, head.seq, "cut" if row is None else "other"))
    return found


def origin_of(tx: Transaction) -> str:
    """The instant at which this database was made: its copies have it too, and no other database."""
    return _one(tx.statements, "SELECT MIN(applied_at) AS n FROM schema_migrations") or ""


def schema_of(tx: Transaction) -> int:
    """The newest step that was applied."""
    return int(_one(tx.statements, "SELECT MAX(version) AS n FROM schema_migrations") or 0)


def _one(statements: Statements, sql: str) -> str | None:
    row = statements.one(sql)
    return row["n"] if row else None
