"""Who may do something about an area: whoever sits there now, looked at afresh each time."""

from __future__ import annotations

from typing import Any

from domain.areas import Tree
from domain.people.person import Person
from domain.rights import AREAS, AreaRight, Seat
from handlers.roles import desks_of
from handlers.turn import Turn


def may_at(turn: Turn[Any], person: Person, area_id: str, right: AreaRight) -> bool:
    """False also for an area that is no more."""
    tree: Tree = turn.tx.areas.tree()
    return any(_sits(tree, desk, area_id) in AREAS[right] for desk in desks_of(turn, person))


def _sits(tree: Tree, desk: str, area_id: str) -> Seat:
    """How the desk of one area stands to another area."""
    if area_id not in tree.areas:
        return Seat.ANYBODY
    if desk == area_id:
        return Seat.AT
    if tree.within(area_id, desk):
        return Seat.ABOVE
    return Seat.BELOW if tree.within(desk, area_id) else Seat.BESIDE
