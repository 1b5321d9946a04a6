"""The work of forgetting: her last message first, but not for ever; a file goes unless somebody else's is the same."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import TypeVar

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
from tests.storage.test_erasing import NAME, PHONE, WORDS, dump, lived

pytestmark = pytest.mark.asyncio

T = TypeVar("T")


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


class Ended(Exception):
    """The process was killed."""


class Mortal:
    """A database whose process ends at the so-many-th act: with it, or just before anybody hears of it."""

    def __init__(self, database: Database, lives: int, *, kept: bool) -> None:
        self._database, self.lives, self._kept = database, lives, kept

    async def transact(self, name: str, act: Callable[[Transaction], T]) -> T:
        self.lives -= 1
        if self.lives == 0 and not self._kept:
            raise Ended
        done = await self._database.transact(name, act)
        if self.lives == 0:
            raise Ended
        return done


def lived_and_told(tx: Transaction) -> None:
    lived(tx)
    while parcels := tx.outbox.claim(tx.now, 9):
        for parcel in parcels:
            tx.outbox.sent(parcel.id, "h")


@pytest.mark.parametrize("kept", [False, True])
async def test_wherever_the_process_ends_the_next_one_goes_on_to_the_same_end(tmp_path: Path, *, kept: bool) -> None:
    lives, ended = 0, True
    while ended:
        lives += 1
        clock = FakeClock()
        database = await open_database("sqlite:///:memory:", now=clock.now, seed=clock.seed)
        try:
            await database.transact("lived", lived_and_told)
            await database.transact("begun", lambda tx: tx.erasing.begin("li"))
            made, mortal = Made(tmp_path), Mortal(database, lives, kept=kept)
            try:
                await Erasing(mortal, made, tmp_path, clock).do(job("person:li"))  # type: ignore[arg-type]  # does what is asked of it
            except Ended:
                await Erasing(database, made, tmp_path, clock).do(job("person:li", 2))
            ended = mortal.lives <= 0
            left = await database.read("dump", dump)
            assert [words for words in (NAME, WORDS, PHONE) if words in left] == [], lives
            files = await database.read("files", lambda tx: list(tx.files.waiting()))
            assert files == ["file:ref1", "file:ref2"], lives
        finally:
            await database.close()
    assert lives > 5
