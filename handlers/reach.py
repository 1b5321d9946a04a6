"""How far somebody sees and acts: all that a desk answers for, a member's own places and those around them."""

from __future__ import annotations

from collections.abc import Collection

from domain.areas import AreaKind, Tree
from domain.errors import NotAllowed
from domain.people.person import Person, Role
from domain.reach import Reach
from domain.rights import AreaRight
from handlers.ports import Transaction
from handlers.rights import may_at
from handlers.roles import desks_of, posts_of
from handlers.turn import Turn


def reach_of(turn: Turn[Transaction], person: Person) -> Reach:
    tree: Tree = turn.tx.areas.tree()
    served = [post.area_id for post in posts_of(turn, person.id) if post.role is Role.MEMBER]
    around = {area.id for own in served for area in tree.up(own)}
    return Reach(tuple(dict.fromkeys([*desks_of(turn, person), *served])), tuple(sorted(around)))


def keeps(turn: Turn[Transaction], person: Person) -> Reach:
    """As far as she keeps things: her desks."""
    return Reach(tuple(dict.fromkeys(desks_of(turn, person))))


def must(turn: Turn[Transaction], person: Person, area_id: str, right: AreaRight) -> None:
    """Raises NotAllowed."""
    if not may_at(turn, person, area_id, right):
        raise NotAllowed(f"{right} at {area_id}")


def places_to_note(turn: Turn[Transaction], person: Person) -> list[str]:
    """Ids of the areas that a need of hers may be of, the most likely first: her grids and their communities, or her
    desk's areas and their grids.
    """
    tree: Tree = turn.tx.areas.tree()
    served = [post.area_id for post in posts_of(turn, person.id) if post.role is Role.MEMBER]
    hers = [area.id for own in served for area in tree.up(own) if area.kind in (AreaKind.GRID, AreaKind.COMMUNITY)]
    desks = [desk for desk in desks_of(turn, person) if desk in tree.areas]
    return list(dict.fromkeys([*hers, *desks, *right_below(tree, desks)]))


def places_to_speak_to(turn: Turn[Transaction], person: Person) -> list[str]:
    """Ids of the areas whose people her desk may ask or tell something: her desks' own, the nearest to people first,
    then those that lie right in them.
    """
    tree: Tree = turn.tx.areas.tree()
    desks = [desk for desk in desks_of(turn, person) if desk in tree.areas]
    desks.sort(key=lambda desk: -len(tree.up(desk)))
    return list(dict.fromkeys([*desks, *right_below(tree, desks)]))


def own_desk_over(turn: Turn[Transaction], person: Person, area_id: str) -> str:
    """The nearest of her desks; raises NotAllowed where none is over the area."""
    desks = desks_of(turn, person)
    found = next((area.id for area in turn.tx.areas.tree().up(area_id) if area.id in desks), None)
    if found is None:
        raise NotAllowed(area_id)
    return found


def right_below(tree: Tree, desks: Collection[str]) -> list[str]:
    """Ids of the areas that lie right in those of these desks, in the order of the map; no buildings."""
    below = [area for area in tree.areas.values() if area.parent_id in desks and area.kind is not AreaKind.BUILDING]
    return [area.id for area in sorted(below, key=lambda area: (area.order, area.id))]
