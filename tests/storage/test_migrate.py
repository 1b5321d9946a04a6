"""Migrations: each applied once, whole or not at all, whatever the order in which their numbers arrive."""

from __future__ import annotations

import pytest

from storage.database import Database, NewerDatabase, engine_of, open_beside, open_database
from storage.migrate import Migration, known_migrations, migrate, split
from storage.transaction import Transaction
from tests.clock import FakeClock

ENGINES = ("sqlite", "postgres")
LATE = "CREATE TABLE late (id BIGINT);\n"


def steps_of(url: str) -> list[Migration]:
    return known_migrations(engine_of(url))


async def versions(database: Database) -> list[int]:
    rows = await database.read(
        "versions", lambda tx: tx.statements.all("SELECT version FROM schema_migrations ORDER BY version")
    )
    return [row["version"] for row in rows]


@pytest.mark.parametrize("engine", ENGINES)
def test_no_number_is_given_twice_to_one_engine(engine: str) -> None:
    numbers = [step.version for step in known_migrations(engine)]
    assert numbers == sorted(set(numbers))


def test_both_engines_take_the_same_steps() -> None:
    names = [[(step.version, step.name) for step in known_migrations(engine)] for engine in ENGINES]
    assert names[0] == names[1]


def test_a_script_is_split_at_semicolons_that_end_a_line_outside_of_words_and_remarks() -> None:
    script = "-- first; not the end\nSELECT ';\n';\n\nSELECT 2;\n"
    assert [statement.strip() for statement in split(script)] == ["-- first; not the end\nSELECT ';\n';", "SELECT 2;"]


@pytest.mark.parametrize("engine", ENGINES)
def test_no_file_holds_a_statement_that_is_left_over(engine: str) -> None:
    for step in known_migrations(engine):
        assert "".join(split(step.sql)).strip() == step.sql.strip()


@pytest.mark.asyncio
async def test_a_second_opening_applies_nothing(url: str, clock: FakeClock) -> None:
    for _ in range(2):
        database = await open_database(url, now=clock.now, seed=clock.seed)
        assert await versions(database) == [step.version for step in steps_of(url)]
        await database.close()


@pytest.mark.asyncio
async def test_a_step_that_fails_half_way_leaves_the_old_schema(url: str, clock: FakeClock) -> None:
    database = await open_database(url, now=clock.now, seed=clock.seed)
    steps = steps_of(url)
    wrong = Migration(9000, "wrong", "CREATE TABLE half (id BIGINT);\nCREATE TABLE people (id BIGINT);\n")
    with pytest.raises(Exception, match="people"):
        await migrate(database.transact, [*steps, wrong], {})
    await migrate(database.transact, [*steps, Migration(9000, "right", "CREATE TABLE half (id BIGINT);\n")], {})
    await database.close()


@pytest.mark.asyncio
async def test_a_step_with_a_lower_number_than_the_newest_is_still_applied(url: str, clock: FakeClock) -> None:
    database = await open_database(url, now=clock.now, seed=clock.seed)
    steps = steps_of(url)
    await migrate(database.transact, [*steps, Migration(9001, "early", "CREATE TABLE early (id BIGINT);\n")], {})
    both = [*steps, Migration(9000, "late", LATE), Migration(9001, "early", "SELECT 1;\n")]
    await migrate(database.transact, both, {})
    assert (await versions(database))[-2:] == [9000, 9001]
    await database.close()


@pytest.mark.asyncio
async def test_what_fills_a_new_table_goes_on_until_nothing_is_left(url: str, clock: FakeClock) -> None:
    database = await open_database(url, now=clock.now, seed=clock.seed)

    def portion(tx: Transaction) -> bool:
        row = tx.statements.one("SELECT COUNT(*) AS n FROM late")
        assert row is not None
        if row["n"] < 3:
            tx.statements.run("INSERT INTO late (id) VALUES (1)")
        return bool(row["n"] < 3)

    for _ in range(2):
        await migrate(database.transact, [*steps_of(url), Migration(9000, "late", LATE)], {"late": portion})
    rows = await database.read("rows", lambda tx: tx.statements.all("SELECT id FROM late"))
    assert len(rows) == 3
    await database.close()


@pytest.mark.asyncio
async def test_a_database_of_a_later_release_is_refused_by_name(url: str, clock: FakeClock) -> None:
    database = await open_database(url, now=clock.now, seed=clock.seed)

    def from_the_future(tx: Transaction) -> None:
        tx.statements.run("INSERT INTO schema_migrations (version, name, applied_at) VALUES (9999, 'future', '')")

    await database.transact("future", from_the_future)
    await database.close()
    for door in (open_database, open_beside):
        with pytest.raises(NewerDatabase, match=r"9999 \(future\)"):
            await door(url, now=clock.now, seed=clock.seed)
