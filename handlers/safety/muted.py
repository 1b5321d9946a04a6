"""Whoever a desk has stopped listening to is told so once a day; danger is heard, and what she has open goes on."""

from __future__ import annotations

from typing import Any

from domain.messages import Choice, Inbound
from domain.people.person import Person
from domain.phrases import phrase
from handlers.matters.danger import alarming
from handlers.safety.words import HER_OWN
from handlers.speaking import send
from handlers.turn import Turn


def muted(turn: Turn[Any], person: Person, inbound: Inbound) -> bool:
    """Whether this goes no further. Buttons of what she has open still answer, and what is hers stays hers."""
    mute = turn.tx.mutes.of(person.id, turn.now)
    if mute is None or inbound.part(Choice) is not None or alarming(inbound) is not None:
        return False
    if inbound.text.strip().casefold() in HER_OWN:
        return False
    note, today = f"muted:{person.id}", turn.today.isoformat()
    if turn.tx.notes.get(note) != today:
        turn.tx.notes.set(note, today)
        line = turn.tx.contents.get(mute.reason_id).text or phrase("told.erased")
        desk = turn.house.contacts.desk
        send(turn, person, phrase("abuse.until", until=mute.until_at, line=line, desk=desk))
    return True
