"""Sheets that wait for a yes, and what a roster's load asks of what is lent, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.errors import NotFound
from domain.listening.entry import Entry, Given, Row, Sort, Why
from domain.listening.need import NeedKind
from domain.listening.offer import OfferAct
from domain.reach import Reach
from storage.transaction import Transaction
from tests.storage.support import NOON, Run, settle
from tests.storage.test_offers import PROJECTOR, TODAY, world

pytestmark = pytest.mark.asyncio

BENCH = Entry(Sort.NEED, "n1", "要长椅", "需求 第2行", {"line": "要长椅"}, new=True)
SHELF = Entry(Sort.NEED, "n2", "要书架", "需求 第3行", {"taken": "wang"}, {"taken": ""}, told="谁领的：王芳")


async def test_entries_are_settled_one_after_another_and_come_back_as_they_were(run: Run) -> None:
    def given(tx: Transaction) -> None:
        settle(tx, "ma")
        tx.sheets.add(Given("s1", "ma", NOON), [BENCH, SHELF])
        tx.sheets.take("s1", NOON + timedelta(minutes=1))
        tx.sheets.settle("s1", 0)

    await run(given)
    assert await run(lambda tx: tx.sheets.get("s1")) == Given("s1", "ma", NOON, NOON + timedelta(minutes=1))
    assert list(await run(lambda tx: tx.sheets.rows("s1"))) == [Row(0, BENCH, taken=True), Row(1, SHELF)]
    await run(lambda tx: tx.sheets.settle("s1", 1, Why.CHANGED))
    rows = [Row(0, BENCH, taken=True), Row(1, SHELF, why=Why.CHANGED)]
    assert list(await run(lambda tx: tx.sheets.rows("s1"))) == rows


async def test_a_new_one_takes_the_place_of_what_waits_and_of_nothing_that_is_being_taken(run: Run) -> None:
    def given(tx: Transaction) -> None:
        settle(tx, "ma")
        tx.sheets.add(Given("s1", "ma", NOON), [BENCH])
        tx.sheets.take("s1", NOON)
        tx.sheets.add(Given("s2", "ma", NOON), [BENCH])
        tx.sheets.add(Given("s3", "ma", NOON), [SHELF])

    await run(given)
    with pytest.raises(NotFound):
        await run(lambda tx: tx.sheets.get("s2"))
    assert await run(lambda tx: [len(tx.sheets.rows(id)) for id in ("s1", "s2", "s3")]) == [1, 0, 1]


async def test_whoever_is_forgotten_leaves_no_sheet(run: Run) -> None:
    def given(tx: Transaction) -> None:
        settle(tx, "ma")
        tx.sheets.add(Given("s1", "ma", NOON), [BENCH])
        tx.sheets.settle("s1", 0)

    await run(given)
    await run(lambda tx: tx.erasing.begin("ma"))
    assert list(await run(lambda tx: tx.sheets.rows("s1"))) == []


async def test_what_fits_a_need_is_found_among_many_by_its_words_and_kind(run: Run) -> None:
    def many(tx: Transaction) -> None:
        world(tx)
        for n in range(40):
            tx.offers.save(replace(PROJECTOR, id=f"x{n}", what=f"A梯子{n}", kind=None, until_on=None))

    await run(many)
    asked = {
        "words": (NeedKind.OTHER, ["投影", "影仪"]),
        "kind": (NeedKind.THINGS, []),
        "nothing": (NeedKind.OTHER, []),
    }

    def found(tx: Transaction) -> dict[str, list[str]]:
        here = Reach(("community",))
        return {
            by: [each.id for each in tx.offers.alike(here, TODAY, kind, hints, 3)]
            for by, (kind, hints) in asked.items()
        }

    assert await run(found) == {"words": ["o1"], "kind": ["o1"], "nothing": []}


async def test_a_roster_hears_what_was_withdrawn_and_what_was_offered_in_chat(run: Run) -> None:
    def lent(tx: Transaction) -> None:
        world(tx)
        tx.offers.save(replace(PROJECTOR, id="o2", noted_at=None))
        tx.offers.save(replace(PROJECTOR, id="o3").after(OfferAct.WITHDRAW))

    await run(lent)
    assert await run(lambda tx: tx.resources.from_chat()) == {"o1"}
    assert [each.id for each in await run(lambda tx: tx.resources.withdrawn())] == ["o3"]
    assert [each.id for each in await run(lambda tx: tx.offers.known(Reach(("community",)), 9))] == ["o1", "o2", "o3"]
    assert {each.id for each in await run(lambda tx: tx.offers.of("wang"))} == {"o1", "o2", "o3"}
