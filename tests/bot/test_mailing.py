"""A mailing to very many: everybody has it once, nobody's answer waits for it, it can be stopped and be killed."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
import pytest_asyncio

from bot.clock import SystemClock
from bot.pace import Pace, Rates
from domain.mailing import Stage
from domain.messages import Address, Outbound, Text, Urgency
from handlers import mailing
from sandbox import BotAccount, Person, Sandbox
from storage.database import Database, open_database
from storage.transaction import Transaction
from tests.bot.conftest import Beside
from tests.bot.forking import Forked
from tests.bot.mailing_office import FIRST, TOKEN, WATER, Office, lives, person_id, populated, turn_of
from tests.bot.postman import Postman
from tests.waiting import until

pytestmark = pytest.mark.asyncio
A_SECONDS_WORTH = 30
"""Letters: counted, since a busy machine has slow seconds."""
FAST = Rates(overall=3000)


@pytest_asyncio.fixture(params=["sqlite", "postgres"])
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    file = f"sqlite:///{tmp_path}/bench.sqlite3"
    url = file if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    clock = SystemClock()
    opened = await open_database(url, now=clock.now, seed=clock.seed)
    yield opened
    await opened.close()


def office(database: Database, postman: Postman, rates: Rates = FAST) -> Office:
    return Office(database, postman, SystemClock(), Pace(rates))


async def over(office: Office, mailing_id: str) -> None:
    """Returns when nothing of it is left to do or to send."""
    for _ in range(500):
        if await office.is_over(mailing_id):
            return
        await asyncio.sleep(0.02)
    raise AssertionError(await office.mailing(mailing_id))


def letters(postman: Postman) -> Counter[str]:
    """How many each account has had."""
    return Counter(outbound.to.account for outbound in postman.delivered)


async def test_everybody_who_can_be_reached_has_it_once(database: Database, postman: Postman, beside: Beside) -> None:
    await populated(database, 130)
    blocked = Address("telegram", str(FIRST + 7))
    await database.transact("block", lambda tx: tx.people.block(blocked, True))
    sender = office(database, postman)
    beside(sender.run())
    begun = await sender.begins()
    await over(sender, begun)
    assert letters(postman) == {str(FIRST + n): 1 for n in range(130) if n != 7}
    done = await sender.mailing(begun)
    assert (done.stage, done.reached) == (Stage.DONE, 129)
    events = await database.read("events", lambda tx: tx.events.of(done.subject))
    assert [event.type for event in events] == ["MailingBegun", "MailingEnded"]


async def test_only_a_few_wait_in_the_outbox_at_a_time(database: Database, postman: Postman, beside: Beside) -> None:
    await populated(database, 400)
    sender = office(database, postman, Rates(overall=30))
    beside(sender.run())
    await sender.begins()
    most = 0
    for _ in range(40):
        depth = await database.read("depth", lambda tx: tx.outbox.depth())
        most = max(most, depth.get("queued", 0))
        await asyncio.sleep(0.03)
    assert 0 < most < mailing.ENOUGH + mailing.IN_ONE_ACT


async def test_no_answer_waits_for_it_as_long_as_a_second(database: Database, postman: Postman, beside: Beside) -> None:
    await populated(database, 2000)
    sender = office(database, postman, Rates())
    beside(sender.run())
    await sender.begins()
    await until(lambda: len(postman.delivered) > 40)
    before = len(postman.delivered)
    waits = []
    for number in range(15):
        waits.append(await answered(sender, postman, str(number)))
        await asyncio.sleep(0.1)
    assert max(waits) < A_SECONDS_WORTH
    assert len(postman.delivered) - before > len(waits)  # it went on meanwhile


async def answered(sender: Office, postman: Postman, account: str) -> int:
    """How many letters of the mailing arrive between the commit of an answer and its own arrival."""
    answer = Outbound(Address("telegram", account), (Text("收到"),), urgency=Urgency.TURN)
    before = len(postman.delivered)
    await sender.database.transact("turn", lambda tx: tx.outbox.put(answer))
    sender.delivery.wake()
    await until(lambda: letters(postman)[account] == 1)
    return len(postman.delivered) - before - 1


async def test_one_that_is_stopped_reaches_nobody_more(database: Database, postman: Postman, beside: Beside) -> None:
    await populated(database, 400)
    sender = office(database, postman, Rates(overall=60))
    beside(sender.run())
    begun = await sender.begins()
    await until(lambda: len(postman.delivered) > 20)
    await database.transact("stop", lambda tx: mailing.stop(turn_of(tx), begun, "ma"))
    await over(sender, begun)
    reached = len(postman.delivered)
    await asyncio.sleep(0.2)
    assert len(postman.delivered) == reached < 400
    stopped = await sender.mailing(begun)
    assert (stopped.stage, stopped.reached) == (Stage.STOPPED, reached)
    await database.transact("again", lambda tx: mailing.stop(turn_of(tx), begun, "ma"))
    events = await database.read("events", lambda tx: tx.events.of(stopped.subject))
    assert [event.type for event in events] == ["MailingBegun", "MailingEnded"]


async def test_one_whose_portion_was_set_aside_goes_on_at_the_next_start(
    database: Database, postman: Postman, beside: Beside
) -> None:
    await populated(database, 30)
    begun = await office(database, postman).begins()
    await database.transact("lost", lambda tx: tx.schedule.cancel(f"mailing:{begun}"))
    sender = office(database, postman)
    beside(sender.run())
    await over(sender, begun)
    assert len(letters(postman)) == 30


async def test_who_was_reached_before_is_not_reached_again_though_the_cursor_falls_back(
    database: Database, postman: Postman, beside: Beside
) -> None:
    await populated(database, 50)
    sender = office(database, postman)
    beside(sender.run())
    begun = await sender.begins()
    await over(sender, begun)

    again = replace(await sender.mailing(begun), stage=Stage.GOING, cursor=person_id(10))

    def back(tx: Transaction) -> None:
        tx.mailings.save(again)
        mailing.plan(turn_of(tx))

    await database.transact("back", back)
    sender.heartbeat.wake()
    await over(sender, begun)
    assert set(letters(postman).values()) == {1}


# ---- kill -9 -------------------------------------------------------------------------------------------------------

PEOPLE = 200


async def test_killed_twice_half_way_it_goes_on_and_nobody_gets_two(tmp_path: Path) -> None:
    """What was on its way at a kill is written down as unknown; a notice is not worth a repeat."""
    sandbox = Sandbox(TOKEN, BotAccount(110201543, "小板凳", "little_bench_bot"))
    sandbox.world.limits.on = False
    people = [sandbox.world.add_person(FIRST + number, f"邻居{number}") for number in range(PEOPLE)]
    for person in people:
        person.starts()
    sandbox.world.updates.clear()
    url = f"sqlite:///{tmp_path}/bench.sqlite3"
    arguments = (await sandbox.start(), url, str(PEOPLE))
    try:
        for enough in (40, 120):
            process = Forked(lives, *arguments)
            await until(partial(so_many_heard, people, enough))
            process.is_over()
        process = Forked(lives, *arguments)
        await until(lambda: heard(people)[FIRST + PEOPLE - 1] == 1)
        await asyncio.sleep(0.5)
        process.is_over()
    finally:
        await sandbox.stop()
    unknown = await in_state(url, "unknown")
    assert set(heard(people).values()) <= {0, 1}
    assert PEOPLE - sum(heard(people).values()) <= unknown <= 2 * 16


def so_many_heard(people: list[Person], enough: int) -> bool:
    return sum(heard(people).values()) >= enough


def heard(people: list[Person]) -> Counter[int]:
    return Counter({p.id: sum(m.text == WATER for m in p.messages if m.out) for p in people})


async def in_state(url: str, state: str) -> int:
    clock = SystemClock()
    database = await open_database(url, now=clock.now, seed=clock.seed)
    try:
        return (await database.read("depth", lambda tx: tx.outbox.depth())).get(state, 0)
    finally:
        await database.close()
