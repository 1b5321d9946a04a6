"""To whom a matter can be given: whom to offer by area, by likelihood, by name and by what she can do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from domain.areas import Area
from domain.duty.helping import Wanted
from domain.matters.matter import Matter
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Option
from handlers.matters.assigning import owner_name
from handlers.matters.finder import NAME, Found, wanted_in, who_can
from handlers.matters.owners import Chosen, about, first_owner, must_not_have
from handlers.matters.ports import MattersTransaction
from handlers.roles import able, at_desk, desks_of, on_duty
from handlers.texts.say import Named
from handlers.turn import Turn

MOST = 10
LIKELY = 2


def named(area: Area) -> Named:
    return Named(area.name, area.name_en)


# ---- 派给: people, for a desk ---------------------------------------------------------------------------------------


def people_on_offer(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> list[Option]:
    """Whom this desk may give it to, the likeliest first; each value is "<area id>|<person id>"."""
    return [
        Option(f"{area.id}|{to.id}", phrase("give.to", member=owner_name(to), area=named(area)))
        for area, to in islice(_on_offer(turn, person, matter), MOST)
    ]


def _on_offer(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Iterator[tuple[Area, Person]]:
    """All who can act in the matter's own grid, the desks between it and this one, then the first of each other grid.

    Likely grids come ahead, then those of the same community; a person once, unless it decides the place.
    """
    areas, desks = turn.tx.areas.tree().areas, turn.tx.roster.desks()
    offered = {matter.owner_id, person.id, *must_not_have(turn, matter)}
    for area_id in _areas(turn, person, matter):
        area = areas[area_id]
        there = at_desk(turn, area_id) if area_id in desks else on_duty(turn, area_id)
        for other in there if area_id == matter.spot.grid_id else there[:1]:
            if other.id not in offered:
                if matter.spot.grid_id:
                    offered.add(other.id)
                yield area, other


def _areas(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> list[str]:
    """Where to look for people, in order."""
    tree = turn.tx.areas.tree()
    line = [area.id for area in tree.up(matter.spot.grid_id)]
    desks = turn.tx.roster.desks()
    hers = [area_id for area_id in desks_of(turn, person) if area_id in line]
    below = line[1 : max(map(line.index, hers), default=len(line)) + 1]
    between = [area_id for area_id in below if area_id in desks]
    all_hers = turn.tx.areas.grids_of_desk(person.id)
    beside = [grid for grid in all_hers if len(line) > 1 and tree.areas[grid].parent_id == line[1]]
    likely = [grid.id for grid in likely_grids(turn, matter)]
    return list(dict.fromkeys([*line[:1], *likely, *between, *beside, *all_hers]))


def person_named(turn: Turn[MattersTransaction], person: Person, name: str) -> str | None:
    """Somebody who can act of that name under this desk, as a value of `people_on_offer`."""
    for appointment in turn.tx.roster.named(person.id, name):
        if able(turn, turn.tx.people.get(appointment.person_id)):
            return f"{appointment.area_id}|{appointment.person_id}"
    return None


# ---- by name, skill or thing, for both -----------------------------------------------------------------------------

SOUGHT = "?"
"""Before what is sought, where several may have it."""


def somebody(turn: Turn[MattersTransaction], person: Person, matter: Matter, words: str) -> str | None:
    """Whom the words name, as a value of `people_on_offer`; where they name a skill or a thing of somebody in the same
    street, "?" and that; else None.
    """
    wanted = wanted_in(turn, words)
    found = _sought(turn, person, matter, wanted) if wanted is not None else []
    if wanted is None or not found:
        return None
    return (
        f"{found[0].area.id}|{found[0].person.id}"
        if wanted.sort == NAME and len(found) == 1
        else f"{SOUGHT}{wanted.text}"
    )


def people_sought(
    turn: Turn[MattersTransaction], person: Person, matter: Matter, choice: str, key: str
) -> list[Option]:
    found = _sought(turn, person, matter, Wanted.of(choice.removeprefix(SOUGHT)))
    return [
        Option(f"{each.area.id}|{each.person.id}", phrase(key, member=owner_name(each.person), area=named(each.area)))
        for each in found
    ]


def _sought(turn: Turn[MattersTransaction], person: Person, matter: Matter, wanted: Wanted) -> list[Found]:
    out = {person.id, matter.owner_id, *must_not_have(turn, matter)}
    return [found for found in islice(who_can(turn, matter, wanted, out), MOST) if found.near]


# ---- 转给: grids, for a member --------------------------------------------------------------------------------------


def grids_on_offer(
    turn: Turn[MattersTransaction], person: Person, matter: Matter, grids: Sequence[Area]
) -> list[Option]:
    """Each by the name of who would get it; not by her own. The values are the grids' ids."""
    firsts = [(grid, first_of(turn, grid, matter).person) for grid in grids]
    return [
        Option(grid.id, phrase("hand.to", member=owner_name(first), area=named(grid)))
        for grid, first in firsts
        if first.id != person.id
    ]


def first_of(turn: Turn[MattersTransaction], grid: Area, matter: Matter) -> Chosen:
    """Who would get it in that grid."""
    return first_owner(turn, about(turn, matter, spot=replace(matter.spot, grid_id=grid.id, building_id="")))


def neighbours(turn: Turn[MattersTransaction], matter: Matter) -> list[Area]:
    """All other grids, those of the same community first."""
    tree = turn.tx.areas.tree()
    here = tree.areas.get(matter.spot.grid_id)
    community = here.parent_id if here else ""
    grids = [grid for grid in tree.grids() if grid.id != matter.spot.grid_id]
    return sorted(grids, key=lambda grid: grid.parent_id != community)


def likely_grids(turn: Turn[MattersTransaction], matter: Matter) -> list[Area]:
    """Where the pin or the words say the place is, when that is another grid than the one it was given to."""
    tree, gazetteer = turn.tx.areas.tree(), turn.house.gazetteer
    ids: list[str] = []
    if matter.spot.lat is not None and matter.spot.lon is not None:
        ids += gazetteer.at(matter.spot.lat, matter.spot.lon)
    said = [c.text for c in turn.tx.contents.of(matter.subject) if c.by == matter.reporter_id and c.text]
    for words in [*reversed(said), matter.spot.label]:
        ids += [guess.grid_id for guess in gazetteer.find(words)]
    others = [i for i in dict.fromkeys(ids) if i in tree.areas and i != matter.spot.grid_id]
    return [tree.areas[i] for i in others[:LIKELY]]
