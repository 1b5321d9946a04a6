"""The PostgreSQL engine: transactions in threads, one connection each, run again when they got in one another's way."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from contextvars import copy_context
from typing import Any, TypeVar
from weakref import WeakValueDictionary

import psycopg
from psycopg.rows import DictRow, dict_row
from psycopg_pool import ConnectionPool, PoolTimeout

from domain.discreet import told
from storage.dialects import for_postgres, for_reading_postgres
from storage.errors import CommitFailed, CommitUnknown, DatabaseClosed, LeaseLost, StorageError
from storage.lease import LASTS, PATIENCE, Lease
from storage.shared import Shared
from storage.statements import Execute
from storage.transaction import Transaction

T = TypeVar("T")
Connection = psycopg.Connection[DictRow]

log = logging.getLogger(__name__)

WRITERS = 8
READERS = 2
ATTEMPTS = 10
START = "SELECT pg_current_xact_id()::text AS id"
START_LEASED = f"{START} FROM lease WHERE name = 'bot' AND epoch = :epoch FOR KEY SHARE"
"""Finds nothing once another process has taken the lease, and keeps it from doing so until the act is done."""
IMPATIENCE = f"SET idle_in_transaction_session_timeout = {LASTS * 1000:.0f}"
"""A process that is stopped in the middle of an act holds up nobody for longer."""
LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(:order, 0))"
MAKING = "SELECT pg_advisory_lock(hashtextextended('making ' || current_schema(), 0))"
AGAIN = "acts that are run again"
AGAIN_AFTER = (psycopg.OperationalError, psycopg.errors.IdleInTransactionSessionTimeout, PoolTimeout)
"""A serialization failure, a deadlock, a lost connection, a full disk; or our process was stopped in the middle."""


class Postgres:
    """`storage.database.Opened` over a server. Several processes may share it, but only one has it `alone`."""

    def __init__(self, url: str, shared: Shared, *, alone: bool) -> None:
        self.lease = Lease(url) if alone else None
        self._url = url
        self._shared = shared
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._writers = ThreadPoolExecutor(WRITERS, "writer")
        self._readers = ThreadPoolExecutor(READERS, "reader")
        self._closing = False
        self._pool: ConnectionPool[Connection] = ConnectionPool(
            url,
            connection_class=psycopg.Connection[DictRow],
            kwargs={"autocommit": True, "row_factory": dict_row},
            min_size=1,
            max_size=WRITERS + READERS,
            timeout=PATIENCE,
            configure=_configure,
            open=False,
        )

    async def open(self) -> None:
        """Raises SecondInstance, and StorageError when the server does not let us in."""
        try:
            await asyncio.to_thread(self._try_the_door)
        except psycopg.OperationalError as error:
            raise StorageError(str(error).strip()) from error
        except psycopg.ProgrammingError:
            # its words quote parts of the URL, and with them the password
            raise StorageError(
                "the database URL cannot be read: write special characters as %20 and the like"
            ) from None
        try:
            await asyncio.to_thread(self._pool.open, wait=True, timeout=PATIENCE)
        except PoolTimeout as error:
            await self.close()
            raise StorageError(str(error)) from error

    @asynccontextmanager
    async def making(self) -> AsyncIterator[None]:
        """One process at a time brings the schema up; whoever comes meanwhile waits. Raises StorageError."""
        connection: psycopg.Connection[Any] | None = None
        try:
            connection = await asyncio.to_thread(self._in_making)
            yield
        except psycopg.OperationalError as error:
            raise StorageError(str(error).strip()) from error
        finally:
            if connection is not None:
                await asyncio.to_thread(connection.close)

    async def transact(self, name: str, act: Callable[[Transaction], T], *, order: str = "") -> T:
        async with self._turn(order):
            return await self._in_thread(self._writers, self._write, name, self._shared.bind(act), order)

    async def read(self, name: str, query: Callable[[Transaction], T]) -> T:
        return await self._in_thread(self._readers, self._read, name, self._shared.bind(query))

    async def close(self) -> None:
        """What was asked for is still done."""
        self._closing = True
        await asyncio.to_thread(self._writers.shutdown)
        await asyncio.to_thread(self._readers.shutdown)
        await asyncio.to_thread(self._pool.close)
        if self.lease is not None:
            await asyncio.to_thread(self.lease.release)

    async def _in_thread(self, threads: ThreadPoolExecutor, run: Callable[..., T], name: str, *args: object) -> T:
        if self._closing:
            raise DatabaseClosed(name)
        here = copy_context()  # what it logs names the same cause
        return await asyncio.get_running_loop().run_in_executor(threads, here.run, run, name, *args)

    @asynccontextmanager
    async def _turn(self, order: str) -> AsyncIterator[None]:
        """Acts of one order wait here, where they cost nothing, and not in a thread that others could use."""
        if not order:
            yield
            return
        lock = self._turns.setdefault(order, asyncio.Lock())
        async with lock:
            yield

    def _in_making(self) -> psycopg.Connection[Any]:
        connection = psycopg.connect(self._url, autocommit=True, connect_timeout=PATIENCE)
        connection.execute(MAKING)
        return connection

    def _try_the_door(self) -> None:
        psycopg.connect(self._url, connect_timeout=PATIENCE).close()
        if self.lease is not None:
            self.lease.take()

    def _write(self, name: str, act: Callable[[Execute], T], order: str) -> T:
        """Those that are run again go one at a time, or they would get in one another's way for ever."""
        for attempts_left in reversed(range(ATTEMPTS)):
            again = AGAIN if attempts_left < ATTEMPTS - 1 else ""
            try:
                return self._once(name, act, [lock for lock in (order, again) if lock])
            except psycopg.errors.UniqueViolation:  # another took the same number or key first, or the act is wrong
                if not attempts_left:
                    raise
            except AGAIN_AFTER as error:
                if not attempts_left:
                    raise CommitFailed(f"{name}: {error}") from error
                log.info("%s is run again: %s", name, told(error))
        raise AssertionError("unreachable")

    def _once(self, name: str, act: Callable[[Execute], T], locks: list[str]) -> T:
        with self._pool.connection() as connection:
            run = _execute(connection, for_postgres)
            connection.execute("BEGIN")
            try:
                number = self._started(run)
                for lock in locks:
                    run(LOCK, {"order": lock})
                result = act(run)
            except BaseException:
                _roll_back(connection)
                raise
            try:
                connection.execute("COMMIT", prepare=False)  # a word, sent as it is, is quicker than its preparation
            except psycopg.OperationalError as error:
                if connection.closed and self._was_kept(name, number, error):
                    return result
                raise
            return result

    def _started(self, run: Execute) -> str:
        """The transaction's number."""
        row = run(START, {}) if self.lease is None else run(START_LEASED, {"epoch": self.lease.epoch})
        if (found := row.fetchone()) is None:
            raise LeaseLost
        return str(found["id"])

    def _was_kept(self, name: str, number: str, error: Exception) -> bool:
        """Ask the server what became of a COMMIT whose answer was lost; raises CommitUnknown when it cannot tell."""
        try:
            with self._pool.connection() as connection:
                row = connection.execute("SELECT pg_xact_status(%s::xid8) AS fate", (number,)).fetchone()
        except (psycopg.Error, PoolTimeout) as silence:
            raise CommitUnknown(f"{name}: {silence}") from error
        fate = None if row is None else str(row["fate"])
        if fate not in {"committed", "aborted"}:
            raise CommitUnknown(f"{name}: {error}") from error
        return fate == "committed"

    def _read(self, name: str, query: Callable[[Execute], T]) -> T:
        try:
            with self._pool.connection() as connection:
                connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                try:
                    return query(_execute(connection, for_reading_postgres))
                finally:
                    _roll_back(connection)
        except (psycopg.OperationalError, PoolTimeout) as error:
            raise StorageError(f"{name}: {error}") from error


def _configure(connection: Connection) -> None:
    connection.execute(IMPATIENCE.encode())


def _execute(connection: Connection, translated: Callable[[str], str]) -> Execute:
    def execute(sql: str, values: Mapping[str, object]) -> psycopg.Cursor[Any]:
        return connection.execute(translated(sql).encode(), values)

    return execute


def _roll_back(connection: Connection) -> None:
    if not connection.closed:
        connection.execute("ROLLBACK")
