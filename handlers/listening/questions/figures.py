"""Questions as a figure of the year, and the list behind it."""

from __future__ import annotations

from datetime import datetime

from domain.phrases import Phrase
from domain.reach import Reach
from handlers.listening.questions.page import line_in_list
from handlers.listening.questions.ports import QuestionsTransaction
from handlers.turn import Turn


def count(turn: Turn[QuestionsTransaction], reach: Reach, from_at: datetime, until_at: datetime) -> int:
    return turn.tx.questions.count_between(reach, from_at, until_at)


def rows(
    turn: Turn[QuestionsTransaction], reach: Reach, from_at: datetime, until_at: datetime, start: int, limit: int
) -> list[tuple[Phrase, str]]:
    """What is said of each, and the value of the button that opens it."""
    found = turn.tx.questions.between(reach, from_at, until_at, limit, start)
    return [(line_in_list(turn, each, start + n), f"question:{each.id}") for n, each in enumerate(found, 1)]
