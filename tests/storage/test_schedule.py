"""What is due fires once, for ever."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.open import Due
from storage.database import Database
from storage.transaction import Transaction
from tests.storage.support import NOON, Run

HOUR = timedelta(hours=1)
REMIND = Due("remind", "matter:1", "half", NOON)
ESCALATE = Due("escalate", "matter:1", "1", NOON - HOUR)
TOMORROW = Due("digest", "street", "2025-11-24", NOON + 24 * HOUR)


@pytest.mark.asyncio
async def test_what_is_due_comes_earliest_first_and_only_once(run: Run) -> None:
    def act(tx: Transaction) -> tuple[object, ...]:
        for due in (TOMORROW, REMIND, ESCALATE):
            tx.schedule.add(due)
        return tx.schedule.due(NOON, 10), tx.schedule.due(NOON, 10), tx.schedule.next_at()

    assert await run(act) == ([ESCALATE, REMIND], [], TOMORROW.due_at)


@pytest.mark.asyncio
async def test_a_slot_that_fired_cannot_be_added_again(run: Run) -> None:
    def act(tx: Transaction) -> object:
        tx.schedule.add(REMIND)
        tx.schedule.due(NOON, 10)
        tx.schedule.add(REMIND)
        return tx.schedule.due(NOON, 10), tx.schedule.next_at()

    assert await run(act) == ([], None)


@pytest.mark.asyncio
async def test_a_slot_that_was_cancelled_can_be_planned_again(run: Run) -> None:
    def act(tx: Transaction) -> object:
        tx.schedule.add(REMIND)
        tx.schedule.cancel("matter:1")
        tx.schedule.add(REMIND)
        return tx.schedule.due(NOON, 10)

    assert await run(act) == [REMIND]


@pytest.mark.asyncio
async def test_an_act_that_fails_gives_back_what_it_claimed(run: Run) -> None:
    def fail(tx: Transaction) -> None:
        tx.schedule.due(NOON, 10)
        raise ValueError

    await run(lambda tx: tx.schedule.add(REMIND))
    with pytest.raises(ValueError):
        await run(fail)
    assert await run(lambda tx: tx.schedule.due(NOON, 10)) == [REMIND]


@pytest.mark.asyncio
async def test_those_who_ask_at_the_same_time_share_what_is_due(run: Run, database: Database) -> None:
    def add_many(tx: Transaction) -> None:
        for number in range(30):
            tx.schedule.add(Due("remind", f"matter:{number}", "half", NOON))

    await run(add_many)
    asked = [database.transact("due", lambda tx: tx.schedule.due(NOON, 7)) for _ in range(8)]
    fired = [due.subject for share in await asyncio.gather(*asked) for due in share]
    assert len(fired) == len(set(fired))
    rest = await run(lambda tx: tx.schedule.due(NOON, 100))
    assert len(fired) + len(rest) == 30


@pytest.mark.asyncio
async def test_the_limit_leaves_the_rest_for_the_next_time(run: Run) -> None:
    def act(tx: Transaction) -> tuple[object, ...]:
        tx.schedule.add(REMIND)
        tx.schedule.add(ESCALATE)
        return tx.schedule.due(NOON, 1), tx.schedule.next_at(), tx.schedule.due(NOON, 1)

    assert await run(act) == ([ESCALATE], NOON, [REMIND])


@pytest.mark.asyncio
async def test_cancelling_takes_the_named_kinds_or_all_that_has_not_fired(run: Run) -> None:
    def act(tx: Transaction) -> tuple[object, ...]:
        tx.schedule.add(REMIND)
        tx.schedule.add(ESCALATE)
        tx.schedule.add(TOMORROW)
        tx.schedule.cancel("matter:1", ["escalate", "unknown"])
        left = tx.schedule.due(NOON - HOUR, 10)
        tx.schedule.cancel("matter:1")
        return left, tx.schedule.due(NOON, 10), tx.schedule.next_at()

    assert await run(act) == ([], [], TOMORROW.due_at)


@pytest.mark.asyncio
async def test_what_was_cancelled_can_be_added_again_at_another_instant(run: Run) -> None:
    def act(tx: Transaction) -> object:
        tx.schedule.add(REMIND)
        tx.schedule.cancel("matter:1")
        tx.schedule.add(replace(REMIND, due_at=NOON - HOUR))
        return tx.schedule.coming(), tx.schedule.due(NOON, 10)

    earlier = replace(REMIND, due_at=NOON - HOUR)
    assert await run(act) == (earlier, [earlier])


@pytest.mark.asyncio
async def test_cancelling_what_has_fired_does_not_let_it_fire_again(run: Run) -> None:
    def act(tx: Transaction) -> object:
        tx.schedule.add(REMIND)
        tx.schedule.due(NOON, 10)
        tx.schedule.cancel("matter:1", ["remind"])
        tx.schedule.add(REMIND)
        return tx.schedule.due(NOON, 10)

    assert await run(act) == []
