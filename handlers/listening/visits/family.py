"""What visits bring to the family of listening: rooms at the bench, commands, scripts, buttons, and what follows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from domain.events import Event
from domain.listening.need import Heard
from domain.matters.matter import Matter
from domain.people.person import Role
from domain.phrases import phrase
from handlers.door import Room, View, number
from handlers.family import Command
from handlers.listening.visits import claiming, looking, outcomes, slips, venues, visiting
from handlers.listening.visits.ports import VisitsTransaction
from handlers.turn import Turn

ROOMS: Mapping[str, Room] = {"visits": looking.visits, "venues": venues.venues}
VIEWS: Mapping[str, View] = {
    "visit": looking.see,
    "visits": lambda turn, person, start: looking.visits(turn, person, number(start)),
    "visit_new": looking.note_one,
    "venue": venues.see,
    "venues": lambda turn, person, start: venues.venues(turn, person, number(start)),
    "venue_find": venues.find,
    "venue_new": venues.add,
}
COMMANDS = (
    Command("visit", ("走访", "visit"), visiting.visit, Role.MEMBER, phrase("menu.visit"), takes_words=True),
    Command("visit", ("走访", "visit"), visiting.visit, Role.COORDINATOR, takes_words=True),
    Command("claim", ("认领", "我要认领", "claim"), claiming.without_code),
)
SCRIPTS = (
    visiting.VISIT,
    outcomes.FOR_WHOM,
    outcomes.ANOTHER_NEED,
    claiming.CLAIM,
    venues.FIND,
    venues.ADD,
    venues.RENAME,
)
PRESSES = {"visit": looking.pressed, "slip": looking.slip_pressed, "venue": venues.pressed}
REACTIONS: Mapping[str, Sequence[Callable[[Turn[Any], Event], None]]] = {"MatterFiled": (slips.filed,)}


def kept_of(turn: Turn[VisitsTransaction], matter: Matter) -> list[str]:
    """What was written down at her door, and the needs that came of that."""
    visit = turn.tx.visits.of_matter(matter.id)
    if visit is None:
        return []
    needs = turn.tx.needs.heard(Heard.VISIT, visit.id)
    return [line for line in (visit.line, *(need.line for need in needs)) if line]
