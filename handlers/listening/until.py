"""Asking for a day: some that are likely as buttons, or any as it is said."""

from __future__ import annotations

from datetime import date

from domain.phrases import Phrase, phrase
from handlers.dialogs import Asking, Option
from handlers.listening.ports import ListsTransaction
from handlers.roster.asking import day_said, until_read
from handlers.texts.say import Day
from handlers.turn import Turn


def ask_day(turn: Turn[ListsTransaction], key: str, words: Phrase, days: tuple[date, ...]) -> Asking:
    """Ends in a day from today on; one that is past, or none at all, is asked for again."""
    options = tuple(Option(day.isoformat(), phrase("lists.day", day=Day(day))) for day in days)
    return date.fromisoformat((yield from _asked(turn, key, words, options)))


def ask_day_or(turn: Turn[ListsTransaction], key: str, words: Phrase, none: Option) -> Asking:
    """Ends in a day from today on, or in None for the one option."""
    said = yield from _asked(turn, key, words, (none,))
    return None if said == none.value else date.fromisoformat(said)


def _asked(turn: Turn[ListsTransaction], key: str, words: Phrase, options: tuple[Option, ...]) -> Asking:
    def read(said: str) -> str | None:
        found = day_said(turn, said)
        return found if found and found >= turn.today.isoformat() else None

    return (yield from until_read(key, words, read, phrase("lists.day_wrong"), options, rows=(2,)))
