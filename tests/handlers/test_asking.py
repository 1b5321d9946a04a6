"""A question to more people than go into one portion: it can be stopped, and goes on after a restart."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from typing import Any

import pytest
import pytest_asyncio

from bot.bootstrap import reactions
from bot.crafts.places import Places
from domain.clocks import Clocks
from domain.mailing import Stage
from domain.messages import Address
from domain.people.person import Person
from handlers import mailing
from handlers.families import FAMILIES
from handlers.listening.questions.asking import Asked, send_out
from handlers.listening.questions.end import end
from handlers.ticking import tick
from handlers.turn import Contacts, House, Turn
from storage.database import Database, open_database
from storage.transaction import Transaction
from tests.clock import FakeClock
from tests.stories.district import AREAS, settle

pytestmark = pytest.mark.asyncio
HOUSE = House(Clocks(), Contacts("0931-1234567"), Places(AREAS), reactions=reactions())
PEOPLE = 45


class Desk:
    """马丽's, with so many people in her community; nothing leaves the outbox."""

    def __init__(self, database: Database, clock: FakeClock) -> None:
        self._database, self._clock, self.question_id = database, clock, ""

    async def does(self, act: Callable[[Turn[Any]], Any]) -> Any:
        return await self._database.transact("act", lambda tx: act(Turn(tx, HOUSE)))

    async def asks(self) -> None:
        def act(turn: Turn[Any]) -> str:
            until = turn.today + timedelta(days=3)
            return send_out(turn, turn.tx.people.get("ma"), Asked("开到几点", ("六点", "九点"), "community", until)).id

        self.question_id = await self.does(act)

    async def beats(self, **later: float) -> None:
        self._clock.advance(**later)
        await self.does(lambda turn: tick(turn, FAMILIES, 100))

    async def stands(self) -> tuple[Stage, int, int]:
        """The mailing's stage, whom it has reached by its own count, and how many letters wait."""

        def look(turn: Turn[Any]) -> tuple[Stage, int, int]:
            going = turn.tx.mailings.get(turn.tx.questions.get(self.question_id).mailing_id)
            row = turn.tx.statements.one(
                "SELECT COUNT(*) AS n FROM outbox WHERE state = 'queued' AND key = :key", key=going.subject
            )
            return going.stage, going.reached, row["n"]

        found: tuple[Stage, int, int] = await self.does(look)
        return found


@pytest_asyncio.fixture
async def desk() -> AsyncIterator[Desk]:
    clock = FakeClock()
    database = await open_database("sqlite:///:memory:", now=clock.now, seed=clock.seed)

    def people(tx: Transaction) -> None:
        settle(tx, AREAS)
        tx.people.bind("ma", Address("telegram", "203"))
        for n in range(PEOPLE):
            tx.people.save(Person(f"r{n:03}", f"邻居{n}", spot_grid="g1"))
            tx.people.bind(f"r{n:03}", Address("telegram", f"{1000 + n}"))

    await database.transact("people", people)
    yield Desk(database, clock)
    await database.close()


async def test_stopped_it_reaches_nobody_else_and_what_waits_is_taken_back(desk: Desk) -> None:
    await desk.asks()
    await desk.beats()
    assert await desk.stands() == (Stage.GOING, 20, 20)
    await desk.does(lambda turn: mailing.stop(turn, turn.tx.questions.get(desk.question_id).mailing_id, "ma"))
    await desk.beats(minutes=1)
    assert await desk.stands() == (Stage.STOPPED, 0, 0)


async def test_after_a_restart_it_goes_on_where_it_was_and_nobody_has_it_twice(desk: Desk) -> None:
    await desk.asks()
    await desk.beats()
    await desk.does(mailing.plan)
    for _ in range(3):
        await desk.beats(seconds=2)
    assert await desk.stands() == (Stage.DONE, PEOPLE, PEOPLE)


async def test_ended_while_it_goes_out_it_goes_no_further(desk: Desk) -> None:
    await desk.asks()
    await desk.beats()
    await desk.does(lambda turn: end(turn, turn.tx.questions.get(desk.question_id), "ma"))
    await desk.beats(minutes=1)
    assert (await desk.stands())[0] is Stage.STOPPED
