"""The machine's clock jumps, forward and back, asleep or set by hand: nothing happens early, twice, or never."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.clock import MovedClock
from bot.config import load_config
from bot.courier import LONGEST_WAIT
from bot.delivery import Delivery
from bot.guard import Guard
from bot.heartbeat import Alarm, Heartbeat
from bot.running import run
from bot.steady import SteadyClock
from channels.telegram.channel import Telegram
from channels.telegram.request import AiohttpRequest
from domain.digests.rhythm import Rhythm
from domain.errors import DeliveryFailed
from domain.messages import Address, Inbound, Outbound, Text
from domain.open import Due
from sandbox import Sandbox
from storage.database import Database, open_database
from storage.transaction import Transaction
from tests.bot.conftest import Beside
from tests.bot.postman import Postman
from tests.bot.program import TOKEN, Program
from tests.clock import FakeClock
from tests.waiting import until

SECOND = timedelta(seconds=1)
DAY = timedelta(days=1)
WILD = [DAY, -DAY, timedelta(days=1461), timedelta(minutes=-6)]


@pytest.fixture
def machine() -> MovedClock:
    """Its civil time is moved; its real seconds go on as they do."""
    return MovedClock()


@pytest.fixture
def steady(machine: MovedClock) -> SteadyClock:
    """The platform has just agreed with the machine."""
    steady = SteadyClock(machine)
    steady.heard(machine.now())
    return steady


# ---- what is believed ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("by", WILD)
def test_a_jump_that_nobody_confirms_moves_nothing_and_neither_does_setting_it_right(
    machine: MovedClock, steady: SteadyClock, by: timedelta
) -> None:
    before = steady.now()
    machine.advance(by)
    assert abs(steady.now() - before) < SECOND
    assert abs(steady.ahead() - by) < SECOND
    machine.advance(-by)
    assert abs(steady.now() - before) < SECOND
    assert not steady.ahead()


def test_a_machine_that_is_put_right_by_a_minute_is_followed(machine: MovedClock, steady: SteadyClock) -> None:
    before = steady.now()
    machine.advance(timedelta(minutes=1))
    assert abs(steady.now() - before - timedelta(minutes=1)) < SECOND
    assert not steady.ahead()


def test_before_the_platform_is_heard_the_machine_is_believed(machine: MovedClock) -> None:
    assert abs(SteadyClock(machine).now() - machine.now()) < SECOND


def test_a_machine_that_was_wrong_from_the_start_is_known_by_the_platforms_first_answer(machine: MovedClock) -> None:
    real, steady = machine.now(), SteadyClock(machine)
    machine.advance(-8 * DAY)
    steady.heard(real)
    assert abs(steady.now() - real) < SECOND


@pytest.mark.asyncio
async def test_after_a_machine_has_slept_the_platform_is_asked_and_what_it_says_is_right(
    machine: MovedClock, steady: SteadyClock
) -> None:
    woken: list[None] = []

    async def answers() -> None:
        steady.heard(machine.now())

    guard = Guard(steady, answers, woken=lambda: woken.append(None))
    machine.advance(timedelta(hours=8))
    await guard.look()
    assert abs(steady.now() - machine.now()) < SECOND
    assert not guard.ahead
    assert not woken


@pytest.mark.asyncio
async def test_a_wrong_machine_is_told_of_once_and_once_when_it_is_right(
    machine: MovedClock, steady: SteadyClock, caplog: pytest.LogCaptureFixture
) -> None:
    real = MovedClock()

    async def answers() -> None:
        steady.heard(real.now())

    guard = Guard(steady, answers, woken=lambda: None)
    machine.advance(DAY)
    for _ in range(3):
        await guard.look()
    assert abs(guard.ahead - DAY) < 2 * SECOND
    machine.advance(-DAY)
    for _ in range(3):
        await guard.look()
    assert not guard.ahead
    assert [record.getMessage().split(";")[0][:24] for record in caplog.records] == ["this machine's clock is "] * 2


@pytest.mark.asyncio
async def test_a_platform_that_does_not_answer_settles_nothing(machine: MovedClock, steady: SteadyClock) -> None:
    async def silence() -> None:
        raise DeliveryFailed("no connection")

    guard, before = Guard(steady, silence, woken=lambda: None), steady.now()
    machine.advance(DAY)
    await guard.look()
    assert not guard.ahead
    assert abs(steady.now() - before) < SECOND


@pytest.mark.asyncio
async def test_what_time_it_is_comes_with_every_good_answer_of_the_platform(
    sandbox: Sandbox, api: str, machine: MovedClock
) -> None:
    machine.advance(3 * DAY)
    steady = SteadyClock(machine)
    telegram = Telegram(TOKEN, steady, api=api, request=AiohttpRequest(dated=steady.heard))
    try:
        await telegram.start()
        assert abs(steady.ahead() - 3 * DAY) < 2 * SECOND
    finally:
        await telegram.stop()


# ---- the heart -----------------------------------------------------------------------------------------------------


async def plan(database: Database, at: datetime) -> None:
    await database.transact("plan", lambda tx: tx.schedule.add(Due("remind", "a", "1", at)))


class Fired:
    def __init__(self) -> None:
        self.times = 0

    def tick(self, tx: Transaction, limit: int) -> Sequence[Due]:
        due = tx.schedule.due(tx.now, limit)
        self.times += len(due)
        return due


def nobody(tx: Transaction, inbound: Inbound | None, reference: str) -> None:
    raise AssertionError(reference)


@pytest.mark.asyncio
@pytest.mark.parametrize("by", WILD)
async def test_while_the_machine_is_wrong_what_is_due_happens_in_its_time_and_once(
    machine: MovedClock, steady: SteadyClock, beside: Beside, by: timedelta
) -> None:
    database, fired, alarm = (
        await open_database("sqlite:///:memory:", now=steady.now, seed=steady.seed), Fired(), Alarm(steady),
    )  # fmt: skip
    alarm.start()
    await plan(database, steady.now() + timedelta(seconds=0.4))
    beside(Heartbeat(database, fired.tick, nobody, steady, woken=lambda: None, wait_until=alarm.wait_until).run())
    await asyncio.sleep(0.05)
    machine.advance(by)
    await asyncio.sleep(0.1)
    assert fired.times == 0
    await until(lambda: fired.times == 1)
    machine.advance(-by)
    await asyncio.sleep(0.05)
    assert fired.times == 1
    alarm.stop()
    await database.close()


@pytest.mark.asyncio
async def test_the_alarm_does_not_ring_at_once_because_the_machine_is_ahead(
    machine: MovedClock, steady: SteadyClock
) -> None:
    """It would ring and ring, and nothing would be due."""
    machine.advance(-DAY)  # what is believed is a day ahead of the machine, as the scheduler sees it
    alarm, begun = Alarm(steady), steady.monotonic()
    alarm.start()
    await alarm.wait_until(steady.now() + timedelta(seconds=0.1))
    alarm.stop()
    assert steady.monotonic() - begun > 0.08


# ---- the outbox ----------------------------------------------------------------------------------------------------


@pytest.fixture
def delivery(database: Database, postman: Postman, clock: FakeClock) -> Delivery:
    return Delivery(
        database, {"telegram": postman}, clock, on_gone=lambda tx, to, outbound: None, repeat_line=lambda outbound: ""
    )


async def put(database: Database, *texts: str) -> None:
    def act(tx: Transaction) -> None:
        for text in texts:
            tx.outbox.put(Outbound(Address("telegram", "42"), (Text(text),)))

    await database.transact("put", act)


@pytest.mark.asyncio
async def test_a_try_put_off_by_a_clock_that_is_set_back_holds_nobody_up(
    delivery: Delivery, database: Database, postman: Postman, clock: FakeClock, beside: Beside
) -> None:
    postman.failures = [DeliveryFailed("later", retry_after=30.0)]
    await put(database, "一", "二")
    beside(delivery.run())
    await until(lambda: not postman.failures)
    clock.is_set(days=-1)
    clock.advance(31)
    await put(database, "三")
    async with asyncio.timeout(60):
        await delivery.idle()
    assert postman.texts == ["一", "二", "三"]


@pytest.mark.asyncio
async def test_a_try_put_off_by_an_earlier_process_with_a_wrong_clock_is_made_at_the_start(
    delivery: Delivery, database: Database, postman: Postman, clock: FakeClock, beside: Beside
) -> None:
    def before(tx: Transaction) -> None:
        tx.outbox.put(Outbound(Address("telegram", "42"), (Text("一"),)))
        [parcel] = tx.outbox.claim(tx.now, 1)
        tx.outbox.retry(parcel.id, tx.now + LONGEST_WAIT + 365 * DAY, "later")

    await database.transact("before", before)
    beside(delivery.run())
    async with asyncio.timeout(60):
        await delivery.idle()
    assert postman.texts == ["一"]


@pytest.mark.asyncio
async def test_a_wait_that_is_as_long_as_it_should_be_is_kept(database: Database, clock: FakeClock) -> None:
    def act(tx: Transaction) -> tuple[int, int]:
        tx.outbox.put(Outbound(Address("telegram", "42"), (Text("一"),)))
        [parcel] = tx.outbox.claim(tx.now, 1)
        tx.outbox.retry(parcel.id, tx.now + LONGEST_WAIT, "later")
        return tx.outbox.clock_set_back(tx.now, LONGEST_WAIT), len(tx.outbox.claim(tx.now, 1))

    assert await database.transact("act", act) == (0, 0)


# ---- the nights on which the hour is missing, or comes twice ---------------------------------------------------------


@pytest.mark.parametrize("night", [date(2026, 3, 29), date(2026, 10, 25)])
def test_a_digest_at_an_hour_that_is_missing_or_comes_twice_is_due_once(night: date) -> None:
    berlin, rhythm = ZoneInfo("Europe/Berlin"), Rhythm(time(2, 30), weekly=0, monthly=False)
    last, days = night - DAY, []
    at = datetime.combine(night - DAY, time(12), UTC)
    while at < datetime.combine(night + 2 * DAY, time(12), UTC):
        found = rhythm.due(last, at, berlin)
        if found is not None:
            last = found[0]
            days.append(last)
        at += timedelta(minutes=10)
    assert days == [night, night + DAY, night + 2 * DAY]


# ---- the program itself --------------------------------------------------------------------------------------------


@pytest.mark.asyncio
async def test_on_a_machine_that_is_days_ahead_a_matter_is_filed_at_the_time_it_really_is(
    program: Program, sandbox: Sandbox
) -> None:
    zhao = sandbox.world.add_person(101, "赵奶奶", language_code="zh-hans")
    running = asyncio.create_task(run(load_config(program.config, {}), MovedClock(8 * DAY)))
    zhao.says("3号楼2单元门口的路灯坏了")
    await until(lambda: any("我这样记" in message.text for message in zhao.messages))
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    newest = await program.rows(lambda tx: tx.dialogs.of(person_of(tx))[0].updated_at)
    assert newest is not None
    assert abs(newest - datetime.now(UTC)) < timedelta(minutes=1)


def person_of(tx: Transaction) -> str:
    person = tx.people.at(Address("telegram", "101"))
    assert person is not None
    return person.id
