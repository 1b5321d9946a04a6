"""A matter that somebody reported for another becomes that other's own: number, card, closing question, last word."""

from __future__ import annotations

from dataclasses import replace

from domain.duty.choosing import Because, Reason
from domain.matters.matter import Matter, State
from domain.messages import Op
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import withdraw
from handlers.matters.assigning import assign, resident_name
from handlers.matters.calling import CALL
from handlers.matters.cards import resident_key, show_resident, what_of
from handlers.matters.changing_hands import show_to
from handlers.matters.going import next_able
from handlers.matters.judging import REOPEN, asked_again_key, end_key, report_close
from handlers.matters.number_for_hotline import NUMBER
from handlers.matters.owners import must_not_have
from handlers.matters.place_of_danger import PLACE
from handlers.matters.ports import MattersTransaction
from handlers.matters.resident_more import MINE
from handlers.matters.season_questions import SEASON
from handlers.matters.unowned import unowned
from handlers.speaking import Strong, send, take_back
from handlers.telling import tell
from handlers.turn import Turn

CLAIMED = "MatterClaimed"
OWN_ROLES = ("report", "word", "photo", "complaint")
"""What was said as whoever reported it, in `contents`."""
ASKED_AS_RESIDENT = frozenset(script.name for script in (REOPEN, MINE, CALL, PLACE, NUMBER, SEASON))


def may_claim(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> bool:
    """Not whoever has it in hand, nor whom it is about."""
    return person.id != matter.owner_id and person.id not in must_not_have(turn, matter)


def claim(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> None:
    """From now on she is its resident. A number and a photograph were shown by another's yes, which was not hers."""
    before = turn.tx.people.get(matter.reporter_id)
    _closes(turn, before, matter)
    because = "" if Reason.read(matter.because).code is Because.OWN else matter.because  # it spoke of another
    hers = replace(
        matter, reporter_id=person.id, on_behalf_of="", because=because, show_phone=False, photo_shown=False
    )  # fmt: skip
    turn.tx.matters.save(hers)
    turn.tx.matters.said_by(hers.id, before.id, person.id, OWN_ROLES)
    _stands_apart(turn, person, hers)
    tell(turn, hers.subject, CLAIMED, by=person.id, to=before.id)
    words = phrase("slip.card", no=hers.number, what=what_of(hers), resident=resident_name(turn, hers))
    send(turn, before, Strong(words), op=Op.UPDATE, key=resident_key(hers, before), about=hers.subject)
    show_resident(turn, hers, op=Op.SEND)
    if hers.state is State.REPORTED:
        report_close(turn, hers)
    show_to(turn, hers, [hers.owner_id, *turn.tx.asked.of(hers.id)])
    if unowned(turn, [hers]):  # whoever reported it was the one who could have had it
        to = next_able(turn, turn.tx.people.get(hers.owner_id), hers)
        assign(turn, hers, to.person, by="", why="sweep", because=to.reason)


def _closes(turn: Turn[MattersTransaction], before: Person, matter: Matter) -> None:
    """What was asked of whoever reported it is not asked of her any more."""
    for dialog in turn.tx.dialogs.of(before.id):
        if dialog.subject == matter.id and dialog.script in ASKED_AS_RESIDENT:
            withdraw(turn, before, dialog)
    for key in (end_key(matter), asked_again_key(matter)):
        if any(turn.tx.handles.handle(address, key) for address in turn.tx.people.addresses(before.id)):
            take_back(turn, before, key)
    turn.tx.unheard.end(matter.id)


def _stands_apart(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> None:
    """Whoever was asked to take it is not asked about what is her own."""
    asked = turn.tx.asked.of(matter.id)
    if person.id in asked:
        turn.tx.asked.clear(matter.id)
        for other in asked:
            if other != person.id:
                turn.tx.asked.add(matter.id, other)
