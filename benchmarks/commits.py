"""How many acts a second the database commits: `python -m benchmarks.commits [--url …] [--seconds 3]`.

One act is a resident's message that files a matter: it is looked for among those seen, the person and her dialog are
read and saved, a number is taken, the matter, an event, a content, a reminder and two messages are written. "waiting"
is how many callers ask at the same time; "µs" is what an act costs this process, user and system time together.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import os
import platform
import random
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial

from domain.areas import Spot
from domain.events import Content, Event
from domain.matters.matter import Level, Matter, State, Tier
from domain.messages import Address, Button, Choices, Outbound, Text
from domain.open import Due, OpenDialog
from domain.people.person import Person
from storage.database import Database, open_database
from storage.transaction import Transaction

WAITING = (1, 8, 32, 128)
RESIDENTS = 1000
HOUR = timedelta(hours=1)


def settle(tx: Transaction) -> None:
    for number in range(RESIDENTS):
        tx.people.save(Person(f"person {number}", "居民"))
        tx.people.bind(f"person {number}", Address("telegram", str(number)))


def file_matter(number: int, tx: Transaction) -> str:
    """The act that is measured."""
    address = Address("telegram", str(number % RESIDENTS))
    assert tx.seen.first_time("telegram", str(number), tx.now)
    person = tx.people.at(address)
    assert person is not None
    dialog = tx.dialogs.front(person.id) or OpenDialog(person.id, "report", "")
    tx.dialogs.save(dialog)
    content = Content(tx.new_id(), "", "report", person.id, tx.now, "3号楼2单元门口的路灯坏了", salt=tx.new_id())
    tx.contents.add(content)
    matter = matter_of(tx, person)
    tx.matters.add(matter)
    tx.events.append(Event(matter.subject, "MatterFiled", tx.now, person.id, {"tier": matter.tier}, content.id))
    tx.schedule.add(Due("contact", matter.subject, "half", tx.now + HOUR))
    buttons = Choices("matter", ((Button("接了", "accept"), Button("不归我", "pass")),))
    card = Outbound(Address("telegram", "0"), (Text(matter.what), buttons), purpose="card", key=matter.subject)
    tx.outbox.put(card)
    tx.outbox.put(Outbound(address, (Text(f"交上去了，编号{matter.number}。"),), purpose="filed", about=matter.id))
    return matter.id


def matter_of(tx: Transaction, person: Person) -> Matter:
    now = tx.now
    return Matter(
        tx.new_id(), now.date(), tx.matters.next_seq(now.date()), person.id, "light", Tier.ORDINARY,
        Spot("grid-7", "3号楼"), "路灯坏了", State.WAITING, "person 0", Level.GRID,
        now, now, now + HOUR, now + 24 * HOUR, now + 72 * HOUR, now + HOUR,
    )  # fmt: skip


async def measure(database: Database, waiting: int, seconds: float, numbers: Iterator[int]) -> tuple[float, float]:
    """Acts a second, and microseconds of this process's time an act."""
    done = 0
    end = time.perf_counter() + seconds

    async def ask() -> None:
        nonlocal done
        while time.perf_counter() < end:
            number = next(numbers)
            await database.transact("file", partial(file_matter, number), order=f"telegram:{number % RESIDENTS}")
            done += 1

    started, busy = time.perf_counter(), time.process_time()
    await asyncio.gather(*(ask() for _ in range(waiting)))
    return done / (time.perf_counter() - started), (time.process_time() - busy) / done * 1e6


def machine() -> str:
    with open("/proc/cpuinfo") if os.path.exists("/proc/cpuinfo") else open(os.devnull) as lines:
        names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return (
        f"{names[0] if names else platform.processor() or platform.machine()}, {cores} cores, {platform.system()} "
        f"{platform.release()}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    )


@contextmanager
def some_url(given: str | None) -> Iterator[str]:
    if given:
        yield given
        return
    with tempfile.TemporaryDirectory() as folder:
        yield f"sqlite:///{folder}/bench.sqlite3"


async def main(given: str | None, seconds: float) -> None:
    print(machine())
    numbers = itertools.count(1)
    with some_url(given) as url:
        print(url.split("@")[-1])
        database = await open_database(url, now=lambda: datetime.now(UTC), seed=partial(random.getrandbits, 64))
        try:
            await database.transact("settle", settle)
            print(f"{'waiting':>8} {'acts/s':>8} {'µs':>6}")
            for waiting in WAITING:
                rate, cost = await measure(database, waiting, seconds, numbers)
                print(f"{waiting:>8} {rate:>8.0f} {cost:>6.0f}", flush=True)
        finally:
            await database.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Acts a second that the database commits.")
    parser.add_argument("--url", help="a database to fill with rows; a temporary SQLite file when not given")
    parser.add_argument("--seconds", type=float, default=3.0, help="how long each line is measured")
    chosen = parser.parse_args()
    asyncio.run(main(chosen.url, chosen.seconds))
