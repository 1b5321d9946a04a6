"""Until when something may wait, asked with a few buttons and read from words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, time
from typing import Any

from domain.messages import Inbound
from domain.people.instants import instant_in
from domain.phrases import Phrase
from handlers.dialogs import Asking, Option, Question
from handlers.turn import Turn


def ask_later(
    turn: Turn[Any], key: str, words: Phrase, offered: Sequence[tuple[datetime, Phrase]], a_day: time
) -> Asking:
    """An instant after now in ISO form; words that name none are asked again. A day alone means `a_day` of it."""
    options = tuple(Option(at.isoformat(), label) for at, label in offered)
    return (yield Question(key, (words,), options, _read(turn, a_day), lambda value: True, rows=(3,)))


def _read(turn: Turn[Any], a_day: time) -> Callable[[Inbound], str | None]:
    """Instants in ISO form, outside the quiet hours."""
    clocks = turn.house.clocks

    def read(given: Inbound) -> str | None:
        at = instant_in(given.text, turn.now.astimezone(clocks.zone), a_day) if given.text else None
        return clocks.next_awake(at).isoformat() if at is not None else None

    return read
