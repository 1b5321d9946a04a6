"""不归我: the right grid is proposed, a second tap hands the matter over, the desk is informed."""

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
from handlers.matters.assigning import assign, owner_name
from handlers.matters.owners import anybody
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import must_work_on
from handlers.roles import desk_for, on_duty
from handlers.speaking import send
from handlers.texts.say import Named
from handlers.turn import Turn

DESK = "desk"
MINE = "mine"
OTHERS = "others"
NEAR, MOST = 6, 24
"""How many grids are offered at once when nothing says which, and on the list of all others."""


def ask_whose(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in a grid's id, "desk", or "mine" (changed her mind)."""
    matter = turn.tx.matters.get(dialog.subject)
    likely = likely_grids(turn, matter)
    others = [grid for grid in _neighbours(turn, matter) if grid not in likely]
    near = likely or others[:NEAR]
    options = _to_grids(turn, person, near)
    if len(near) < len(likely) + len(others):
        options.append(Option(OTHERS, phrase("hand.others")))
    options += [Option(DESK, phrase("hand.desk")), Option(MINE, phrase("hand.mine"))]
    words = phrase("hand.unsure")
    if likely:
        words = phrase("hand.likely", area=_named(likely[0]), member=owner_name(_first(turn, likely[0])))
    choice = yield from choose("whose", words, options=options, valid=lambda value: True)
    if choice == OTHERS:
        rest = [grid for grid in others if grid not in near][:MOST]
        options = [*_to_grids(turn, person, rest), Option(DESK, phrase("hand.desk"))]
        choice = yield from choose("which", phrase("hand.which"), options=options, valid=lambda value: True)
    return choice


def _neighbours(turn: Turn[MattersTransaction], matter: Matter) -> list[Area]:
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
    return [tree.areas[i] for i in dict.fromkeys(ids) if i in tree.areas and i != matter.spot.grid_id][:2]


def _first(turn: Turn[MattersTransaction], grid: Area) -> Person:
    able = on_duty(turn, grid.id) or desk_for(turn, grid.id)
    return able[0] if able else anybody(turn)


def _to_grids(turn: Turn[MattersTransaction], person: Person, grids: Sequence[Area]) -> list[Option]:
    """Each by the name of who would get it; not by her own."""
    firsts = [(grid, _first(turn, grid)) for grid in grids]
    return [
        Option(grid.id, phrase("hand.to", member=owner_name(first), area=_named(grid)))
        for grid, first in firsts
        if first.id != person.id
    ]


def _named(area: Area) -> object:
    return Named(area.name, area.name_en)


def hand_on(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, choice: str) -> None:
    """Raises NotAllowed, NoLongerPossible."""
    matter = turn.tx.matters.get(dialog.subject)
    if choice == MINE:
        send(turn, person, phrase("hand.kept", no=matter.number), about=matter.subject)
        return
    must_work_on(turn, person, matter)
    if not matter.can(Act.ASSIGN):
        raise NoLongerPossible(choice)
    if choice == DESK:
        desks = [p for p in desk_for(turn, matter.spot.grid_id) if p.id != person.id]
        to = desks[0] if desks else anybody(turn)
        assign(turn, matter, to, by=person.id, why="return")
    else:
        to = _first(turn, turn.tx.areas.tree().areas[choice])
        assign(turn, matter, to, by=person.id, why="transfer", spot=replace(matter.spot, grid_id=choice))
    send(turn, person, phrase("hand.done", no=matter.number, member=owner_name(to)), about=matter.subject)


HAND_ON = Script("hand_on", ask_whose, hand_on)
