"""Asks where, after danger was filed without knowing: the answer brings the matter to its grid."""

from __future__ import annotations

from dataclasses import replace

from domain.areas import Spot
from domain.matters.matter import Matter, State
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Asking, Script
from handlers.matters.assigning import assign, owner_name
from handlers.matters.cards import owner_of
from handlers.matters.owners import about, first_owner
from handlers.matters.places import Whereabouts, locate
from handlers.matters.ports import MattersTransaction
from handlers.speaking import send
from handlers.telling import tell
from handlers.turn import Turn


def where(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    return (yield from locate(Whereabouts(turn, person), "place"))


def answered(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, spot: Spot) -> None:
    set_place(turn, person, turn.tx.matters.get(dialog.subject), spot)


def set_place(turn: Turn[MattersTransaction], person: Person, matter: Matter, spot: Spot) -> Matter:
    """Notes the place and calls those of its grid; whoever was called before may still take it."""
    matter = replace(matter, spot=spot)
    turn.tx.matters.save(matter)
    tell(turn, matter.subject, "PlaceSet", by=person.id, grid=spot.grid_id)
    to = first_owner(turn, about(turn, matter))
    if spot.grid_id and matter.state is State.WAITING and to.person.id != matter.owner_id:
        return assign(turn, matter, to.person, by=person.id, why="place", keep_asked=True, because=to.reason)
    words = phrase("danger.place_noted", member=owner_name(owner_of(turn, matter)))
    send(turn, person, words, about=matter.subject)
    return matter


PLACE = Script("place", where, answered)
