"""Until when a trouble lasts: read from the desk's line, or asked with buttons."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from domain.messages import Inbound
from domain.people.hours import until_in
from domain.people.stretches import stretch_in
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Question
from handlers.turn import Turn

UNKNOWN, UNREAD = "unknown", "unread"
MOST_TRIES = 5
EVENING, NOON, SOON = 18, 12, timedelta(hours=2)


def read_line(turn: Turn[Any]) -> Callable[[Inbound], str | None]:
    """One line as JSON, with the end that it names ("" for none) as it was meant when it was written; what it announces
    for later has its beginning there, and is without its times.
    """

    def read(given: Inbound) -> str | None:
        return json.dumps(announced(turn, given.text), ensure_ascii=False) if given.text else None

    return read


def announced(turn: Turn[Any], words: str) -> dict[str, str]:
    """A line with its `begins` and `until` in ISO form, "" for what it does not name."""
    stretch = stretch_in(words, turn.now.astimezone(turn.house.zone))
    if stretch is None:
        return {"line": words, "until": until_said(turn, words), "begins": ""}
    ends = stretch.ends_at.isoformat() if stretch.ends_at else ""
    return {"line": stretch.rest, "until": ends, "begins": stretch.begins_at.isoformat()}


def written(line: str, until: str) -> str:
    """As the answer is stored."""
    return json.dumps({"line": line, "until": until}, ensure_ascii=False)


def end_of(until: str) -> datetime | None:
    """The instant behind a stored answer; None for "unknown"."""
    return None if until == UNKNOWN else datetime.fromisoformat(until)


def ask_until(turn: Turn[Any], name: str) -> Asking:
    """An instant in ISO form or "unknown"; what names no time is asked again."""
    for n in range(MOST_TRIES):
        words = phrase("trouble.until_again" if n else "trouble.until")
        given = yield Question(
            f"{name}.{n}", (words,), endings(turn), rows=(2,), valid=lambda value: True,
            read=lambda said: (until_said(turn, said.text) or UNREAD) if said.text else None,
        )  # fmt: skip
        if given != UNREAD:
            return given
    return UNKNOWN


def endings(turn: Turn[Any]) -> tuple[Option, ...]:
    """两小时 · 今晚六点 · 明天中午 · 不知道, by the instants they mean now."""
    here = turn.now.astimezone(turn.house.zone).replace(second=0, microsecond=0)
    evening = here.replace(hour=EVENING, minute=0)
    noon = (here + timedelta(days=1)).replace(hour=NOON, minute=0)
    options = [Option((here + SOON).isoformat(), phrase("trouble.two_hours"))]
    if here < evening - SOON / 2:
        options.append(Option(evening.isoformat(), phrase("trouble.evening")))
    options.append(Option(noon.isoformat(), phrase("trouble.noon")))
    return (*options, Option(UNKNOWN, phrase("trouble.no_idea")))


def until_said(turn: Turn[Any], words: str) -> str:
    """The end that the words name, in ISO form; "" when they name none."""
    at = until_in(words, turn.now.astimezone(turn.house.zone))
    return at.isoformat() if at is not None else ""
