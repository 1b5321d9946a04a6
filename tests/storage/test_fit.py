"""The transaction fits what the handlers ask for; mypy does the checking, the test keeps the assignment alive."""

from __future__ import annotations

import pytest

from handlers.away import AwayTransaction
from handlers.listening.ports import ListsTransaction
from handlers.listening.visits.ports import VisitsTransaction
from handlers.matters.ports import MattersTransaction
from handlers.ports import Transaction as AnyTransaction
from storage.transaction import Transaction
from tests.storage.support import Run


@pytest.mark.asyncio
async def test_the_transaction_fits_the_ports_of_every_family(run: Run) -> None:
    def fits(tx: Transaction) -> bool:
        for_all: AnyTransaction = tx
        for_matters: MattersTransaction = tx
        after_absence: AwayTransaction = tx
        for_lists: ListsTransaction = tx
        for_visits: VisitsTransaction = tx
        return all(each is tx for each in (for_all, for_matters, after_absence, for_lists, for_visits))

    assert await run(fits)


@pytest.mark.asyncio
async def test_a_repository_is_built_once_per_transaction(run: Run) -> None:
    assert await run(lambda tx: tx.people is tx.people)
