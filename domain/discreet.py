"""What may be written down of an error: its kind and its place; its words only where they are ours or the system's.

Anything else (a value that does not fit, a row that the database refuses) may quote what somebody said.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from pathlib import PurePath

_SPEAK = ("bot", "channels", "domain", "handlers", "sqlite3", "storage")
"""Packages whose errors hold ids and codes, never words or names."""


def speaks(error: BaseException) -> bool:
    """Whether its own words may be written down."""
    return isinstance(error, OSError) or type(error).__module__.partition(".")[0] in _SPEAK


def told(error: BaseException) -> str:
    """One line: "DatabaseBusy: turn: ..." with its words, "KeyError (texts/say.py:32)" without."""
    name = type(error).__name__
    if speaks(error):
        return f"{name}: {error}" if str(error) else name
    state = getattr(error, "sqlstate", None)
    where = ", ".join(part for part in (state, _place(error)) if part)
    return f"{name} ({where})" if where else name


def trace(error: BaseException) -> str:
    """A traceback as Python writes it, those that led to it first, each with `told` in place of its words."""
    return "\n".join(_lines(error, set()))


def _lines(error: BaseException, seen: set[int]) -> Iterator[str]:
    seen.add(id(error))
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    inner = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
    for other in (before, *inner):
        if other is not None and id(other) not in seen:
            yield from _lines(other, seen)
    yield "Traceback (most recent call last):"
    yield from (line.rstrip("\n") for line in traceback.format_tb(error.__traceback__))
    yield told(error)


def _place(error: BaseException) -> str:
    """The folder, file and line where it was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return ""
    return f"{'/'.join(PurePath(frames[-1].filename).parts[-2:])}:{frames[-1].lineno}"
