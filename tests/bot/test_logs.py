"""The log of the running bot: no secrets stand in it, nor what libraries would tell of people."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from datetime import datetime

import pytest

from bot.config import LogTable
from bot.logs import OURS, start_logging
from channels.telegram.redaction import redact


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    before = root.level, list(root.handlers), {name: logging.getLogger(name).level for name in OURS}
    yield
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


def test_libraries_are_heard_from_warnings_on_however_fine_the_level(capsys: pytest.CaptureFixture[str]) -> None:
    start_logging(LogTable(level="debug"))
    logging.getLogger("aiosqlite").debug("INSERT INTO contents VALUES ('校长是猪')")
    logging.getLogger("apscheduler").info("an alarm is set")
    logging.getLogger("bot.dispatch").debug("taken")
    assert [line.split()[-1] for line in capsys.readouterr().err.splitlines()] == ["taken"]
