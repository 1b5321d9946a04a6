"""Dialogs in progress: one in front, the others behind it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.open import OpenDialog
from storage.transaction import Transaction
from tests.clock import FakeClock
from tests.storage.support import Run, settle

REPORT = OpenDialog(
    "li",
    "report",
    "",
    trail=(("text", "路灯坏了"), ("kind", "light")),
    prompt="p1",
    key="place",
    options=(("grid-7", "第七网格"), ("other", "别处")),
    draft={"media": ({"kind": "photo", "ref": "a"},), "sent_at": "2025-11-23T12:00:00Z"},
)
LEAVE = OpenDialog("li", "leave", "", prompt="p2")


def two_dialogs(tx: Transaction) -> None:
    settle(tx, "li")
    tx.dialogs.save(REPORT)
    tx.dialogs.save(LEAVE)


@pytest.mark.asyncio
async def test_a_dialog_comes_back_as_saved_with_the_instant_of_saving(run: Run, clock: FakeClock) -> None:
    def act(tx: Transaction) -> object:
        settle(tx, "li")
        tx.dialogs.save(REPORT)
        return tx.dialogs.front("li")

    assert await run(act) == replace(REPORT, updated_at=clock.now())


@pytest.mark.asyncio
async def test_saving_one_in_front_takes_the_other_to_the_back(run: Run) -> None:
    def act(tx: Transaction) -> tuple[object, ...]:
        two_dialogs(tx)
        front = tx.dialogs.front("li")
        behind = tx.dialogs.find("li", "report", "")
        return front and front.script, behind and behind.front, [dialog.script for dialog in tx.dialogs.of("li")]

    assert await run(act) == ("leave", False, ["leave", "report"])


@pytest.mark.asyncio
async def test_a_dialog_saved_behind_leaves_the_front_alone(run: Run) -> None:
    def act(tx: Transaction) -> object:
        two_dialogs(tx)
        tx.dialogs.save(replace(REPORT, front=False))
        front = tx.dialogs.front("li")
        return front and front.script

    assert await run(act) == "leave"


@pytest.mark.asyncio
async def test_a_dialog_is_found_by_the_prompt_that_it_shows(run: Run) -> None:
    def act(tx: Transaction) -> tuple[object, ...]:
        two_dialogs(tx)
        found = tx.dialogs.by_prompt("li", "p1")
        return found and found.script, tx.dialogs.by_prompt("li", "p0"), tx.dialogs.by_prompt("wang", "p1")

    assert await run(act) == ("report", None, None)


@pytest.mark.asyncio
async def test_a_dropped_dialog_is_gone(run: Run) -> None:
    def act(tx: Transaction) -> tuple[object, ...]:
        two_dialogs(tx)
        tx.dialogs.drop(LEAVE)
        return tx.dialogs.front("li"), [dialog.script for dialog in tx.dialogs.of("li")]

    assert await run(act) == (None, ["report"])
