"""派给: the desk gives a matter to somebody by name, and with it, where the place was unknown, to that grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.areas import Area
from domain.errors import NoLongerPossible
from domain.matters.matter import Act, Matter
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Script, choose
from handlers.matters.accepting import take_over
from handlers.matters.assigning import assign, owner_name
from handlers.matters.cards import place_of, what_of
from handlers.matters.handing_on import likely_grids
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import must_work_on
from handlers.roles import on_duty
from handlers.speaking import send
from handlers.texts.say import Named
from handlers.turn import Turn

MOST = 12


def ask_to_whom(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in "<grid id>|<person id>". Raises NoLongerPossible for what has ended."""
    matter = turn.tx.matters.get(dialog.subject)
    if not matter.can(Act.ASSIGN):
        raise NoLongerPossible(matter.id)
    options = [
        Option(f"{grid.id}|{to.id}", phrase("give.to", member=owner_name(to), area=Named(grid.name, grid.name_en)))
        for grid, to in _on_offer(turn, person, matter)
    ]
    if matter.owner_id != person.id or not matter.contacted_at:
        options.append(Option(f"{matter.spot.grid_id}|{person.id}", phrase("give.me")))
    key = "give.whom" if matter.spot.grid_id else "give.whom_unmapped"
    words = phrase(key, no=matter.number, what=what_of(matter), place=place_of(matter))
    return (yield from choose("to", words, options=options, valid=lambda value: "|" in value))


def _on_offer(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> list[tuple[Area, Person]]:
    """All who can act in the matter's own grid, then the first of each other grid of this desk, likely ones ahead."""
    offered: list[tuple[Area, Person]] = []
    for grid in _grids(turn, person, matter):
        if len(offered) >= MOST:
            break
        there = on_duty(turn, grid.id)
        for member in there if grid.id == matter.spot.grid_id else there[:1]:
            known = matter.spot.grid_id and any(member.id == other.id for _, other in offered)
            if member.id not in (matter.owner_id, person.id) and not known:
                offered.append((grid, member))
    return offered[:MOST]


def _grids(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Sequence[Area]:
    areas = turn.tx.areas.tree().areas
    own = [areas[matter.spot.grid_id]] if matter.spot.grid_id in areas else []
    rest = [areas[grid_id] for grid_id in turn.tx.areas.grids_of_desk(person.id)]
    ordered = [*own, *likely_grids(turn, matter), *rest]
    return [grid for n, grid in enumerate(ordered) if grid not in ordered[:n]]


def give(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, choice: str) -> None:
    """An unknown place is from now on in the grid the member was offered for. Raises NotAllowed, NoLongerPossible."""
    grid_id, _, to_id = choice.partition("|")
    matter = turn.tx.matters.get(dialog.subject)
    must_work_on(turn, person, matter)
    to = turn.tx.people.get(to_id)
    if to.id == person.id:
        take_over(turn, person, matter)
        return
    spot = matter.spot if matter.spot.grid_id else replace(matter.spot, grid_id=grid_id)
    assign(turn, matter, to, by=person.id, why="desk", spot=spot)
    send(turn, person, phrase("hand.done", no=matter.number, member=owner_name(to)), about=matter.subject, silent=True)


GIVE = Script("give", ask_to_whom, give)
