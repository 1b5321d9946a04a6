"""How well the answer book is found among ten thousand entries, and how fast: `python -m benchmarks.finding`.

`--url` measures on another database than a new file (it must be empty); `--misses` names the questions of the half that
was tuned on whose entry did not come first.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.finding.book import DISTRICT, HERS, areas, book, rows
from bot.crafts.sounds import syllables
from domain.areas import Area, AreaKind
from domain.explaining.asking import asks_to_know
from domain.explaining.entry import Entry
from domain.explaining.finding import Found, terms_of
from domain.reach import Reach
from handlers.explaining.book.finding import found_in
from storage.database import Database, open_database
from storage.transaction import Transaction
from tests.clock import FakeClock

PORTION = 100
HARD = ("社区", "老年活动室几点开门", "办证要带什么材料在哪里办多少钱多久", "怎么办", "请问一下" * 100, "电话")
"""Of common words alone, and very long: what costs most."""
COLUMNS = ("asked", "first", "three", "offered", "wrongly")


@dataclass(slots=True)
class Table:
    """Of one half of the questions, by group: how many were asked, found first, found among three, offered rightly and
    wrongly.
    """

    counts: dict[str, list[int]] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def add(self, group: str, keys: Sequence[str], words: str, found: Sequence[Found]) -> None:
        ids = [each.entry.id.removeprefix(f"{HERS}/") for each in found[:3]]
        first, offered = bool(ids) and ids[0] in keys, bool(found) and found[0].sure and asks_to_know(words)
        row = self.counts.setdefault(group, [0] * 5)
        among = any(key in keys for key in ids)
        for n, counts in enumerate((True, first, among, offered and first, offered and not first)):
            row[n] += counts
        if not first:
            seen = [f"{f.entry.id} {f.score:.2f} {f.of_way:.2f} {f.of_question:.2f} {f.fits:d}" for f in found[:3]]
            self.misses.append(f"{group} {'|'.join(keys)} {words[:50]} {seen}")

    def show(self, title: str) -> None:
        whole = [sum(column) for column in zip(*self.counts.values(), strict=True)]
        sys.stdout.write(f"\n{title:22}" + "".join(f"{name:>10}" for name in COLUMNS) + "\n")
        for group, row in {**self.counts, "all": whole}.items():
            sys.stdout.write(f"{group:22}" + "".join(f"{n:10}" for n in row) + "\n")


async def measure(url: str, *, misses: bool) -> None:
    clock = FakeClock()
    database = await open_database(url, now=clock.now, seed=clock.seed)
    try:
        await _measure(database, misses=misses)
    finally:
        await database.close()


async def _measure(database: Database, *, misses: bool) -> None:
    entries = list(book().values())
    begun = time.perf_counter()
    await database.transact("areas", _draw)
    for start in range(0, len(entries), PORTION):
        await database.transact("entries", lambda tx, of=entries[start : start + PORTION]: _put(tx, of))
    sys.stdout.write(f"{len(entries)} entries put in {time.perf_counter() - begun:.1f} s, {platform.machine()}, ")
    sys.stdout.write(f"{os.cpu_count()} processors, Python {platform.python_version()}\n")
    spent = [await _asked(database, misses=misses), await _not_asked(database), await _hard(database)]
    for name, times in zip(("her questions", "no questions", "whole district, hard"), spent, strict=True):
        times.sort()
        p95 = times[int(len(times) * 0.95)]
        sys.stdout.write(f"{name:22} p50 {times[len(times) // 2]:6.1f} ms  p95 {p95:6.1f}  most {times[-1]:6.1f}\n")


def _draw(tx: Transaction) -> None:
    tx.areas.replace(
        [
            Area(
                id,
                AreaKind.DISTRICT if id == DISTRICT else AreaKind.COMMUNITY,
                "" if id == DISTRICT else DISTRICT,
                name,
            )
            for id, name in areas().items()
        ],
        (),
    )


def _put(tx: Transaction, entries: Sequence[Entry]) -> None:
    for entry in entries:
        added = tx.entries.add(entry)
        tx.book_search.put(added, terms_of(added, syllables))


async def _find(database: Database, words: str, reach: Reach, times: list[float]) -> Sequence[Found]:
    def look(tx: Transaction) -> Sequence[Found]:
        begun = time.perf_counter()
        found = found_in(tx, tx.book_search.areas(reach), words, syllables)
        times.append((time.perf_counter() - begun) * 1000)
        return found

    return await database.read("find", look)


HER_REACH, ALL = Reach((), (DISTRICT, HERS)), Reach((DISTRICT,))


async def _asked(database: Database, *, misses: bool) -> list[float]:
    times, tables = list[float](), (Table(), Table())
    for n, (group, keys, words) in enumerate(rows("asked.tsv")):
        tables[n % 2].add(group, keys.split("|"), words, await _find(database, words, HER_REACH, times))
    tables[0].show("tuned on")
    tables[1].show("held out")
    sys.stdout.write("".join(f"{line}\n" for line in tables[0].misses) if misses else "")
    return times


async def _not_asked(database: Database) -> list[float]:
    times, said = list[float](), rows("reports.tsv")
    wrongly = []
    for group, words in said:
        found = await _find(database, words, HER_REACH, times)
        if found and found[0].sure and asks_to_know(words):
            wrongly.append(f"{group}: {words} -> {found[0].entry.id}")
    sys.stdout.write(f"\nno question of the book: {len(said)}, offered all the same: {len(wrongly)} {wrongly}\n\n")
    return times


async def _hard(database: Database) -> list[float]:
    times = list[float]()
    for words in (*HARD, *(words for _, _, words in rows("asked.tsv"))):
        await _find(database, words, ALL, times)
    return times


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--url", default="")
    arguments.add_argument("--misses", action="store_true")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = given.url or f"sqlite:///{Path(folder) / 'book.sqlite3'}"
        asyncio.run(measure(url, misses=given.misses))


if __name__ == "__main__":
    main()
