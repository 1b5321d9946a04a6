"""Reading without a loop, for the child process: one snapshot of the database beside whoever writes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

from domain.areas import Tree
from storage.dialects import for_reading_postgres, for_sqlite
from storage.statements import Execute, Statements
from storage.transaction import Transaction

_TREES: dict[str, Tree] = {}
"""As of storage.areas: between jobs the district's map is kept, so that fifty digests of a morning read it once."""
_PRAGMAS = ("busy_timeout=5000", "temp_store=MEMORY", "cache_size=-65536", "mmap_size=268435456", "query_only=ON")


@contextmanager
def reading(url: str, now: datetime) -> Iterator[Transaction]:
    """A transaction that only reads; `url` as for storage.database.open_database, but not one in memory."""
    with _postgres(url) if url.startswith("postgres") else _sqlite(url.partition(":///")[2]) as execute:
        engine = "postgres" if url.startswith("postgres") else "sqlite"
        yield Transaction(Statements(execute, engine), now, Random(0), _TREES)  # noqa: S311 (nothing is chosen here)


@contextmanager
def _sqlite(path: str) -> Iterator[Execute]:
    uri = f"{Path(path).absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN")
        yield lambda sql, values: connection.execute(for_sqlite(sql), values)


@contextmanager
def _postgres(url: str) -> Iterator[Execute]:
    import psycopg  # few databases are on a server, and reading this takes longer than reading those
    from psycopg.rows import dict_row

    with closing(psycopg.connect(url, autocommit=True, row_factory=dict_row)) as connection:
        connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")

        def execute(sql: str, values: Mapping[str, object]) -> psycopg.Cursor[Any]:
            return connection.execute(for_reading_postgres(sql).encode(), values)

        yield execute
