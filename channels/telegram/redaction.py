"""Keeps secrets out of every log line, whoever writes it: the token is part of each address that is called."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from typing import Any

from domain.discreet import trace

_SHOWN = "<hidden>"


def redact(*secrets: str) -> Callable[[], None]:
    """From now on no log record holds a secret, neither in its words nor in its traceback; the result undoes it.

    Done where records are made, because a filter on a logger does not see what its children write.
    """
    previous = logging.getLogRecordFactory()
    hidden = tuple(secret for secret in secrets if secret)

    def make(*args: Any, **kwargs: Any) -> logging.LogRecord:
        record = previous(*args, **kwargs)
        _scrub(record, hidden)
        return record

    logging.setLogRecordFactory(make)
    return lambda: logging.setLogRecordFactory(previous)


def _scrub(record: logging.LogRecord, hidden: tuple[str, ...]) -> None:
    words = _words(record)
    if any(secret in words for secret in hidden):
        record.msg, record.args = _hide(words, hidden), ()
    if record.exc_info:
        whole = "".join(traceback.format_exception(*record.exc_info))
        if any(secret in whole for secret in hidden) and record.exc_info[1] is not None:
            # A formatter takes exc_text when it is there; without exc_info nothing else can print the original.
            record.exc_text, record.exc_info = _hide(trace(record.exc_info[1]), hidden), None
    if record.stack_info:
        record.stack_info = _hide(record.stack_info, hidden)


def _words(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError):  # a broken format string is reported by the handler itself
        return f"{record.msg} {record.args}"


def _hide(words: str, hidden: tuple[str, ...]) -> str:
    for secret in hidden:
        words = words.replace(secret, _SHOWN)
    return words
