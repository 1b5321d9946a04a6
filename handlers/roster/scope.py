"""What a coordinator may change: her own desks and all that lies below them."""

from __future__ import annotations

from domain.areas import Area, AreaKind, Tree
from domain.errors import NoLongerPossible, NotAllowed
from domain.people.person import Appointment, Person, Role
from domain.rights import AreaRight
from handlers.rights import may_at
from handlers.roles import desks_of
from handlers.roster.ports import RosterTransaction
from handlers.turn import Turn

GRIDS_AND_BUILDINGS = (AreaKind.GRID, AreaKind.BUILDING)


def tops(turn: Turn[RosterTransaction], person: Person) -> list[Area]:
    """The widest of her desks, each once."""
    tree, desks = _tree(turn), desks_of(turn, person)
    return [
        tree.areas[area_id]
        for area_id in dict.fromkeys(desks)
        if area_id in tree.areas and not any(above.id in desks for above in tree.up(area_id)[1:])
    ]


def in_scope(turn: Turn[RosterTransaction], person: Person, area_id: str) -> bool:
    return may_at(turn, person, area_id, AreaRight.CHANGE_ROSTER)


def area_in_scope(turn: Turn[RosterTransaction], person: Person, area_id: str) -> Area:
    """Raises NoLongerPossible for an area that is no more, NotAllowed for one that is not hers."""
    area = _tree(turn).areas.get(area_id)
    if area is None:
        raise NoLongerPossible(area_id)
    if not in_scope(turn, person, area_id):
        raise NotAllowed(area_id)
    return area


def posts_in_scope(turn: Turn[RosterTransaction], person: Person, of_id: str) -> list[Appointment]:
    """What somebody is appointed to in her areas, in the order of the map; also what has ended or not begun."""
    tree = _tree(turn)
    hers = [post for post in turn.tx.roster.of_person(of_id) if in_scope(turn, person, post.area_id)]
    return sorted(hers, key=lambda post: (post.role is Role.COORDINATOR, tree.areas[post.area_id].order, post.rank))


def person_in_scope(turn: Turn[RosterTransaction], person: Person, of_id: str) -> Person:
    """Raises NotAllowed for somebody who answers nowhere in her areas, NotFound for nobody."""
    if not posts_in_scope(turn, person, of_id):
        raise NotAllowed(of_id)
    return turn.tx.people.get(of_id)


def role_at(area: Area) -> Role:
    """As what somebody is added there: members answer for grids and buildings, desks for what is wider."""
    return Role.MEMBER if area.kind in GRIDS_AND_BUILDINGS else Role.COORDINATOR


def people_of(turn: Turn[RosterTransaction], area_id: str) -> list[Appointment]:
    """All who are appointed to this very area: members by rank, then its desk by rank."""
    return [*turn.tx.roster.of_area(area_id, Role.MEMBER), *turn.tx.roster.of_area(area_id, Role.COORDINATOR)]


def _tree(turn: Turn[RosterTransaction]) -> Tree:
    return turn.tx.areas.tree()
