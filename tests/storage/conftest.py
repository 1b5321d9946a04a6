"""The two engines behind one fixture: every test that asks for `database`, `run` or `url` is run on both."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import TypeVar

import psycopg
import pytest
import pytest_asyncio

from storage.database import Database, open_database
from storage.transaction import Transaction
from tests.clock import FakeClock
from tests.conftest import schema_of
from tests.empty import made
from tests.storage.support import Run

T = TypeVar("T")


@pytest.fixture
def emptied_postgres_url(server: str) -> str:
    """A schema with its tables, which the tests that need no new one share: it is emptied in milliseconds."""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("CREATE SCHEMA IF NOT EXISTS shared")
        connection.execute("SET session_replication_role = replica")  # in whatever order
        tables = connection.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'shared' AND tablename <> 'schema_migrations'"
        ).fetchall()
        connection.execute("".join(f"DELETE FROM shared.{table};" for (table,) in tables).encode())
    return schema_of(server, "shared")


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/bench.sqlite3"


@pytest.fixture(params=["sqlite_url", "postgres_url"], ids=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest) -> str:
    """A database that nobody has opened yet."""
    chosen: str = request.getfixturevalue(request.param)
    return chosen


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest_asyncio.fixture(params=["sqlite_url", "emptied_postgres_url"], ids=["sqlite", "postgres"])
async def database(request: pytest.FixtureRequest, clock: FakeClock) -> AsyncIterator[Database]:
    url: str = request.getfixturevalue(request.param)
    await made(url)
    opened = await open_database(url, now=clock.now, seed=clock.seed)
    yield opened
    await opened.close()


@pytest_asyncio.fixture
async def sqlite(sqlite_url: str, clock: FakeClock) -> AsyncIterator[Database]:
    await made(sqlite_url)
    opened = await open_database(sqlite_url, now=clock.now, seed=clock.seed)
    yield opened
    await opened.close()


@pytest_asyncio.fixture
async def postgres(postgres_url: str, clock: FakeClock) -> AsyncIterator[Database]:
    opened = await open_database(postgres_url, now=clock.now, seed=clock.seed)
    yield opened
    await opened.close()


@pytest.fixture
def run(database: Database) -> Run:
    async def in_one_transaction(act: Callable[[Transaction], T]) -> T:
        return await database.transact("test", act)

    return in_one_transaction
