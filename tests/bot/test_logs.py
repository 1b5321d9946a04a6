"""The log of the running bot: no secrets stand in it, nor what libraries would tell of people."""

from __future__ import annotations

import asyncio
import errno
import json
import logging
import sys
from collections.abc import Iterator
from datetime import datetime

import pytest

from bot.config_tables import LogTable
from bot.logs import OURS, SeldomOfStorage, start_logging
from channels.telegram.redaction import redact
from storage.errors import TransactionLost


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    before = root.level, list(root.handlers), {name: logging.getLogger(name).level for name in OURS}
    hook = sys.excepthook
    yield
    sys.excepthook = hook
    root.setLevel(before[0])
    root.handlers[:] = before[1]
    for name, level in before[2].items():
        logging.getLogger(name).setLevel(level)


def test_a_line_for_programs_is_one_object(capsys: pytest.CaptureFixture[str]) -> None:
    start_logging(LogTable(format="json"))
    logging.getLogger("little-bench").info("小板凳起来了")
    line = json.loads(capsys.readouterr().err)
    assert (line["level"], line["logger"], line["message"]) == ("INFO", "little-bench", "小板凳起来了")
    assert datetime.fromisoformat(line["timestamp"]).tzinfo is not None


@pytest.mark.parametrize("format", ["text", "json"])
def test_no_secret_stands_in_a_line_or_its_traceback(capsys: pytest.CaptureFixture[str], format: str) -> None:
    start_logging(LogTable.model_validate({"format": format}))
    undo = redact("canary")
    try:
        raise ValueError("https://api.telegram.org/botcanary/getMe")
    except ValueError:
        logging.getLogger("bot.work").exception("canary")
    finally:
        undo()
    written = capsys.readouterr().err
    assert "ValueError" in written
    assert "canary" not in written


@pytest.mark.parametrize("format", ["text", "json"])
def test_what_an_error_quotes_stands_in_no_line_and_its_place_does(
    capsys: pytest.CaptureFixture[str], format: str
) -> None:
    start_logging(LogTable.model_validate({"format": format}))
    log, said, number = logging.getLogger("bot.dispatch"), "赵奶奶说楼上半夜跳绳", "13800138000"
    try:
        try:
            raise KeyError(said)
        except KeyError as first:
            raise ValueError(number) from first
    except ValueError as error:
        log.exception("update %s failed", "u1")
        log.warning("again: %s", error)
    written = capsys.readouterr().err
    assert said not in written
    assert number not in written
    assert written.count("KeyError (bot/test_logs.py:") == 1
    assert written.count("ValueError (bot/test_logs.py:") == 2


@pytest.mark.asyncio
async def test_what_a_forgotten_task_stumbled_over_is_not_quoted(capsys: pytest.CaptureFixture[str]) -> None:
    start_logging(LogTable())
    context = {"message": "Task exception was never retrieved", "exception": ValueError("赵奶奶说楼上半夜跳绳")}
    asyncio.get_running_loop().default_exception_handler({**context, "future": context["exception"]})
    written = capsys.readouterr().err
    assert "Task exception was never retrieved" in written
    assert "ValueError" in written
    assert "跳绳" not in written


def test_what_ends_the_program_is_told_no_more_openly(capsys: pytest.CaptureFixture[str]) -> None:
    start_logging(LogTable())
    error = ValueError("赵奶奶说楼上半夜跳绳")
    sys.excepthook(ValueError, error, None)
    written = capsys.readouterr().err
    assert "CRITICAL little-bench the bot has ended by a fault of its own" in written
    assert "跳绳" not in written


def test_libraries_are_heard_from_warnings_on_however_fine_the_level(capsys: pytest.CaptureFixture[str]) -> None:
    start_logging(LogTable(level="debug"))
    logging.getLogger("aiosqlite").debug("INSERT INTO contents VALUES ('校长是猪')")
    logging.getLogger("apscheduler").info("an alarm is set")
    logging.getLogger("bot.dispatch").debug("taken")
    assert [line.split()[-1] for line in capsys.readouterr().err.splitlines()] == ["taken"]


def test_what_the_storage_fails_by_is_a_line_a_minute_without_a_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    start_logging(LogTable())
    polling, heartbeat = logging.getLogger("channels.telegram.polling"), logging.getLogger("bot.heartbeat")
    for n in range(5):
        try:
            raise TransactionLost("database or disk is full")
        except TransactionLost as error:
            polling.error("%d updates could not be kept", n, exc_info=error)
            heartbeat.error("the schedule has to wait: %s", error)
    said = [line.partition(" ERROR ")[2] for line in capsys.readouterr().err.splitlines()]
    assert said == [
        "channels.telegram.polling 0 updates could not be kept: database or disk is full",
        "bot.heartbeat the schedule has to wait: database or disk is full",
    ]


def test_after_a_minute_it_is_said_again() -> None:
    seldom = SeldomOfStorage()

    def passes(at: float, error: Exception) -> bool:
        record = logging.LogRecord("bot.work", logging.WARNING, "", 0, "work has to wait: %r", (error,), None)
        record.created = at
        return seldom.filter(record)

    full = OSError(errno.ENOSPC, "No space left on device")
    assert [passes(at, full) for at in (0.0, 59.0, 61.0, 62.0)] == [True, False, True, False]
    assert [passes(at, ValueError("a bug")) for at in (63.0, 64.0)] == [True, True]
