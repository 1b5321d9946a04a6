"""How an installation stands, counted for its operator: one query each, no names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from storage.statements import Statements
from storage.values import at_text, at_value_or_none

LATELY = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Overview:
    """`waiting` matters have been taken by nobody, `overdue` ones have a clock that has run out.

    `queued` messages wait to leave, the oldest since `oldest_at`; `unknown`, `dead` and `quarantined` are of the last
    seven days.
    """

    schema: int
    bytes: int
    members: int
    members_joined: int
    desks: int
    desks_joined: int
    open: int
    waiting: int
    overdue: int
    queued: int
    oldest_at: datetime | None
    unknown: int
    dead: int
    quarantined: tuple[str, ...]


def overview(statements: Statements, now: datetime) -> Overview:
    """Read as of `now`; `quarantined` holds references, the newest first, ten at most."""
    members = _joined(statements, "member")
    desks = _joined(statements, "coordinator")
    matters = _matters(statements, now)
    queued, oldest_at = backlog(statements, now)
    lost = _lost(statements, now)
    return Overview(
        _number(statements, "SELECT MAX(version) AS n FROM schema_migrations"), _bytes(statements),
        *members, *desks, *matters, queued, oldest_at, lost.get("unknown", 0), lost.get("dead", 0),
        _quarantined(statements, now),
    )  # fmt: skip


def _number(statements: Statements, sql: str, **values: object) -> int:
    row = statements.one(sql, **values)
    return int(row["n"] or 0) if row else 0


def _bytes(statements: Statements) -> int:
    if statements.engine == "postgres":
        return _number(statements, "SELECT pg_database_size(current_database()) AS n")
    return _number(statements, "SELECT page_count * page_size AS n FROM pragma_page_count(), pragma_page_size()")


def _joined(statements: Statements, role: str) -> tuple[int, int]:
    """(people in the role, those of them who can be reached)."""
    row = statements.one(
        """
        SELECT COUNT(*) AS people, SUM(CASE WHEN EXISTS (
            SELECT 1 FROM addresses WHERE addresses.person_id = appointed.person_id AND blocked = 0
        ) THEN 1 ELSE 0 END) AS joined
        FROM (SELECT DISTINCT person_id FROM appointments WHERE role = :role) AS appointed
        """,
        role=role,
    )
    return (int(row["people"]), int(row["joined"] or 0)) if row else (0, 0)


def _matters(statements: Statements, now: datetime) -> tuple[int, int, int]:
    """(open, taken by nobody, with a clock that has run out)."""
    row = statements.one(
        """
        SELECT COUNT(*) AS open, SUM(CASE WHEN state = 'waiting' THEN 1 ELSE 0 END) AS waiting,
            SUM(CASE WHEN need <> '' AND next_due_at < :now THEN 1 ELSE 0 END) AS overdue
        FROM matters WHERE state <> 'ended'
        """,
        now=at_text(now),
    )
    return (int(row["open"]), int(row["waiting"] or 0), int(row["overdue"] or 0)) if row else (0, 0, 0)


def backlog(statements: Statements, now: datetime) -> tuple[int, datetime | None]:
    """(what waits to leave, since when the oldest could have left): what is kept for a later hour is no backlog."""
    row = statements.one(
        """
        SELECT COUNT(*) AS n, MIN(CASE WHEN due_at > put_at THEN due_at ELSE put_at END) AS oldest
        FROM outbox WHERE state = 'queued' AND due_at <= :now
        """,
        now=at_text(now),
    )
    return (int(row["n"]), at_value_or_none(row["oldest"])) if row else (0, None)


def _lost(statements: Statements, now: datetime) -> dict[str, int]:
    rows = statements.all(
        """
        SELECT state, COUNT(*) AS n FROM outbox WHERE state IN ('unknown', 'dead') AND done_at > :since GROUP BY state
        """,
        since=at_text(now - LATELY),
    )
    return {row["state"]: int(row["n"]) for row in rows}


def _quarantined(statements: Statements, now: datetime) -> tuple[str, ...]:
    rows = statements.all(
        "SELECT reference FROM quarantine WHERE at > :since ORDER BY at DESC LIMIT 10", since=at_text(now - LATELY)
    )
    return tuple(row["reference"] for row in rows)
