"""Whom a complaint is about, as far as they would get it or see it, and who is passed over because of that."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from domain.areas import Area, AreaKind, Spot, Tree
from domain.matters.accusing import Office, named_in, offices_in
from domain.matters.kinds import private
from domain.matters.matter import Matter
from domain.people.person import Person, Role
from handlers.roles import desk_for
from handlers.turn import Turn

ABOUT = "about"
"""Why somebody must not have a matter whose words speak of her."""

_OFFICES = {
    Office.MEMBER: ((AreaKind.BUILDING, AreaKind.GRID), Role.MEMBER),
    Office.COMMUNITY: ((AreaKind.COMMUNITY,), Role.COORDINATOR),
    Office.STREET: ((AreaKind.STREET,), Role.COORDINATOR),
}


def accused_in(turn: Turn[Any], words: str, spot: Spot) -> tuple[str, ...]:
    """Ids of those who answer for the place, or sit at a desk over it, of whom the words speak by name or by office."""
    offices = [_OFFICES[office] for office in offices_in(words)]
    found: list[str] = []
    for area in _around(turn, spot):
        for role in (Role.MEMBER, Role.COORDINATOR):
            meant = any(area.kind in kinds and role is of for kinds, of in offices)
            people = [turn.tx.people.get(post.person_id) for post in turn.tx.roster.of_area(area.id, role)]
            found += [p.id for p in people if meant or named_in(words, (p.name, p.name_en))]
    return tuple(dict.fromkeys(found))


def serving_around(turn: Turn[Any], spot: Spot) -> list[Person]:
    """Who answers for the place or sits at a desk over it, the nearest first."""
    around = [turn.tx.roster.of_area(area.id, role) for area in _around(turn, spot) for role in Role]
    ids = dict.fromkeys(post.person_id for posts in around for post in posts)
    return [turn.tx.people.get(person_id) for person_id in ids]


def passed_over(turn: Turn[Any], spot: Spot, accused: tuple[str, ...], out: Collection[str] = ()) -> frozenset[str]:
    """Who does not get it first: the accused, and all who work beside or below them, as long as somebody is above.

    `out` must not have it for another reason.
    """
    if not accused:
        return frozenset()
    around = _around(turn, spot)
    beside = {area.id: _posted(turn, area) for area in around}
    highest = max((n for n, area in enumerate(around) if beside[area.id] & {*accused}), default=-1)
    below = frozenset(accused).union(*(beside[area.id] for area in around[: highest + 1]))
    above = [person for person in desk_for(turn, spot.grid_id) if person.id not in below and person.id not in out]
    return below if above else frozenset(accused)


def accused_of(turn: Turn[Any], matter: Matter) -> tuple[str, ...]:
    """Ids of those whom it is about."""
    if not private(matter):
        return ()
    return tuple(id for id, why in turn.tx.excluded.of(matter.id).items() if why == ABOUT)


def its_desk(turn: Turn[Any], matter: Matter) -> list[Person]:
    """Coordinators who can act for it, the nearest desk first; above whom it is about, where somebody is."""
    others = {matter.reporter_id, *turn.tx.excluded.of(matter.id)}
    out = passed_over(turn, matter.spot, accused_of(turn, matter), others)
    return [person for person in desk_for(turn, matter.spot.grid_id) if person.id not in out]


def _around(turn: Turn[Any], spot: Spot) -> list[Area]:
    tree: Tree = turn.tx.areas.tree()
    return tree.up(spot.area_id) or [tree.areas[id] for id in reversed(turn.tx.roster.desks()) if id in tree.areas]


def _posted(turn: Turn[Any], area: Area) -> frozenset[str]:
    posts = [*turn.tx.roster.of_area(area.id, Role.MEMBER), *turn.tx.roster.of_area(area.id, Role.COORDINATOR)]
    return frozenset(post.person_id for post in posts)
