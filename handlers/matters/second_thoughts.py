"""Taking back by word: 没事了 after an alarm, 不办了 for what was handed in; who was called hears it."""

from __future__ import annotations

from domain.matters.greetings import all_well, no_more
from domain.messages import Inbound, Keys
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import begin, withdraw
from handlers.keyboard import lasting_keys
from handlers.matters.danger import open_danger
from handlers.matters.lists import mine
from handlers.matters.place_of_danger import PLACE
from handlers.matters.ports import MattersTransaction
from handlers.matters.resident_more import MINE, TAKES_BACK
from handlers.matters.talking import Saying, from_resident
from handlers.speaking import send
from handlers.turn import Turn


def calmed(turn: Turn[MattersTransaction], person: Person, inbound: Inbound) -> bool:
    """Whoever was called hears at once that all is well; one tap calls it off. In despair a person still looks in."""
    known = open_danger(turn, person) if inbound.text and not inbound.media and all_well(inbound.text) else None
    if known is None:
        return False
    front = turn.tx.dialogs.front(person.id)
    if front is not None and front.script not in (PLACE.name, "which"):
        return False
    place = turn.tx.dialogs.find(person.id, PLACE.name, known.id)
    if place is not None:
        withdraw(turn, person, place)
        # the question's own keys would stay below the chat
        send(turn, person, phrase("despair.heard"), Keys(lasting_keys(turn, person)), silent=True)
    from_resident(turn, person, known, Saying.of(inbound, ()))
    if known.kind != "company":
        begin(turn, person, MINE, subject=known.id, draft=TAKES_BACK)
    return True


def taken_back(turn: Turn[MattersTransaction], person: Person, inbound: Inbound) -> bool:
    """不办了, with nothing asked: the one that is open is taken back after a yes, of several she says which."""
    if inbound.media or not no_more(inbound.text):
        return False
    open_ones = [matter for matter in turn.tx.matters.of_reporter(person.id) if matter.in_hand]
    if not open_ones:
        return False
    if len(open_ones) == 1:
        begin(turn, person, MINE, subject=open_ones[0].id, draft=TAKES_BACK)
    else:
        mine(turn, person)
    return True
