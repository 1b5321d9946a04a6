"""After a backup was put back: every desk hears from when to when something may be missing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from domain.open import Due
from domain.phrases import phrase
from handlers.roles import at_desk
from handlers.speaking import quiet, send
from handlers.turn import Turn

RESTORED, HOUSE = "restored", "house"


def row(made_at: datetime, now: datetime) -> Due:
    """What whoever put it back leaves for the bot to tell; `made_at` is when the backup was made."""
    return Due(RESTORED, HOUSE, made_at.isoformat(), now)


def tell_desks(turn: Turn[Any], due: Sequence[Due]) -> None:
    """Whoever is on duty at each desk, once however many desks she sits at."""
    for each in due:
        words = phrase("restored.desk", since=datetime.fromisoformat(each.slot), until=each.due_at)
        sitting = [person for area_id in turn.tx.roster.desks() for person in at_desk(turn, area_id)[:1]]
        for person in {person.id: person for person in sitting}.values():
            send(turn, person, words, silent=quiet(turn))
