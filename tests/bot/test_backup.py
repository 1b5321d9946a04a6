"""The backup beside a bot that writes: the database of one moment, looked through, with the head of every chain."""

from __future__ import annotations

import asyncio
import threading
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.heads import ABOUT, CHAINS, about, backups_in, chains, must_be_the_newest
from storage.copying import COPY_OF, wrong_with
from storage.database import open_database
from storage.heads import heads_in
from storage.reading import reading
from tests.bot.bench import Bench, files_one, meddled, torn
from tests.clock import FakeClock


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    bench = Bench(tmp_path / "home", FakeClock())
    bench.rows(files_one)
    return bench


def test_rows_settings_token_and_photos_go_along_and_locks_stay(bench: Bench) -> None:
    backup = bench.backs_up()
    found = {str(path.relative_to(backup)) for path in backup.rglob("*") if path.is_file()}
    assert found == {"config.toml", "token.txt", "media/lamp", "little-bench.sqlite3", ABOUT, CHAINS}
    assert backup.stat().st_mode & 0o777 == 0o700


def test_what_is_kept_beside_it_is_what_is_in_it(bench: Bench) -> None:
    bench.rows(files_one)
    kept = about(backup := bench.backs_up())
    assert kept is not None
    assert (kept.heads.subjects, kept.heads.events, kept.heads.newest_at) == (2, 2, bench.clock.now())
    assert kept.heads.numbers == {"2025-11-23": 2}
    assert sorted(chains(backup)) == bench.rows(lambda tx: [head for page in heads_in(tx) for head in page])


def test_a_bot_that_writes_all_the_time_is_backed_up_as_it_stood_at_one_moment(bench: Bench) -> None:
    busy_now, stop = threading.Event(), threading.Event()

    async def busy() -> None:
        database = await open_database(bench.url, now=SystemClock().now, seed=SystemClock().seed)
        while not stop.is_set():
            await asyncio.gather(*(database.transact("file", files_one) for _ in range(20)))
            busy_now.set()
        await database.close()

    writing = threading.Thread(target=asyncio.run, args=[busy()])
    writing.start()
    assert busy_now.wait(10)
    try:
        backups = [bench.backs_up() for _ in range(3)]
    finally:
        stop.set()
        writing.join(20)
    for backup in backups:
        with reading(f"sqlite:///{backup}/little-bench.sqlite3", datetime.now(UTC)) as tx:
            matters = tx.statements.all("SELECT 'matter:' || id AS subject FROM matters ORDER BY id")
            assert len(matters) > 1
            assert [row["subject"] for row in matters] == tx.events.subjects(limit=100_000)


def test_the_copy_needs_no_file_beside_it_and_knows_what_it_is(bench: Bench) -> None:
    copied = bench.backs_up() / "little-bench.sqlite3"
    assert wrong_with(copied) == []
    with closing(copied.open("rb")) as file:
        assert file.read(20)[18:20] == b"\x01\x01"  # no write-ahead log
    with reading(f"sqlite:///{copied}", datetime.now(UTC)) as tx:
        assert tx.notes.get(COPY_OF)
    assert bench.rows(lambda tx: tx.notes.get(COPY_OF)) is None


def test_a_photo_that_has_not_changed_takes_no_room_twice_and_one_that_was_erased_is_gone(bench: Bench) -> None:
    (bench.home / "media" / "erased").write_bytes(b"erased")
    first = bench.backs_up()
    (bench.home / "media" / "erased").unlink()
    second = bench.backs_up()
    assert (second / "media" / "lamp").samefile(first / "media" / "lamp")
    assert not (second / "media" / "erased").exists()


def test_only_so_many_are_kept_wherever_they_are_to_go(bench: Bench, tmp_path: Path) -> None:
    where = tmp_path / "elsewhere"
    (where / "2025-01-01T000000Z").mkdir(parents=True)  # an earlier release's
    for _ in range(3):
        newest = bench.backs_up("--to", str(where), "--keep", "2")
    assert len(backups_in(where)) == 2
    assert backups_in(where)[-1] == newest


def test_two_installations_in_one_folder_take_nothing_from_each_other(bench: Bench, tmp_path: Path) -> None:
    other, where = Bench(tmp_path / "other", FakeClock()), tmp_path / "elsewhere"
    other.clock.advance(days=1)
    other.rows(files_one)
    mine = bench.backs_up("--to", str(where), "--keep", "1")
    others = other.backs_up("--to", str(where), "--keep", "1")
    assert backups_in(where) == [mine, others]
    must_be_the_newest(bench.url, bench.clock.now())


def test_what_was_broken_off_is_no_backup_and_is_cleared_away(bench: Bench) -> None:
    broken_off = bench.home / "backups" / ".2025-01-01T000000Z.unfinished"
    broken_off.mkdir(parents=True)
    assert backups_in(bench.home / "backups") == []
    backup = bench.backs_up()
    assert list((bench.home / "backups").iterdir()) == [backup]


def test_a_damaged_database_is_never_taken_for_a_backup_and_the_way_out_is_named(bench: Bench) -> None:
    bench.backs_up()
    torn(bench.path)
    done = bench.does("backup", "--chinese")
    assert done.status == 1
    assert "数据库坏了" in done.err
    assert " restore " in done.err
    assert len(list((bench.home / "backups").iterdir())) == 1


def test_a_ledger_that_somebody_touched_is_kept_and_told(bench: Bench) -> None:
    meddled(bench.path, "UPDATE events SET by_id = 'chen'")
    done = bench.does("backup", "--chinese")
    assert done.status == 1
    assert "matter:m2511231 1" in done.out
    (backup,) = backups_in(bench.home / "backups")
    kept = about(backup)
    assert kept is not None
    assert kept.broken == ("matter:m2511231 1",)


def test_before_there_is_a_database_nothing_is_made(tmp_path: Path) -> None:
    bench = Bench(tmp_path / "home", FakeClock())
    done = bench.does("backup", "--english")
    assert (done.status, done.err) == (1, "There is no database yet, and nothing to back up\n")
    assert not bench.path.exists()


def test_on_a_disk_that_is_full_nothing_half_done_is_left(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.copy2", _no_room)
    done = bench.does("backup", "--chinese")
    assert (done.status, done.err) == (1, "磁盘满了，腾些地方出来再试\n")
    assert list((bench.home / "backups").iterdir()) == []


def _no_room(*_: object) -> None:
    raise OSError(28, "No space left on device")
