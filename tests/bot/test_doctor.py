"""`doctor`: whatever was touched, lost or set wrong is named, row by row, and nothing is changed by looking."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.commands.doctor import Findings
from bot.config import load_config
from bot.doctor import Looked
from bot.doctor_words import WORDS
from bot.speech import Speech
from bot.standing import Reach, Standing
from domain.events import Content
from domain.messages import Address
from domain.open import Due
from sandbox import Person, Sandbox
from storage.transaction import Transaction
from tests.bot.bench import Bench, files_one, meddled
from tests.bot.operator import Operator
from tests.bot.program import Program
from tests.clock import FakeClock
from tests.storage.support import tear
from tests.waiting import until

MATTER = "matter:m2511231"


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    bench = Bench(tmp_path / "home", FakeClock())
    bench.rows(files_one)
    bench.backs_up()
    return bench


def said(bench: Bench) -> dict[str, str]:
    """What it says of each thing that is not fine. Telegram is out of reach here."""
    body = json.loads(bench.does("doctor", "--chinese", "--json").out)
    return {wrong["about"]: wrong["words"] for wrong in body["wrong"] if wrong["about"] != "telegram"}


def offers(resident: Person) -> list[tuple[int, str]]:
    """Where to tap so that the matter is handed in."""
    buttons = [(m.id, b.text) for m in resident.messages for row in m.buttons for b in row]
    return [(message, label) for message, label in buttons if "交给" in label]


@pytest.mark.asyncio
async def test_beside_a_running_bot_with_a_matter_in_hand_all_is_well(
    program: Program, operator: Operator, sandbox: Sandbox
) -> None:
    await program.rows(lambda tx: tx.people.bind("ma", Address("telegram", "500")))
    running = await (await program.runs()).is_up()
    resident = sandbox.world.add_person(77, "赵奶奶")
    resident.says("桃源里3号楼路灯坏了")
    await until(lambda: offers(resident))
    message, label = offers(resident)[0]
    resident.taps(message, label)
    await until(lambda: any("-01 " in m.text for m in resident.messages))
    assert (await operator.does("backup")).status == 0
    done = await operator.does("doctor")
    assert done.status == 0, done.out
    assert "条条对得上" in done.out
    assert "和 Telegram 差不到一分钟" in done.out
    assert done.out.rstrip().endswith("都好。")
    assert await running.is_told_to_stop() == 0


def test_rows_of_the_ledger_that_somebody_touched_are_named(bench: Bench) -> None:
    bench.rows(files_one)
    meddled(bench.path, f"UPDATE events SET by_id = 'chen' WHERE subject = '{MATTER}'")
    meddled(bench.path, "DELETE FROM events WHERE subject = 'matter:m2511232'")
    found = said(bench)
    assert found["chains"] == f"有人动过：{MATTER} 的第 1 条改过"
    assert "1 件事没有报来的记录：1123-02" in found["strays"]


def test_a_chain_that_was_cut_off_at_its_end_is_found_by_the_heads_beside_the_backup(bench: Bench) -> None:
    meddled(bench.path, "DELETE FROM events")
    assert f"{MATTER} 从第 1 条起没有了" in said(bench)["backup"]


def test_torn_pages_are_told_with_the_command_that_helps(bench: Bench) -> None:
    tear(bench.path, "quarantine")
    done = bench.does("doctor", "--chinese")
    assert done.status == 1
    assert "✗ 库文件" in done.out
    assert "restore" in done.out


def test_a_matter_that_nobody_was_asked_for_is_named(bench: Bench) -> None:
    meddled(bench.path, "UPDATE matters SET owner_id = 'li'")
    assert "1123-01" in said(bench)["owners"]


def test_a_deadline_that_the_ledger_does_not_know_is_named(bench: Bench) -> None:
    meddled(bench.path, "UPDATE matters SET result_due_at = '2030-01-01T00:00:00.000000Z'")
    assert "1123-01 result_due_at" in said(bench)["deadlines"]


def stray_words(tx: Transaction) -> None:
    tx.contents.add(Content("c1", "matter:gone", "report", "li", tx.now, "路灯"))


def stray_deadline(tx: Transaction) -> None:
    tx.schedule.add(Due("contact", "matter:gone", "1", tx.now))


def lost_download(tx: Transaction) -> None:
    job = tx.work.add("download", "file:abc", {})
    tx.work.claim(tx.now, 1)
    tx.work.failed(job, None, "gone")


def late_download(tx: Transaction) -> None:
    job = tx.work.add("download", "file:abc", {})
    for _ in range(20):
        tx.work.claim(tx.now, 1)
        tx.work.failed(job, tx.now, "the disk is full")


def a_file_that_stays(tx: Transaction) -> None:
    tx.files.forget(["abc"])
    (job,) = tx.work.claim(tx.now, 1)
    tx.work.failed(job.id, None, "it cannot be taken away")


@pytest.mark.parametrize(
    ("act", "told"),
    [
        (late_download, "1 张照片或语音没取回来：file:abc: the disk is full"),
        (stray_words, "1 段话不知是哪件事的：matter:gone"),
        (stray_deadline, "1 个提醒不知是哪件事的：contact matter:gone"),
        (lost_download, "1 张照片或语音没取回来：file:abc: gone"),
        (lambda tx: tx.notes.set("file:abc", "nowhere"), "1 张照片或语音的文件不见了：nowhere"),
        (lambda tx: tx.erasing.begin("li"), "1 处说好删掉的还没删完：li"),
        (a_file_that_stays, "1 处说好删掉的还没删完：file:abc"),
    ],
)
def test_what_belongs_to_nothing_is_named(bench: Bench, act: Callable[[Transaction], None], told: str) -> None:
    bench.rows(act)
    assert told in said(bench)["strays"]


def test_what_is_at_home_is_no_stray(bench: Bench) -> None:
    bench.rows(lambda tx: tx.notes.set("file:abc", "lamp"))
    assert "strays" not in said(bench)


def test_a_backup_that_is_gone_or_never_was_is_told(bench: Bench) -> None:
    assert "backup" not in said(bench)
    (bench.home / "backups").rename(bench.home / "gone")
    assert "不在了" in said(bench)["backup"]
    bench.rows(lambda tx: tx.statements.run("DELETE FROM notes"))
    assert said(bench)["backup"] == "还没有做过"


@pytest.mark.parametrize(
    ("skew", "newest", "words"),
    [
        (None, timedelta(), "clock_unknown"),
        (20.0, timedelta(), "clock_fine"),
        (-300.0, timedelta(), "clock_wrong"),
        (0.0, timedelta(hours=5), "clock_future"),
    ],
)
def test_the_clock_is_compared_with_the_platforms_and_with_what_is_on_record(
    bench: Bench, skew: float | None, newest: timedelta, words: str
) -> None:
    now, path = datetime(2026, 11, 23, 8, tzinfo=UTC), bench.home / "config.toml"
    config = load_config(path, {})
    found = Findings(Standing(now, path, config, reach=Reach(skew=skew)), config, Speech("zh", WORDS))
    at = f"{now + newest:%m-%d} 21:00"
    assert found.clock(now + newest).words == Speech("zh", WORDS).word(words, minutes=5, at=at)


def test_many_rows_are_counted_and_not_all_named(bench: Bench) -> None:
    path = bench.home / "config.toml"
    config = load_config(path, {})
    found = Findings(Standing(datetime(2026, 11, 23, tzinfo=UTC), path, config), config, Speech("en", WORDS))
    points = {point.about: point for point in found.all_of(Looked(unowned=[f"1123-{n}" for n in range(30)]))}
    assert points["owners"].words.endswith("… (30)")


def test_looking_changes_nothing(bench: Bench) -> None:
    before = bench.path.read_bytes()
    said(bench)
    assert bench.path.read_bytes() == before
