"""From an update, a deadline or a job to the messages that follow from it: one name in all their lines and rows."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.config_tables import LogTable
from bot.logs import written
from domain.open import Due
from tests.stories.house import Play, raised

pytestmark = pytest.mark.asyncio


class Log:
    """What was written, as a program reads it."""

    def __init__(self) -> None:
        self.written = io.StringIO()

    def lines(self, *words: str) -> list[dict[str, str]]:
        """Those whose message holds one of these."""
        lines = [json.loads(line) for line in self.written.getvalue().splitlines()]
        return [line for line in lines if any(word in line["message"] for word in words)]


@pytest.fixture
def log() -> Iterator[Log]:
    log, root, ours = Log(), logging.getLogger(), logging.getLogger("bot")
    handler, before = written(LogTable(format="json"), log.written), ours.level
    root.addHandler(handler)
    ours.setLevel(logging.DEBUG)
    yield log
    root.removeHandler(handler)
    ours.setLevel(before)


@pytest_asyncio.fixture
async def play(tmp_path: Path, log: Log) -> AsyncIterator[Play]:
    async with raised(tmp_path) as play:
        yield play


async def causes(play: Play) -> list[str]:
    """Of each message in the outbox, in order."""
    rows = await play.database.read("causes", lambda tx: tx.statements.all("SELECT cause FROM outbox ORDER BY number"))
    return [row["cause"] for row in rows]


async def test_an_update_and_all_messages_it_leads_to_carry_one_name(play: Play, log: Log) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼2单元门口的路灯坏了")
    taken, *arrived = log.lines("taken in", "has arrived")
    assert taken["message"] == "taken in: words"
    assert taken["cause"].startswith("telegram-u")
    assert len(arrived) == len(await causes(play)) > 0
    assert {line["cause"] for line in arrived} == set(await causes(play)) == {taken["cause"]}


async def test_a_second_update_has_another_name(play: Play, log: Log) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼2单元门口的路灯坏了")
    await zhao.taps("交给")
    first, second = log.lines("taken in")
    assert first["cause"] != second["cause"]
    assert set(await causes(play)) == {first["cause"], second["cause"]}


async def test_what_is_tried_again_and_what_is_repeated_keep_the_name(play: Play, log: Log) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    play.sandbox.faults.plan("sendMessage", "after")
    await zhao.says("3号楼2单元门口的路灯坏了")
    taken, unknown, repeated = log.lines("taken in", "may have arrived", "an earlier one may have too")
    assert (unknown["level"], repeated["level"]) == ("WARNING", "INFO")
    assert taken["cause"] == unknown["cause"] == repeated["cause"]
    assert set(await causes(play)) == {taken["cause"]}


async def test_the_reference_that_a_person_is_given_leads_to_the_name(play: Play, log: Log) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼2单元门口的路灯坏了")
    await zhao.taps("交给")
    await play.database.transact(
        "damage", lambda tx: tx.statements.run("UPDATE matters SET state = 'melted' WHERE seq = 1")
    )
    await zhao.says("怎么样了")
    reference = zhao.last.partition("编号")[2][:6]
    [kept] = log.lines(f"is in quarantine as {reference}")
    assert kept["cause"].startswith("telegram-u")
    assert (await causes(play))[-1] == kept["cause"]


async def test_what_the_clock_does_goes_by_its_row(play: Play, log: Log) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼2单元门口的路灯坏了")
    await play.passes(minutes=11)
    [number] = await play.database.read(
        "row", lambda tx: [row["number"] for row in tx.statements.all(
            "SELECT number FROM schedule WHERE kind LIKE '%draft%' AND state = 'fired'")],
    )  # fmt: skip
    assert (await causes(play))[-1].endswith(f"-{number}")


async def test_a_deadline_that_cannot_be_met_is_kept_under_its_name(play: Play, log: Log) -> None:
    due = Due("nobody knows", "matter:1", "1", play.clock.now())
    await play.database.transact("plan", lambda tx: tx.schedule.add(due))
    await play.settled()
    [kept] = log.lines("is in quarantine")
    assert kept["cause"].startswith("nobody knows-")


async def test_a_job_goes_by_what_asked_for_it_or_by_itself(play: Play, log: Log) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.sends_photo(caption="3号楼2单元门口的路灯坏了")
    await zhao.taps("交给")
    [asked] = await play.database.read(
        "asked", lambda tx: tx.statements.all("SELECT cause FROM work WHERE kind = 'download'")
    )
    await play.database.transact("ask", lambda tx: tx.work.add("fly", "away", {}))
    play.bench.wake()
    await play.settled()
    _, taken, unknown = log.lines("taken in", "fly for")
    assert taken["cause"] == asked["cause"]
    assert unknown["cause"].startswith("fly-")
