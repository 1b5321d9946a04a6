"""The work of forgetting: her last message first, but not for ever; a file goes unless somebody else's is the same."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.erased import listed
from bot.erasing import LETTER_TRIES, Erasing, ForgetFile, StillComing
from bot.made import Made
from domain.keeping import DAY
from domain.people.erasing import letter_key
from storage.database import Database, open_database
from storage.transaction import Transaction
from storage.work import Job
from tests.clock import FakeClock
from tests.storage.support import LI, letter, settle

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def database() -> AsyncIterator[Database]:
    clock = FakeClock()
    opened = await open_database("sqlite:///:memory:", now=clock.now, seed=clock.seed)
    yield opened
    await opened.close()


def begun(tx: Transaction) -> None:
    settle(tx, "li")
    tx.people.bind("li", LI)
    tx.outbox.put(letter("再见", key=letter_key("li")))
    tx.erasing.begin("li", letter_key("li"))


def job(subject: str, attempts: int = 1) -> Job:
    return Job(1, "erase", subject, {}, attempts, "")


async def test_the_last_message_is_waited_for_but_not_for_ever(database: Database, tmp_path: Path) -> None:
    await database.transact("begun", begun)
    work = Erasing(database, Made(tmp_path), tmp_path, FakeClock())
    with pytest.raises(StillComing):
        await work.do(job("person:li"))
    assert listed([tmp_path]) == ["li"]
    assert await database.read("unfinished", lambda tx: tx.erasing.unfinished(tx.now + DAY)) == ["li"]
    await work.do(job("person:li", LETTER_TRIES))
    assert await database.read("finished", lambda tx: tx.erasing.unfinished(tx.now + DAY)) == []
    assert await database.transact("sent", lambda tx: tx.outbox.claim(tx.now, 9)) == []


async def test_a_copy_that_was_made_for_her_goes_at_once_and_what_is_made_for_others_may_still_leave(
    database: Database, tmp_path: Path
) -> None:
    clock, made = FakeClock(), Made(tmp_path)
    await made.keep(b"hers", ".html", clock.now(), of="li")
    await made.keep(b"a digest", ".png", clock.now())
    await database.transact("begun", begun)
    await Erasing(database, made, tmp_path, clock).do(job("person:li", LETTER_TRIES))
    assert [file.suffix for file in (tmp_path / "made").iterdir()] == [".png"]
    clock.advance(3600)
    await made.clear("wang", clock.now())
    assert list((tmp_path / "made").iterdir()) == []


async def test_a_file_that_is_being_fetched_is_waited_for(database: Database, tmp_path: Path) -> None:
    def fetching(tx: Transaction) -> None:
        tx.work.add("download", "file:ref", {})
        tx.work.claim(tx.now, 1)
        tx.files.forget(["ref"])

    await database.transact("fetching", fetching)
    forget = ForgetFile(database, tmp_path)
    with pytest.raises(StillComing):
        await forget.do(job("file:ref"))
    (tmp_path / "abc").write_bytes(b"her door")

    def fetched(tx: Transaction) -> None:
        tx.notes.set("file:ref", "abc")
        tx.work.done(1)

    await database.transact("fetched", fetched)
    await forget.do(job("file:ref"))
    assert not (tmp_path / "abc").exists()
    await database.transact("gone", lambda tx: forget.finish(tx, job("file:ref"), None))
    assert await database.read("note", lambda tx: tx.notes.get("file:ref")) is None
    assert await database.read("waiting", lambda tx: list(tx.files.waiting())) == []
