"""Matters, their numbers, and who is asked to take them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.areas import Spot
from domain.errors import NotFound
from domain.matters.matter import Act, Cause, State, Wish, Word
from storage.transaction import Transaction
from tests.storage.support import NOON, Run, matter, settle

HOUR = timedelta(hours=1)


def people(tx: Transaction) -> None:
    settle(tx, "li", "wang", "chen")


@pytest.mark.asyncio
async def test_a_matter_comes_back_as_added_and_as_saved(run: Run) -> None:
    filed = matter("m1", spot=Spot("grid-7", "3号楼", 36.05, 103.75), anonymous=True, on_behalf_of="zhao")
    ended = replace(
        filed, state=State.ENDED, contacted_at=NOON, closed_at=NOON, ended_at=NOON + HOUR, nudged_at=NOON,
        cause=Cause.SOLVED, word=Word.SOLVED, grade=5, reopened=1, turn=3, owner_id="chen", show_phone=True,
        wish=Wish.MEDIATION, into_id="elder", paused_until=NOON, pause_why="parts", asks_until=NOON + HOUR,
    )  # fmt: skip

    def act(tx: Transaction) -> tuple[object, ...]:
        people(tx)
        tx.matters.add(filed)
        before = tx.matters.get("m1")
        tx.matters.save(ended)
        return before, tx.matters.get("m1")

    assert await run(act) == (filed, ended)


@pytest.mark.asyncio
async def test_a_matter_that_was_never_added_is_not_found(run: Run) -> None:
    with pytest.raises(NotFound):
        await run(lambda tx: tx.matters.get("m1"))
    with pytest.raises(NotFound):
        await run(lambda tx: tx.matters.save(matter("m1")))


@pytest.mark.asyncio
async def test_numbers_count_from_one_every_day_and_are_given_back_by_an_act_that_fails(run: Run) -> None:
    def fail(tx: Transaction) -> None:
        tx.matters.next_seq(NOON.date())
        raise ValueError

    assert await run(lambda tx: [tx.matters.next_seq(NOON.date()) for _ in range(2)]) == [1, 2]
    with pytest.raises(ValueError):
        await run(fail)
    assert await run(lambda tx: tx.matters.next_seq(NOON.date())) == 3
    assert await run(lambda tx: tx.matters.next_seq(date(2025, 11, 24))) == 1


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("said", "found"),
    [("1123-07", ["new", "old"]), (" 112307 ", ["new", "old"]), ("1123-07x", []), ("0707", []), ("1123-123", ["big"])],
)
async def test_a_number_as_people_say_it_finds_the_newest_first(run: Run, said: str, found: list[str]) -> None:
    def act(tx: Transaction) -> list[str]:
        people(tx)
        tx.matters.add(matter("old", seq=7, filed_on=date(2024, 11, 23)))
        tx.matters.add(matter("new", seq=7))
        tx.matters.add(matter("big", seq=123))
        return [one.id for one in tx.matters.by_number(said)]

    assert await run(act) == found


@pytest.mark.asyncio
async def test_a_reporter_sees_the_open_ones_first_and_then_the_newest(run: Run) -> None:
    def act(tx: Transaction) -> tuple[object, ...]:
        people(tx)
        tx.matters.add(matter("ended new", seq=1, state=State.ENDED, filed_at=NOON + 3 * HOUR))
        tx.matters.add(matter("open old", seq=2, filed_at=NOON))
        tx.matters.add(matter("open new", seq=3, filed_at=NOON + HOUR, state=State.REPORTED))
        tx.matters.add(matter("another's", seq=4, reporter_id="chen"))
        return [one.id for one in tx.matters.of_reporter("li")], [one.id for one in tx.matters.of_reporter("li", 1)]

    assert await run(act) == (["open new", "open old", "ended new"], ["open new"])


@pytest.mark.asyncio
async def test_an_owner_sees_what_is_in_hand_by_what_falls_due_first(run: Run) -> None:
    def act(tx: Transaction) -> list[str]:
        people(tx)
        late = {"contact_due_at": NOON + 9 * HOUR, "progress_due_at": NOON + 9 * HOUR}
        tx.matters.add(matter("to contact", seq=1, **(late | {"contact_due_at": NOON + 2 * HOUR})))
        tx.matters.add(
            matter("contacted", seq=2, contacted_at=NOON, contact_due_at=NOON, state=State.TAKEN,
                   progress_due_at=NOON + 3 * HOUR, result_due_at=NOON + HOUR)
        )  # fmt: skip
        tx.matters.add(matter("closing", seq=3, state=State.CLOSING, **late))
        tx.matters.add(matter("told", seq=4, state=State.REPORTED))
        tx.matters.add(matter("chen's", seq=5, owner_id="chen"))
        return [one.id for one in tx.matters.of_owner("wang")]

    assert await run(act) == ["contacted", "to contact", "closing"]


@pytest.mark.asyncio
async def test_those_asked_are_kept_once_each_in_order_until_cleared(run: Run) -> None:
    def act(tx: Transaction) -> tuple[object, ...]:
        people(tx)
        tx.matters.add(matter("m1"))
        for person_id in ("wang", "chen", "wang"):
            tx.asked.add("m1", person_id)
        asked = tx.asked.of("m1")
        tx.asked.clear("m1")
        return asked, tx.asked.of("m1")

    assert await run(act) == (["wang", "chen"], [])


@pytest.mark.asyncio
async def test_only_what_still_waits_is_somebodys_to_accept(run: Run) -> None:
    def act(tx: Transaction) -> object:
        people(tx)
        tx.matters.add(matter("m1", seq=1))
        tx.matters.add(matter("m2", seq=2))
        tx.asked.add("m2", "chen")
        tx.asked.add("m1", "chen")
        tx.matters.save(tx.matters.get("m1").after(Act.ACCEPT))
        return tx.asked.of_person("chen")

    assert await run(act) == ["m2"]
