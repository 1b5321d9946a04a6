"""A place in no grid, or in two at once: the desk reads which, and gives it to one of them by a tap."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from domain.areas import Area
from domain.errors import NoLongerPossible
from domain.matters.matter import Act, Matter
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.matters.assigning import assign, owner_name
from handlers.matters.ports import MattersTransaction
from handlers.matters.whom import first_of, named
from handlers.speaking import Rows, Tap, send
from handlers.texts.say import Several
from handlers.turn import Turn

ROUNDED = 10
FAR = 5_000
"""Metres beyond which the nearest grid says nothing any more."""


def border_lines(turn: Turn[Any], matter: Matter) -> list[Phrase]:
    """Why nobody knows whose it is; nothing for a place that lies in a grid, or without a pin."""
    grids, metres = _around(turn, matter)
    if len(grids) > 1:
        return [phrase("border.in_two", areas=Several(tuple(map(named, grids))))]
    if grids:
        return [phrase("border.outside", area=named(grids[0]), n=max(ROUNDED, round(metres / ROUNDED) * ROUNDED))]
    pinned = not matter.spot.grid_id and matter.spot.lat is not None
    return [phrase("border.far")] if pinned else []


def border_taps(turn: Turn[MattersTransaction], matter: Matter) -> Rows:
    """Each grid with whoever would get it."""
    if not matter.can(Act.ASSIGN):
        return ()
    return tuple(
        (
            Tap(
                phrase("border.tap", area=named(grid), member=owner_name(first_of(turn, grid, matter).person)),
                f"grid:{grid.id}",
            ),
        )
        for grid in _around(turn, matter)[0]
    )


def _around(turn: Turn[Any], matter: Matter) -> tuple[list[Area], float]:
    """The grids that share the pin, else the nearest one with its distance in metres."""
    spot, areas = matter.spot, turn.tx.areas.tree().areas
    if spot.grid_id or spot.lat is None or spot.lon is None:
        return [], 0.0
    inside = [areas[grid_id] for grid_id in turn.house.gazetteer.at(spot.lat, spot.lon) if grid_id in areas]
    if inside:
        return inside, 0.0
    nearest = turn.house.gazetteer.nearest(spot.lat, spot.lon)
    if nearest is None or nearest[0] not in areas or nearest[1] > FAR:
        return [], 0.0
    return [areas[nearest[0]]], nearest[1]


def give_to_grid(turn: Turn[MattersTransaction], person: Person, matter: Matter, grid_id: str) -> None:
    """From now on it lies there. Raises NoLongerPossible when it lies somewhere already, or has ended."""
    if matter.spot.grid_id or not matter.can(Act.ASSIGN) or grid_id not in {g.id for g in _around(turn, matter)[0]}:
        raise NoLongerPossible(matter.id)
    to = first_of(turn, turn.tx.areas.tree().areas[grid_id], matter)
    spot = replace(matter.spot, grid_id=grid_id)
    assign(turn, matter, to.person, by=person.id, why="desk", spot=spot, because=to.reason)
    send(
        turn,
        person,
        phrase("hand.done", no=matter.number, member=owner_name(to.person)),
        about=matter.subject,
        silent=True,
    )
