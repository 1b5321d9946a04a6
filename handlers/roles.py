"""Which roles a person holds, and who answers for a grid at this instant."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from domain.areas import Tree
from domain.desk.duty import in_order
from domain.people.person import Appointment, Person, Role
from handlers.turn import Turn


def holds(turn: Turn[Any], person: Person, role: Role) -> bool:
    return any(appointment.role is role for appointment in turn.tx.roster.of_person(person.id))


def desks_of(turn: Turn[Any], person: Person) -> list[str]:
    """Ids of the areas whose desk this person sits at."""
    return [a.area_id for a in turn.tx.roster.of_person(person.id) if a.role is Role.COORDINATOR]


def sits_over(turn: Turn[Any], person: Person, grid_id: str) -> bool:
    """Whether one of her desks answers for the grid; for an unknown place ("") every desk does."""
    desks = desks_of(turn, person)
    if not grid_id:
        return bool(desks)
    tree: Tree = turn.tx.areas.tree()
    return any(area.id in desks for area in tree.up(grid_id))


def on_duty(turn: Turn[Any], grid_id: str, at: datetime | None = None) -> list[Person]:
    """Members of the grid who can act (joined, not blocked, not on leave at that instant, default now), by rank."""
    return _able(turn, turn.tx.roster.of_area(grid_id, Role.MEMBER), at)


def desk_for(turn: Turn[Any], grid_id: str, at: datetime | None = None) -> list[Person]:
    """Coordinators who can act for the grid, the nearest desk first, and of each desk whoever is on duty that day.

    For an unknown grid every desk of the district, the widest first.
    """
    tree: Tree = turn.tx.areas.tree()
    areas = [area.id for area in tree.up(grid_id)] or turn.tx.roster.desks()
    found: list[Person] = []
    for area_id in areas:
        found += [person for person in at_desk(turn, area_id, at) if person not in found]
    return found


def at_desk(turn: Turn[Any], area_id: str, at: datetime | None = None) -> list[Person]:
    """The coordinators of this one area who can act, whoever is on duty that day first."""
    return _able(turn, duty_order(turn, area_id, _day(turn, at)), at)


def duty_order(turn: Turn[Any], area_id: str, on: date) -> list[Appointment]:
    """All coordinators of the area in the order of that day, whether or not they can act just now."""
    appointed = turn.tx.roster.of_area(area_id, Role.COORDINATOR)
    if len(appointed) < 2:  # nobody to take turns with
        return list(appointed)
    return in_order(appointed, on, turn.tx.roster.duty(area_id, on))


def _day(turn: Turn[Any], at: datetime | None) -> date:
    return (at or turn.now).astimezone(turn.house.zone).date()


def able(turn: Turn[Any], person: Person, at: datetime | None = None) -> bool:
    """Whether she can act: on the roster, joined, not blocked, not on leave at that instant (default now)."""
    return bool(turn.tx.roster.of_person(person.id)) and _there(turn, person, at)


def _able(turn: Turn[Any], appointments: Sequence[Appointment], at: datetime | None) -> list[Person]:
    people: list[Person] = [turn.tx.people.get(appointment.person_id) for appointment in appointments]
    return [person for person in people if _there(turn, person, at)]


def _there(turn: Turn[Any], person: Person, at: datetime | None) -> bool:
    return person.reachable and turn.tx.roster.absent(person.id, at or turn.now) is None
