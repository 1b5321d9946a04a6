"""Makes the database in which the demo opens: the district, its people, and three weeks that happened to them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from bot.demo.district import demo_district, demo_house
from bot.demo.history import History, PastClock
from bot.demo.household import settle
from bot.demo.people import LINK
from bot.district import load
from domain.people.person import Absence
from storage.database import open_database

WEEKS = timedelta(days=23)


async def seed(path: Path, opening: datetime, chance: Callable[[], int], language: str) -> None:
    """A new SQLite file at `path`, as it stands at `opening`.

    Told anew in each language, not translated: words stand under commitments, and a ledger whose words were changed
    would no longer verify.
    """
    past = PastClock(opening - WEEKS)
    database = await open_database(f"sqlite:///{path}", now=past.now, seed=chance)
    try:
        await database.transact("load", lambda tx: load(tx, demo_district()))
        await database.transact("people", lambda tx: settle(tx, language))
        away = Absence("lin", opening - timedelta(days=2), opening + timedelta(days=5))
        await database.transact("leave", lambda tx: tx.roster.add_absence(away))
        await History(database, past, demo_house(LINK, language), opening, language).happen()
    finally:
        await database.close()
