"""kill -9 between any two statements of a migration: the old schema or the new one, never between, and all the rows."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from bot.clock import SystemClock
from storage.database import engine_of, open_database
from storage.migrate import known_migrations, migrate
from storage.postgres import Postgres
from storage.shared import Shared
from storage.sqlite import Sqlite
from tests.bot.dying import dying_statements
from tests.bot.forking import Forked
from tests.conftest import schema_of
from tests.storage.left import leave_behind

pytestmark = pytest.mark.asyncio
OLDEST = "0.1.0"
Shape = frozenset[tuple[str, ...]]


def starts_and_dies(url: str, after: int) -> None:
    """As `run` starts; dies after so many statements, unless there are no more."""
    clock = SystemClock()

    async def start() -> None:
        await (await open_database(url, now=clock.now, seed=clock.seed)).close()

    dying_statements(after)
    asyncio.run(start())


async def dies(url: str, after: int) -> bool:
    status = await Forked(starts_and_dies, url, after).ends(20)
    assert status in (0, -signal.SIGKILL)
    return status != 0


def shape_of(url: str) -> Shape:
    """Every table and index."""
    if engine_of(url) == "sqlite":
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
            return frozenset(connection.execute("SELECT name, COALESCE(sql, '') FROM sqlite_master").fetchall())
    with psycopg.connect(url) as connection:
        return frozenset(
            connection.execute(
                """
                SELECT table_name, column_name FROM information_schema.columns
                WHERE table_schema = current_schema() AND table_name <> 'lease'
                UNION ALL SELECT tablename, indexname FROM pg_indexes
                WHERE schemaname = current_schema() AND tablename <> 'lease'
                """
            ).fetchall()
        )


async def shapes(url: str) -> list[Shape]:
    """Of a database of every number of steps, from the first on."""
    clock, engine = SystemClock(), engine_of(url)
    shared = Shared(clock.now, clock.seed, engine)
    postgres = engine == "postgres"
    database = Postgres(url, shared, alone=False) if postgres else Sqlite(url.removeprefix("sqlite:///"), shared)
    await database.open()
    steps, seen = known_migrations(engine), []
    for count in range(1, len(steps) + 1):
        await migrate(database.transact, steps[:count], {})
        seen.append(shape_of(url))
    await database.close()
    return seen


async def killed_everywhere(url: str, whole: list[Shape], stride: int) -> int:
    """How often it was killed until it came through: in every step, after each `stride` more of its statements."""
    kills = after = 0
    applied = 1
    while await dies(url, after):
        kills += 1
        now = whole.index(shape_of(url)) + 1  # raises ValueError when it is between two
        after = after + stride if now == applied else 0
        applied = now
    return kills


async def test_every_schema_is_whole_on_sqlite(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/bench.db"
    whole = await shapes(f"sqlite:///{tmp_path}/other.db")
    await leave_behind(OLDEST, url)
    assert await killed_everywhere(url, whole, 12) > 20
    assert shape_of(url) == whole[-1]
    with closing(sqlite3.connect(tmp_path / "bench.db")) as connection:
        assert connection.execute("SELECT COUNT(*) FROM matters").fetchone() == (10,)


async def test_every_schema_is_whole_on_postgres(postgres_url: str, server: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("DROP SCHEMA IF EXISTS whole CASCADE")
        connection.execute("CREATE SCHEMA whole")
    whole = await shapes(schema_of(server, "whole"))
    await leave_behind(OLDEST, postgres_url)
    assert await killed_everywhere(postgres_url, whole, 24) > 10
    assert shape_of(postgres_url) == whole[-1]
    with psycopg.connect(postgres_url) as connection:
        assert connection.execute("SELECT COUNT(*) FROM matters").fetchone() == (10,)
