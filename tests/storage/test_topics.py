"""What people do not want to be told of, and whom a letter about it goes to, on both engines."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from domain.explaining.topics import ALL, Topic
from storage.transaction import Transaction
from storage.willing import willing
from tests.storage.support import Run, settle

pytestmark = pytest.mark.asyncio


def hear(tx: Transaction, *topics: Topic) -> Sequence[str]:
    """Who wants to be told of at least one of them."""
    where, values = willing(topics)
    return [row["id"] for row in tx.statements.all(f"SELECT id FROM people WHERE {where} ORDER BY id", **values)]


async def test_a_letter_goes_to_whoever_wants_one_of_its_topics(run: Run) -> None:
    def act(tx: Transaction) -> object:
        settle(tx, "li", "wang", "zhao")
        tx.topics.choose("li", [Topic.EVENTS, Topic.WORK])
        tx.topics.choose("wang", [ALL])
        of_one, of_two = hear(tx, Topic.EVENTS), hear(tx, Topic.EVENTS, Topic.HOMES)
        return of_one, of_two, hear(tx, Topic.WORK, Topic.WORK, Topic.EVENTS), hear(tx)

    assert await run(act) == (["zhao"], ["li", "zhao"], ["zhao"], ["li", "zhao"])


async def test_what_is_switched_on_again_comes_again(run: Run) -> None:
    def act(tx: Transaction) -> object:
        settle(tx, "li")
        tx.topics.choose("li", [Topic.EVENTS, ALL])
        tx.topics.choose("li", [Topic.EVENTS])
        return set(tx.topics.unwanted("li")), hear(tx, Topic.HOMES), hear(tx, Topic.EVENTS)

    assert await run(act) == ({"events"}, ["li"], [])


async def test_of_two_records_of_one_person_neither_is_told_what_one_did_not_want(run: Run) -> None:
    def act(tx: Transaction) -> object:
        settle(tx, "li", "wang")
        tx.topics.choose("li", [Topic.EVENTS, Topic.WORK])
        tx.topics.choose("wang", [Topic.EVENTS])
        tx.people.merge("li", "wang")
        return set(tx.topics.unwanted("wang")), set(tx.topics.unwanted("li"))

    assert await run(act) == ({"events", "work"}, set())


async def test_what_she_chose_goes_with_her(run: Run) -> None:
    def act(tx: Transaction) -> object:
        settle(tx, "li")
        tx.topics.choose("li", [Topic.EVENTS, ALL])
        tx.erasing.ask("li", tx.now)
        tx.erasing.begin("li")
        return tx.topics.unwanted("li")

    assert await run(act) == {}
