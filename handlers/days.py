"""Days: read as they are said, and asked for (some that are likely as buttons)."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from domain.people.leave import first_day_in
from domain.phrases import Phrase, phrase
from handlers.dialogs import Asking, Option
from handlers.ports import Transaction
from handlers.questions import until_read
from handlers.texts.say import Day
from handlers.turn import Turn

_WHOLE_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})")


def day_said(turn: Turn[Any], words: str) -> str | None:
    """A day as ISO text, however it is said: 12月1日, 下周一, 2027-06-30; None for no day."""
    written = _WHOLE_DATE.search(words)
    if written:
        try:
            return date(*map(int, written.groups())).isoformat()
        except ValueError:
            return None
    found = first_day_in(words, turn.today)
    return found.isoformat() if found else None


def ask_day(turn: Turn[Transaction], key: str, words: Phrase, days: tuple[date, ...]) -> Asking:
    """Ends in a day from today on; one that is past, or none at all, is asked for again."""
    options = tuple(Option(day.isoformat(), phrase("place.day", day=Day(day))) for day in days)
    return date.fromisoformat((yield from _asked(turn, key, words, options)))


def ask_day_or(turn: Turn[Transaction], key: str, words: Phrase, none: Option) -> Asking:
    """Ends in a day from today on, or in None for the one option."""
    said = yield from _asked(turn, key, words, (none,))
    return None if said == none.value else date.fromisoformat(said)


def _asked(turn: Turn[Transaction], key: str, words: Phrase, options: tuple[Option, ...]) -> Asking:
    def read(said: str) -> str | None:
        found = day_said(turn, said)
        return found if found and found >= turn.today.isoformat() else None

    return (yield from until_read(key, words, read, phrase("place.day_wrong"), options, rows=(2,)))
