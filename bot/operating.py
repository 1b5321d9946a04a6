"""What an operator does from the command line besides running: check, load, invite."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.bootstrap import reactions
from bot.clock import SystemClock
from bot.config import Config
from bot.crafts.places import Places
from bot.district import District, load, read_district
from bot.running import district_in, house_of, telegram_of
from domain.errors import NotFound
from domain.people.person import Person
from handlers.matters.going import gone
from handlers.people.invitations import invite
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


async def invitations(config: Config, wanted: str | None) -> list[tuple[Person, str]]:
    """(person, one-time link) for each on the roster who has not joined yet, or for the one named.

    Raises NotFound, EmptyDistrict.
    """
    database = await opened(config)
    try:
        district = await district_in(database)
        link = f"https://t.me/{await _username(config)}?start="
        house = house_of(config, district, link)

        def act(tx: Transaction) -> list[tuple[Person, str]]:
            ids = dict.fromkeys(a.person_id for a in tx.roster.all())
            people = [tx.people.get(person_id) for person_id in ids]
            chosen = [p for p in people if (wanted in (p.id, p.name) if wanted else not p.reachable)]
            if wanted and not chosen:
                raise NotFound(wanted)
            return [(person, link + invite(Turn(tx, house), person)) for person in chosen]

        return await database.transact("invite", act)
    finally:
        await database.close()


async def _username(config: Config) -> str:
    telegram = telegram_of(config, SystemClock())
    try:
        return (await telegram.start()).username or ""
    finally:
        await telegram.stop()
