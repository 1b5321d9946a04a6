"""kill -9 in the middle of the work: whole acts only, and everything that somebody was told is there."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest

from storage.database import Database, open_database
from storage.transaction import Transaction
from tests.clock import FakeClock

ROOT = Path(__file__).parents[2]


async def burst_until_killed(url: str, acts: int) -> set[str]:
    """The names of the acts that were confirmed before the process was killed."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.storage.burst", url, cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    told = [await process.stdout.readline() for _ in range(acts)]
    process.kill()
    rest, _ = await process.communicate()
    complete = rest[: rest.rfind(b"\n") + 1].split()
    return {line.decode().strip() for line in [*told, *complete]}


def written(tx: Transaction) -> tuple[set[str], set[str], set[str]]:
    """The names that are found among the notes, the events and the messages."""
    notes = {row["name"] for row in tx.statements.all("SELECT name FROM notes WHERE value = 'written'")}
    events = {subject.removeprefix("burst:") for subject in tx.events.subjects(limit=1_000_000)}
    letters = {row["key"] for row in tx.statements.all("SELECT key FROM outbox")}
    return notes, events, letters


async def opened_again(url: str, clock: FakeClock) -> Database:
    return await open_database(url, now=clock.now, seed=clock.seed)


@pytest.mark.asyncio
@pytest.mark.parametrize("acts", [1, 400])
async def test_a_killed_process_leaves_whole_acts_and_all_that_were_confirmed(
    url: str, clock: FakeClock, acts: int
) -> None:
    confirmed = await burst_until_killed(url, acts)
    database = await opened_again(url, clock)
    notes, events, letters = await database.read("written", written)
    await database.close()
    assert len(confirmed) >= acts
    assert confirmed <= notes
    assert notes == events == letters
