"""How long a desk's screens take over a year of a whole district: `python -m benchmarks.desk --url …`.

The database is the one that `benchmarks.district` filled. Each line is the median and the longest of some runs in
milliseconds, by the wall clock and (SQLite) as processor time of the thread: "act" runs on the writer and must stay
under 5, "search" runs beside it.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import sqlite3
import statistics
import time
from collections.abc import Callable
from typing import Any

from benchmarks.district import NOW
from bot.bootstrap import reactions
from bot.crafts.places import Places
from domain.clocks import Clocks
from domain.desk.finding import sought
from handlers.desk import duty, screen
from handlers.dialogs import begin
from handlers.matters.giving import GIVE
from handlers.matters.whole_way import show_way
from handlers.turn import Contacts, House, Turn
from storage.database import Database, open_database
from storage.transaction import Transaction

RUNS = 20
NEWEST = 2**62
DESKS = {"district, 325 grids": "c-d-1", "street, 40 grids": "c-s0-1", "community, 8 grids": "c-k0-1"}
SEARCHES = {
    "common word": "路灯", "two words": "电梯 灯坏", "rare word": "装修早上六点", "absent word": "飞机场",
    "place": "3号楼", "number": "0615-07", "person": "", "state": "过时", "state and word": "漏水 过时",
    "nothing of a state": "撤回", "long sentence": "往楼下滴",
}  # fmt: skip
Act = Callable[[Transaction], Any]


class Clocked:
    """Runs an act several times and prints how long it took inside of the database's thread."""

    def __init__(self, ask: Callable[[str, Act], Any], what: str) -> None:
        self._ask, self._what = ask, what

    async def show(self, name: str, act: Act) -> Any:
        walls, works = [], []

        def timed(tx: Transaction) -> Any:
            wall, work = time.perf_counter(), time.thread_time()
            result = act(tx)
            walls.append((time.perf_counter() - wall) * 1000)
            works.append((time.thread_time() - work) * 1000)
            return result

        for _ in range(RUNS):
            result = await self._ask(name, timed)
        wall, work = statistics.median(walls), statistics.median(works)
        print(f"{self._what:7} {name:44} {wall:8.2f} {max(walls):8.2f} {work:8.2f} {max(works):8.2f}")
        return result


async def measure(url: str) -> None:
    database = await open_database(url, now=lambda: NOW, seed=lambda: 1)
    try:
        await _measure(database)
    finally:
        await database.close()


async def _measure(database: Database) -> None:
    areas = await database.read("areas", lambda tx: list(tx.areas.tree().areas.values()))
    house = House(Clocks(), Contacts("0931-1234567"), Places(areas), reactions=reactions())
    act, search = Clocked(database.transact, "act"), Clocked(database.read, "search")
    size = await database.read("size", lambda tx: tx.statements.one("SELECT COUNT(*) AS n FROM matters")["n"])
    versions = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    print(f"{size} matters, {platform.machine()}, {os.cpu_count()} processors, {versions}")
    print(f"{'':52} {'wall':>8} {'longest':>8} {'cpu':>8} {'longest':>8}")
    for desk, person_id in DESKS.items():
        await _of_one_desk(desk, person_id, house, act, search)
    one = await database.read("one", lambda tx: tx.desk.page("c-d-1", screen.Group.REOPENED, NOW, 1)[0].id)
    await act.show("made findable", lambda tx: tx.search.put(one))


async def _of_one_desk(desk: str, person_id: str, house: House, act: Clocked, search: Clocked) -> None:
    def turn(tx: Transaction) -> tuple[Turn[Any], Any]:
        return Turn(tx, house), tx.people.get(person_id)

    await act.show(f"/desk, {desk}", lambda tx: screen.desk(*turn(tx)))
    await act.show(f"/desk, under way, page 20, {desk}", lambda tx: screen.leaf(*turn(tx), "late", 95))
    await act.show(f"/duty, {desk}", lambda tx: duty.duty(*turn(tx)))

    def late(tx: Transaction) -> Any:
        return (tx.desk.page(person_id, screen.Group.LATE, NOW, 1) or tx.matters.of_owner(person_id))[0]

    await act.show(f"派 …, {desk}", lambda tx: begin(*turn(tx), GIVE, subject=late(tx).id))
    await act.show(f"the whole way, {desk}", lambda tx: show_way(*turn(tx), late(tx)))
    for name, words in SEARCHES.items():
        said = words or await _somebody(search, person_id)
        found = await search.show(
            f"{name}, {desk.partition(',')[0]}",
            lambda tx, said=said: tx.search.find(person_id, sought(said), NOW, 9, NEWEST),
        )
        assert len(found) <= 9


async def _somebody(search: Clocked, person_id: str) -> str:
    def name(tx: Transaction) -> str:
        return tx.people.get(tx.desk.page(person_id, screen.Group.LATE, NOW, 1)[0].owner_id).name

    found: str = await search._ask("name", name)
    return found


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--url", required=True)
    asyncio.run(measure(arguments.parse_args().url))


if __name__ == "__main__":
    main()
