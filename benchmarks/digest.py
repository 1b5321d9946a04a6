"""How long a whole district's digest takes, and whether turns feel it: `python -m benchmarks.digest --url …`.

The database is the one that `benchmarks.district` filled. "counted", "kept" and "drawn" are the steps of one digest as
the bot makes it, the child process being warm; beside them small acts run on the writer, with and without a digest.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import statistics
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

from benchmarks.district import NOW
from bot.figures import Wanted, draw_digest, make_digest
from bot.press import Press
from domain.clocks import Clocks
from domain.digests.figures import Figure, Span, SpanKind
from storage.database import Database, open_database
from storage.transaction import Transaction

T = TypeVar("T")

RUNS = 5
CLOCKS = Clocks()
SPANS = {
    "a day": Span(SpanKind.DAY, NOW - timedelta(days=1), NOW),
    "a week": Span(SpanKind.WEEK, NOW - timedelta(days=7), NOW),
    "a month": Span(SpanKind.MONTH, NOW - timedelta(days=30), NOW),
}
SCOPES = {"district, 325 grids": ["d"], "community, 8 grids": ["k0"]}


async def timed(work: Awaitable[T]) -> tuple[float, T]:
    """(milliseconds, result)."""
    begun = time.perf_counter()
    result = await work
    return (time.perf_counter() - begun) * 1000, result


async def measure(url: str) -> None:
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {url.partition(':')[0]}")
    database = await open_database(url, now=lambda: NOW, seed=time.perf_counter_ns)
    press = Press()
    try:
        print(f"{'scope':22}{'span':10}{'new':>8}{'counted':>10}{'kept':>8}{'drawn':>8}{'whole':>8} ms")
        for scope in SCOPES:
            for span in SPANS:
                await one(database, press, url, scope, span)
        await beside(database, press, url)
    finally:
        await press.close()
        await database.close()


async def one(database: Database, press: Press, url: str, scope: str, span: str) -> None:
    wholes = []
    for run in range(RUNS):
        wanted = Wanted(SCOPES[scope], SPANS[span], CLOCKS)
        counted, text = await timed(press.run(make_digest, url, wanted))

        def keep(tx: Transaction, text=text, wanted=wanted) -> str:
            for table, column in (("digest_figures", "digest_id"), ("digests", "id")):
                tx.statements.run(f"DELETE FROM {table} WHERE {column} = 'bench'")
            for figure, portions in text.figures.items():
                tx.digests.add_cases("bench", figure, 0, portions)
            return tx.digests.add("bench", wanted.scope, wanted.span, text)

        kept, digest_id = await timed(database.transact("keep", keep))
        drawing = press.run(draw_digest, url, digest_id, "zh", "Asia/Shanghai", NOW)
        drawn, _ = await timed(drawing)
        if run:
            wholes.append((counted, kept, drawn))
    new = (await database.read("light", lambda tx: tx.digests.light("bench"))).count(Figure.NEW)
    middle = [statistics.median(each) for each in zip(*wholes, strict=True)]
    print(f"{scope:22}{span:10}{new:8}{middle[0]:10.0f}{middle[1]:8.1f}{middle[2]:8.0f}{sum(middle):8.0f}")


async def beside(database: Database, press: Press, url: str) -> None:
    """Acts of a turn's size, one after another, alone and while digests are being made."""

    async def acts(busy: Callable[[], bool]) -> list[float]:
        took = []
        while busy():
            wall, _ = await timed(database.transact("turn", turn))
            took.append(wall)
            await asyncio.sleep(0.005)
        return took

    def turn(tx: Transaction) -> None:
        """Reads and writes as much as a small turn does."""
        for n in range(20):
            tx.notes.set(f"bench:{n}", str(n))
            tx.notes.get(f"bench:{n}")

    until = time.perf_counter() + 4
    alone = await acts(lambda: time.perf_counter() < until)
    wanted = Wanted(SCOPES["district, 325 grids"], SPANS["a week"], CLOCKS)

    async def digests() -> None:
        for _ in range(6):
            await press.run(make_digest, url, wanted)
            await press.run(draw_digest, url, "bench", "zh", "Asia/Shanghai", NOW)

    making = asyncio.create_task(digests())
    with_digests = await acts(lambda: not making.done())
    for name, took in (("alone", alone), ("with a digest", with_digests)):
        points = statistics.quantiles(took, n=100)
        print(
            f"turns {name:16} p50 {points[49]:6.2f}  p99 {points[98]:6.2f}  longest {max(took):6.2f} ms ({len(took)})"
        )


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--url", required=True, help="a database that benchmarks.district has filled")
    asyncio.run(measure(arguments.parse_args().url))


if __name__ == "__main__":
    main()
