"""What set a message or a job going stands in its row, and stays there whatever becomes of it."""

from __future__ import annotations

import pytest

from domain.causes import cause, caused_by
from domain.messages import Op
from storage.database import Database
from storage.transaction import Transaction
from tests.storage.support import NOON, letter

pytestmark = pytest.mark.asyncio
CARD = letter("card", purpose="card", key="k")


async def test_an_act_knows_its_cause_in_whichever_thread_it_runs(database: Database) -> None:
    with caused_by("telegram-u1"):
        assert await database.transact("test", lambda tx: cause()) == "telegram-u1"
        assert await database.read("test", lambda tx: cause()) == "telegram-u1"
    assert await database.transact("test", lambda tx: cause()) == ""


async def test_a_message_keeps_its_cause_through_a_crash_and_a_retry_that_others_cause(database: Database) -> None:
    def crash(tx: Transaction) -> list[str]:
        (parcel,) = tx.outbox.claim(NOON, 10)
        tx.outbox.retry(parcel.id, NOON, "later")
        tx.outbox.claim(NOON, 10)
        tx.outbox.recover(NOON)
        return [parcel.cause, *(again.cause for again in tx.outbox.claim(NOON, 10))]

    with caused_by("telegram-u1"):
        await database.transact("turn", lambda tx: tx.outbox.put(CARD))
    with caused_by("remind-17"):
        assert await database.transact("test", crash) == ["telegram-u1", "telegram-u1"]


async def test_what_overtakes_it_gives_it_its_own(database: Database) -> None:
    def both(tx: Transaction) -> list[str]:
        for n, words in enumerate(("card", "taken")):
            with caused_by(f"telegram-u{n}"):
                tx.outbox.put(letter(words, key="k", op=Op.UPDATE if n else Op.SEND))
        return [parcel.cause for parcel in tx.outbox.claim(NOON, 10)]

    assert await database.transact("test", both) == ["telegram-u1"]


async def test_a_job_has_that_of_whoever_asked_for_it_else_its_own_name(database: Database) -> None:
    def ask(tx: Transaction) -> list[str]:
        with caused_by("telegram-u1"):
            tx.work.add("download", "file:a", {})
        number = tx.work.add("menu", "", {})
        causes = [job.cause for job in tx.work.claim(NOON, 10)]
        assert causes.pop() == f"menu-{number}"
        return causes

    assert await database.transact("test", ask) == ["telegram-u1"]
