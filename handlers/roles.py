"""Which roles a person holds, and who answers for a grid at this instant."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from domain.areas import Tree
from domain.people.person import Appointment, Person, Role
from handlers.turn import Turn


def holds(turn: Turn[Any], person: Person, role: Role) -> bool:
    return any(appointment.role is role for appointment in turn.tx.roster.of_person(person.id))


def grids_of_desk(turn: Turn[Any], person: Person) -> list[str]:
    """Ids of the grids under the areas that this coordinator is appointed to, in map order."""
    tree: Tree = turn.tx.areas.tree()
    tops = [a.area_id for a in turn.tx.roster.of_person(person.id) if a.role is Role.COORDINATOR]
    return [grid.id for grid in tree.grids() if any(tree.within(grid.id, top) for top in tops)]


def on_duty(turn: Turn[Any], grid_id: str, at: datetime | None = None) -> list[Person]:
    """Members of the grid who can act (joined, not blocked, not on leave at that instant, default now), by rank."""
    return _able(turn, turn.tx.roster.of_area(grid_id, Role.MEMBER), at)


def desk_for(turn: Turn[Any], grid_id: str, at: datetime | None = None) -> list[Person]:
    """Coordinators who can act for the grid, the nearest desk first; for an unknown grid every desk of the district."""
    tree: Tree = turn.tx.areas.tree()
    line = tree.up(grid_id) or sorted(tree.areas.values(), key=lambda area: area.id)
    found: list[Person] = []
    for area in line:
        found += [
            person
            for person in _able(turn, turn.tx.roster.of_area(area.id, Role.COORDINATOR), at)
            if person not in found
        ]
    return found


def able(turn: Turn[Any], person: Person, at: datetime | None = None) -> bool:
    """Whether she can act: on the roster, joined, not blocked, not on leave at that instant (default now)."""
    return bool(turn.tx.roster.of_person(person.id)) and _there(turn, person, at)


def _able(turn: Turn[Any], appointments: Sequence[Appointment], at: datetime | None) -> list[Person]:
    people: list[Person] = [turn.tx.people.get(appointment.person_id) for appointment in appointments]
    return [person for person in people if _there(turn, person, at)]


def _there(turn: Turn[Any], person: Person, at: datetime | None) -> bool:
    return person.reachable and turn.tx.roster.absent(person.id, at or turn.now) is None
