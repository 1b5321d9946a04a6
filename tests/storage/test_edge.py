"""What the edge of the bot keeps: inbounds seen, inbounds set aside, small facts, work to be done outside."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.errors import NotFound
from storage.transaction import Transaction
from storage.work import Job
from tests.storage.support import NOON, Run

MINUTE = timedelta(minutes=1)


@pytest.mark.asyncio
async def test_an_event_is_new_once_per_channel(run: Run) -> None:
    asked = [("telegram", "1"), ("telegram", "1"), ("wechat", "1"), ("telegram", "2")]
    assert await run(lambda tx: [tx.seen.first_time(*event, NOON) for event in asked]) == [True, False, True, True]


@pytest.mark.asyncio
async def test_an_event_whose_act_failed_is_new_again(run: Run) -> None:
    def fail(tx: Transaction) -> None:
        tx.seen.first_time("telegram", "1", NOON)
        raise ValueError

    with pytest.raises(ValueError):
        await run(fail)
    assert await run(lambda tx: tx.seen.first_time("telegram", "1", NOON))


@pytest.mark.asyncio
async def test_a_note_keeps_its_latest_value(run: Run) -> None:
    def act(tx: Transaction) -> tuple[object, ...]:
        before = tx.notes.get("greeting")
        tx.notes.set("greeting", "早")
        tx.notes.set("greeting", "晚")
        return before, tx.notes.get("greeting")

    assert await run(act) == (None, "晚")


@pytest.mark.asyncio
async def test_an_inbound_set_aside_gets_a_short_reference_whatever_is_in_it(run: Run) -> None:
    def act(tx: Transaction) -> tuple[str, str, int]:
        broken = tx.quarantine.add("telegram", "1", "half \ud83d and nul \x00", "cannot \ud83d be read", NOON)
        other = tx.quarantine.add("telegram", "2", "{}", "no such part", NOON)
        return broken, other, tx.quarantine.count()

    broken, other, count = await run(act)
    assert (len(broken), len(other), count) == (6, 6, 2)
    assert broken != other


def add_two(tx: Transaction) -> None:
    tx.work.add("download", "m1", {"ref": "abc", "parts": [1, 2]})
    tx.work.add("menu", "", {})


@pytest.mark.asyncio
async def test_work_is_claimed_in_order_and_once(run: Run) -> None:
    await run(add_two)
    first, second, nothing = await run(lambda tx: [tx.work.claim(NOON, 1) for _ in range(3)])
    assert first == [Job(first[0].id, "download", "m1", {"ref": "abc", "parts": (1, 2)}, 1, f"download-{first[0].id}")]
    assert (second[0].kind, nothing) == ("menu", [])


@pytest.mark.asyncio
async def test_failed_work_is_tried_again_at_its_time_or_never(run: Run) -> None:
    def act(tx: Transaction) -> list[list[tuple[str, int]]]:
        add_two(tx)
        download, menu = tx.work.claim(NOON, 2)
        tx.work.failed(download.id, NOON + MINUTE, "time-out")
        tx.work.failed(menu.id, None, "refused")
        return [[(job.kind, job.attempts) for job in tx.work.claim(at, 5)] for at in (NOON, NOON + MINUTE)]

    assert await run(act) == [[], [("download", 2)]]


@pytest.mark.asyncio
async def test_work_in_hand_when_the_process_ended_is_queued_again_and_done_work_is_not(run: Run) -> None:
    def act(tx: Transaction) -> tuple[object, ...]:
        add_two(tx)
        download, menu = tx.work.claim(NOON, 2)
        tx.work.done(menu.id)
        return tx.work.recover(), [job.id == download.id for job in tx.work.claim(NOON, 5)]

    assert await run(act) == (1, [True])


@pytest.mark.asyncio
async def test_a_mailing_that_was_never_begun_is_not_found(run: Run) -> None:
    with pytest.raises(NotFound):
        await run(lambda tx: tx.mailings.get("nothing"))
