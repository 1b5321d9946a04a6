"""Who may do something about an area: whoever sits there now, looked at afresh each time."""

from __future__ import annotations

from typing import Any

from domain.areas import Tree
from domain.people.person import Person, Role
from domain.rights import AREAS, AreaRight, Seat
from handlers.roles import desks_of, posts_of
from handlers.turn import Turn


def may_at(turn: Turn[Any], person: Person, area_id: str, right: AreaRight) -> bool:
    """False also for an area that is no more."""
    tree: Tree = turn.tx.areas.tree()
    if any(_sits(tree, desk, area_id) in AREAS[right] for desk in desks_of(turn, person)):
        return True
    return Seat.MEMBER in AREAS[right] and serves_in(turn, person, area_id)


def serves_in(turn: Turn[Any], person: Person, area_id: str) -> bool:
    """As a member: the area is hers, lies in hers, or hers lies in it; False for one that is no more."""
    tree: Tree = turn.tx.areas.tree()
    hers = [post.area_id for post in posts_of(turn, person.id) if post.role is Role.MEMBER]
    return any(tree.within(area_id, own) or tree.within(own, area_id) for own in hers)


def may_invite(turn: Turn[Any], person: Person, whom: Person) -> bool:
    """A link opens all that somebody may, also at a desk above: it is given by a desk over all her places."""
    known = turn.tx.areas.tree().areas
    places = [post.area_id for post in turn.tx.roster.of_person(whom.id) if post.area_id in known]
    return all(may_at(turn, person, area_id, AreaRight.CHANGE_ROSTER) for area_id in places)


def _sits(tree: Tree, desk: str, area_id: str) -> Seat:
    """How the desk of one area stands to another area."""
    if area_id not in tree.areas:
        return Seat.ANYBODY
    if desk == area_id:
        return Seat.AT
    if tree.within(area_id, desk):
        return Seat.ABOVE
    return Seat.BELOW if tree.within(desk, area_id) else Seat.BESIDE
