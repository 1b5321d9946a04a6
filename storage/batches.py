"""Group commit: a sqlite3 connection that runs whatever acts wait, each in a savepoint, and commits them at once."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from storage.dialects import for_sqlite
from storage.errors import CommitFailed, DatabaseBusy, DatabaseDamaged, StorageError, TransactionLost
from storage.statements import Execute

log = logging.getLogger(__name__)

TRANSIENT = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
}
"""Causes that lie in the machine, never in the act."""

DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
"""Nothing gets better by trying again."""

BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


@dataclass(slots=True)
class Waiting:
    """An act (bound to its instant and chance) and the future its caller waits on. A query may not write."""

    name: str
    act: Callable[[Execute], Any]
    done: asyncio.Future[Any]
    query: bool = False


@dataclass(slots=True)
class Soundness:
    """Of one file, as its doors know it: `damage` is set once pages were met that contradict each other."""

    path: str
    damage: DatabaseDamaged | None = None

    def failure(self, name: str, error: BaseException) -> StorageError:
        """What a caller hears when its act was not kept by no fault of its own; each needs an object to raise."""
        code = code_of(error) if isinstance(error, sqlite3.Error) else 0
        if code in DAMAGED:
            self.damage = DatabaseDamaged(self.path, str(error))
        if self.damage is not None:
            return _from(DatabaseDamaged(self.path, self.damage.reason), error)
        return _from((DatabaseBusy if code in BUSY else CommitFailed)(f"{name}: {error}"), error)


@dataclass(slots=True)
class Queue:
    """What waits for one door, shared between the loop that fills it and the database threads that empty it."""

    begin: str
    most: int
    sound: Soundness
    waiting: deque[Waiting] = field(default_factory=deque)

    def take(self) -> list[Waiting]:
        taken: list[Waiting] = []
        try:
            while len(taken) < self.most:
                taken.append(self.waiting.popleft())
        except IndexError:  # other readers take from the same deque, so asking for its length first would prove nothing
            pass
        return taken


class BatchConnection(sqlite3.Connection):
    """A connection whose `commit()` runs and commits what waits; aiosqlite calls it on its own thread."""

    queue: Queue

    def commit(self) -> None:
        batch = self.queue.take()
        if not batch:
            return
        outcomes: list[tuple[Waiting, Any, BaseException | None]] = []
        try:
            self.execute(self.queue.begin)
            outcomes.extend((w, *self._alone(w)) for w in batch if not w.done.cancelled())
            self.execute("COMMIT")
        except BaseException as error:  # whatever it was, nothing is kept and every caller must hear so
            self._roll_back()
            outcomes = [(w, None, self.queue.sound.failure(w.name, error)) for w in batch]
        finally:
            batch[0].done.get_loop().call_soon_threadsafe(_deliver, outcomes)

    def _alone(self, waiting: Waiting) -> tuple[Any, BaseException | None]:
        self.execute("SAVEPOINT act")
        result, error = None, None
        try:
            result = self._asked(waiting.act) if waiting.query else waiting.act(self._execute)
        except Exception as raised:  # handed to the caller of this act; the others go on
            error = raised
        if not self.in_transaction:
            raise TransactionLost(str(error)) from error
        if error is not None:
            self.execute("ROLLBACK TO act")
        self.execute("RELEASE act")
        told = DAMAGED if waiting.query else DAMAGED | TRANSIENT | BUSY
        if isinstance(error, sqlite3.Error) and code_of(error) in told:
            error = self.queue.sound.failure(waiting.name, error)
        return result, error

    def _asked(self, query: Callable[[Execute], Any]) -> Any:
        self.execute("PRAGMA query_only=ON")
        try:
            return query(self._execute)
        finally:
            self.execute("PRAGMA query_only=OFF")

    def _execute(self, sql: str, values: Mapping[str, object]) -> sqlite3.Cursor:
        if not self.in_transaction:  # or the statement would commit alone while its caller hears that it failed
            raise TransactionLost("the transaction was rolled back by SQLite")
        return self.execute(for_sqlite(sql), values)

    def _roll_back(self) -> None:
        try:
            if self.in_transaction:
                self.execute("ROLLBACK")
        except sqlite3.Error:
            log.exception("rolling back failed")


def code_of(error: sqlite3.Error) -> int:
    """The primary result code; 0 when the error did not come from SQLite itself."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _from(told: StorageError, error: BaseException) -> StorageError:
    told.__cause__ = error
    return told


def _deliver(outcomes: list[tuple[Waiting, Any, BaseException | None]]) -> None:
    for waiting, result, error in outcomes:
        if waiting.done.done():  # the caller went away while it ran: the effect stands
            continue
        if error is None:
            waiting.done.set_result(result)
        else:
            waiting.done.set_exception(error)
