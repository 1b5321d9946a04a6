"""How the running bot writes its log: lines for people, or JSON for a program that collects them."""

from __future__ import annotations

import errno
import logging
import sys
from types import TracebackType
from typing import TextIO

from pythonjsonlogger.json import JsonFormatter

from bot.config_tables import LogTable
from domain.causes import cause
from domain.discreet import speaks, told, trace
from storage.errors import StorageError

OURS = ("little-bench", "bot", "channels", "handlers", "storage")
_TEXT = "%(asctime)s %(levelname)s %(name)s%(cause)s %(message)s"
_JSON = ("levelname", "name", "message")
AGAIN_AFTER = 60.0
"""Seconds until the same is said again of a storage that goes on failing."""


def start_logging(log: LogTable) -> None:
    """Everything goes to standard error. Libraries are heard from warnings on: finer, they tell what people say."""
    logging.basicConfig(level=logging.WARNING, handlers=[written(log, sys.stderr)], force=True)
    for name in OURS:
        logging.getLogger(name).setLevel(log.level.upper())
    sys.excepthook = _ended_by


def written(log: LogTable, stream: TextIO) -> logging.Handler:
    """Writes lines to the stream as this table wants them."""
    handler = logging.StreamHandler(stream)
    handler.addFilter(SeldomOfStorage())
    handler.addFilter(Discreet())
    handler.addFilter(Caused("{}" if log.format == "json" else " [{}]"))
    handler.setFormatter(_json() if log.format == "json" else logging.Formatter(_TEXT, defaults={"cause": ""}))
    return handler


def _ended_by(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Python itself would print the error with all that it quotes."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
    else:
        logging.getLogger(OURS[0]).critical("the bot has ended by a fault of its own", exc_info=(kind, error, trace))


def _json() -> logging.Formatter:
    names = {"levelname": "level", "name": "logger"}
    return JsonFormatter(_JSON, timestamp=True, rename_fields=names, json_ensure_ascii=False)


class Discreet(logging.Filter):
    """Errors are told without what they quote: neither a row nor anybody's words get into a line or its traceback."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.name == "asyncio":  # below its first line it shows the task with the error in full
            record.msg, record.args = record.getMessage().partition("\n")[0], ()
        if isinstance(record.args, tuple):
            record.args = tuple(_harmless(each) for each in record.args)
        if record.exc_info and record.exc_info[1] is not None:
            # a formatter takes exc_text when it is there; without exc_info nothing else can print the original
            record.exc_text, record.exc_info = trace(record.exc_info[1]), None
        return True


class Caused(logging.Filter):
    """Every line written meanwhile names what set it going, in this shape; others hold nothing of it."""

    def __init__(self, shape: str) -> None:
        super().__init__()
        self._shape = shape

    def filter(self, record: logging.LogRecord) -> bool:
        if cause():
            record.cause = self._shape.format(cause())
        return True


def _harmless(arg: object) -> object:
    return told(arg) if isinstance(arg, BaseException) and not speaks(arg) else arg


class SeldomOfStorage(logging.Filter):
    """A full disk or a lost server lasts until somebody mends it, and everything is tried again meanwhile: each of our
    lines about it comes once a minute, without a traceback, which would only show how we got there.
    """

    def __init__(self) -> None:
        super().__init__()
        self._said: dict[tuple[str, str], float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        args = record.args if isinstance(record.args, tuple) else ()
        if not any(_of_storage(each) for each in (error, *args)):
            return True
        line = record.name, str(record.msg)
        said = self._said.get(line)
        if said is not None and record.created - said < AGAIN_AFTER:
            return False
        self._said[line] = record.created
        if error is not None:
            record.msg, record.args, record.exc_info = f"{record.getMessage()}: {error}", (), None
        return True


def _of_storage(error: object) -> bool:
    return isinstance(error, StorageError) or (isinstance(error, OSError) and error.errno == errno.ENOSPC)
