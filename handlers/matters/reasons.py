"""The reason that is given when a matter goes up, back or down: one tap or a line, shown to whoever has it now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from domain.events import Content
from domain.matters.matter import Matter
from domain.matters.reasons import REASONS
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.dialogs import Asking, Option, Question
from handlers.matters.ports import MattersTransaction
from handlers.telling import new_content
from handlers.turn import Turn

LONGEST = 200
CARRY_REASONS = ("return", "up", "down")
"""Ways of coming to an owner (`came`) that carry a reason."""


def ask_reason(words: Phrase, codes: Sequence[str], key: str = "reason") -> Asking:
    """Ends in a code or a line of her own."""
    options = tuple(Option(code, phrase(f"ladder.for_{code}")) for code in codes)
    return (yield Question(key, (words,), options, read=lambda given: given.text[:LONGEST] or None, rows=(2,)))


def kept(turn: Turn[Any], matter: Matter, by: Person, reason: str) -> tuple[str, Content | None]:
    """What stands on the matter as `came_for`, and the words to be kept with the event."""
    if reason in REASONS:
        return reason, None
    content = new_content(turn, matter.subject, "reason", by.id, text=reason)
    return content.id, content


def reason_lines(turn: Turn[MattersTransaction], matter: Matter) -> list[Phrase]:
    """What was said when it was given back, handed up or sent down: for its owner and the desks, never the resident."""
    code = matter.came_for
    if not code or matter.came not in CARRY_REASONS:
        return []
    reason = phrase(f"ladder.for_{code}") if code in REASONS else turn.tx.contents.get(code).text
    return [phrase(f"ladder.card_{matter.came}", reason=reason or phrase("told.erased"))]
