"""What an operator does from the command line besides running: check, load, invite."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.bootstrap import reactions
from bot.clock import SystemClock
from bot.config import Config
from bot.crafts.places import Places
from bot.district import District, load, read_district
from handlers.matters.going import gone
from handlers.turn import House, Turn
from storage.database import Database, open_beside
from storage.transaction import Transaction


async def opened(config: Config) -> Database:
    """The database beside whatever bot is running. Raises OlderDatabase and other StorageErrors."""
    clock = SystemClock()
    return await open_beside(config.database.url.get_secret_value(), now=clock.now, seed=clock.seed)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What `load` has put in force, and who stands on the old roster but not on the new one."""

    areas: int
    talk_points: int
    people: int
    missing: tuple[str, ...]


async def load_district(config: Config, path: Path) -> Loaded:
    """All or nothing. Raises Mistakes for a damaged file: the running district stays as it was."""
    district = read_district(path)
    database = await opened(config)
    try:
        house = House(config.reckoning(), config.telephones(), Places(district.areas), reactions=reactions())
        return await database.transact("load", lambda tx: _load(tx, district, house))
    finally:
        await database.close()


def _load(tx: Transaction, district: District, house: House) -> Loaded:
    before = {a.person_id for a in tx.roster.all()}
    after = {person.id for person in district.people}
    load(tx, district, house.zone)
    missing = [tx.people.get(person_id) for person_id in sorted(before - after)]
    for person in missing:
        gone(Turn(tx, house), person)  # what they had in hand goes to whoever answers now, in this same transaction
        tx.asked.forget(person.id)  # and the cards that they still hold let them take nothing
    return Loaded(len(district.areas), len(district.talk_points), len(district.people), tuple(p.name for p in missing))
