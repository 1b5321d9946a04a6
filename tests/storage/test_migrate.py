"""Migrations: numbered without gaps, whole or not at all, never backwards."""

from __future__ import annotations

import pytest

from storage.database import NewerDatabase, open_database
from storage.migrate import Migration, known_migrations, migrate, split
from storage.transaction import Transaction
from tests.clock import FakeClock


def test_the_files_are_numbered_without_gaps() -> None:
    assert [step.version for step in known_migrations()] == list(range(1, len(known_migrations()) + 1))


def test_a_script_is_split_at_semicolons_that_end_a_line_outside_of_words_and_remarks() -> None:
    script = "-- first; not the end\nSELECT ';\n';\n\nSELECT 2;\n"
    assert [statement.strip() for statement in split(script)] == ["-- first; not the end\nSELECT ';\n';", "SELECT 2;"]


def test_no_file_holds_a_statement_that_is_left_over() -> None:
    for step in known_migrations():
        assert "".join(split(step.sql)).strip() == step.sql.strip()


@pytest.mark.asyncio
async def test_a_second_opening_applies_nothing(url: str, clock: FakeClock) -> None:
    for _ in range(2):
        database = await open_database(url, now=clock.now, seed=clock.seed)
        applied = await database.read("versions", lambda tx: tx.statements.all("SELECT version FROM schema_migrations"))
        assert [row["version"] for row in applied] == [step.version for step in known_migrations()]
        await database.close()


@pytest.mark.asyncio
async def test_a_step_that_fails_half_way_leaves_the_old_schema(url: str, clock: FakeClock) -> None:
    database = await open_database(url, now=clock.now, seed=clock.seed)
    steps = known_migrations()
    wrong = Migration(len(steps) + 1, "wrong", "CREATE TABLE half (id BIGINT);\nCREATE TABLE people (id BIGINT);\n")
    with pytest.raises(Exception, match="people"):
        await migrate(database.transact, [*steps, wrong])
    right = Migration(len(steps) + 1, "right", "CREATE TABLE half (id BIGINT);\n")
    await migrate(database.transact, [*steps, right])
    await database.close()


@pytest.mark.asyncio
async def test_a_database_of_a_later_release_is_refused(url: str, clock: FakeClock) -> None:
    database = await open_database(url, now=clock.now, seed=clock.seed)

    def from_the_future(tx: Transaction) -> None:
        tx.statements.run("INSERT INTO schema_migrations (version, name, applied_at) VALUES (9999, 'future', '')")

    await database.transact("future", from_the_future)
    await database.close()
    with pytest.raises(NewerDatabase, match="9999"):
        await open_database(url, now=clock.now, seed=clock.seed)
