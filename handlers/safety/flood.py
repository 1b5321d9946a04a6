"""Somebody who says very much at once is told once when we listen again; danger is heard all the same."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from domain.messages import Inbound
from domain.people.person import Person
from domain.phrases import phrase
from handlers.matters.danger import alarming
from handlers.roles import posts_of
from handlers.speaking import send
from handlers.turn import Turn

WITHIN = timedelta(minutes=5)
MOST, MOST_AT_WORK = 60, 300
"""Of what comes from one person within that time, for residents, and for those who serve: on the evening when the
heating fails a member presses many buttons.
"""
DEAF_FOR = timedelta(minutes=10)


def floods(turn: Turn[Any], person: Person, inbound: Inbound) -> bool:
    """Whether this is not listened to any more. Her words of danger have been answered by then, and go on."""
    name = f"flood:{person.id}"
    since, n, deaf = _read(turn.tx.notes.get(name))
    if deaf is not None and turn.now < deaf:
        return alarming(inbound) is None
    if since is None or turn.now - since >= WITHIN or deaf is not None:
        since, n = turn.now, 0
    n += 1
    turn.tx.notes.set(name, f"{since.isoformat()} {n} ")
    if n <= MOST or (n <= MOST_AT_WORK and posts_of(turn, person.id)):
        return False
    until = turn.now + DEAF_FOR
    turn.tx.notes.set(name, f"{since.isoformat()} {n} {until.isoformat()}")
    send(turn, person, phrase("flood.deaf", until=until, desk=turn.house.contacts.desk))
    return alarming(inbound) is None


def _read(note: str | None) -> tuple[datetime | None, int, datetime | None]:
    """Since when, how many, and until when nothing more is listened to."""
    if not note:
        return None, 0, None
    since, n, deaf = note.split(" ")
    return datetime.fromisoformat(since), int(n), datetime.fromisoformat(deaf) if deaf else None
