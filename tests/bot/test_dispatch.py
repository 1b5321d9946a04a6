"""Updates come in: in order, once, each kept or quarantined before it is confirmed."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable

import pytest

from bot.dispatch import Dispatch, HeldBack
from domain.messages import Inbound, Reply
from storage.database import Database
from storage.errors import CommitFailed
from storage.transaction import Transaction
from tests.bot.postman import FullDisk, Postman, update
from tests.clock import FakeClock


class House:
    """A turn that writes down what was said, refuses repetitions, and has a bug for the words it is told."""

    def __init__(self) -> None:
        self.bugs: dict[str, int] = {}
        self.tries = 0
        self.told: list[tuple[str, str]] = []
        self.telling_fails = False
        self.woken = 0

    def handle(self, tx: Transaction, inbound: Inbound) -> Reply | None:
        if not tx.seen.first_time(inbound.address.channel, inbound.event_id, tx.now):
            return None
        tx.notes.set("said", (tx.notes.get("said") or "") + inbound.text + ".")
        if self.bugs.get(inbound.text, 0):
            self.bugs[inbound.text] -= 1
            self.tries += 1
            raise ZeroDivisionError("a bug")
        return Reply("好") if inbound.press else None

    def on_fault(self, tx: Transaction, inbound: Inbound | None, reference: str) -> None:
        if self.telling_fails:
            raise ZeroDivisionError("a bug here too")
        self.told.append((inbound.text if inbound else "?", reference))
        tx.notes.set("apologies", str(len(self.told)))

    def wake(self) -> None:
        self.woken += 1


@pytest.fixture
def house() -> House:
    return House()


Build = Callable[..., Dispatch]


@pytest.fixture
def build(database: Database, postman: Postman, house: House, clock: FakeClock) -> Build:
    def make(on: Database = database) -> Dispatch:
        return Dispatch(on, {"telegram": postman}, house.handle, house.on_fault, clock, woken=house.wake)

    return make


async def said(database: Database) -> str:
    return await database.read("said", lambda tx: tx.notes.get("said") or "")


async def quarantined(database: Database) -> int:
    return await database.read("count", lambda tx: tx.quarantine.count())


@pytest.mark.asyncio
async def test_an_update_is_committed_when_it_has_been_accepted(build: Build, database: Database, house: House) -> None:
    await build().accept("telegram")(update(1, "42", "路灯"))
    assert await said(database) == "路灯."
    assert house.woken == 1


@pytest.mark.asyncio
async def test_what_concerns_nobody_changes_nothing(build: Build, database: Database) -> None:
    await build().take("telegram", update(1, "42", "x", nobody=True))
    assert await said(database) == ""


@pytest.mark.asyncio
async def test_the_same_update_twice_and_by_another_way_has_one_effect(build: Build, database: Database) -> None:
    dispatch = build()
    for _ in range(2):
        await dispatch.take("telegram", update(1, "42", "路灯"))
    await build().take("telegram", update(1, "42", "路灯"))
    assert await said(database) == "路灯."


@pytest.mark.asyncio
async def test_one_person_is_heard_in_order_even_when_an_act_must_be_tried_again(
    build: Build, database: Database, house: House
) -> None:
    house.bugs["一"] = 2
    dispatch = build()
    await asyncio.gather(*(dispatch.take("telegram", update(n, "42", text)) for n, text in enumerate("一二三")))
    assert await said(database) == "一.二.三."


@pytest.mark.asyncio
async def test_nobody_waits_for_another(build: Build, house: House) -> None:
    house.bugs["坏"] = 99
    dispatch, done = build(), []

    async def take(number: int, person: str, text: str) -> None:
        await dispatch.take("telegram", update(number, person, text))
        done.append(text)

    await asyncio.gather(take(1, "42", "坏"), take(2, "42", "后来"), take(3, "43", "别人"))
    assert done == ["别人", "坏", "后来"]


@pytest.mark.asyncio
async def test_a_failing_update_is_rolled_back_tried_three_times_and_quarantined(
    build: Build, database: Database, house: House
) -> None:
    house.bugs["坏"] = 99
    await build().take("telegram", update(1, "42", "坏"))
    assert (await said(database), house.tries) == ("", 3)
    [(text, reference)] = house.told
    assert (text, len(reference)) == ("坏", 6)
    rows = await database.read("raw", lambda tx: tx.statements.all("SELECT raw, reason FROM quarantine"))
    assert json.loads(rows[0]["raw"]) == update(1, "42", "坏")
    assert rows[0]["reason"].startswith("ZeroDivisionError (")


@pytest.mark.asyncio
async def test_what_is_quarantined_is_not_run_again_when_it_comes_again(
    build: Build, database: Database, house: House
) -> None:
    house.bugs["坏"] = 3
    for _ in range(2):
        await build().take("telegram", update(1, "42", "坏"))
    assert (await said(database), await quarantined(database), len(house.told)) == ("", 1, 1)


@pytest.mark.asyncio
async def test_what_cannot_be_read_is_quarantined_once_and_others_flow(
    build: Build, database: Database, house: House
) -> None:
    dispatch = build()
    broken = update(1, "42", "x", broken=True)
    await asyncio.gather(
        *(dispatch.take("telegram", raw) for raw in (broken, broken, update(2, "42", "路灯"))),
    )
    assert (await quarantined(database), await said(database)) == (1, "路灯.")
    assert [text for text, _ in house.told] == ["?"]


@pytest.mark.asyncio
async def test_keeping_comes_before_telling(build: Build, database: Database, house: House) -> None:
    house.bugs["坏"], house.telling_fails = 99, True
    await build().take("telegram", update(1, "42", "坏"))
    assert await quarantined(database) == 1


@pytest.mark.asyncio
async def test_on_a_full_disk_nothing_is_accepted_or_quarantined(
    build: Build, database: Database, house: House
) -> None:
    dispatch = build(FullDisk(database, failures=1))
    with pytest.raises(CommitFailed):
        await dispatch.take("telegram", update(1, "42", "路灯"))
    assert (await said(database), await quarantined(database), house.woken) == ("", 0, 0)
    await dispatch.take("telegram", update(1, "42", "路灯"))
    assert await said(database) == "路灯."


@pytest.mark.asyncio
async def test_who_stands_behind_an_update_that_was_not_kept_comes_again_after_it(
    build: Build, database: Database
) -> None:
    dispatch = build(FullDisk(database, failures=1))
    updates = [update(1, "42", "一"), update(2, "42", "二"), update(3, "43", "别人")]
    results = await asyncio.gather(*(dispatch.take("telegram", u) for u in updates), return_exceptions=True)
    assert [type(result) for result in results] == [CommitFailed, HeldBack, type(None)]
    for again in updates:
        await dispatch.take("telegram", again)
    assert await said(database) == "别人.一.二."


@pytest.mark.asyncio
async def test_a_press_is_answered_after_the_commit(build: Build, postman: Postman) -> None:
    dispatch = build()
    await dispatch.take("telegram", update(1, "42", "accept", press="q1"))
    await dispatch.take("telegram", update(1, "42", "accept", press="q1"))
    await dispatch.close()
    assert postman.answers == [("q1", Reply("好")), ("q1", Reply())]


@pytest.mark.asyncio
async def test_a_press_that_cannot_be_answered_is_no_failure(
    build: Build, postman: Postman, caplog: pytest.LogCaptureFixture
) -> None:
    postman.answer_fails = True
    dispatch = build()
    await dispatch.take("telegram", update(1, "42", "accept", press="q1"))
    await dispatch.close()
    assert "could not be answered" in caplog.text


@pytest.mark.asyncio
async def test_a_thousand_people_at_once_are_all_heard(build: Build, database: Database) -> None:
    dispatch = build()
    await asyncio.gather(*(dispatch.take("telegram", update(n, str(n), "冷")) for n in range(1000)))
    assert await said(database) == "冷." * 1000
