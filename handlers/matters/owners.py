"""Who gets a matter first, and at which level she has it: never nobody."""

from __future__ import annotations

from typing import Any

from domain.areas import Area, AreaKind, Spot, Tree
from domain.errors import NotFound
from domain.matters.matter import Level
from domain.people.person import Person, Role
from handlers.roles import desk_for, members_at, posts_of
from handlers.turn import Turn

LEVELS = {
    AreaKind.BUILDING: Level.BUILDING,
    AreaKind.GRID: Level.GRID,
    AreaKind.COMMUNITY: Level.COMMUNITY,
    AreaKind.STREET: Level.STREET,
    AreaKind.DISTRICT: Level.DISTRICT,
}


def first_owner(turn: Turn[Any], spot: Spot) -> Person:
    """The first member of the building or grid who can act, else the nearest desk, else whoever coordinates at all.

    Raises NotFound only when the district has no coordinator, which `check` refuses.
    """
    able = members_at(turn, spot) or desk_for(turn, spot.grid_id)
    return able[0] if able else anybody(turn)


def anybody(turn: Turn[Any]) -> Person:
    """A coordinator even if out of reach just now: somebody's name must stand on the matter."""
    for area_id in turn.tx.roster.desks():
        for appointment in turn.tx.roster.of_area(area_id, Role.COORDINATOR):
            person: Person = turn.tx.people.get(appointment.person_id)
            return person
    raise NotFound("no coordinator is appointed anywhere")


def level_of(turn: Turn[Any], owner: Person, spot: Spot) -> Level:
    """Of the nearest area around the place to which the owner is appointed.

    Somebody from elsewhere has it at the level of her own nearest appointment; a resident's family, at the grid.
    """
    tree: Tree = turn.tx.areas.tree()
    hers = {appointment.area_id for appointment in posts_of(turn, owner.id)}
    around: list[Area] = [area for area in tree.up(spot.area_id) if area.id in hers]
    kinds = [LEVELS[area.kind] for area in around or [tree.areas[area_id] for area_id in hers if area_id in tree.areas]]
    return min(kinds, key=list(Level).index, default=Level.GRID)
