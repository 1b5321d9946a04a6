"""A database in memory without a loop or a thread: the real migrations and repositories, one act after the other."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from random import Random
from typing import TypeVar

from bot.clock import Clock
from storage.database import FILLED
from storage.dialects import for_sqlite
from storage.migrate import known_migrations, migrate
from storage.shared import Shared
from storage.transaction import Transaction

T = TypeVar("T")


class Rows:
    def __init__(self, clock: Clock, chance: Random) -> None:
        self._connection = sqlite3.connect(":memory:", isolation_level=None)
        self._connection.row_factory = sqlite3.Row
        self._connection.execute("PRAGMA foreign_keys=ON")
        self._shared = Shared(clock.now, lambda: chance.getrandbits(64), "sqlite")
        asyncio.run(migrate(self._transact, known_migrations("sqlite"), FILLED))

    def act(self, act: Callable[[Transaction], T]) -> T:
        """All or nothing, as behind the real door."""
        self._connection.execute("BEGIN")
        try:
            result = self._shared.bind(act)(lambda sql, values: self._connection.execute(for_sqlite(sql), values))
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")
        return result

    def close(self) -> None:
        self._connection.close()

    async def _transact(self, name: str, act: Callable[[Transaction], T], *, order: str = "") -> T:
        return self.act(act)
