"""Who was shown something in a span and has not answered, by person, in portions."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.matters.matter import State
from domain.open import OpenDialog
from storage.transaction import Transaction
from tests.storage.support import NOON, Run, matter, settle

HOUR = timedelta(hours=1)
SPAN = (NOON - HOUR, NOON + HOUR)


@pytest.mark.asyncio
async def test_whose_question_is_open_is_found_as_long_as_it_stands_in_front(run: Run) -> None:
    def act(tx: Transaction) -> tuple[list[str], list[str]]:
        settle(tx, "li", "wang", "zhao")
        at = tx.now
        for person_id, front, prompt in (("li", True, "?1"), ("wang", False, "?2"), ("zhao", True, "")):
            tx.dialogs.save(OpenDialog(person_id, "report", "", prompt=prompt, front=front))
        now, later = (at, at), (at + HOUR, at + 2 * HOUR)
        return list(tx.unanswered.questions(*now, "", 9)), list(tx.unanswered.questions(*later, "", 9))

    assert await run(act) == (["li"], [])


@pytest.mark.asyncio
async def test_who_was_asked_to_take_a_matter_that_waits_is_found_once_and_in_portions(run: Run) -> None:
    def act(tx: Transaction) -> list[list[str]]:
        settle(tx, "li", "wang", "chen", "ma")
        tx.matters.add(matter("one"))
        tx.matters.add(matter("two", seq=2))
        tx.matters.add(matter("taken", seq=3, state=State.TAKEN))
        tx.matters.add(matter("old", seq=4, sent_at=NOON - 2 * HOUR))
        for matter_id, person_id in (
            ("one", "wang"), ("two", "wang"), ("two", "chen"), ("taken", "ma"), ("old", "ma"),
        ):  # fmt: skip
            tx.asked.add(matter_id, person_id)
        return [list(tx.unanswered.cards(*SPAN, after, 1)) for after in ("", "chen", "wang")]

    assert await run(act) == [["chen"], ["wang"], []]


@pytest.mark.asyncio
async def test_who_was_asked_whether_it_is_all_right_is_found_until_she_has_said_so(run: Run) -> None:
    def act(tx: Transaction) -> list[str]:
        settle(tx, "li", "zhao", "wang")
        tx.matters.add(matter("one", state=State.REPORTED, closed_at=NOON))
        tx.matters.add(matter("two", seq=2, reporter_id="zhao", state=State.ENDED, closed_at=NOON))
        tx.matters.add(matter("old", seq=3, reporter_id="zhao", state=State.REPORTED, closed_at=NOON - 2 * HOUR))
        return list(tx.unanswered.ends(*SPAN, "", 9))

    assert await run(act) == ["li"]
