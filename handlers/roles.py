"""Which roles a person holds, and who answers for a grid at this instant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from domain.areas import Area, Spot, Tree
from domain.desk.duty import in_order
from domain.people.person import Appointment, Person, Role
from handlers.turn import Turn


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the ladder: an area around the place, and who can act there, in the order in which they are asked."""

    area: Area
    people: tuple[Person, ...]


def posts_of(turn: Turn[Any], person_id: str, at: datetime | None = None) -> list[Appointment]:
    """What this person is appointed to on that day (default today)."""
    on = _day(turn, at)
    return [appointment for appointment in turn.tx.roster.of_person(person_id) if appointment.serves(on)]


def holds(turn: Turn[Any], person: Person, role: Role) -> bool:
    return any(appointment.role is role for appointment in posts_of(turn, person.id))


def desks_of(turn: Turn[Any], person: Person) -> list[str]:
    """Ids of the areas whose desk this person sits at."""
    return [a.area_id for a in posts_of(turn, person.id) if a.role is Role.COORDINATOR]


def sits_over(turn: Turn[Any], person: Person, grid_id: str) -> bool:
    """Whether one of her desks answers for the grid; for a place on no map every desk does."""
    desks = desks_of(turn, person)
    tree: Tree = turn.tx.areas.tree()
    around = tree.up(grid_id)
    return any(area.id in desks for area in around) if around else bool(desks)


def on_duty(turn: Turn[Any], area_id: str, at: datetime | None = None) -> list[Person]:
    """Members of this very area who can act (joined, not blocked, not on leave then, default now), by rank."""
    return _able(turn, turn.tx.roster.of_area(area_id, Role.MEMBER), at) if area_id else []


def members_at(turn: Turn[Any], spot: Spot, at: datetime | None = None) -> list[Person]:
    """Who answers for the place before any desk: the building's own (楼长), then the grid's, each in their order."""
    found = on_duty(turn, spot.building_id, at)
    return found + [person for person in on_duty(turn, spot.grid_id, at) if person not in found]


def rungs(turn: Turn[Any], spot: Spot, at: datetime | None = None) -> list[Rung]:
    """The ladder of a place, the nearest area first: its members, then its desk; areas without anybody are left out.

    For an unknown place every desk of the district, the widest first.
    """
    tree: Tree = turn.tx.areas.tree()
    around = tree.up(spot.area_id) or [tree.areas[area_id] for area_id in turn.tx.roster.desks()]
    found: list[Rung] = []
    for area in around:
        there = on_duty(turn, area.id, at)
        there += [person for person in at_desk(turn, area.id, at) if person not in there]
        if there:
            found.append(Rung(area, tuple(there)))
    return found


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
    appointed = [a for a in turn.tx.roster.of_area(area_id, Role.COORDINATOR) if a.serves(on)]
    if len(appointed) < 2:  # nobody to take turns with
        return list(appointed)
    return in_order(appointed, on, turn.tx.roster.duty(area_id, on))


def _day(turn: Turn[Any], at: datetime | None) -> date:
    return (at or turn.now).astimezone(turn.house.zone).date()


def able(turn: Turn[Any], person: Person, at: datetime | None = None) -> bool:
    """Whether she can act: on the roster, joined, not blocked, not on leave at that instant (default now)."""
    return bool(posts_of(turn, person.id, at)) and _there(turn, person, at)


def _able(turn: Turn[Any], appointments: Sequence[Appointment], at: datetime | None) -> list[Person]:
    on = _day(turn, at)
    people: list[Person] = [turn.tx.people.get(each.person_id) for each in appointments if each.serves(on)]
    return [person for person in people if _there(turn, person, at)]


def _there(turn: Turn[Any], person: Person, at: datetime | None) -> bool:
    return person.reachable and turn.tx.roster.absent(person.id, at or turn.now) is None
