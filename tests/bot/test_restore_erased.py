"""Whoever was forgotten is not known again after a backup from before was put back."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from bot.erased import NAME, listed, put_down
from domain.events import Content
from domain.matters.matter import State
from handlers.safety.erasing import AGAIN, ERASE
from storage.transaction import Transaction
from tests.bot.bench import Bench, files_one, torn
from tests.clock import FakeClock
from tests.storage.support import LI, letter
from tests.storage.test_erasing import dump

WORDS, PHOTO = "楼道灯泡又闪了", {"kind": "photo", "ref": "ref"}


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    bench = Bench(tmp_path / "home", FakeClock())
    bench.rows(files_one)
    bench.rows(speaks)
    (bench.home / "media" / "abc").write_bytes(b"her door")
    return bench


def speaks(tx: Transaction) -> None:
    (row,) = tx.statements.all("SELECT id FROM matters")
    tx.people.bind("li", LI)
    tx.contents.add(Content("c", f"matter:{row['id']}", "report", "li", tx.now, WORDS, (PHOTO,), "salt"))
    tx.notes.set("file:ref", "abc")
    tx.outbox.put(letter(WORDS))


def is_forgotten(bench: Bench) -> None:
    """As the bot does it: put down first, then every row, then the file."""
    put_down(bench.home / "media", "li", bench.clock.now())
    bench.rows(lambda tx: tx.erasing.at_once(["li"]))
    (bench.home / "media" / "abc").unlink()


def plans(tx: Transaction) -> list[tuple[str, str]]:
    return [(due.kind, due.slot.partition(":")[0] + ":") for due in tx.schedule.ahead(9) if due.kind == ERASE]


def test_she_is_forgotten_again_with_her_photo_and_the_bot_ends_what_she_had_open(bench: Bench) -> None:
    backup = bench.backs_up()
    is_forgotten(bench)
    done = bench.does("restore", "--chinese", str(backup), "--older")
    assert done.status == 0, done.err
    assert "备份以后删过资料的1人" in done.out
    assert WORDS not in bench.rows(dump)
    assert bench.rows(lambda tx: tx.people.at(LI)) is None
    assert not (bench.home / "media" / "abc").exists()
    assert bench.rows(plans) == [(ERASE, AGAIN)]
    assert bench.rows(lambda tx: [m.state for m in tx.matters.of_reporter("li")]) == [State.WAITING]


def test_with_the_whole_machine_lost_a_later_backup_knows_it(bench: Bench, tmp_path: Path) -> None:
    backup = bench.backs_up()
    is_forgotten(bench)
    bench.rows(files_one)
    bench.backs_up()
    shutil.copytree(backup.parent, tmp_path / "elsewhere")
    shutil.rmtree(bench.home / "media")
    torn(bench.path)
    done = bench.does("restore", "--chinese", "--older", str(tmp_path / "elsewhere" / backup.name))
    assert done.status == 0, done.err
    assert WORDS not in bench.rows(dump)
    assert listed([bench.home / "media"]) == ["li"]


def test_a_backup_that_has_forgotten_her_already_is_put_back_as_it_is(bench: Bench) -> None:
    is_forgotten(bench)
    backup = bench.backs_up()
    torn(bench.path)
    done = bench.does("restore", "--chinese", str(backup))
    assert done.status == 0, done.err
    assert "又删了一遍" not in done.out
    assert bench.rows(plans) == []


def test_whoever_had_only_asked_gets_a_new_day(bench: Bench) -> None:
    """She may have taken it back since."""
    bench.rows(lambda tx: tx.erasing.ask("li", tx.now + timedelta(hours=1)))
    backup = bench.backs_up()
    torn(bench.path)
    assert bench.does("restore", "--chinese", str(backup)).status == 0
    waiting = bench.rows(lambda tx: tx.erasing.of("li"))
    assert waiting is not None
    assert waiting.begun_at is None
    assert waiting.due_at - waiting.asked_at == timedelta(days=1)
    assert bench.rows(plans)[0] == (ERASE, "told:")


def test_a_line_that_a_crash_cut_off_names_nobody(tmp_path: Path) -> None:
    put_down(tmp_path, "li", FakeClock().now())
    put_down(tmp_path, "li", FakeClock().now())
    with (tmp_path / NAME).open("a", encoding="ascii") as file:
        file.write("wa")
    assert listed([tmp_path, tmp_path / "nowhere"]) == ["li"]
    put_down(tmp_path, "zhou", FakeClock().now())
    assert listed([tmp_path]) == ["li", "zhou"]
