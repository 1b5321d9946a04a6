"""Copies of notices handed out on visits, on both engines."""

from __future__ import annotations

import pytest

from domain.listening.visit import Visit, VisitSort
from storage.transaction import Transaction
from tests.storage.support import NOON, Run, settle

pytestmark = pytest.mark.asyncio


def handed_out(tx: Transaction) -> None:
    settle(tx, "wang")
    for visit_id, n in (("v1", 20), ("v2", 30), ("v3", 5)):
        tx.visits.add(Visit(visit_id, "g1", VisitSort.HOME, "3号楼", "wang", NOON, flyers=n))
        tx.notice_copies.add(visit_id, "k1" if visit_id != "v3" else "k2", n)
    tx.notice_copies.add("v1", "k1", 5)


async def test_copies_of_a_notice_are_summed_over_visits_that_stand(run: Run) -> None:
    await run(handed_out)
    assert await run(lambda tx: tx.notice_copies.of("k1")) == (55, 2)
    await run(lambda tx: tx.visits.take_back(tx.visits.get("v2")))
    assert await run(lambda tx: tx.notice_copies.of("k1")) == (25, 1)
    assert await run(lambda tx: tx.notice_copies.of("none")) == (0, 0)
