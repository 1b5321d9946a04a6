"""Entries found by their terms: those that count, in the areas that are asked, the rarest terms telling most."""

from __future__ import annotations

from datetime import date

import pytest

from domain.explaining.entry import Entry, EntryAct
from domain.explaining.finding import terms_of
from domain.reach import Reach
from handlers.explaining.book.finding import found_in
from storage.transaction import Transaction
from tests.storage.support import Run

pytestmark = pytest.mark.asyncio
DAY = date(2026, 11, 23)


def put(tx: Transaction, id: str, question: str, area_id: str = "d") -> Entry:
    entry = tx.entries.add(Entry(id, area_id, "", "", "", question, "答。", DAY, DAY, tx.now))
    tx.book_search.put(entry, terms_of(entry))
    return entry


def found(tx: Transaction, words: str, *areas: str) -> list[str]:
    return [each.entry.id for each in found_in(tx, areas, words, lambda run: ())]


async def test_an_entry_is_found_by_plain_words_where_it_counts(run: Run) -> None:
    def act(tx: Transaction) -> None:
        put(tx, "card", "老年卡在哪里办？")
        put(tx, "canteen", "社区食堂几点开门？", "c1")
        put(tx, "other", "社区食堂几点开门？", "c2")
        assert found(tx, "请问敬老卡在哪办", "d", "c1")[0] == "card"
        assert found(tx, "食堂几点开", "d", "c1") == ["canteen"]
        assert found(tx, "美国签证", "d", "c1") == []
        assert tx.book_search.size(["d", "c1"]) == 2
        assert tx.book_search.areas(Reach((), ("d", "c2", "c3"))) == ["c2", "d"]

    await run(act)


async def test_a_changed_entry_is_found_by_its_new_words_and_a_withdrawn_one_not_at_all(run: Run) -> None:
    def act(tx: Transaction) -> None:
        card = put(tx, "card", "老年卡在哪里办？")
        changed = card.after(EntryAct.CHANGE, tx.now, question="游泳馆在哪里？")
        tx.book_search.put(changed, terms_of(changed))
        tx.entries.save(changed)
        assert found(tx, "老年卡", "d") == []
        assert found(tx, "游泳馆", "d") == ["card"]
        gone = changed.after(EntryAct.WITHDRAW, tx.now)
        tx.book_search.put(gone, {})
        assert found(tx, "游泳馆", "d") == []

    await run(act)


async def test_the_entry_with_more_of_the_rare_words_comes_first(run: Run) -> None:
    def act(tx: Transaction) -> None:
        for n in range(30):
            put(tx, f"hall{n}", f"便民服务大厅{n}号窗口在哪里？")
        put(tx, "dog", "便民服务大厅能给狗办证吗？")
        assert found(tx, "便民服务大厅办狗证", "d")[0] == "dog"

    await run(act)
