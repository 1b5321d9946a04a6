"""The resident puts the place right, in words or from her card: what nobody has begun goes where it lies."""

from __future__ import annotations

from dataclasses import replace

from domain.areas import SURE, Spot
from domain.matters.corrections import place_corrected
from domain.matters.matter import Act, Matter, State, Tier
from domain.matters.words import place_span
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import begin
from handlers.matters.assigning import assign
from handlers.matters.cards import owner_of
from handlers.matters.handing_on import HAND_ON
from handlers.matters.owners import about, first_owner
from handlers.matters.places import Whereabouts, mapped
from handlers.matters.ports import MattersTransaction
from handlers.speaking import send
from handlers.telling import tell
from handlers.turn import Turn


def mend_by_words(turn: Turn[MattersTransaction], person: Person, matter: Matter, said: str) -> Matter:
    """As it is now: elsewhere when her words say so, else unchanged."""
    words = place_corrected(said) if matter.in_hand else ""
    if not words:
        return matter
    where = Whereabouts(turn, person)
    guesses = where.candidates(words)
    if guesses and guesses[0].certainty >= SURE:
        return mend(turn, person, matter, where.spoken(guesses[0], words))
    return mend(turn, person, matter, Spot(matter.spot.grid_id, place_span(words) or words))


def mend(turn: Turn[MattersTransaction], person: Person, matter: Matter, spot: Spot) -> Matter:
    """In another grid it is that grid's as long as nobody has taken it; who has is asked whose it is.

    What waits for the end of something else that is not there goes where it lies.
    """
    spot = mapped(turn, spot)
    if not matter.in_hand or (spot.grid_id, spot.label) == (matter.spot.grid_id, matter.spot.label):
        return matter
    moves = spot.grid_id != matter.spot.grid_id and bool(spot.grid_id)
    goes = moves and (matter.state is State.WAITING or matter.joined)
    placed = replace(matter, spot=spot if goes or not moves else replace(spot, grid_id=matter.spot.grid_id))
    turn.tx.matters.save(placed)
    told_place(turn, person, matter, placed)
    if matter.joined and not turn.tx.matters.get(matter.id).joined:  # she has just heard who has it now
        return turn.tx.matters.get(matter.id)
    if goes and not matter.joined:
        to = first_owner(turn, about(turn, placed, spot=spot))
        alarm = matter.tier is Tier.DANGER
        if to.person.id != matter.owner_id:
            return assign(turn, placed, to.person, by=person.id, why="place", keep_asked=alarm, because=to.reason)
    send(turn, person, phrase("mine.placed", place=spot.label), about=matter.subject)
    if moves and not goes and placed.can(Act.ASSIGN):
        begin(turn, owner_of(turn, placed), HAND_ON, subject=matter.id)
    return placed


def told_place(turn: Turn[MattersTransaction], person: Person, before: Matter, placed: Matter) -> None:
    """`moved`: to another building or grid than it seemed to be at."""
    old, new = before.spot, placed.spot
    moved = (old.grid_id, old.building_id) != (new.grid_id, new.building_id)
    tell(turn, placed.subject, "PlaceSet", by=person.id, grid=new.grid_id, moved=moved)
