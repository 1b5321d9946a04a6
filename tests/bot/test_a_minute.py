"""The heating fails and very many write at once: all is kept, nobody is left out, and danger goes past them all.

`A_MINUTE=2000 pytest --log-cli-level=INFO` runs it with very many, and says how long they waited.
"""

from __future__ import annotations

import logging
import os
import time

import pytest

from sandbox import Person, Sandbox
from storage.transaction import Transaction
from tests.bot.program import Program
from tests.waiting import until

_LOGGER = logging.getLogger(__name__)
pytestmark = pytest.mark.asyncio
PEOPLE = int(os.environ.get("A_MINUTE", "200"))
SECONDS = 20 + PEOPLE / 5
COLD, GAS, ADVICE = "桃源里3号楼2单元门口的路灯坏了", "桃源里3号楼煤气漏了", "别动开关"


def heard(person: Person, words: str = "") -> bool:
    return any(words in message.text for message in person.messages if message.out)


async def test_all_is_kept_everybody_is_answered_and_danger_goes_past_them(program: Program, sandbox: Sandbox) -> None:
    running = await (await program.runs()).is_up()
    people = [sandbox.world.add_person(1000 + n, f"邻居{n}") for n in range(PEOPLE)]
    for person in people:
        person.says(COLD)
    last = sandbox.world.add_person(999, "赵奶奶")
    last.says(GAS)
    begun = time.monotonic()
    await until(lambda: heard(last, ADVICE), SECONDS)
    advised, still = time.monotonic() - begun, sum(not heard(person) for person in people)
    await until(lambda: all(heard(person) for person in people), SECONDS)
    answered = time.monotonic() - begun
    _LOGGER.info("%d people: danger after %.1f s, %d waiting then, all after %.1f s", PEOPLE, advised, still, answered)
    assert still > PEOPLE / 4
    taken = await program.rows(kept)
    assert taken == (PEOPLE + 1, PEOPLE, 0)
    assert await running.is_told_to_stop() == 0


def kept(tx: Transaction) -> tuple[int, int, int]:
    """Updates taken in, questions that wait for an answer, and what was set aside."""
    seen = tx.statements.one("SELECT COUNT(*) AS n FROM seen")
    asked = tx.statements.one("SELECT COUNT(*) AS n FROM dialogs WHERE front = 1 AND prompt <> ''")
    assert seen is not None
    assert asked is not None
    return seen["n"], asked["n"], tx.quarantine.count()
