"""What bots of earlier releases left: their rows as they stored them, put into a database of their schema."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from storage.database import engine_of
from storage.migrate import known_migrations, migrate
from storage.postgres import Postgres
from storage.shared import Shared
from storage.sqlite import Sqlite
from storage.transaction import Transaction
from tests.clock import FakeClock

FOLDER = Path(__file__).parent / "released"
NEWEST_STEP = {"0.1.0": 1, "0.2.0": 6}
"""By release; steps up to this one never change."""
SERIALS = """
SELECT table_name AS serial_table, column_name AS serial_column FROM information_schema.columns
WHERE table_schema = current_schema() AND column_default LIKE 'nextval%'
"""


def stopped_at(release: str) -> datetime:
    """The last instant that the release saw."""
    found = re.search(r"stopped at (\S+)", (FOLDER / f"{release}.sql").read_text("utf-8"))
    assert found is not None
    return datetime.fromisoformat(found.group(1))


def shown(release: str) -> list[dict[str, Any]]:
    """The messages with buttons that stand in people's chats: chat, id, text, and rows of [label, data]."""
    return [json.loads(line) for line in (FOLDER / f"{release}.jsonl").read_text("utf-8").splitlines()]


async def leave_behind(release: str, url: str) -> None:
    """The database at this URL, empty until now, is as that release left it."""
    engine, clock = engine_of(url), FakeClock(stopped_at(release))
    shared = Shared(clock.now, clock.seed, engine)
    path = url.partition("://")[2][1:]
    database = Postgres(url, shared, alone=False) if engine == "postgres" else Sqlite(path, shared)
    await database.open()
    steps = [step for step in known_migrations(engine) if step.version <= NEWEST_STEP[release]]
    await migrate(database.transact, steps, {})
    await database.transact("rows", partial(_put, release))
    await database.close()


def _put(release: str, tx: Transaction) -> None:
    """In whatever order the rows point to one another."""
    postgres = tx.statements.engine == "postgres"
    tx.statements.run("SET LOCAL session_replication_role = replica" if postgres else "PRAGMA defer_foreign_keys = ON")
    for statement in _statements(release):
        tx.statements.run(statement)
    for row in tx.statements.all(SERIALS) if postgres else ():
        table, column = row["serial_table"], row["serial_column"]
        tx.statements.all(f"SELECT setval(pg_get_serial_sequence('{table}', '{column}'), MAX({column})) FROM {table}")


def _statements(release: str) -> Iterator[str]:
    for line in (FOLDER / f"{release}.sql").read_text("utf-8").splitlines():
        if not line.startswith("--"):
            yield line
