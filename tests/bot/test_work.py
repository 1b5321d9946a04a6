"""Slow work is done beside the turns, tried again, and brought to an end one way or the other."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.downloads import DOWNLOAD, Download, Fetched
from bot.press import Press
from bot.work import Hopeless, NotYet, Work
from domain.errors import DeliveryFailed
from storage.database import Database
from storage.transaction import Transaction
from storage.work import Job
from tests.bot.conftest import Beside
from tests.bot.postman import BrokenLine, Postman
from tests.clock import FakeClock


class Shelf:
    """Hears how each download ended, and wakes nobody."""

    def __init__(self) -> None:
        self.fetched: list[tuple[str, Fetched]] = []
        self.lost: list[tuple[str, str]] = []

    def keep(self, tx: Transaction, content_id: str, file: Fetched) -> None:
        self.fetched.append((content_id, file))

    def lose(self, tx: Transaction, job: Job, reason: str) -> None:
        self.lost.append((job.subject, reason))


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def work(database: Database, postman: Postman, shelf: Shelf, clock: FakeClock, tmp_path: Path) -> Work:
    download = Download({"telegram": postman}, tmp_path / "media", Press(), fetched=shelf.keep, lost=shelf.lose)
    return Work(database, {DOWNLOAD: download}, clock, woken=lambda: None)


async def ask(database: Database, content_id: str, channel: str = "telegram", kind: str = DOWNLOAD) -> None:
    args = {"channel": channel, "ref": f"file {content_id}"}
    await database.transact("add", lambda tx: tx.work.add(kind, content_id, args))


async def settle(work: Work) -> None:
    async with asyncio.timeout(60):
        await work.idle()


@pytest.mark.asyncio
async def test_a_photo_is_brought_home_under_a_name_of_ours(
    work: Work, database: Database, shelf: Shelf, beside: Beside, tmp_path: Path
) -> None:
    await ask(database, "c1")
    beside(work.run())
    await settle(work)
    [(content_id, file)] = shelf.fetched
    assert content_id == "c1"
    assert (tmp_path / "media" / file.name).read_bytes() == b"bytes of file c1"
    assert file.size == 16
    assert len(file.name) == 64


@pytest.mark.asyncio
async def test_a_download_that_fails_is_tried_again_later(
    work: Work, database: Database, postman: Postman, shelf: Shelf, beside: Beside, clock: FakeClock
) -> None:
    postman.failures = [DeliveryFailed("reset"), OSError("disk")]
    await ask(database, "c1")
    beside(work.run())
    for _ in range(3):
        await settle(work)
        clock.advance(60)
    await settle(work)
    assert [content_id for content_id, _ in shelf.fetched] == ["c1"]


@pytest.mark.asyncio
async def test_a_file_that_is_too_large_is_given_up_at_once(
    work: Work, database: Database, postman: Postman, shelf: Shelf, beside: Beside
) -> None:
    postman.failures = [DeliveryFailed("larger than 20 MB", permanent=True)]
    await ask(database, "c1")
    beside(work.run())
    await settle(work)
    assert shelf.lost == [("c1", "larger than 20 MB")]


@pytest.mark.asyncio
async def test_what_fails_for_ever_is_given_up_some_day(
    work: Work, database: Database, postman: Postman, shelf: Shelf, beside: Beside, clock: FakeClock
) -> None:
    postman.failures = [DeliveryFailed("no") for _ in range(100)]
    await ask(database, "c1")
    beside(work.run())
    for _ in range(25):
        await settle(work)
        clock.advance(hours=2)
    assert shelf.lost == [("c1", "DeliveryFailed: no")]


@pytest.mark.asyncio
async def test_what_is_worth_it_is_tried_once_a_day_before_that(
    database: Database, postman: Postman, shelf: Shelf, beside: Beside, clock: FakeClock, tmp_path: Path
) -> None:
    download = Download({"telegram": postman}, tmp_path / "media", Press(), fetched=shelf.keep, lost=shelf.lose)
    work = Work(database, {DOWNLOAD: download}, clock, woken=lambda: None, rarely={DOWNLOAD: 2})
    postman.failures = [DeliveryFailed("no") for _ in range(100)]
    await ask(database, "c1")
    beside(work.run())
    for _ in range(20):
        await settle(work)
        clock.advance(hours=2)
    assert len(postman.failures) == 80
    for failures in (79, 78):
        assert shelf.lost == []
        clock.advance(hours=22)
        await settle(work)
        assert len(postman.failures) == failures
        clock.advance(hours=2)
        await settle(work)
        assert len(postman.failures) == failures
    assert shelf.lost == [("c1", "DeliveryFailed: no")]


@pytest.mark.asyncio
@pytest.mark.parametrize(("channel", "kind"), [("pigeon", DOWNLOAD), ("telegram", "fly")])
async def test_work_nobody_can_do_is_given_up(
    work: Work, database: Database, beside: Beside, channel: str, kind: str
) -> None:
    await ask(database, "c1", channel, kind)
    beside(work.run())
    await settle(work)
    rows = await database.read("rows", lambda tx: tx.statements.all("SELECT state FROM work"))
    assert [row["state"] for row in rows] == ["dead"]


@pytest.mark.asyncio
async def test_what_was_in_hand_when_the_process_ended_is_done_again(
    work: Work, database: Database, shelf: Shelf, beside: Beside
) -> None:
    await ask(database, "c1")
    await database.transact("claim", lambda tx: tx.work.claim(tx.now, 1))
    beside(work.run())
    await settle(work)
    assert [content_id for content_id, _ in shelf.fetched] == ["c1"]


class Errand:
    """A kind that counts how it ended; while it is done the line breaks."""

    def __init__(self, line: BrokenLine, *, hopeless: bool = False, breaks: int = 0) -> None:
        self.line, self.hopeless, self.breaks = line, hopeless, breaks
        self.finished, self.given_up = 0, 0

    async def do(self, job: Job) -> object:
        self.line.failures = self.breaks
        if self.hopeless:
            raise Hopeless("no use")
        return None

    def finish(self, tx: Transaction, job: Job, result: object) -> None:
        self.finished += 1

    def fail(self, tx: Transaction, job: Job, reason: str) -> None:
        self.given_up += 1


@pytest.mark.asyncio
@pytest.mark.parametrize("hopeless", [False, True])
async def test_what_was_written_down_though_nobody_heard_so_is_not_written_down_again(
    database: Database, beside: Beside, clock: FakeClock, *, hopeless: bool
) -> None:
    line = BrokenLine(database)
    errand = Errand(line, hopeless=hopeless, breaks=1)
    work = Work(line, {"errand": errand}, clock, woken=lambda: None)
    await ask(database, "c1", kind="errand")
    beside(work.run())
    await settle(work)
    assert (errand.finished, errand.given_up) == ((0, 1) if hopeless else (1, 0))


@pytest.mark.asyncio
async def test_what_was_taken_in_hand_though_nobody_heard_so_is_done_all_the_same(
    database: Database, beside: Beside, clock: FakeClock
) -> None:
    line = BrokenLine(database)
    errand = Errand(line)
    work = Work(line, {"errand": errand}, clock, woken=lambda: None)
    beside(work.run())
    await settle(work)
    await ask(database, "c1", kind="errand")
    line.failures = 1
    await settle(work)
    await settle(work)
    assert errand.finished == 1


class Patient:
    """Done at the second try, and nothing is the matter."""

    async def do(self, job: Job) -> None:
        if job.attempts < 2:
            raise NotYet("something else first")

    def finish(self, tx: Transaction, job: Job, result: object) -> None:
        tx.notes.set("done", job.subject)

    def fail(self, tx: Transaction, job: Job, reason: str) -> None:
        raise AssertionError("never given up")


@pytest.mark.asyncio
async def test_what_has_to_wait_for_something_else_is_done_later_without_a_warning(
    beside: Beside, database: Database, clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    work = Work(database, {"patient": Patient()}, clock, woken=lambda: None)
    beside(work.run())
    await ask(database, "c1", kind="patient")
    await settle(work)
    assert await database.read("done", lambda tx: tx.notes.get("done")) is None
    clock.advance(60)
    await settle(work)
    assert await database.read("done", lambda tx: tx.notes.get("done")) == "c1"
    assert caplog.records == []
