"""Asks where, after danger was filed without knowing: the answer brings the matter to its grid."""

from __future__ import annotations

from dataclasses import replace

from domain.areas import Spot
from domain.matters.matter import State
from domain.open import OpenDialog
from domain.people.person import Person
from handlers.dialogs import Asking, Script
from handlers.matters.assigning import assign, first_owner
from handlers.matters.places import Whereabouts, locate
from handlers.matters.ports import MattersTransaction
from handlers.telling import tell
from handlers.turn import Turn


def where(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    return (yield from locate(Whereabouts(turn, person), "place"))


def set_place(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, spot: Spot) -> None:
    matter = turn.tx.matters.get(dialog.subject)
    matter = replace(matter, spot=spot)
    turn.tx.matters.save(matter)
    tell(turn, matter.subject, "PlaceSet", by=person.id, grid=spot.grid_id)
    owner = first_owner(turn, spot.grid_id)
    if matter.state is State.WAITING and owner.id != matter.owner_id:
        assign(turn, matter, owner, by=person.id, why="place", keep_asked=True)


PLACE = Script("place", where, set_place)
