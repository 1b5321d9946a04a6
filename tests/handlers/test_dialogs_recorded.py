"""Dialogs that an earlier release left open go on where they were: the same question, and each button still counts."""

from __future__ import annotations

import json
from typing import Any

import pytest

from domain.open import OpenDialog
from handlers.replaying import SEAL, replay
from handlers.turn import Turn
from storage.transaction import Transaction
from tests.handlers.record import BEGUN, FOLDER, SCRIPTS, house, in_the_world, record

RECORDED = [
    pytest.param(json.loads(line), id=f"{file.stem}-{n}")
    for file in sorted(FOLDER.glob("*.jsonl"))
    for n, line in enumerate(file.read_text("utf-8").splitlines())
]


def dialog_of(row: dict[str, Any]) -> OpenDialog:
    trail = tuple((key, answer) for key, answer in row["trail"])
    options = tuple((value, label) for value, label in row["options"])
    return OpenDialog(
        row["person_id"], row["script"], row["subject"], trail, row["prompt"], row["key"], options, row["draft"]
    )


def test_every_script_is_recorded() -> None:
    assert {name for name, *_ in BEGUN} == set(SCRIPTS), "BEGUN in tests/handlers/record.py names each script once"


@pytest.mark.asyncio
async def test_each_that_the_next_release_will_record_can_be_begun_and_stands_at_a_question() -> None:
    assert len(await in_the_world(record)) == len(BEGUN)


@pytest.mark.asyncio
@pytest.mark.parametrize("row", RECORDED)
async def test_a_recorded_dialog_stands_at_the_same_question(row: dict[str, Any]) -> None:
    dialog = dialog_of(row)

    def replayed(tx: Transaction) -> Any:
        person = tx.people.get(dialog.person_id)
        return replay(SCRIPTS[dialog.script].run(Turn(tx, house()), person, dialog), dialog.trail)

    state = await in_the_world(replayed)
    assert state.question is not None
    assert state.question.key == dialog.key
    assert state.trail == dialog.trail
    assert [v for v, _ in dialog.options if not state.question.stands(v.partition(SEAL)[0])] == []
