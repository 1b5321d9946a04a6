"""The backup beside a bot that writes: the database of one moment, the photos, and nothing of the running program."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.database import Database, open_beside, open_database

SCRIPT = Path(__file__).parents[2] / "deploy" / "backup.py"
NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    (home / "media").mkdir(parents=True)
    (home / "config.toml").write_text("[contacts]\n")
    (home / "media" / "lamp.jpg").write_bytes(b"lamp")
    return home


def backs_up(home: Path, *options: str) -> Path:
    done = subprocess.run(
        [sys.executable, SCRIPT, home, home.parent / "backups", *options], capture_output=True, text=True, check=True
    )
    return Path(done.stdout.strip())


async def opened(home: Path) -> Database:
    return await open_database(f"sqlite:///{home}/little-bench.sqlite3", now=lambda: NOW, seed=lambda: 1)


@pytest.mark.asyncio
async def test_a_database_in_use_is_backed_up_whole_and_opens_again(home: Path) -> None:
    running = await opened(home)
    await running.transact("write", lambda tx: tx.notes.set("word", "路灯坏了"))
    backup = backs_up(home)
    await running.close()
    restored = await open_beside(f"sqlite:///{backup}/little-bench.sqlite3", now=lambda: NOW, seed=lambda: 1)
    assert await restored.read("word", lambda tx: tx.notes.get("word")) == "路灯坏了"
    await restored.close()


@pytest.mark.asyncio
async def test_configuration_and_photos_go_along_and_locks_stay(home: Path) -> None:
    running = await opened(home)
    backup = backs_up(home)
    await running.close()
    found = {str(path.relative_to(backup)) for path in backup.rglob("*") if path.is_file()}
    assert found == {"config.toml", "media/lamp.jpg", "little-bench.sqlite3"}


def test_a_photo_that_has_not_changed_takes_no_room_twice_and_one_that_was_erased_is_gone(home: Path) -> None:
    (home / "media" / "erased.jpg").write_bytes(b"erased")
    first = backs_up(home)
    first = first.rename(first.with_name("2026-01-01T000000Z"))
    (home / "media" / "erased.jpg").unlink()
    second = backs_up(home)
    assert (second / "media" / "lamp.jpg").samefile(first / "media" / "lamp.jpg")
    assert not (second / "media" / "erased.jpg").exists()


def test_only_so_many_are_kept(home: Path) -> None:
    old = home.parent / "backups" / "2026-01-01T000000Z"
    old.mkdir(parents=True)
    newest = backs_up(home, "--keep", "1")
    assert list(old.parent.iterdir()) == [newest]


def test_a_damaged_database_is_never_taken_for_a_backup(home: Path) -> None:
    path = home / "little-bench.sqlite3"
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE rows (words)")
        database.executemany("INSERT INTO rows VALUES (?)", [("路灯" * 500,)] * 50)
    database.close()
    torn = bytearray(path.read_bytes())
    torn[4096 * 3 : 4096 * 6] = b"\xff" * 4096 * 3
    path.write_bytes(torn)
    with pytest.raises(subprocess.CalledProcessError):
        backs_up(home)
    assert [folder for folder in (home.parent / "backups").iterdir() if not folder.name.startswith(".")] == []
