"""派给: the desk gives a matter to somebody by name, and with it, where the place was unknown, to that grid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from domain.areas import Area
from domain.errors import NoLongerPossible
from domain.matters.matter import Act, Matter
from domain.messages import Inbound
from domain.open import OpenDialog
from domain.people.person import Person, Role
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Question, Script
from handlers.matters.accepting import take_over
from handlers.matters.assigning import assign, owner_name
from handlers.matters.cards import place_of, what_of
from handlers.matters.handing_on import likely_grids
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import must_work_on
from handlers.roles import able, at_desk, on_duty
from handlers.speaking import send
from handlers.texts.say import Named
from handlers.turn import Turn

MOST = 10


def ask_to_whom(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in "<area id>|<person id>". A name may be typed too. Raises NoLongerPossible for what has ended."""
    matter = turn.tx.matters.get(dialog.subject)
    if not matter.can(Act.ASSIGN):
        raise NoLongerPossible(matter.id)
    options = [
        Option(f"{area.id}|{to.id}", phrase("give.to", member=owner_name(to), area=Named(area.name, area.name_en)))
        for area, to in islice(_on_offer(turn, person, matter), MOST)
    ]
    if matter.owner_id != person.id or not matter.contacted_at:
        options.append(Option(f"{matter.spot.grid_id}|{person.id}", phrase("give.me")))
    key = "give.whom" if matter.spot.grid_id else "give.whom_unmapped"
    words = phrase(key, no=matter.number, what=what_of(matter), place=place_of(matter))

    def by_name(given: Inbound) -> str | None:
        return _by_name(turn, person, given.text.strip()) if given.text else None

    return (yield Question("to", (words,), tuple(options), by_name, lambda value: "|" in value, rows=(2,)))


def _on_offer(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Iterator[tuple[Area, Person]]:
    """All who can act in the matter's own grid, the desks between it and this one, then the first of each other grid.

    Likely grids come ahead, then those of the same community; a person once, unless it decides the place.
    """
    areas, desks = turn.tx.areas.tree().areas, turn.tx.roster.desks()
    offered = {matter.owner_id, person.id}
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
    between = [area_id for area_id in line[1:] if area_id in desks]
    all_hers = turn.tx.areas.grids_of_desk(person.id)
    beside = [grid for grid in all_hers if len(line) > 1 and tree.areas[grid].parent_id == line[1]]
    likely = [grid.id for grid in likely_grids(turn, matter)]
    return list(dict.fromkeys([*line[:1], *likely, *between, *beside, *all_hers]))


def _by_name(turn: Turn[MattersTransaction], person: Person, name: str) -> str | None:
    """Somebody who can act of that name under this desk."""
    for appointment in turn.tx.roster.named(person.id, name):
        if able(turn, turn.tx.people.get(appointment.person_id)):
            return f"{appointment.area_id}|{appointment.person_id}"
    return None


def give(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, choice: str) -> None:
    """An unknown place is from now on in the grid the member was offered for. Raises NotAllowed, NoLongerPossible."""
    area_id, _, to_id = choice.partition("|")
    matter = turn.tx.matters.get(dialog.subject)
    must_work_on(turn, person, matter)
    to = turn.tx.people.get(to_id)
    if to.id == person.id:
        take_over(turn, person, matter)
        return
    in_grid = any(a.area_id == area_id and a.role is Role.MEMBER for a in turn.tx.roster.of_person(to.id))
    spot = replace(matter.spot, grid_id=area_id) if in_grid and not matter.spot.grid_id else matter.spot
    assign(turn, matter, to, by=person.id, why="desk", spot=spot)
    send(turn, person, phrase("hand.done", no=matter.number, member=owner_name(to)), about=matter.subject, silent=True)


GIVE = Script("give", ask_to_whom, give)
