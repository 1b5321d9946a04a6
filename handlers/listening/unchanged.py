"""Whether a thing still reads as it did when the sheet was looked at."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from domain.errors import NoLongerPossible
from domain.listening.entry import Entry


class ReadsOtherwise(NoLongerPossible):
    """Somebody has changed it since the sheet was looked at."""


def must_read_as(entry: Entry, stands: Mapping[str, str]) -> None:
    """Raises ReadsOtherwise when what the entry would change is not as it was."""
    if any(stands[name] != was for name, was in entry.was.items()):
        raise ReadsOtherwise(entry.id)


def day_of(fields: Mapping[str, str], name: str) -> date | None:
    written = fields.get(name, "")
    return date.fromisoformat(written) if written else None


def said(day: date | None) -> str:
    return day.isoformat() if day else ""
