"""The ladder of one matter: who stands on which rung around its place, which rung is next, and which is empty."""

from __future__ import annotations

from typing import Any

from domain.areas import Area, AreaKind, Spot, Tree
from domain.matters.matter import Level, Matter
from domain.people.person import Person
from handlers.matters.owners import LEVELS, about, in_line
from handlers.matters.ports import MattersTransaction
from handlers.roles import Rung, at_desk, desks_of, on_duty, rungs
from handlers.turn import Turn

ORDER = list(Level)


def level_of_rung(rung: Rung) -> Level:
    return LEVELS[rung.area.kind]


def higher(one: Level, other: Level) -> bool:
    return ORDER.index(one) > ORDER.index(other)


def rungs_of(turn: Turn[MattersTransaction], matter: Matter) -> list[Rung]:
    """The rungs on which somebody may have it, the nearest first; on none stands who must not have or take this one."""
    of = about(turn, matter)
    found = [Rung(r.area, tuple(in_line(turn, of, r.people))) for r in rungs(turn, matter.spot)]
    return [rung for rung in found if rung.people]


def rungs_above(turn: Turn[MattersTransaction], matter: Matter) -> list[Rung]:
    """Those above the one it is on, the nearest first, with somebody else than whoever has it."""
    found = [Rung(r.area, tuple(p for p in r.people if p.id != matter.owner_id)) for r in rungs_of(turn, matter)]
    above = [rung for rung in found if rung.people and higher(level_of_rung(rung), matter.level)]
    return sorted(above, key=lambda rung: ORDER.index(level_of_rung(rung)))


def next_rung(turn: Turn[MattersTransaction], matter: Matter) -> Rung | None:
    """None at the top."""
    return next(iter(rungs_above(turn, matter)), None)


def head_of(turn: Turn[Any], rung: Rung) -> Person:
    """Whom something is handed up to: whoever is on duty at the desk, where the area has one."""
    return next((person for person in at_desk(turn, rung.area.id) if person in rung.people), rung.people[0])


def grid_rung(turn: Turn[MattersTransaction], matter: Matter) -> Rung | None:
    """Where it can be sent down to: its grid, else the nearest rung below the one it is on."""
    below = [rung for rung in rungs_of(turn, matter) if higher(matter.level, level_of_rung(rung))]
    return next((rung for rung in below if rung.area.kind is AreaKind.GRID), below[-1] if below else None)


def at_the_top(turn: Turn[Any], person: Person, spot: Spot) -> bool:
    """Whether she sits at the widest desk over the place: above hers there is only the 12345 hotline."""
    desks = set(turn.tx.roster.desks())
    line = [area.id for area in turn.tx.areas.tree().up(spot.area_id) if area.id in desks]
    hers = desks_of(turn, person)
    return line[-1] in hers if line else bool(hers)


def empty_below(turn: Turn[Any], spot: Spot, level: Level) -> list[Area]:
    """Areas around the place, below that level, on which nobody can act though somebody should.

    A building needs nobody of its own.
    """
    tree: Tree = turn.tx.areas.tree()
    around = [area for area in tree.up(spot.area_id) if area.kind is not AreaKind.BUILDING]
    below = [area for area in around if higher(level, LEVELS[area.kind])]
    return [area for area in below if not on_duty(turn, area.id) and not at_desk(turn, area.id)]
