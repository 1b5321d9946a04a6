"""What survives every crash: the rows, with a witness that writes down whatever changes them; and a door to them."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import TypeVar

from bot.clock import Clock
from storage.dialects import for_sqlite
from storage.errors import CommitFailed, CommitUnknown
from storage.shared import Shared
from storage.transaction import Transaction
from tests.gales.weather import Commit, Died, Weather
from tests.storms.rows import Rows

T = TypeVar("T")

WITNESS = """
CREATE TEMP TABLE witness (number INTEGER PRIMARY KEY, what TEXT, key TEXT, was TEXT, became TEXT);
CREATE TEMP TRIGGER put AFTER INSERT ON main.outbox BEGIN
    INSERT INTO witness (what, key, was, became) VALUES ('outbox', NEW.number, '', NEW.state);
END;
CREATE TEMP TRIGGER went AFTER UPDATE OF state ON main.outbox WHEN OLD.state <> NEW.state BEGIN
    INSERT INTO witness (what, key, was, became) VALUES ('outbox', NEW.number, OLD.state, NEW.state);
END;
CREATE TEMP TRIGGER fired AFTER UPDATE OF state ON main.schedule WHEN OLD.state <> NEW.state BEGIN
    INSERT INTO witness (what, key, was, became)
    VALUES ('schedule', NEW.kind || ' ' || NEW.subject || ' ' || NEW.slot, OLD.state, NEW.state);
END;
CREATE TEMP TRIGGER told AFTER INSERT ON main.events BEGIN
    INSERT INTO witness (what, key, was, became) VALUES ('event', NEW.subject, NEW.type, NEW.by_id || ' ' || NEW.facts);
END;
CREATE TEMP TRIGGER touched AFTER UPDATE ON main.events BEGIN
    INSERT INTO witness (what, key, was, became) VALUES ('touched', 'events', OLD.subject, NEW.subject);
END;
"""
LASTING = ("events", "matters", "outbox", "schedule", "quarantine")
GONE = """
CREATE TEMP TRIGGER gone_{table} AFTER DELETE ON main.{table} BEGIN
    INSERT INTO witness (what, key, was, became) VALUES ('touched', '{table}', 'there', 'gone');
END;
"""


class Disk(Rows):
    """`act` is how somebody beside the bot does something; `seen` and `witnessed` are the gale's own eyes."""

    def __init__(self, clock: Clock, chance: Random) -> None:
        super().__init__(clock, chance)
        self._chance = chance
        self._connection.executescript(WITNESS + "".join(GONE.format(table=table) for table in LASTING))

    def opened(self, clock: Clock) -> Shared:
        """What a process that opens the database keeps in memory of it."""
        self._shared = Shared(clock.now, lambda: self._chance.getrandbits(64), "sqlite")
        return self._shared

    @property
    def changes(self) -> int:
        """How many rows were changed so far, also what was rolled back."""
        return self._connection.total_changes

    def does(self, shared: Shared, act: Callable[[Transaction], T], *, within: int | None = None) -> T:
        """All or nothing. `within`: the process dies at so many statements."""
        left = within

        def execute(sql: str, values: Mapping[str, object]) -> sqlite3.Cursor:
            nonlocal left
            if left is not None:
                left -= 1
                if left < 0:
                    raise Died
            return self._connection.execute(for_sqlite(sql), values)

        self._connection.execute("BEGIN")
        try:
            result = shared.bind(act)(execute)
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")
        return result

    def asked(self, sql: str, **values: object) -> Sequence[sqlite3.Row]:
        return self._connection.execute(sql, values).fetchall()

    def witnessed(self) -> Sequence[sqlite3.Row]:
        """What has changed since the last time."""
        rows = self.asked("SELECT what, key, was, became FROM witness ORDER BY number")
        self._connection.execute("DELETE FROM witness")
        return rows


class Door:
    """Fits storage.database.Database: one process's way to the rows, until it dies.

    `kept` hears of each update (by the event id that `taking` was given) how many rows its committed act changed.
    """

    def __init__(
        self, disk: Disk, clock: Clock, weather: Weather, kept: Callable[[str, int], None], dies: Callable[[], None]
    ) -> None:
        self._disk, self._weather, self._kept, self._dies = disk, weather, kept, dies
        self._shared = disk.opened(clock)
        self.dead = False
        self.taking = ""

    async def transact(self, name: str, act: Callable[[Transaction], T], *, order: str = "") -> T:
        await asyncio.sleep(0)
        fate = self._must_live(self._weather.at_commit())
        self.taking, before = "", self._disk.changes

        def whole(tx: Transaction) -> T:
            result = act(tx)
            if fate is Commit.DIES_BEFORE:
                raise Died
            if fate is Commit.FULL:
                raise CommitFailed("the disk is full")
            return result

        try:
            within = self._weather.chance.randrange(30) if fate is Commit.DIES_WITHIN else None
            result = self._disk.does(self._shared, whole, within=within)
        except Died:
            self._ends()
            raise
        if self.taking:
            self._kept(self.taking, self._disk.changes - before)
        if fate is Commit.DIES_AFTER:
            self._ends()
            raise Died
        if fate is Commit.UNKNOWN:
            raise CommitUnknown("the connection broke")
        return result

    async def read(self, name: str, query: Callable[[Transaction], T]) -> T:
        await asyncio.sleep(0)
        self._must_live(Commit.KEPT)
        return self._disk.does(self._shared, query)

    async def close(self) -> None:
        """Nothing to let go of."""

    def _must_live(self, fate: Commit) -> Commit:
        if self.dead:
            raise Died
        return fate

    def _ends(self) -> None:
        self.dead = True
        self._dies()
