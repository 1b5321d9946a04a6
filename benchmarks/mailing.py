"""A mailing to very many: `python -m benchmarks.mailing [--url …] [--people 100000] [--seconds 60] [--last 4000]`.

For so many seconds it goes out at the pace that Telegram allows, while somebody is answered twice a second: what is
printed is how long those answers waited. The whole would take an hour; so all but the last are then taken as reached,
and to these it goes on without a limit, twice ended in the middle of what it does, and each person's letters are
counted.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from collections import Counter
from dataclasses import replace
from statistics import quantiles

from bot.clock import SystemClock
from bot.pace import Pace, Rates
from domain.messages import Address, Outbound, Text, Urgency
from storage.database import Database, open_database
from tests.bot.mailing_office import WATER, Office, person_id, populated
from tests.bot.postman import Postman


async def opened(url: str) -> Database:
    clock = SystemClock()
    return await open_database(url, now=clock.now, seed=clock.seed)


async def ended(running: asyncio.Task[None]) -> None:
    """In the middle of whatever it was doing: nothing is marked any more."""
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def waits(office: Office, postman: Postman, seconds: float) -> list[float]:
    """How long each answer waited, in seconds from its commit to its arrival."""
    found: list[float] = []
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        account, before = f"answered {len(found)}", len(postman.delivered)
        answer = Outbound(Address("telegram", account), (Text("收到"),), urgency=Urgency.TURN)
        begun = time.monotonic()
        await office.database.transact("turn", lambda tx, answer=answer: tx.outbox.put(answer))
        office.delivery.wake()
        while account not in {o.to.account for o in postman.delivered[before:]}:  # noqa: ASYNC110 (nobody tells)
            await asyncio.sleep(0.001)
        found.append(time.monotonic() - begun)
        await asyncio.sleep(0.5)
    return found


async def main(url: str, people: int, seconds: float, last: int) -> None:
    database, postman = await opened(url), Postman()
    begun = time.monotonic()
    await populated(database, people)
    print(f"{people} people in {time.monotonic() - begun:.0f} s")
    office = Office(database, postman, SystemClock(), Pace())
    running = asyncio.create_task(office.run())
    mailing_id = await office.begins()
    found = await waits(office, postman, seconds)
    tenths = quantiles(found, n=10)
    print(
        f"{len(found)} answers while {len(postman.delivered) - len(found)} letters left in {seconds:.0f} s: "
        f"half within {tenths[4] * 1000:.0f} ms, nine in ten within {tenths[8] * 1000:.0f} ms, "
        f"the slowest {max(found) * 1000:.0f} ms"
    )
    await ended(running)
    before, begun = len(postman.delivered), time.monotonic()
    mailing = replace(await office.mailing(mailing_id), cursor=person_id(people - last - 1))
    await database.transact("last", lambda tx: tx.mailings.save(mailing))
    for share in (0.3, 0.6, 1.0):
        await database.close()
        database = await opened(url)
        office = Office(database, postman, SystemClock(), Pace(Rates(overall=3000)))
        running = asyncio.create_task(office.run())
        await sent(office, postman, before + share * last, mailing_id)
        await ended(running)
    letters = Counter(outbound.to.account for outbound in postman.delivered if Text(WATER) in outbound.blocks)
    depth = await database.read("depth", lambda tx: tx.outbox.depth())
    await database.close()
    print(
        f"the last {last} in {time.monotonic() - begun:.0f} s with two ends: "
        f"{len(postman.delivered) - before} letters, "
        f"{sum(n > 1 for n in letters.values())} people have two, {depth.get('unknown', 0)} unknown"
    )


async def sent(office: Office, postman: Postman, count: float, mailing_id: str) -> None:
    """Returns when so many letters have left, or the mailing is over."""
    while len(postman.delivered) < count and not await office.is_over(mailing_id):  # noqa: ASYNC110 (nobody tells)
        await asyncio.sleep(0.05)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", default="")
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--last", type=int, default=4000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = given.url or f"sqlite:///{folder}/bench.sqlite3"
        asyncio.run(main(url, given.people, given.seconds, given.last))
