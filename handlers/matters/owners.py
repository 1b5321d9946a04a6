"""Who gets a matter, why just she, and at which level she has it: never nobody."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from domain.areas import Area, AreaKind, Spot, Tree
from domain.duty.choosing import Because, Candidate, Choice, Need, Reason, choose, willing
from domain.duty.skills import LANGUAGES, suited
from domain.errors import NotFound
from domain.matters.matter import Level, Matter, Tier
from domain.people.person import Ability, Appointment, Person, Role
from handlers.matters.accused import accused_of, passed_over
from handlers.roles import able, desk_for, posts_of
from handlers.turn import Turn

LEVELS = {
    AreaKind.BUILDING: Level.BUILDING,
    AreaKind.GRID: Level.GRID,
    AreaKind.COMMUNITY: Level.COMMUNITY,
    AreaKind.STREET: Level.STREET,
    AreaKind.DISTRICT: Level.DISTRICT,
}


@dataclass(frozen=True, slots=True)
class About:
    """What the choice of an owner depends on. `barred` must not have it, whatever the reason."""

    spot: Spot
    kind: str
    tier: Tier
    reporter_id: str = ""
    barred: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Chosen:
    person: Person
    reason: Reason


def about(turn: Turn[Any], matter: Matter, *but: str, spot: Spot | None = None) -> About:
    """Of a matter as it is; `but` are not to have it this time, `spot` is where it will be."""
    spot = spot or matter.spot
    out = {*turn.tx.excluded.of(matter.id), *but}
    beside = passed_over(turn, spot, accused_of(turn, matter), {matter.reporter_id, *out})
    barred = frozenset((*out, *beside))
    return About(spot, matter.kind, matter.tier, matter.reporter_id, barred)


def first_owner(turn: Turn[Any], of: About, at: datetime | None = None) -> Chosen:
    """A member of the building or the areas around it as domain.duty.choosing has it, else the nearest desk, else
    whoever coordinates.

    As things stand at that instant (default now). Raises NotFound only when the district has no coordinator, which
    `check` refuses.
    """
    choice = chosen_member(turn, of, at)
    if not choice.person_id and not _others_at_desks(turn, of, at):
        choice = chosen_member(turn, of, at, whatever_she_takes=True)
    if choice.person_id:
        return Chosen(turn.tx.people.get(choice.person_id), choice.reason)
    own = of.reporter_id in [person.id for person in desk_for(turn, of.spot.grid_id, at)[:1]]
    return Chosen(desk_owner(turn, of, at), Reason(Because.OWN) if own else choice.reason)


def chosen_member(
    turn: Turn[Any], of: About, at: datetime | None = None, *, whatever_she_takes: bool = False
) -> Choice:
    """`whatever_she_takes`: were it a kind that she refuses, or more than she takes; somebody must act."""
    need = _need(turn, of, at)
    return choose(_candidates(turn, of, at), replace(need, danger=True) if whatever_she_takes else need)


def desk_owner(turn: Turn[Any], of: About, at: datetime | None = None) -> Person:
    """Whoever is on duty at the nearest desk over the place; her own complaint only when nobody else can act."""
    over = desk_over(turn, of, at)
    if over is not None:
        return over
    able = [person for person in desk_for(turn, "", at) if person.id not in of.barred]
    return (_others_at_desks(turn, of, at) or able or [anybody(turn, of.barred)])[0]


def _others_at_desks(turn: Turn[Any], of: About, at: datetime | None) -> list[Person]:
    """Of every desk of the district, whoever can act and may have it."""
    out = of.barred | {of.reporter_id}
    return [person for person in desk_for(turn, "", at) if person.id not in out]


def desk_over(turn: Turn[Any], of: About, at: datetime | None = None) -> Person | None:
    """Whoever is on duty at the nearest desk over the place and may have it; None when nobody can act there."""
    out = of.barred | {of.reporter_id}
    return next((person for person in desk_for(turn, of.spot.grid_id, at) if person.id not in out), None)


def anybody(turn: Turn[Any], but: Collection[str] = ()) -> Person:
    """A coordinator even if out of reach just now: somebody's name must stand on the matter.

    One of `but` only when there is no other.
    """
    posts = [post for area_id in turn.tx.roster.desks() for post in turn.tx.roster.of_area(area_id, Role.COORDINATOR)]
    if not posts:
        raise NotFound("no coordinator is appointed anywhere")
    post = next((post for post in posts if post.person_id not in but), posts[0])
    person: Person = turn.tx.people.get(post.person_id)
    return person


def must_not_have(turn: Turn[Any], matter: Matter) -> set[str]:
    """Who may not become its owner: whose own complaint it is, whom it is about, who declined or was declined."""
    return {matter.reporter_id, *turn.tx.excluded.of(matter.id)}


def may_have(turn: Turn[Any], person: Person, matter: Matter) -> bool:
    """Whether she may become, or already is, its owner."""
    return person.id == matter.owner_id or person.id not in must_not_have(turn, matter)


def who_hears(turn: Turn[Any], matter: Matter) -> Person:
    """Whom her words reach: its owner; once it is closed and she cannot act any more, whoever is at the desk."""
    owner: Person = turn.tx.people.get(matter.owner_id)
    if matter.in_hand or able(turn, owner):
        return owner
    return desk_owner(turn, about(turn, matter, owner.id))


def in_line(turn: Turn[Any], of: About, people: Sequence[Person]) -> list[Person]:
    """Of these, in their order, whoever may be asked for it: no member who refuses the kind, has all she takes, or
    must not have it.
    """
    need, known = _need(turn, of, None), {each.person_id: each for each in _candidates(turn, of, None)}
    out = {of.reporter_id, *of.barred}
    return [
        person
        for person in people
        if person.id not in out and (person.id not in known or willing(known[person.id], need))
    ]


# ---- night ---------------------------------------------------------------------------------------------------------


def on_night_duty(turn: Turn[Any], person_id: str, spot: Spot) -> bool:
    """Whether somebody is up for this place at night too."""
    tree: Tree = turn.tx.areas.tree()
    around = {area.id for area in tree.up(spot.area_id)}
    return any(post.night and post.area_id in around for post in posts_of(turn, person_id))


def _need(turn: Turn[Any], of: About, at: datetime | None) -> Need:
    at_night = of.tier is Tier.UTILITY and not turn.house.clocks.awake(at or turn.now)
    skills = (*suited(of.kind), *(LANGUAGES if _speaks_another(turn, of.reporter_id) else ()))
    return Need(of.kind, skills, danger=of.tier is Tier.DANGER, at_night=at_night)


def _speaks_another(turn: Turn[Any], reporter_id: str) -> bool:
    """Whether she does not read the language of the house."""
    return bool(reporter_id) and turn.tx.people.get(reporter_id).language != turn.house.language


# ---- candidates ----------------------------------------------------------------------------------------------------


def _candidates(turn: Turn[Any], of: About, at: datetime | None) -> list[Candidate]:
    posts = dict(_posts(turn, of.spot, at or turn.now))
    ids = list(posts)
    abilities, loads = (turn.tx.choosing.abilities(ids), turn.tx.choosing.loads(ids)) if ids else ({}, {})
    helped, helped_here = _who_helped(turn, of, ids)
    found = []
    for id, (rung, post) in posts.items():
        found.append(
            Candidate(
                id, rung, post.rank, abilities.get(id, Ability(id)), loads.get(id, 0),
                reachable=turn.tx.people.get(id).reachable,
                away=turn.tx.roster.absent(id, at or turn.now) is not None,
                own=id == of.reporter_id, barred=id in of.barred, night=post.night,
                helped=id == helped, helped_here=id == helped_here,
            )
        )  # fmt: skip
    return found


def _posts(turn: Turn[Any], spot: Spot, at: datetime) -> Iterator[tuple[str, tuple[int, Appointment]]]:
    """Each member around the place, from its building upwards, at the nearest of her posts."""
    on = at.astimezone(turn.house.zone).date()
    seen: set[str] = set()
    for rung, area in enumerate(turn.tx.areas.tree().up(spot.area_id)):
        for post in turn.tx.roster.of_area(area.id, Role.MEMBER):
            if post.serves(on) and post.person_id not in seen:
                seen.add(post.person_id)
                yield post.person_id, (rung, post)


def _who_helped(turn: Turn[Any], of: About, ids: Sequence[str]) -> tuple[str, str]:
    """Who of these last helped this resident, and who last helped in the building."""
    if len(ids) < 2 or of.tier is Tier.DANGER:
        return "", ""
    in_building = turn.tx.choosing.last_helped_in(ids, of.spot.building_id) if of.spot.building_id else ""
    return turn.tx.choosing.last_helped(ids, of.reporter_id) if of.reporter_id else "", in_building


# ---- level ---------------------------------------------------------------------------------------------------------


def level_of(turn: Turn[Any], owner: Person, spot: Spot) -> Level:
    """Of the nearest area around the place to which the owner is appointed.

    Somebody from elsewhere has it at the level of her own nearest appointment; a resident's family, at the grid.
    """
    tree: Tree = turn.tx.areas.tree()
    hers = {appointment.area_id for appointment in posts_of(turn, owner.id)}
    around: list[Area] = [area for area in tree.up(spot.area_id) if area.id in hers]
    kinds = [LEVELS[area.kind] for area in around or [tree.areas[area_id] for area_id in hers if area_id in tree.areas]]
    return min(kinds, key=list(Level).index, default=Level.GRID)
