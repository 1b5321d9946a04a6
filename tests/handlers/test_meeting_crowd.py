"""A meeting of many: each is told once of each thing, portion by portion; all that may be spoken of is found."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
import pytest_asyncio

from domain.listening.meeting import MeetingKind
from domain.listening.need import NeedKind
from domain.listening.resolution import Becomes
from domain.messages import Address
from domain.open import OpenDialog
from domain.people.person import Person
from handlers.families import FAMILIES
from handlers.listening.meetings.agenda import NEED, OTHERS, ask_agenda
from handlers.listening.meetings.attending import hold
from handlers.listening.meetings.becoming import Resolved, make
from handlers.listening.meetings.calling import Called, call
from handlers.listening.meetings.changing import cancel, move
from handlers.listening.needs import note_need
from handlers.ticking import tick
from handlers.turn import Turn
from storage.database import Database, open_database
from storage.transaction import Transaction
from tests.clock import FakeClock
from tests.handlers.record import NOW, house
from tests.stories.district import AREAS, settle

pytestmark = pytest.mark.asyncio

CROWD = [f"p{n:02}" for n in range(45)]
STARTS = NOW + timedelta(days=5, hours=5)


class Hall:
    """The community's meeting, to which everybody living there is asked."""

    def __init__(self, database: Database, clock: FakeClock) -> None:
        self._database, self._clock = database, clock
        self.meeting_id = ""

    async def does(self, act: Callable[[Turn[Any], Person, OpenDialog], object]) -> None:
        def acts(tx: Transaction) -> None:
            act(Turn(tx, house()), tx.people.get("ma"), OpenDialog("ma", "meeting", self.meeting_id))

        await self._database.transact("act", acts)

    async def told(self, at: datetime) -> Counter[str]:
        """How many messages each of the crowd was sent until then, since this was last asked."""
        while True:
            due = await self._database.read("next", lambda tx: tx.schedule.next_at())
            if due is None or due > at:
                break
            self._clock.advance(max(0.0, (due - self._clock.now()).total_seconds()))
            await self._database.transact("tick", lambda tx: tick(Turn(tx, house()), FAMILIES, 100))
        return await self._database.transact("sent", _sent)


def _sent(tx: Transaction) -> Counter[str]:
    rows = tx.statements.all("SELECT account FROM outbox WHERE op = 'send' AND account LIKE 'p%'")
    tx.statements.run("DELETE FROM outbox")
    return Counter(row["account"] for row in rows)


@pytest_asyncio.fixture
async def hall() -> AsyncIterator[Hall]:
    clock = FakeClock(NOW)
    database = await open_database("sqlite:///:memory:", now=clock.now, seed=clock.seed)

    def people(tx: Transaction) -> None:
        settle(tx, AREAS)
        for id in CROWD:
            tx.people.save(Person(id, id, spot_grid="g1"))
            tx.people.bind(id, Address("test", id))

    await database.transact("people", people)
    hall = Hall(database, clock)
    called = Called(MeetingKind.COUNCIL, "community", "活动室", STARTS, (), (), ("living",))
    await hall.does(lambda turn, ma, dialog: call(turn, ma, dialog, called))
    row = await database.read("id", lambda tx: tx.statements.one("SELECT id FROM meetings"))
    assert row is not None
    hall.meeting_id = row["id"]
    yield hall
    await database.close()


EACH_ONCE = Counter(CROWD)


async def test_each_is_invited_reminded_and_told_of_a_move_and_of_the_end_once(hall: Hall) -> None:
    assert await hall.told(NOW) == EACH_ONCE
    await hall.does(lambda turn, ma, dialog: move(turn, ma, dialog, (STARTS + timedelta(days=1), "")))
    assert await hall.told(NOW) == EACH_ONCE
    assert await hall.told(STARTS - timedelta(minutes=1)) == Counter()
    assert await hall.told(STARTS + timedelta(hours=1)) == EACH_ONCE
    await hall.does(lambda turn, ma, dialog: cancel(turn, ma, dialog, ""))
    assert await hall.told(STARTS + timedelta(days=3)) == EACH_ONCE


async def test_each_who_came_is_asked_once_whether_it_was_kept(hall: Hall) -> None:
    await hall.told(STARTS + timedelta(hours=3))
    await hall.does(lambda turn, ma, dialog: hold(turn, ma, dialog, "、".join(CROWD[:30])))
    noted = Resolved("常来坐坐", Becomes.NOTED)
    await hall.does(lambda turn, ma, dialog: make(turn, ma, turn.tx.meetings.get(dialog.subject), noted))
    assert await hall.told(STARTS + timedelta(days=40)) == Counter(CROWD[:30])


async def test_of_many_needs_all_can_be_looked_through(hall: Hall) -> None:
    def act(turn: Turn[Any], ma: Person, dialog: OpenDialog) -> None:
        for n in range(6):
            note_need(turn, ma, area_id="community", kind=NeedKind.ROOM, line=f"need {n}")
        seen = []
        asking = ask_agenda(turn, "community")
        question = next(asking)
        for said in (OTHERS, OTHERS, question.options[0].value, OTHERS, OTHERS):
            seen.append([str(option.label) for option in question.options if option.value.startswith(NEED)])
            question = asking.send(said)
        assert seen == [
            ["need 0", "need 1", "need 2"],
            ["need 3", "need 4", "need 5"],
            ["need 0", "need 1", "need 2"],
            ["need 1", "need 2", "need 3"],
            ["need 4", "need 5"],
        ]

    await hall.does(act)
