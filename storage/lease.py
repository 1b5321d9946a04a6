"""The lease by which one bot at a time works on a PostgreSQL database, though another was only stopped for a while."""

from __future__ import annotations

import asyncio
import os
import socket
from contextlib import suppress

import psycopg

from storage.errors import LeaseLost, SecondInstance, StorageError

LASTS = 15.0
"""Seconds, by the server's clock, for which a lease holds without being renewed."""
PATIENCE = 10  # seconds until a connection must be there
MADE = (
    "SELECT pg_advisory_xact_lock(hashtextextended('lease', 0))",
    """
    CREATE TABLE IF NOT EXISTS lease (
        name TEXT PRIMARY KEY, epoch BIGINT NOT NULL, holder TEXT NOT NULL, until TIMESTAMPTZ NOT NULL,
        backend INTEGER NOT NULL, backend_since TIMESTAMPTZ)
    """,
    "INSERT INTO lease VALUES ('bot', 0, '', '-infinity', 0, NULL) ON CONFLICT (name) DO NOTHING",
)
"""It must be there before the schema is brought up, since only its holder may do that; so it is no step of it."""
HELD = """
(until > clock_timestamp() AND EXISTS (
    SELECT 1 FROM pg_stat_activity WHERE pid = lease.backend AND backend_start = lease.backend_since))
"""
"""A killed process takes its connection with it, so that the next one need not wait; a stopped one keeps it."""
ASK = f"SELECT holder FROM lease WHERE name = 'bot' AND {HELD}"
WAIT = "SELECT 1 FROM lease WHERE name = 'bot' FOR UPDATE"
"""Every act of a holder reads the row FOR KEY SHARE: what it has begun is done before another takes over."""
MINE = """
until = clock_timestamp() + make_interval(secs => %(lasts)s), backend = pg_backend_pid(),
backend_since = (SELECT backend_start FROM pg_stat_activity WHERE pid = pg_backend_pid())
"""
TAKE = f"""
UPDATE lease SET epoch = epoch + 1, holder = %(holder)s, {MINE} WHERE name = 'bot' AND NOT {HELD} RETURNING epoch
"""
RENEW = f"UPDATE lease SET {MINE} WHERE name = 'bot' AND epoch = %(epoch)s"
RELEASE = "UPDATE lease SET epoch = epoch + 1, until = '-infinity' WHERE name = 'bot' AND epoch = %(epoch)s"


class Lease:
    """Each taking counts the `epoch` up; who has an earlier one has lost it. `lasts` is in seconds."""

    def __init__(self, url: str) -> None:
        self.lasts = LASTS
        self.epoch = 0
        self._url = url
        self._connection: psycopg.Connection | None = None

    def take(self) -> None:
        """Raises SecondInstance when another process holds it, psycopg's errors when the server is out of reach."""
        connection = self._connected()
        try:
            with connection.transaction():
                for statement in MADE:
                    connection.execute(statement)
            self.epoch = self._taken(connection)
        except BaseException:
            connection.close()
            raise

    def _taken(self, connection: psycopg.Connection) -> int:
        me = {"holder": f"{os.getpid()}@{socket.gethostname()}", "lasts": self.lasts}
        with connection.transaction():
            if (other := connection.execute(ASK).fetchone()) is not None:
                raise SecondInstance("the database", str(other[0]))
            connection.execute(WAIT)
            taken = connection.execute(TAKE.encode(), me).fetchone()
            if taken is None:  # somebody was quicker
                raise SecondInstance("the database", "")
            return int(taken[0])

    async def renew(self) -> None:
        """Raises LeaseLost when another process has taken it since, StorageError when the server is out of reach."""
        try:
            renewed = await asyncio.to_thread(self._renewed)
        except psycopg.OperationalError as error:
            raise StorageError(str(error).strip()) from error
        if not renewed:
            raise LeaseLost

    def _renewed(self) -> bool:
        values = {"epoch": self.epoch, "lasts": self.lasts}
        return self._connected().execute(RENEW.encode(), values).rowcount == 1

    def release(self) -> None:
        """The next one may take it at once."""
        assert self._connection is not None  # only who has taken it gives it back
        with suppress(psycopg.Error):  # the server is gone: then it ends by itself
            self._connection.execute(RELEASE.encode(), {"epoch": self.epoch})
        self._connection.close()

    def _connected(self) -> psycopg.Connection:
        if self._connection is None or self._connection.closed:
            self._connection = psycopg.connect(self._url, autocommit=True, connect_timeout=PATIENCE)
        return self._connection
