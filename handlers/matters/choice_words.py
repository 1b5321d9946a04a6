"""Why it is just this member who has it: one sentence that the resident may read, where it is not the usual."""

from __future__ import annotations

from typing import Any

from domain.duty.choosing import Because, Reason
from domain.events import Event
from domain.matters.matter import Matter, State
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.matters.assigning import owner_name
from handlers.matters.finder import skill_name
from handlers.turn import Turn

SAID = tuple(code for code in Because if code not in (Because.USUAL, Because.OTHER))
"""Nobody is told why somebody must not have it, or that she cannot be reached."""

SAID_OTHERWISE = (Because.SKILL, Because.HELPED, Because.OWN)
"""What speaks of the resident, to members and desks."""


def why_she(turn: Turn[Any], matter: Matter) -> list[Phrase]:
    """For the resident, as long as it waits with whoever was chosen; nothing when she is simply the first."""
    if matter.state is not State.WAITING:
        return []
    if matter.owner_id == matter.reporter_id:
        return [phrase("choice.own_alone", desk=turn.house.contacts.desk)]
    return _said(turn, matter, matter.because, matter.owner_id)


def why_then(turn: Turn[Any], reader: Person, matter: Matter, event: Event) -> list[Phrase]:
    """Of a choice made earlier, said to the resident or to whoever works on it."""
    stored, owner_id = str(event.facts.get("because", "")), str(event.facts.get("owner", ""))
    if owner_id == matter.reporter_id:
        return []
    return _said(turn, matter, stored, owner_id, "" if reader.id == matter.reporter_id else "desk_")


def _said(turn: Turn[Any], matter: Matter, stored: str, owner_id: str, to: str = "") -> list[Phrase]:
    reason = Reason.read(stored)
    if reason.code not in SAID:
        return []
    owner: Person = turn.tx.people.get(owner_id)
    args: dict[str, object] = {"member": owner_name(owner)}
    if reason.code is Because.OWN and matter.on_behalf_of and not to:
        return [Phrase("choice.own_for_another", args)]
    if reason.code is Because.SKILL:
        args["skill"] = skill_name(reason.of)
    elif reason.of:
        args["first"] = owner_name(turn.tx.people.get(reason.of))
    said = f"{to}{reason.code.value}" if reason.code in SAID_OTHERWISE else reason.code.value
    return [Phrase(f"choice.{said}", args)]
