"""Steps as they are typed: a line each, with the day on which it is due."""

from __future__ import annotations

import json
import re
from datetime import date

from domain.errors import NoLongerPossible
from domain.messages import Inbound
from domain.phrases import phrase
from handlers.days import day_said
from handlers.dialogs import Asking, Option, Question
from handlers.listening.ports import ListsTransaction
from handlers.turn import Turn

NONE, UNREAD = "none", "?"
_DATE = re.compile(r"\d{1,2}月\d{1,2}[日号]?|\d{4}-\d{2}-\d{2}|\b\d{1,2} [A-Z][a-z]{2}\b")
"""A date as such stands beside the step anyway; how else the day is said stays with the words."""
LONGEST, MOST, TRIES = 100, 12, 5


def ask_steps(turn: Turn[ListsTransaction], key: str) -> Asking:
    """Ends in pairs of words and day, none where that was tapped; a line without a day is asked for again."""
    words = phrase("lists.steps")
    for n in range(TRIES):
        said: str = yield Question(
            f"{key}.{n}", (words,), (Option(NONE, phrase("lists.steps_later")),),
            lambda given: _read(turn, given), lambda value: True,
        )  # fmt: skip
        if said == NONE:
            return ()
        if said != UNREAD:
            return tuple((line, date.fromisoformat(day)) for line, day in json.loads(said))
        words = phrase("lists.steps_no_day")
    raise NoLongerPossible(key)


def _read(turn: Turn[ListsTransaction], given: Inbound) -> str | None:
    if not given.text:
        return None
    lines = [line.strip()[:LONGEST] for line in given.text.splitlines() if line.strip()][:MOST]
    days = [day_said(turn, line) for line in lines]
    read = [
        (_DATE.sub("", line).strip(" ，,") or line, day)
        for line, day in zip(lines, days, strict=True)
        if day and day >= turn.today.isoformat()
    ]
    return json.dumps(read, ensure_ascii=False) if len(read) == len(lines) else UNREAD
