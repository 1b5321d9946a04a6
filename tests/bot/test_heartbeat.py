"""Deadlines pass: each row once, late or not, and one bad row holds nobody up."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import timedelta

import pytest

from bot.clock import MovedClock, SystemClock
from bot.heartbeat import Alarm, Heartbeat
from domain.messages import Inbound
from domain.open import Due
from storage.database import Database, open_database
from storage.transaction import Transaction
from tests.bot.conftest import Beside
from tests.bot.postman import FullDisk
from tests.clock import FakeClock
from tests.waiting import until


class Ward:
    """Writes down what fired; fails for the subjects it is told."""

    def __init__(self) -> None:
        self.fired: list[str] = []
        self.bad: set[str] = set()
        self.tries = 0
        self.told: list[str] = []
        self.woken = 0

    def tick(self, tx: Transaction, limit: int) -> Sequence[Due]:
        due = tx.schedule.due(tx.now, limit)
        for row in due:
            if row.subject in self.bad:
                self.tries += 1
                raise ZeroDivisionError("a bug")
            if row.subject == "chain":
                tx.schedule.add(Due("remind", "link", "1", tx.now))
        self.fired += [row.subject for row in due]
        return due

    def on_fault(self, tx: Transaction, inbound: Inbound | None, reference: str) -> None:
        assert inbound is None
        self.told.append(reference)

    def wake(self) -> None:
        self.woken += 1


@pytest.fixture
def ward() -> Ward:
    return Ward()


@pytest.fixture
def build(database: Database, ward: Ward, clock: FakeClock) -> Callable[..., Heartbeat]:
    return lambda on=database: Heartbeat(on, ward.tick, ward.on_fault, clock, woken=ward.wake)


async def plan(database: Database, clock: FakeClock | SystemClock, *subjects: str, hours: float = 0) -> None:
    due_at = clock.now() + timedelta(hours=hours)

    def act(tx: Transaction) -> None:
        for subject in subjects:
            tx.schedule.add(Due("remind", subject, "1", due_at))

    await database.transact("plan", act)


@pytest.mark.asyncio
async def test_what_is_due_fires_once(
    build: Callable[..., Heartbeat], database: Database, ward: Ward, clock: FakeClock
) -> None:
    await plan(database, clock, "a", "b")
    await plan(database, clock, "later", hours=1)
    assert await build().beat() == 2
    assert await build().beat() == 0
    assert (ward.fired, ward.woken) == (["a", "b"], 1)


@pytest.mark.asyncio
async def test_what_falls_due_by_it_fires_too(
    build: Callable[..., Heartbeat], database: Database, ward: Ward, clock: FakeClock
) -> None:
    await plan(database, clock, "chain")
    await build().beat()
    assert ward.fired == ["chain", "link"]


@pytest.mark.asyncio
async def test_a_deadline_passed_while_we_were_down_fires_at_the_start(
    build: Callable[..., Heartbeat], database: Database, ward: Ward, clock: FakeClock, beside: Beside
) -> None:
    await plan(database, clock, "old", hours=-48)
    beside(build().run())
    await until(lambda: ward.fired == ["old"])


@pytest.mark.asyncio
async def test_it_wakes_when_the_clock_gets_there(
    build: Callable[..., Heartbeat], database: Database, ward: Ward, clock: FakeClock, beside: Beside
) -> None:
    await plan(database, clock, "a", hours=0.01)
    beside(build().run())
    await asyncio.sleep(0.02)
    assert ward.fired == []
    clock.advance(hours=1)
    await until(lambda: ward.fired == ["a"])


@pytest.mark.asyncio
async def test_a_nearer_row_is_seen_when_woken(
    build: Callable[..., Heartbeat], database: Database, ward: Ward, clock: FakeClock, beside: Beside
) -> None:
    heartbeat = build()
    beside(heartbeat.run())
    await asyncio.sleep(0.02)
    await plan(database, clock, "now")
    heartbeat.wake()
    await until(lambda: ward.fired == ["now"])


@pytest.mark.asyncio
async def test_one_bad_row_is_quarantined_and_the_others_fire(
    build: Callable[..., Heartbeat], database: Database, ward: Ward, clock: FakeClock
) -> None:
    ward.bad = {"b"}
    await plan(database, clock, "a", "b", "c")
    await build().beat()
    assert ward.fired == ["a", "c"]
    assert len(ward.told) == 1
    assert await database.read("count", lambda tx: tx.quarantine.count()) == 1


@pytest.mark.asyncio
async def test_a_full_disk_is_waited_out(
    build: Callable[..., Heartbeat], database: Database, ward: Ward, clock: FakeClock, beside: Beside
) -> None:
    await plan(database, clock, "a")
    beside(build(FullDisk(database, failures=3)).run())
    await until(lambda: ward.fired == ["a"])
    assert len(clock.slept) == 3


@pytest.mark.asyncio
async def test_the_alarm_of_real_running_rings_in_time(ward: Ward, beside: Beside) -> None:
    clock = SystemClock()
    alarm = Alarm(clock)
    database = await open_database("sqlite:///:memory:", now=clock.now, seed=clock.seed)
    alarm.start()
    await plan(database, clock, "a", hours=0.1 / 3600)
    beside(Heartbeat(database, ward.tick, ward.on_fault, clock, woken=ward.wake, wait_until=alarm.wait_until).run())
    await until(lambda: ward.fired)
    alarm.stop()
    await database.close()


@pytest.mark.asyncio
async def test_the_alarm_rings_at_once_for_what_is_long_past_and_can_be_given_up() -> None:
    clock = SystemClock()
    alarm = Alarm(clock)
    alarm.start()
    async with asyncio.timeout(60):
        await alarm.wait_until(clock.now() - timedelta(days=3))
    waiting = asyncio.create_task(alarm.wait_until(clock.now() + timedelta(days=3)))
    await asyncio.sleep(0.01)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    alarm.stop()


@pytest.mark.asyncio
async def test_moving_the_demos_clock_passes_what_is_due(ward: Ward, beside: Beside) -> None:
    clock = MovedClock()
    database = await open_database("sqlite:///:memory:", now=clock.now, seed=clock.seed)
    await plan(database, clock, "a", hours=1)
    beside(Heartbeat(database, ward.tick, ward.on_fault, clock, woken=ward.wake).run())
    await asyncio.sleep(0.02)
    clock.advance(timedelta(hours=2))
    await until(lambda: ward.fired)
    await database.close()


@pytest.mark.asyncio
async def test_how_late_it_was_is_told_of_each_row_by_its_kind(
    database: Database, ward: Ward, clock: FakeClock
) -> None:
    late: list[tuple[str, float]] = []
    heartbeat = Heartbeat(
        database, ward.tick, ward.on_fault, clock, woken=ward.wake, late=lambda kind, by: late.append((kind, by))
    )
    await plan(database, clock, "a", hours=-1)
    await plan(database, clock, "b")
    await heartbeat.beat()
    assert late == [("remind", 3600.0), ("remind", 0.0)]
