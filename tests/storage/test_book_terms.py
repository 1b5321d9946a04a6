"""What an earlier release made findable by other terms is found by this one's after its start, a few at a time."""

from __future__ import annotations

from datetime import date

import pytest

from domain.explaining.entry import Entry
from handlers.explaining.book import indexing
from handlers.explaining.book.finding import found_in
from handlers.turn import Turn
from storage.transaction import Transaction
from tests.handlers.crowd import HOUSE
from tests.storage.support import Run

pytestmark = pytest.mark.asyncio
DAY = date(2026, 11, 23)


async def test_all_entries_are_found_after_a_few_portions_and_then_there_is_nothing_to_do(run: Run) -> None:
    def act(tx: Transaction) -> None:
        turn = Turn(tx, HOUSE)
        for n in range(indexing.PORTION + 2):
            tx.entries.add(Entry(f"e{n}", "d", "", "", "", f"第{n}游泳馆在哪里？", "答。", DAY, DAY, tx.now))
        assert not found_in(tx, ["d"], "游泳馆", HOUSE.sounds)
        indexing.plan(turn)
        acts = 0
        while due := tx.schedule.due(tx.now, 10):
            indexing.again(turn, due)
            acts += 1
        assert acts == 3
        assert len(found_in(tx, ["d"], "游泳馆", HOUSE.sounds)) == indexing.PORTION + 2
        indexing.plan(turn)
        assert tx.schedule.coming() is None

    await run(act)
