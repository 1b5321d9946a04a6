"""A command beside the bot changes the map; the bot draws it anew, on either engine."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest

from bot.crafts.places import Places
from bot.district import District
from bot.following import Following
from bot.loading import put_in_force
from bot.roster.sources import EMPTY, read_sources, wanted
from domain.areas import Tree
from domain.clocks import Clocks
from handlers.turn import Contacts, House
from storage.database import Database, open_beside, open_database
from tests.bot.roster.books import book, put
from tests.clock import FakeClock

HOUSE = House(Clocks(), Contacts("0931-5550100"), Places([]))


@dataclass
class StillBench:
    """A bot that only counts how often it is woken."""

    database: Database
    house: House = HOUSE
    woken: int = field(default=0)

    def wake(self) -> None:
        self.woken += 1


async def load(database: Database, before: District, path: Path) -> District:
    after = wanted(read_sources([path], "WGS-84"), before, Random(len(before.areas))).district
    await database.transact("load", lambda tx: put_in_force(tx, HOUSE, before, after))
    return after


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/bench.sqlite3"
    chosen: str = request.getfixturevalue("postgres_url")
    return chosen


@pytest.mark.asyncio
async def test_the_bot_follows_the_map_and_wakes_once_for_each_load(url: str, tmp_path: Path) -> None:
    clock = FakeClock()
    bot = await open_database(url, now=clock.now, seed=clock.seed)
    command = await open_beside(url, now=clock.now, seed=clock.seed)
    bench = StillBench(bot)
    following = Following(bench, Tree(), clock)
    first = await load(command, EMPTY, book(tmp_path))
    await following.look()
    assert [guess.label for guess in bench.house.gazetteer.find("桃源里3号楼")] == ["桃源里3号楼"]
    await load(command, first, book(tmp_path, put("小区和楼", "D2", "1-4号楼")))
    await following.look()
    await following.look()
    assert bench.house.gazetteer.find("桃源里4号楼")[0].label == "桃源里4号楼"
    assert bench.woken == 2
    await command.close()
    await bot.close()
