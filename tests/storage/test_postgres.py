"""What only a server shared by several processes can do: conflicts, lost connections, refusals."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import psycopg
import pytest
import pytest_asyncio

from domain.messages import Address
from storage.database import CommitFailed, CommitUnknown, Database, StorageError, open_beside, open_database
from storage.migrate import known_migrations, migrate, missing
from storage.postgres import Postgres
from storage.shared import Shared
from storage.transaction import Transaction
from tests.clock import FakeClock
from tests.storage.cutter import Cutter
from tests.storage.support import NOON, letter, matter, settle


@pytest_asyncio.fixture
async def other(postgres_url: str, postgres: Database, clock: FakeClock) -> AsyncIterator[Database]:
    """A second process on the same rows, beside the one that has them alone."""
    opened = await open_beside(postgres_url, now=clock.now, seed=clock.seed)
    yield opened
    await opened.close()


@pytest.mark.asyncio
async def test_an_act_that_is_run_again_decides_the_same(postgres: Database) -> None:
    attempts: list[tuple[str, object]] = []

    def act(tx: Transaction) -> str:
        attempts.append((tx.new_id(), tx.now))
        if len(attempts) == 1:
            raise psycopg.errors.SerializationFailure
        return tx.new_id()

    again = await postgres.transact("again", act)
    assert attempts[0] == attempts[1]
    assert again != attempts[0][0]


@pytest.mark.asyncio
async def test_on_a_full_disk_nothing_was_kept_and_the_caller_hears_so(postgres: Database) -> None:
    def act(tx: Transaction) -> None:
        tx.notes.set("kept", "yes")
        raise psycopg.errors.DiskFull

    with pytest.raises(CommitFailed):
        await postgres.transact("full", act)
    assert await postgres.read("kept", lambda tx: tx.notes.get("kept")) is None


@pytest.mark.asyncio
async def test_a_row_that_is_there_already_is_the_acts_own_mistake_in_the_end(postgres: Database) -> None:
    def act(tx: Transaction) -> None:
        settle(tx, "li")
        for _ in range(2):
            tx.matters.add(matter("m1"))

    with pytest.raises(psycopg.errors.UniqueViolation):
        await postgres.transact("twice", act)


@pytest.mark.asyncio
async def test_an_act_whose_connection_is_cut_is_run_again_on_another(postgres: Database) -> None:
    cuts = [True]

    def act(tx: Transaction) -> None:
        tx.notes.set("kept", tx.new_id())
        if cuts:
            cuts.pop()
            tx.statements.run("SELECT pg_terminate_backend(pg_backend_pid())")

    await postgres.transact("cut", act)
    assert await postgres.read("kept", lambda tx: tx.notes.get("kept"))


@pytest.mark.asyncio
async def test_two_who_change_one_matter_do_so_one_after_the_other(postgres: Database, other: Database) -> None:
    def prepare(tx: Transaction) -> None:
        settle(tx, "li")
        tx.matters.add(matter("m1"))

    def count(tx: Transaction) -> None:
        one = tx.matters.get("m1")
        tx.matters.save(matter("m1", turn=one.turn + 1))

    await postgres.transact("prepare", prepare)
    await asyncio.gather(*(database.transact("count", count) for database in (postgres, other) * 10))
    assert (await postgres.read("turn", lambda tx: tx.matters.get("m1"))).turn == 20


@pytest.mark.asyncio
async def test_two_who_claim_at_the_same_time_never_claim_the_same(postgres: Database, other: Database) -> None:
    def fill(tx: Transaction) -> None:
        for n in range(40):
            tx.outbox.put(letter(str(n), to=Address("telegram", str(n))))

    await postgres.transact("fill", fill)
    claims = [database.transact("claim", lambda tx: tx.outbox.claim(NOON, 5)) for database in (postgres, other) * 6]
    claimed = [parcel.id for parcels in await asyncio.gather(*claims) for parcel in parcels]
    assert len(claimed) == len(set(claimed))


@pytest.mark.asyncio
async def test_two_processes_may_bring_up_the_schema_at_once(postgres_url: str, clock: FakeClock) -> None:
    opened = [Postgres(postgres_url, Shared(clock.now, clock.seed, "postgres"), alone=False) for _ in range(3)]
    await asyncio.gather(*(database.open() for database in opened))
    steps = known_migrations("postgres")
    await asyncio.gather(*(migrate(database.transact, steps, {}) for database in opened))
    assert await missing(opened[0].transact, steps) == []
    await asyncio.gather(*(database.close() for database in opened))


@pytest.mark.asyncio
async def test_a_server_that_does_not_answer_is_named_without_the_password(clock: FakeClock) -> None:
    with pytest.raises(StorageError, match="nowhere") as refusal:
        await open_database("postgresql://li:secret@/bench?host=/nowhere", now=clock.now, seed=clock.seed)
    assert "secret" not in str(refusal.value)


@pytest.mark.asyncio
async def test_an_act_whose_line_is_cut_before_the_commit_is_run_again(postgres_url: str, postgres: Database) -> None:
    cuts = [True]

    def act(tx: Transaction) -> None:
        tx.notes.set("runs", str(2 - len(cuts)))
        if cuts and (row := tx.statements.one("SELECT pg_backend_pid() AS pid")):
            cuts.pop()
            with psycopg.connect(postgres_url, autocommit=True) as killer:
                killer.execute("SELECT pg_terminate_backend(%s, 5000)", (row["pid"],))

    await postgres.transact("cut", act)
    assert await postgres.read("runs", lambda tx: tx.notes.get("runs")) == "2"


@pytest.mark.asyncio
async def test_a_commit_whose_answer_was_lost_is_found_out_and_not_run_again(
    postgres_url: str, clock: FakeClock, tmp_path: Path
) -> None:
    async with Cutter(postgres_url, tmp_path) as cutter:
        database = await open_database(cutter.url, now=clock.now, seed=clock.seed)
        cutter.swallow = 1
        assert await database.transact("number", lambda tx: tx.matters.next_seq(NOON.date())) == 1
        assert cutter.swallowed == 1
        assert await database.transact("number", lambda tx: tx.matters.next_seq(NOON.date())) == 2
        await database.close()


@pytest.mark.asyncio
async def test_whether_it_was_kept_is_said_to_be_unknown_while_the_server_is_out_of_reach(
    postgres_url: str, clock: FakeClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.postgres.PATIENCE", 1)
    async with Cutter(postgres_url, tmp_path) as cutter:
        database = await open_database(cutter.url, now=clock.now, seed=clock.seed)
        cutter.swallow, cutter.most = 1, 0
        with pytest.raises(CommitUnknown):
            await database.transact("number", lambda tx: tx.matters.next_seq(NOON.date()))
        await database.close()


@pytest.mark.asyncio
async def test_a_server_that_lets_too_few_of_our_lines_through_is_given_up(
    postgres_url: str, clock: FakeClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.postgres.PATIENCE", 1)
    async with Cutter(postgres_url, tmp_path) as cutter:
        cutter.most = 1
        with pytest.raises(StorageError):
            await open_beside(cutter.url, now=clock.now, seed=clock.seed)


@pytest.mark.asyncio
async def test_a_question_whose_connection_is_cut_is_a_fault_of_storage(postgres: Database) -> None:
    with pytest.raises(StorageError, match="cut"):
        await postgres.read("cut", lambda tx: tx.statements.one("SELECT pg_terminate_backend(pg_backend_pid())"))


@pytest.mark.asyncio
async def test_an_address_that_cannot_be_read_is_refused_without_its_password(clock: FakeClock) -> None:
    with pytest.raises(StorageError, match="special characters") as refusal:
        await open_database("postgresql://li:sec%ret@server/bench", now=clock.now, seed=clock.seed)
    assert "sec%" not in str(refusal.value)
