"""The demo's folder: it goes with its demo, also with one that had no time to tidy up."""

import fcntl
import tempfile
from pathlib import Path

import pytest

from bot.demo.folder import HELD, PREFIX, demo_folder


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def left_behind(where: Path) -> Path:
    folder = where / f"{PREFIX}old"
    folder.mkdir()
    (folder / HELD).touch()
    (folder / "bench.db").touch()
    return folder


def test_it_goes_when_the_demo_ends() -> None:
    with demo_folder() as folder:
        assert folder.is_dir()
    assert not folder.exists()


def test_what_a_killed_demo_left_behind_goes_at_the_next_start(tmp_path: Path) -> None:
    left = left_behind(tmp_path)
    with demo_folder():
        assert not left.exists()


def test_a_demo_that_still_runs_keeps_its_folder(tmp_path: Path) -> None:
    other = left_behind(tmp_path)
    with (other / HELD).open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with demo_folder():
            assert other.exists()
