"""The door to the rows: what a database can do, and how to open the one that a URL names."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager, nullcontext
from datetime import datetime
from typing import TYPE_CHECKING, Protocol, TypeVar

from storage.errors import CommitFailed as CommitFailed
from storage.errors import CommitUnknown as CommitUnknown
from storage.errors import DatabaseBusy as DatabaseBusy
from storage.errors import DatabaseClosed as DatabaseClosed
from storage.errors import DatabaseDamaged as DatabaseDamaged
from storage.errors import LeaseLost as LeaseLost
from storage.errors import NewerDatabase as NewerDatabase
from storage.errors import OlderDatabase as OlderDatabase
from storage.errors import SecondInstance as SecondInstance
from storage.errors import StorageError as StorageError
from storage.migrate import Portion, known_migrations, migrate, missing
from storage.shared import Shared
from storage.sqlite import Sqlite
from storage.transaction import Transaction

if TYPE_CHECKING:
    from storage.lease import Lease
    from storage.postgres import Postgres

T = TypeVar("T")

TRIES, TRIES_OF_OLDER, PAUSE = 100, 10, 0.1
"""How often, and after how many seconds each, a short command looks again at a file that somebody else has alone.

Each step that appears meanwhile begins the count anew: it is being made. At an older one a bot may be at work, which
will not bring it up; what asks is told so within a few seconds.
"""
FILLED: Mapping[str, Portion] = {"search": lambda tx: tx.search.fill()}
"""Tables that an earlier release had not, from what it had."""


class Database(Protocol):
    """One database, whichever engine keeps it."""

    async def transact(self, name: str, act: Callable[[Transaction], T], *, order: str = "") -> T:
        """Run the act in one transaction and answer once it is committed.

        What the act raises is raised here and its rows are as before; CommitFailed says that nothing was kept though
        the act was sound. Acts with the same `order` (an address) never overtake one another. An act may be run twice.
        Cancelled while queued it has no effect; cancelled while it runs its effect stands.
        """
        ...

    async def read(self, name: str, query: Callable[[Transaction], T]) -> T:
        """Run a query on a snapshot beside the writer; what tries to write is refused."""
        ...

    async def close(self) -> None:
        """Finish what waits, then let go of the file or the server."""
        ...


class Opened(Database, Protocol):
    """One that this process opened itself. Its `lease` must be renewed, or another process may take it over."""

    @property
    def lease(self) -> Lease | None:
        """None where nobody else can get in, or everybody may."""
        ...


async def open_database(url: str, *, now: Callable[[], datetime], seed: Callable[[], int]) -> Opened:
    """Open "sqlite:///path", "sqlite:///:memory:" or "postgresql://…" and bring its schema up to this release.

    An absolute path has four slashes. Raises ValueError for another URL, SecondInstance, DatabaseDamaged,
    NewerDatabase or another StorageError.
    """
    engine = engine_of(url)
    database = await _opened(url, Shared(now, seed, engine), alone=True)
    try:
        async with _making(database):
            await migrate(database.transact, known_migrations(engine), FILLED)
    except BaseException:
        await database.close()
        raise
    return database


async def open_beside(url: str, *, now: Callable[[], datetime], seed: Callable[[], int]) -> Database:
    """Open the same for one short command, whether or not a bot is at work on it meanwhile.

    Its schema must be this release's. A new database gets it first, and so does an SQLite file that nobody works on;
    else raises OlderDatabase. Raises what `open_database` does besides, but never SecondInstance.
    """
    engine = engine_of(url)
    steps = known_migrations(engine)
    lacked, tries = steps, 0
    while True:
        database = await _opened(url, Shared(now, seed, engine), alone=False)
        try:
            lacking = await missing(database.transact, steps)
            if engine == "postgres" and lacking:
                async with _making(database):  # others may be making it just now
                    lacking = await missing(database.transact, steps)
                    if lacking == steps:
                        await migrate(database.transact, steps, FILLED)
                        lacking = []
        except BaseException:
            await database.close()
            raise
        if not lacking:
            return database
        await database.close()
        if engine == "postgres":  # earlier releases took no lease: one may be at work on it
            raise OlderDatabase("")
        try:
            await (await open_database(url, now=now, seed=seed)).close()
        except SecondInstance as other:
            lacked, tries = lacking, tries + 1 if lacking == lacked else 0
            if tries == (TRIES if lacking == steps else TRIES_OF_OLDER):
                raise OlderDatabase(other.pid) from None
            await asyncio.sleep(PAUSE)


def _making(database: Sqlite | Postgres) -> AbstractAsyncContextManager[None]:
    """Of a file nobody else makes anything while we have it alone."""
    return nullcontext() if isinstance(database, Sqlite) else database.making()


async def _opened(url: str, shared: Shared, *, alone: bool) -> Sqlite | Postgres:
    if shared.engine == "postgres":
        from storage.postgres import Postgres  # its driver is a tenth of the start, and a file does without

        database: Sqlite | Postgres = Postgres(url, shared, alone=alone)
    else:
        database = Sqlite(url.partition("://")[2][1:], shared, alone=alone)
    await database.open()
    return database


def engine_of(url: str) -> str:
    """ "sqlite" or "postgres"; raises ValueError for another URL."""
    scheme, _, rest = url.partition("://")
    if scheme in {"postgresql", "postgres"}:
        return "postgres"
    if scheme == "sqlite" and len(rest) > 1 and rest.startswith("/"):
        return "sqlite"
    raise ValueError(f"not a database URL: {scheme}://…")
