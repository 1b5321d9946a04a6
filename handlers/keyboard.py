"""The lasting keyboard: what can always be tapped, by role."""

from __future__ import annotations

from typing import Any

from domain.people.person import Person, Role
from domain.phrases import phrase
from handlers.roles import holds
from handlers.texts.say import Voice
from handlers.turn import Turn


def lasting_keys(turn: Turn[Any], person: Person) -> tuple[tuple[str, ...], ...]:
    """Rows of labels in the person's language; each label is also a command's word."""
    voice = Voice(person.language, turn.now, turn.house.zone)
    rows = [["key.report", "key.mine"], ["key.call", "key.help"]]
    if holds(turn, person, Role.COORDINATOR):
        rows.insert(0, ["key.desk", "key.tasks"])
    elif holds(turn, person, Role.MEMBER):
        rows.insert(0, ["key.tasks"])
    return tuple(tuple(voice.say(phrase(key)) for key in row) for row in rows)
