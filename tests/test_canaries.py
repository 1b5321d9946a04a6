"""That a canary in a line is heard, or the search through the logs of all tests would find nothing for ever."""

from __future__ import annotations

import logging
import sqlite3

import psycopg
import pytest

from domain.discreet import told
from storage.database import open_database
from storage.transaction import Transaction
from tests.canaries import SAID, Canaries
from tests.clock import FakeClock


@pytest.fixture
def canaries() -> Canaries:
    return Canaries()


def heard(canaries: Canaries, words: str, *args: object, error: Exception | None = None) -> int:
    info = (type(error), error, None) if error else None
    canaries.handle(logging.LogRecord("bot.work", logging.WARNING, "", 0, words, args, info))
    return len(canaries.found)


@pytest.mark.parametrize("canary", SAID)
def test_a_canary_in_a_line_or_its_arguments_is_heard(canaries: Canaries, canary: str) -> None:
    assert heard(canaries, f"took {canary}") == 1
    assert heard(canaries, "took %s", canary) == 2
    assert heard(canaries, "took %s", "something else") == 2


def test_one_that_an_error_of_ours_holds_is_heard(canaries: Canaries) -> None:
    assert heard(canaries, "failed", error=FileNotFoundError(2, "No such file", SAID[0])) == 1


def test_one_that_another_error_quotes_never_gets_into_the_line(canaries: Canaries) -> None:
    assert heard(canaries, "failed: %s", ValueError(SAID[0]), error=KeyError(SAID[1])) == 0


@pytest.mark.asyncio
@pytest.mark.parametrize("engine", ["sqlite", "postgres_url"])
async def test_a_row_that_the_database_refuses_is_not_quoted(request: pytest.FixtureRequest, engine: str) -> None:
    url = "sqlite:///:memory:" if engine == "sqlite" else request.getfixturevalue(engine)
    clock = FakeClock()
    database = await open_database(url, now=clock.now, seed=clock.seed)

    def broken(tx: Transaction) -> None:
        tx.statements.run("INSERT INTO people (id, name, language) VALUES ('zhao', :name, NULL)", name=SAID[1])

    with pytest.raises((sqlite3.IntegrityError, psycopg.IntegrityError)) as refused:
        await database.transact("broken", broken)
    await database.close()
    assert SAID[1] not in told(refused.value)
