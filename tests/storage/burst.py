"""A process that commits acts without pause until it is killed: `python -m tests.storage.burst <url>`.

Every act writes a note, an event and a message of the same name; what its caller was told is printed, one name a line.
"""

from __future__ import annotations

import asyncio
import itertools
import sys
from functools import partial

from domain.events import Event
from storage.database import Database, open_database
from storage.transaction import Transaction
from tests.clock import FakeClock
from tests.storage.support import letter

AT_ONCE = 64


def write(name: str, tx: Transaction) -> None:
    tx.notes.set(name, "written")
    tx.events.append(Event(f"burst:{name}", "BurstWritten", tx.now))
    tx.outbox.put(letter(name, key=name))


async def go_on(database: Database, names: itertools.count[int]) -> None:
    for number in names:
        await database.transact("burst", partial(write, str(number)))
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


async def main(url: str) -> None:
    clock = FakeClock()
    database = await open_database(url, now=clock.now, seed=clock.seed)
    names = itertools.count(1)
    await asyncio.gather(*(go_on(database, names) for _ in range(AT_ONCE)))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
