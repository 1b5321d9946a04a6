"""kill -9 at random moments while hundreds of matters are filed, taken and closed: nothing lost, nothing twice.

The moments come from a seed, which is printed; KILLING_SEED=… runs with another one, KILLS=… kills so often.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections import Counter, defaultdict
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random

import pytest

from domain.messages import Text
from handlers.texts.catalogue import TEXTS
from sandbox import Message, Person
from sandbox.world import FIRST_UPDATE
from storage.bodies import decode
from storage.transaction import Transaction
from tests.bot.crowd import TAG, Crowd, district, heard
from tests.bot.program import CANARIES, Program, Running, sandbox_of_one_bot
from tests.waiting import until

ROOT = Path(__file__).parents[2]
SEED = int(os.environ.get("KILLING_SEED", "20261123"))
KILLS = int(os.environ.get("KILLS", "20"))
MATTERS, SPAN = min(6 * KILLS, 900), float(KILLS)
"""So many, over so many seconds, that there is work in hand at every kill."""
PRESSES_WAIT = 3600.0
"""Seconds: in two hundred lives of a second each more is said than taken in, and tests of their own lose presses."""
FOR_THE_MORNING = "state = 'queued' AND attempts = 0 AND substr(due_at, 12, 9) = '23:00:00.'"
"""What was put at night and rings nobody before seven."""
MARK = TEXTS["core.maybe_repeat"][0] + "\n"
WITNESS = """
CREATE TABLE flights (message INTEGER, account TEXT, op TEXT, body TEXT, maybe_repeat INTEGER);
CREATE TRIGGER take_off AFTER UPDATE OF state ON outbox WHEN NEW.state = 'sending' BEGIN
    INSERT INTO flights VALUES (COALESCE(NEW.place, NEW.number), NEW.account, NEW.op, NEW.body, NEW.maybe_repeat);
END;
"""
"""Writes down whatever is about to be sent, as it is then: what waits for its repeat may still be reworded."""


@dataclass
class Aftermath:
    """What is left when everything has come to rest."""

    program: Program
    crowd: Crowd

    def rows(self, sql: str) -> list[sqlite3.Row]:
        with closing(sqlite3.connect(f"file:{self.program.database_path}?mode=ro", uri=True)) as connection:
            connection.row_factory = sqlite3.Row
            return connection.execute(sql).fetchall()

    def kept(self, role: str) -> Counter[str]:
        """How often each report's tag stands in what was kept in this role."""
        return Counter(_tag(row["text"]) for row in self.rows(f"SELECT text FROM contents WHERE role = '{role}'"))

    def happened(self, type: str) -> Counter[str]:
        """How often this happened to the matter of each report's tag."""
        found = self.rows(
            f"""
            SELECT text FROM events JOIN contents ON contents.subject = events.subject
            WHERE type = '{type}' AND role = 'report'
            """
        )
        return Counter(_tag(row["text"]) for row in found)


def _tag(words: str) -> str:
    found = TAG.search(words)
    return found.group() if found else words


@pytest.fixture(scope="module")
def aftermath(tmp_path_factory: pytest.TempPathFactory) -> Aftermath:
    print(f"again: KILLING_SEED={SEED} KILLS={KILLS} python -m pytest {Path(__file__).relative_to(ROOT)}")  # noqa: T201 (shown when something fails)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("sandbox.updates.PRESS_LIFE", PRESSES_WAIT)
        return asyncio.run(storm(tmp_path_factory.mktemp("killing")))


async def storm(directory: Path) -> Aftermath:
    chance = Random(SEED)
    sandbox = sandbox_of_one_bot()
    program = Program(directory, await sandbox.start())
    (directory / "district.toml").write_text(district(), "utf-8")
    crowd = Crowd(sandbox, chance)
    crowd.gather(MATTERS, SPAN)
    try:
        assert (await program.does("load", str(directory / "district.toml"), "--yes")).status == 0
        with closing(sqlite3.connect(program.database_path)) as connection:
            connection.executescript(WITNESS)
        await everybody_joins(program, crowd, await program.invites())
        return await killed_again_and_again(program, crowd, chance)
    finally:
        await program.is_over()
        await sandbox.stop()


async def killed_again_and_again(program: Program, crowd: Crowd, chance: Random) -> Aftermath:
    after = Aftermath(program, crowd)
    living = asyncio.create_task(crowd.lives())
    try:
        for _ in range(KILLS):
            await killed_at_some_moment(await program.runs(), chance)
        running = await (await program.runs()).is_up()
        for _ in range(45 * KILLS):
            assert not living.done()
            if at_rest(after):
                break
            await asyncio.sleep(0.2)
        else:
            raise AssertionError(f"it does not come to rest; what is left lies in {program.directory}")
    finally:
        living.cancel()
        await asyncio.gather(living, return_exceptions=True)
    assert await running.is_told_to_stop() == 0
    print(figures(after))  # noqa: T201 (`make soak` shows it)
    return after


def figures(after: Aftermath) -> str:
    """As a page of ours can hold it."""
    counted = {row["state"]: row["n"] for row in after.rows("SELECT state, COUNT(*) AS n FROM outbox GROUP BY state")}
    [flights] = after.rows("SELECT COUNT(*) AS n, SUM(maybe_repeat) AS marked FROM flights")
    [updates] = after.rows("SELECT COUNT(*) AS n FROM seen")
    return (
        f"{KILLS} kills, {MATTERS} matters: {updates['n']:,} updates, each taken once · {sum(counted.values()):,} "
        f"messages, {counted.get('sent', 0):,} sent, {counted.get('unknown', 0):,} unknown · {flights['n']:,} flights, "
        f"{flights['marked']:,} of them marked as possible repeats"
    )


async def everybody_joins(program: Program, crowd: Crowd, links: dict[str, str]) -> None:
    running = await (await program.runs()).is_up()
    for name, link in links.items():
        phone = crowd.joins(name)
        phone.starts(link.partition("=")[2])
    for member in crowd.members:
        await until(partial(asked, member.phone))
        member.phone.taps(asked(member.phone)[0].id, "是")
    await until(lambda: all(any("欢迎" in m.text for m in heard(member.phone)) for member in crowd.members))
    await running.is_told_to_stop()


def asked(phone: Person) -> list[Message]:
    return [message for message in heard(phone) if message.buttons]


async def killed_at_some_moment(running: Running, chance: Random) -> None:
    """Mostly at work, sometimes while it starts."""
    if chance.random() < 0.15:
        await asyncio.sleep(chance.uniform(0.1, 1.0))
    else:
        await running.is_up()
        await asyncio.sleep(chance.uniform(0.0, 0.8))
    await running.is_killed()


def at_rest(after: Aftermath) -> bool:
    if after.crowd.busy or after.crowd.sandbox.pending_updates:
        return False
    return not after.rows(
        f"SELECT 1 FROM outbox WHERE state IN ('queued', 'sending') AND NOT ({FOR_THE_MORNING}) LIMIT 1"
    )


# ---- what must be true now -----------------------------------------------------------------------------------------


def test_every_report_became_one_matter_in_its_own_grid(aftermath: Aftermath) -> None:
    matters = aftermath.rows(
        "SELECT text, grid_id FROM contents JOIN matters ON subject = 'matter:' || matters.id WHERE role = 'report'"
    )
    assert len(aftermath.rows("SELECT id FROM matters")) == MATTERS
    assert {_tag(row["text"]): row["grid_id"] for row in matters} == {
        resident.tag: f"g{resident.grid}" for resident in aftermath.crowd.residents
    }


def test_numbers_count_up_without_a_gap_and_none_is_given_twice(aftermath: Aftermath) -> None:
    days: dict[str, list[int]] = {}
    for row in aftermath.rows("SELECT filed_on, seq FROM matters ORDER BY filed_on, seq"):
        days.setdefault(row["filed_on"], []).append(row["seq"])
    assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in days.values())


def test_every_update_was_taken_once_and_none_is_in_quarantine(aftermath: Aftermath) -> None:
    given_out = aftermath.crowd.sandbox.world.updates.next_id - FIRST_UPDATE
    assert len(aftermath.rows("SELECT 1 FROM seen")) == given_out
    assert aftermath.rows("SELECT reason FROM quarantine") == []


def test_every_tap_and_every_line_had_its_effect_once(aftermath: Aftermath) -> None:
    members = aftermath.crowd.members
    assert aftermath.happened("MatterAccepted") == Counter(tag for member in members for tag in member.accepted)
    assert aftermath.kept("progress") == Counter(tag for member in members for tag in member.progressed)
    assert aftermath.kept("closing") == Counter(tag for member in members for tag in member.closed)


def test_nothing_is_left_to_be_sent_and_what_never_arrived_says_why(aftermath: Aftermath) -> None:
    left = aftermath.rows(
        f"SELECT state, reason FROM outbox WHERE state NOT IN ('sent', 'unknown') AND NOT ({FOR_THE_MORNING})"
    )
    assert [row["state"] for row in left if row["state"] not in ("dead", "cancelled")] == []
    assert all(row["reason"] for row in left)


def test_the_ledger_is_whole(aftermath: Aftermath) -> None:
    def looked_through(tx: Transaction) -> tuple[int, list[object]]:
        subjects = tx.events.subjects()
        return len(subjects), [found for subject in subjects if (found := tx.events.broken(subject))]

    looked_at, broken = asyncio.run(aftermath.program.rows(looked_through))
    assert looked_at >= MATTERS
    assert broken == []


def test_every_open_matter_has_an_owner_who_can_be_reached(aftermath: Aftermath) -> None:
    owners = "SELECT person_id FROM appointments JOIN addresses USING (person_id) WHERE blocked = 0"
    assert aftermath.rows(f"SELECT * FROM matters WHERE state <> 'ended' AND owner_id NOT IN ({owners})") == []


def test_every_resident_heard_her_number(aftermath: Aftermath) -> None:
    numbers = aftermath.rows(
        """
        SELECT text, matters.number FROM contents JOIN matters ON subject = 'matter:' || matters.id
        WHERE role = 'report'
        """
    )
    number = {_tag(row["text"]): row["number"] for row in numbers}
    for resident in aftermath.crowd.residents:
        assert any(number[resident.tag] in message.text for message in heard(resident.phone))


def test_whatever_came_twice_said_that_it_may_be_a_repeat(aftermath: Aftermath) -> None:
    """Nothing arrives oftener than it took off, and of each message only the first flight carries no mark."""
    flights: dict[int, Counter[str]] = defaultdict(Counter)
    for row in aftermath.rows("SELECT account, body, maybe_repeat FROM flights WHERE op <> 'delete'"):
        words = "\n".join(block.value for block in decode(row["body"]).blocks if isinstance(block, Text))
        flights[int(row["account"])][MARK * row["maybe_repeat"] + words] += 1
    unexplained = {chat: Counter(arrived) - flights[chat] for chat, arrived in aftermath.crowd.arrived.items()}
    assert {chat: words for chat, words in unexplained.items() if words} == {}
    unmarked = aftermath.rows("SELECT message, body FROM flights WHERE op = 'send' AND maybe_repeat = 0")
    assert max(Counter((row["message"], row["body"]) for row in unmarked).values()) == 1


def test_the_logs_tell_of_no_fault_and_show_no_secret(aftermath: Aftermath) -> None:
    words = aftermath.program.words
    assert "Traceback" not in words
    assert not any(canary in words for canary in CANARIES)
