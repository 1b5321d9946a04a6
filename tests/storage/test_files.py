"""Opening an SQLite file: what is refused, and that a refusal leaves nothing behind."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.copying import copy
from storage.database import DatabaseDamaged, SecondInstance, StorageError, open_beside, open_database
from tests.clock import FakeClock
from tests.storage.support import NOON


@pytest.fixture(autouse=True)
def _no_thread_is_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before and not thread.daemon]
    for thread in left:
        thread.join(5)
    assert not any(thread.is_alive() for thread in left)


async def open_and_close(url: str, clock: FakeClock) -> None:
    await (await open_database(url, now=clock.now, seed=clock.seed)).close()


@pytest.mark.asyncio
async def test_a_second_instance_is_refused_and_told_who_holds_the_file(sqlite_url: str, clock: FakeClock) -> None:
    first = await open_database(sqlite_url, now=clock.now, seed=clock.seed)
    with pytest.raises(SecondInstance, match=f"process {os.getpid()};") as refusal:
        await open_database(sqlite_url, now=clock.now, seed=clock.seed)
    assert refusal.value.pid == str(os.getpid())
    await first.close()
    await open_and_close(sqlite_url, clock)


@pytest.mark.asyncio
@pytest.mark.skipif(not Path("/proc/locks").exists(), reason="only Linux tells of locks")
async def test_opening_it_again_in_one_process_takes_no_lock_away(sqlite_url: str, clock: FakeClock) -> None:
    def locks() -> list[str]:
        inode = Path(sqlite_url.removeprefix("sqlite:///")).stat().st_ino
        return [line for line in Path("/proc/locks").read_text().splitlines() if f":{inode} " in line]

    database = await open_database(sqlite_url, now=clock.now, seed=clock.seed)
    held = len(locks())
    await (await open_beside(sqlite_url, now=clock.now, seed=clock.seed)).close()
    left = len(locks())
    await database.close()
    assert left == held > 0


@pytest.mark.asyncio
async def test_a_file_that_is_no_database_is_refused(sqlite_url: str, clock: FakeClock, tmp_path: Path) -> None:
    (tmp_path / "bench.sqlite3").write_bytes(b"This was a database once." * 400)
    with pytest.raises(DatabaseDamaged, match=r"bench\.sqlite3 is damaged"):
        await open_and_close(sqlite_url, clock)


@pytest.mark.asyncio
async def test_a_file_with_a_torn_page_is_refused(sqlite_url: str, clock: FakeClock, tmp_path: Path) -> None:
    await open_and_close(sqlite_url, clock)
    with (tmp_path / "bench.sqlite3").open("r+b") as file:
        file.seek(3 * 4096)
        file.write(os.urandom(4096 * 4))
    with pytest.raises(DatabaseDamaged):
        await open_and_close(sqlite_url, clock)


@pytest.mark.asyncio
async def test_a_folder_in_the_place_of_the_file_is_refused_in_words(clock: FakeClock, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises((StorageError, IsADirectoryError)):
        await open_and_close(f"sqlite:///{tmp_path}/folder", clock)


@pytest.mark.asyncio
async def test_folders_on_the_way_are_made_and_the_file_is_for_its_owner_only(clock: FakeClock, tmp_path: Path) -> None:
    await open_and_close(f"sqlite:///{tmp_path}/a place/bench #1.sqlite3", clock)
    made = tmp_path / "a place" / "bench #1.sqlite3"
    assert stat.S_IMODE(made.stat().st_mode) == 0o600


@pytest.mark.asyncio
async def test_what_was_written_is_there_when_it_is_opened_again(sqlite_url: str, clock: FakeClock) -> None:
    first = await open_database(sqlite_url, now=clock.now, seed=clock.seed)
    await first.transact("write", lambda tx: tx.notes.set("kept", "yes"))
    await first.close()
    second = await open_database(sqlite_url, now=clock.now, seed=clock.seed)
    assert await second.read("read", lambda tx: tx.notes.get("kept")) == "yes"
    await second.close()


@pytest.mark.asyncio
async def test_a_database_in_memory_reads_what_it_wrote_and_keeps_queries_from_writing(clock: FakeClock) -> None:
    database = await open_database("sqlite:///:memory:", now=clock.now, seed=clock.seed)
    await database.transact("write", lambda tx: tx.notes.set("kept", "yes"))
    assert await database.read("read", lambda tx: tx.notes.get("kept")) == "yes"
    with pytest.raises(Exception, match="readonly"):
        await database.read("sly", lambda tx: tx.notes.set("kept", "no"))
    await database.transact("write", lambda tx: tx.notes.set("kept", "again"))
    await database.close()


@pytest.mark.asyncio
@pytest.mark.parametrize("url", ["mysql://nobody:secret@host/db", "sqlite://", "sqlite:///", "bench.sqlite3"])
async def test_another_url_is_refused_without_repeating_its_password(url: str, clock: FakeClock) -> None:
    with pytest.raises(ValueError, match="not a database URL") as refusal:
        await open_and_close(url, clock)
    assert "secret" not in str(refusal.value)


@pytest.mark.asyncio
async def test_a_file_that_cannot_be_opened_though_it_is_sound_is_not_called_damaged(
    sqlite_url: str, clock: FakeClock, tmp_path: Path
) -> None:
    await open_and_close(sqlite_url, clock)
    (tmp_path / "bench.sqlite3-wal").mkdir()
    with pytest.raises(StorageError, match=r"bench\.sqlite3") as refusal:
        await open_and_close(sqlite_url, clock)
    assert not isinstance(refusal.value, DatabaseDamaged)


def test_a_file_that_is_no_database_is_not_copied(tmp_path: Path) -> None:
    source = tmp_path / "bench.sqlite3"
    source.write_bytes(b"This was a database once." * 400)
    with pytest.raises(DatabaseDamaged, match=r"bench\.sqlite3"):
        copy(source, tmp_path / "copy", NOON)
