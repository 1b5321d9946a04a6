"""A backup put back: only when it is sound and nobody loses anything unsaid, and nothing leaves or is given twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from bot.heads import must_be_the_newest
from domain.messages import Urgency
from handlers.desk.finding import WORK as FIND
from handlers.lateness import RESTORED_AT
from storage.copying import COPY_OF
from storage.lock import InstanceLock
from storage.reading import reading
from storage.restoring import BENCH, RESTORED
from storage.transaction import Transaction
from tests.bot.bench import Bench, files_one, meddled, torn
from tests.clock import FakeClock
from tests.storage.support import LI, WANG, letter


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    bench = Bench(tmp_path / "home", FakeClock())
    bench.rows(files_one)
    return bench


def numbers(tx: Transaction) -> list[str]:
    return [row["number"] for row in tx.statements.all("SELECT number FROM matters ORDER BY filed_on, seq")]


def lost(bench: Bench) -> None:
    """The disk is gone, or nothing on it can be read any more."""
    torn(bench.path)


def test_what_was_there_is_there_again_and_that_it_was_put_back_is_on_record(bench: Bench) -> None:
    backup = bench.backs_up()
    lost(bench)
    done = bench.does("restore", "--chinese", str(backup))
    assert done.status == 0, done.err
    assert bench.rows(numbers) == ["1123-01"]
    (event,) = bench.rows(lambda tx: tx.events.of(BENCH))
    assert (event.type, event.facts["exact"]) == (RESTORED, False)
    assert [due.kind for due in bench.rows(lambda tx: tx.schedule.ahead(9))] == [
        "restored"
    ]  # the desks will hear of it
    assert bench.rows(lambda tx: tx.notes.get(COPY_OF)) is None
    assert bench.rows(lambda tx: tx.events.broken("matter:m2511231")) is None


def test_the_folder_of_all_backups_stands_for_the_newest(bench: Bench) -> None:
    bench.backs_up()
    bench.rows(files_one)
    newest = bench.backs_up()
    lost(bench)
    done = bench.does("restore", "--chinese", str(bench.home / "backups"))
    assert done.status == 0
    assert str(newest) in done.out
    assert bench.rows(numbers) == ["1123-01", "1123-02"]


def test_the_present_one_is_kept_aside_as_it_was(bench: Bench) -> None:
    backup = bench.backs_up()
    bench.rows(files_one)
    assert bench.does("restore", "--chinese", str(backup), "--older").status == 0
    (aside,) = bench.home.glob("before-restore-*")
    assert aside.stat().st_mode & 0o777 == 0o700
    with reading(f"sqlite:///{aside}/little-bench.sqlite3", bench.clock.now()) as tx:
        assert numbers(tx) == ["1123-01", "1123-02"]


def test_while_a_bot_runs_nothing_is_pulled_from_under_it(bench: Bench) -> None:
    backup = bench.backs_up()
    before = bench.path.read_bytes()
    lock = InstanceLock(str(bench.path))
    done = bench.does("restore", "--chinese", str(backup))
    lock.release()
    assert done.status == 1
    assert "正用着数据库，先停下它" in done.err
    assert bench.path.read_bytes() == before


# ---- which one ----------------------------------------------------------------------------------------------------


def test_behind_the_present_database_it_says_by_how_much_and_refuses_until_told(bench: Bench) -> None:
    backup = bench.backs_up()
    bench.clock.advance(hours=3)
    bench.rows(files_one)
    done = bench.does("restore", "--chinese", str(backup))
    assert done.status == 1
    assert "记到 11-23 16:00:00；现在的库记到 11-23 19:00:00，多 1 条" in done.err
    assert bench.rows(numbers) == ["1123-01", "1123-02"]
    assert bench.does("restore", "--chinese", str(backup), "--older").status == 0
    assert bench.rows(numbers) == ["1123-01"]


def test_behind_the_heads_kept_beside_the_backups_it_refuses_too_when_the_database_is_lost(bench: Bench) -> None:
    older = bench.backs_up()
    bench.clock.advance(hours=3)
    bench.rows(files_one)
    newer = bench.backs_up()
    lost(bench)
    done = bench.does("restore", "--chinese", str(older))
    assert done.status == 1
    assert f"备份 {newer.name} 记到 11-23 19:00:00，多 1 条" in done.err
    assert bench.does("restore", "--english", str(older), "--older").status == 0


@pytest.mark.parametrize(
    "damage",
    [
        torn,
        lambda path: path.write_bytes(b"no database"),
        lambda path: meddled(path, "DELETE FROM events"),
        lambda path: meddled(path, "UPDATE events SET by_id = 'x'"),
    ],
    ids=["torn", "no database", "a chain cut off", "a row touched"],
)
def test_a_backup_that_is_not_what_was_written_is_refused_and_nothing_changes(
    bench: Bench, damage: Callable[[Path], None]
) -> None:
    backup = bench.backs_up()
    damage(backup / "little-bench.sqlite3")
    before = bench.path.read_bytes()
    done = bench.does("restore", "--chinese", str(backup), "--older")
    assert done.status == 1
    assert "这份备份自己坏了" in done.err
    assert bench.path.read_bytes() == before
    assert not list(bench.home.glob("before-restore-*"))


def test_a_backup_of_an_earlier_release_which_says_nothing_of_itself_is_taken_too(bench: Bench) -> None:
    backup = bench.backs_up()
    (backup / "backup.json").unlink()
    (backup / "heads.txt.gz").unlink()
    meddled(backup / "little-bench.sqlite3", "DELETE FROM notes")
    lost(bench)
    assert bench.does("restore", "--chinese", str(backup)).status == 0
    assert bench.rows(numbers) == ["1123-01"]


def test_a_backup_of_a_newer_release_is_refused_by_name(bench: Bench) -> None:
    meddled(bench.path, "INSERT INTO schema_migrations VALUES (9999, '9999_later', '')")
    backup = bench.backs_up()
    lost(bench)
    done = bench.does("restore", "--chinese", str(backup))
    assert done.status == 1
    assert "9999_later" in done.err
    assert not list(bench.home.glob("*.coming*"))


def test_on_an_empty_machine_settings_token_and_photos_come_back_too(bench: Bench, tmp_path: Path) -> None:
    backup = bench.backs_up("--to", str(tmp_path / "backups"))
    new = tmp_path / "new"
    bench.home.rename(tmp_path / "gone")
    new.mkdir()
    bench.home = new
    done = bench.does("restore", "--chinese", str(backup))
    assert done.status == 0, done.err
    names = {path.name for path in new.iterdir()}
    assert names >= {"config.toml", "token.txt", "little-bench.sqlite3", "media"}
    assert (new / "media" / "lamp").read_bytes() == b"lamp"


# ---- nothing twice ------------------------------------------------------------------------------------------------


def test_todays_numbers_go_on_where_the_present_database_can_still_be_read(bench: Bench) -> None:
    backup = bench.backs_up()
    for _ in range(4):
        bench.rows(files_one)
    assert bench.does("restore", "--chinese", str(backup), "--older").status == 0
    assert bench.rows(files_one) == "1123-06"


def test_todays_numbers_leap_where_nobody_knows_how_many_were_given(bench: Bench) -> None:
    backup = bench.backs_up()
    given = [bench.rows(files_one) for _ in range(4)]
    lost(bench)
    done = bench.does("restore", "--chinese", str(backup))
    assert done.status == 0
    assert bench.rows(files_one) not in given


def test_a_database_made_anew_since_does_not_pass_for_the_one_that_gave_the_numbers(bench: Bench) -> None:
    backup = bench.backs_up()
    bench.path.unlink()
    bench.clock.advance(minutes=1)
    bench.rows(lambda tx: tx.notes.set("made", "anew"))
    assert bench.does("restore", "--chinese", str(backup)).status == 0
    (event,) = bench.rows(lambda tx: tx.events.of(BENCH))
    assert event.facts["exact"] is False


def test_what_may_have_left_since_leaves_again_only_marked_or_not_at_all(bench: Bench) -> None:
    later = bench.clock.now() + timedelta(days=36500)

    def write(tx: Transaction) -> None:
        tx.outbox.put(letter("answer", LI, purpose="turn", urgency=Urgency.TURN))
        tx.outbox.put(letter("danger", WANG, purpose="turn", urgency=Urgency.DANGER))
        tx.outbox.put(letter("notice", LI, urgency=Urgency.NOTICE))
        tx.outbox.put(letter("for a later day", LI, urgency=Urgency.REMINDER, not_before=later))
        assert len(tx.outbox.claim(tx.now, 1)) == 1
        tx.work.add(FIND, "person:li", {})
        tx.work.add("download", "file:x", {})

    bench.rows(write)
    backup = bench.backs_up()
    lost(bench)
    assert bench.does("restore", "--chinese", str(backup)).status == 0
    rows = bench.rows(lambda tx: tx.statements.all("SELECT state, maybe_repeat, urgency FROM outbox ORDER BY number"))
    assert [(row["state"], row["maybe_repeat"]) for row in rows] == [
        ("queued", 1), ("queued", 1), ("unknown", 0), ("queued", 0),
    ]  # fmt: skip
    (event,) = bench.rows(lambda tx: tx.events.of(BENCH))
    assert bench.rows(lambda tx: tx.notes.get(RESTORED_AT)) == event.at.isoformat()
    work = bench.rows(lambda tx: tx.statements.all("SELECT kind, state FROM work"))
    assert Counter((row["kind"], row["state"]) for row in work) == {(FIND, "dead"): 1, ("download", "queued"): 1}


# ---- by hand ------------------------------------------------------------------------------------------------------


def test_a_backup_that_was_copied_into_its_place_by_hand_does_not_run(bench: Bench) -> None:
    backup = bench.backs_up()
    bench.path.write_bytes((backup / "little-bench.sqlite3").read_bytes())
    done = bench.does("run")
    assert done.status == 1
    assert "有人直接拷了过来" in done.err


def test_a_database_behind_the_backups_does_not_run_until_one_was_put_back(bench: Bench) -> None:
    bench.backs_up()
    before = bench.path.read_bytes()
    bench.clock.advance(hours=1)
    bench.rows(files_one)
    newer = bench.backs_up()
    bench.path.write_bytes(before)
    done = bench.does("run")
    assert done.status == 1
    assert f"restore {newer}" in done.err
    assert bench.does("restore", "--chinese", str(newer)).status == 0
    must_be_the_newest(bench.url, bench.clock.now())
