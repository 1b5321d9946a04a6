"""Who is not listened to, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.people.muting import Mute
from storage.transaction import Transaction
from tests.storage.support import NOON, Run, matter, settle

pytestmark = pytest.mark.asyncio
WEEK = timedelta(days=7)


async def test_a_mute_holds_until_its_end_and_a_second_one_replaces_it(run: Run) -> None:
    first = Mute("li", "m1", "why", NOON + WEEK)

    def act(tx: Transaction) -> object:
        settle(tx, "li", "wang")
        tx.matters.add(matter("m1"))
        tx.mutes.save(first)
        held = tx.mutes.of("li", NOON), tx.mutes.of("li", NOON + WEEK), tx.mutes.of("wang", NOON)
        tx.mutes.save(replace(first, reason_id="again", until_at=NOON + 2 * WEEK))
        longer = tx.mutes.of("li", NOON + WEEK)
        return held, longer, (tx.mutes.end("li"), tx.mutes.end("li")), tx.mutes.of("li", NOON)

    again = replace(first, reason_id="again", until_at=NOON + 2 * WEEK)
    assert await run(act) == ((first, None, None), again, (True, False), None)


async def test_two_records_of_one_person_are_muted_once(run: Run) -> None:
    def act(tx: Transaction) -> object:
        settle(tx, "li", "wang")
        tx.matters.add(matter("m1"))
        tx.mutes.save(Mute("li", "m1", "why", NOON + WEEK))
        tx.people.merge("li", "wang")
        return tx.mutes.of("wang", NOON)

    assert await run(act) == Mute("wang", "m1", "why", NOON + WEEK)
