"""What set things going: one short id, which every line of the log and every message that follows from it carries."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_CAUSE: ContextVar[str] = ContextVar("cause", default="")


def cause() -> str:
    """What is being done just now is done because of this ("telegram-u1234", "remind-17"); "" when nobody asked."""
    return _CAUSE.get()


@contextmanager
def caused_by(id: str) -> Iterator[None]:
    """Names no person: an update, a row of the schedule or a piece of work, by number."""
    before = _CAUSE.set(id)
    try:
        yield
    finally:
        _CAUSE.reset(before)
