"""A dump put back on a PostgreSQL server, where tables cannot be set aside as a file can."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import psycopg

from bot import heads
from bot.backups import DUMP
from bot.clock import SystemClock
from bot.restoring import DamagedBackup, Found
from storage import dumping
from storage.database import open_database
from storage.heads import Heads, heads_in, lost_in, summed_up
from storage.lease import Lease
from storage.reading import reading
from storage.transaction import Transaction

OURS = "SELECT to_regclass('schema_migrations') IS NOT NULL AS ours"


def look_through_dump(folder: Path, kept: heads.About) -> Found:
    """Its chains were verified in the same transaction that was dumped. Raises DamagedBackup, NoProgram."""
    try:
        dumping.check(folder / kept.database)
        return Found(folder, kept, list(heads.chains(folder)))
    except (dumping.ProgramFailed, OSError, ValueError) as error:
        raise DamagedBackup(folder, str(error)) from error


def live_on_server(url: str, found: Found, now: datetime) -> tuple[Heads | None, bool]:
    """What the database in use holds, None when it is empty; and whether it goes on from the copy."""
    with reading(url, now) as tx:
        if not _ours(tx):
            return None, False
        summed = summed_up(tx, [head for page in heads_in(tx) for head in page])
        return summed, not lost_in(tx, found.chains)


def put_on_server(found: Found, url: str, aside: Path, now: datetime, act: Callable[[Transaction], None]) -> None:
    """The present tables go to `aside` as a dump, those of the backup take their place, and are settled.

    Raises SecondInstance, dumping's errors, and DamagedBackup when what came is not what was written; the present ones
    lie in `aside` then.
    """
    lease = Lease(url)
    lease.take()  # or they would be pulled from under a running bot
    try:
        with reading(url, now) as tx:
            if _ours(tx):
                aside.mkdir(mode=0o700)
                dumping.dump(url, aside / DUMP, tx)
        with psycopg.connect(url) as connection:
            dumping.drop(connection)
        dumping.put_back(url, found.database)
        with reading(url, now) as tx:
            came = summed_up(tx, [head for page in heads_in(tx) for head in page])
    finally:
        lease.release()
    if came.digest != found.about.heads.digest:
        raise DamagedBackup(found.folder, "its chains are not those it was written with")
    asyncio.run(_settled(url, act))


def _ours(tx: Transaction) -> bool:
    row = tx.statements.one(OURS)
    return bool(row and row["ours"])


async def _settled(url: str, act: Callable[[Transaction], None]) -> None:
    clock = SystemClock()
    database = await open_database(url, now=clock.now, seed=clock.seed)
    try:
        await database.transact("restore", act)
    finally:
        await database.close()
