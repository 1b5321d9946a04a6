"""A desk with more people than go into one portion of a mailing; nothing leaves the outbox."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from bot.bootstrap import reactions
from bot.crafts.places import Places
from domain.clocks import Clocks
from domain.mailing import Stage
from domain.messages import Address
from domain.people.person import Person
from handlers.families import FAMILIES
from handlers.ticking import tick
from handlers.turn import Contacts, House, Turn
from storage.database import Database, open_database
from storage.transaction import Transaction
from tests.clock import FakeClock
from tests.stories.district import AREAS, settle

HOUSE = House(Clocks(), Contacts("0931-1234567"), Places(AREAS), reactions=reactions())
PEOPLE = 45


class Desk:
    """马丽's, with so many people in her community."""

    def __init__(self, database: Database, clock: FakeClock) -> None:
        self._database, self._clock = database, clock

    async def does(self, act: Callable[[Turn[Any]], Any]) -> Any:
        return await self._database.transact("act", lambda tx: act(Turn(tx, HOUSE)))

    async def beats(self, **later: float) -> None:
        self._clock.advance(**later)
        await self.does(lambda turn: tick(turn, FAMILIES, 100))

    async def stands(self, mailing_id: str) -> tuple[Stage, int, int]:
        """The mailing's stage, whom it has reached by its own count, and how many letters wait."""

        def look(turn: Turn[Any]) -> tuple[Stage, int, int]:
            going = turn.tx.mailings.get(mailing_id)
            row = turn.tx.statements.one(
                "SELECT COUNT(*) AS n FROM outbox WHERE state = 'queued' AND key = :key", key=going.subject
            )
            return going.stage, going.reached, row["n"]

        found: tuple[Stage, int, int] = await self.does(look)
        return found


@asynccontextmanager
async def crowded_desk() -> AsyncIterator[Desk]:
    clock = FakeClock()
    database = await open_database("sqlite:///:memory:", now=clock.now, seed=clock.seed)

    def people(tx: Transaction) -> None:
        settle(tx, AREAS)
        tx.people.bind("ma", Address("telegram", "203"))
        for n in range(PEOPLE):
            tx.people.save(Person(f"r{n:03}", f"邻居{n}", spot_grid="g1"))
            tx.people.bind(f"r{n:03}", Address("telegram", f"{1000 + n}"))

    await database.transact("people", people)
    try:
        yield Desk(database, clock)
    finally:
        await database.close()
