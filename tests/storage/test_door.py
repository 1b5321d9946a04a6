"""The one door: what an act and its caller may rely on, whichever engine keeps the rows."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from functools import partial

import pytest

from domain.errors import NotAllowed
from domain.events import Event
from storage.database import Database, DatabaseClosed
from storage.transaction import Transaction
from tests.clock import FakeClock
from tests.storage.support import NOON


class Gate:
    """Keeps an act inside its transaction until the test lets it go on."""

    def __init__(self) -> None:
        self.entered = threading.Event()
        self.opened = threading.Event()

    def pass_through(self) -> None:
        self.entered.set()
        assert self.opened.wait(10)

    async def until_entered(self) -> None:
        assert await asyncio.to_thread(self.entered.wait, 10)


async def note(database: Database, name: str) -> str | None:
    return await database.read("note", lambda tx: tx.notes.get(name))


def keep(number: int, tx: Transaction) -> None:
    tx.notes.set(f"kept {number}", "yes")


def take_turn(done: list[int], number: int, tx: Transaction) -> None:
    done.append(number)


def answer(number: int, tx: Transaction) -> int:
    return number


@pytest.mark.asyncio
async def test_what_an_act_returns_reaches_its_caller(database: Database) -> None:
    assert await database.transact("answer", lambda tx: 42) == 42


@pytest.mark.asyncio
async def test_an_act_sees_the_instant_of_the_clock(database: Database, clock: FakeClock) -> None:
    assert await database.transact("now", lambda tx: tx.now) == clock.now()


@pytest.mark.asyncio
async def test_an_act_that_raises_is_rolled_back_alone(database: Database) -> None:
    def refuse(tx: Transaction) -> None:
        tx.notes.set("refused", "written before the refusal")
        raise NotAllowed

    others: list[Callable[[Transaction], object]] = [partial(keep, n) for n in range(4)]
    acts = [*others[:2], refuse, *others[2:]]
    outcomes = await asyncio.gather(*(database.transact("mixed", act) for act in acts), return_exceptions=True)
    assert [type(outcome) for outcome in outcomes].count(NotAllowed) == 1
    assert await note(database, "refused") is None
    assert [await note(database, f"kept {n}") for n in range(4)] == ["yes"] * 4


@pytest.mark.asyncio
async def test_acts_at_the_same_time_lose_nothing_of_one_another(database: Database) -> None:
    def append(tx: Transaction) -> int:
        tx.events.append(Event("matter:1", "MatterFiled", NOON))
        return tx.matters.next_seq(NOON.date())

    numbers = await asyncio.gather(*(database.transact("append", append) for _ in range(20)))
    assert sorted(numbers) == list(range(1, 21))
    events = await database.read("events", lambda tx: tx.events.of("matter:1"))
    assert [event.seq for event in events] == list(range(1, 21))
    assert await database.read("verify", lambda tx: tx.events.broken("matter:1")) is None


@pytest.mark.asyncio
async def test_acts_of_one_order_keep_the_order_in_which_they_were_asked_for(database: Database) -> None:
    done: list[int] = []
    await asyncio.gather(
        *(database.transact("turn", partial(take_turn, done, n), order="telegram:1") for n in range(20))
    )
    assert done == list(range(20))


@pytest.mark.asyncio
async def test_an_act_cancelled_while_queued_has_no_effect(database: Database) -> None:
    gate = Gate()
    first = asyncio.create_task(database.transact("slow", lambda tx: gate.pass_through(), order="li"))
    await gate.until_entered()
    second = asyncio.create_task(database.transact("late", lambda tx: tx.notes.set("late", "1"), order="li"))
    await asyncio.sleep(0.01)
    second.cancel()
    gate.opened.set()
    await asyncio.gather(first, second, return_exceptions=True)
    assert second.cancelled()
    assert await note(database, "late") is None


@pytest.mark.asyncio
async def test_an_act_cancelled_while_it_runs_stands(database: Database) -> None:
    gate = Gate()

    def write(tx: Transaction) -> None:
        tx.notes.set("running", "1")
        gate.pass_through()

    task = asyncio.create_task(database.transact("slow", write, order="li"))
    await gate.until_entered()
    task.cancel()
    gate.opened.set()
    await asyncio.gather(task, return_exceptions=True)
    await database.transact("next", lambda tx: None, order="li")
    assert await note(database, "running") == "1"


@pytest.mark.asyncio
async def test_a_query_beside_a_writer_sees_what_was_committed_before(database: Database) -> None:
    gate = Gate()
    await database.transact("before", lambda tx: tx.notes.set("state", "before"))

    def write(tx: Transaction) -> None:
        tx.notes.set("state", "after")
        gate.pass_through()

    writing = asyncio.create_task(database.transact("slow", write))
    await gate.until_entered()
    assert await note(database, "state") == "before"
    gate.opened.set()
    await writing
    assert await note(database, "state") == "after"


@pytest.mark.asyncio
async def test_a_long_query_does_not_hold_up_the_next_one(database: Database) -> None:
    gate = Gate()
    slow = asyncio.create_task(database.read("slow", lambda tx: gate.pass_through()))
    await gate.until_entered()
    assert await note(database, "anything") is None
    gate.opened.set()
    await slow


@pytest.mark.asyncio
async def test_a_query_cannot_write(database: Database) -> None:
    with pytest.raises(Exception, match=r"read-?only"):
        await database.read("sly", lambda tx: tx.notes.set("sly", "1"))
    assert await note(database, "sly") is None


@pytest.mark.asyncio
async def test_closing_finishes_what_was_asked_for_and_takes_nothing_more(database: Database) -> None:
    asked = [asyncio.create_task(database.transact("ask", partial(answer, n))) for n in range(5)]
    await asyncio.sleep(0)
    await database.close()
    assert await asyncio.gather(*asked) == list(range(5))
    with pytest.raises(DatabaseClosed):
        await database.transact("too late", lambda tx: None)
    with pytest.raises(DatabaseClosed):
        await database.read("too late", lambda tx: None)


@pytest.mark.asyncio
async def test_ids_are_sixteen_characters_and_never_the_same(database: Database) -> None:
    acts = [database.transact("ids", lambda tx: (tx.new_id(), tx.new_id())) for _ in range(10)]
    ids = [made for pair in await asyncio.gather(*acts) for made in pair]
    assert len(set(ids)) == 20
    assert {len(made) for made in ids} == {16}
