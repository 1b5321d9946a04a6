"""The SQLite engine: one writer through aiosqlite with group commit, and a few read-only connections beside it."""

from __future__ import annotations

import asyncio
import errno
import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import aiosqlite

from storage.batches import DAMAGED, BatchConnection, Queue, Soundness, Waiting, code_of
from storage.errors import DatabaseClosed, DatabaseDamaged, StorageError
from storage.lock import InstanceLock
from storage.shared import Shared
from storage.statements import Execute
from storage.transaction import Transaction

T = TypeVar("T")

MEMORY = ":memory:"
READERS = 2
BATCH = 256
PRAGMAS = (
    "busy_timeout=5000",
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "temp_store=MEMORY",
    "cache_size=-65536",
    "wal_autocheckpoint=4000",
    "secure_delete=ON",  # what is erased is overwritten
)
BESIDE_PRAGMAS = (*PRAGMAS, "busy_timeout=30000")
"""A short command waits longer for the bot's writer than the bot waits for the command's."""
READER_PRAGMAS = ("busy_timeout=5000", "temp_store=MEMORY", "cache_size=-16384")


class Door:
    """A queue of acts and the connections that work it off, one task each."""

    def __init__(self, begin: str, most: int, sound: Soundness) -> None:
        self._queue = Queue(begin, most, sound)
        self._wake = asyncio.Event()
        self._closing = False
        self._connections: list[aiosqlite.Connection] = []
        self._pumps: list[asyncio.Task[None]] = []

    async def add(self, target: str, pragmas: tuple[str, ...]) -> aiosqlite.Connection:
        def connection(*args: Any, **kwargs: Any) -> BatchConnection:
            made = BatchConnection(*args, **kwargs)
            made.row_factory = sqlite3.Row
            made.queue = self._queue
            return made

        opened = await aiosqlite.connect(
            target, uri=True, factory=connection, isolation_level=None, cached_statements=512
        )
        self._connections.append(opened)
        for pragma in pragmas:
            await opened.execute_fetchall(f"PRAGMA {pragma}")
        return opened

    def start(self) -> None:
        self._pumps = [asyncio.create_task(self._pump(c)) for c in self._connections]

    async def ask(self, name: str, act: Callable[[Execute], T], *, query: bool = False) -> T:
        if self._closing:
            raise DatabaseClosed(name)
        if (damage := self._queue.sound.damage) is not None:
            raise DatabaseDamaged(damage.path, damage.reason)
        done: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._queue.waiting.append(Waiting(name, act, done, query))
        self._wake.set()
        return await done

    async def _pump(self, connection: aiosqlite.Connection) -> None:
        try:
            while not self._closing or self._queue.waiting:
                await self._wake.wait()
                if not self._closing:
                    self._wake.clear()
                while self._queue.waiting:
                    await connection.commit()  # what queues meanwhile is the next batch
        finally:
            self._shut()

    def _shut(self) -> None:
        """However it came about, nobody waits for an answer that nobody will give."""
        self._closing = True
        self._wake.set()
        while self._queue.waiting:
            left = self._queue.waiting.popleft()
            if not left.done.done():
                left.done.set_exception(DatabaseClosed(left.name))

    async def close(self) -> None:
        """Works off what waits, then ends the threads (which would otherwise keep the process alive)."""
        self._closing = True
        self._wake.set()
        try:
            await asyncio.gather(*self._pumps)
        finally:
            for connection in self._connections:
                await connection.close()


class Sqlite:
    """`storage.database.Opened` over one file, or over memory (where reading shares the writer's queue).

    Only one process may have a file open `alone`; others may be beside it.
    """

    lease = None
    """The lock on the file holds for as long as the process lives."""

    def __init__(self, path: str, shared: Shared, *, alone: bool = True) -> None:
        self._path = path
        self._alone = alone
        self._shared = shared
        sound = Soundness(path)
        self._writer = Door("BEGIN IMMEDIATE", BATCH, sound)
        self._readers = Door("BEGIN", 1, sound)
        self._lock: InstanceLock | None = None

    async def open(self) -> None:
        """Raises SecondInstance, DatabaseDamaged or StorageError; nothing is left open then."""
        try:
            if self._path == MEMORY:
                await self._writer.add(MEMORY, PRAGMAS)
            else:
                Path(self._path).parent.mkdir(parents=True, exist_ok=True)
                self._lock = InstanceLock(self._path) if self._alone else None
                _make(self._path)
                writer = await self._writer.add(_uri(self._path, "rw"), PRAGMAS if self._alone else BESIDE_PRAGMAS)
                if self._alone:
                    await self._check(writer)
                for _ in range(READERS):
                    await self._readers.add(_uri(self._path, "ro"), READER_PRAGMAS)
        except BaseException as error:
            await self.close()
            if isinstance(error, sqlite3.Error):
                raise _unreadable(self._path, error) from error
            if isinstance(error, OSError):
                raise StorageError(f"{self._path} cannot be opened: {error.strerror}") from error
            raise
        self._writer.start()
        self._readers.start()

    async def transact(self, name: str, act: Callable[[Transaction], T], *, order: str = "") -> T:
        """`order` changes nothing here: acts run one after the other in the order they were asked for."""
        return await self._writer.ask(name, self._shared.bind(act))

    async def read(self, name: str, query: Callable[[Transaction], T]) -> T:
        if self._path == MEMORY:
            return await self._writer.ask(name, self._shared.bind(query), query=True)
        return await self._readers.ask(name, self._shared.bind(query), query=True)

    async def close(self) -> None:
        """The readers first: the last connection to close folds the log into the file, which a reader could not."""
        try:
            await self._readers.close()
        finally:
            try:
                await self._writer.close()
            finally:
                if self._lock is not None:
                    self._lock.release()
                    self._lock = None

    async def _check(self, connection: aiosqlite.Connection) -> None:
        found = [str(row[0]) for row in await connection.execute_fetchall("PRAGMA quick_check(1)")]
        if found != ["ok"]:
            raise DatabaseDamaged(self._path, found[0])


def _make(path: str) -> None:
    """For the owner's eyes only. A file that is there stays untouched: by closing it a process would lose the locks
    of all its connections to it, and with them what keeps others from taking the log away underneath.
    """
    if Path(path).is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path)
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))


def _uri(path: str, mode: str) -> str:
    return f"{Path(path).absolute().as_uri()}?mode={mode}"


def _unreadable(path: str, error: sqlite3.Error) -> StorageError:
    if code_of(error) in DAMAGED:
        return DatabaseDamaged(path, str(error))
    return StorageError(f"{path}: {error}")
