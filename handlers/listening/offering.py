"""记资源: what somebody lends (how much, when, until when), for whatever need may come."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from domain.errors import NotAllowed
from domain.listening.kinds import likely_kind
from domain.listening.offer import Offer
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.days import ask_day_or
from handlers.dialogs import Asking, Option, Script, ask
from handlers.listening.offers import show_offer
from handlers.listening.ports import ListsTransaction
from handlers.roles import posts_of
from handlers.telling import tell
from handlers.turn import Turn

OWN, ANY, ALWAYS = "own", "any", "always"
LONGEST = 60


class Lent(NamedTuple):
    what: str
    unit: str
    how_much: str
    free_when: str
    until: date | None


def ask_offer(turn: Turn[ListsTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in a Lent."""
    what = yield from ask("what", phrase("lists.offer_what"))
    unit = yield from ask("whose", phrase("lists.offer_whose"), options=(Option(OWN, phrase("lists.offer_own")),))
    much = yield from ask("much", phrase("lists.offer_much"), options=(Option(ANY, phrase("lists.offer_any")),))
    free = yield from ask("when", phrase("lists.offer_when"), options=(Option(ANY, phrase("lists.offer_whenever")),))
    always = Option(ALWAYS, phrase("lists.offer_always"))
    until = yield from ask_day_or(turn, "until", phrase("lists.offer_until"), always)
    return Lent(what[:LONGEST], _unless(OWN, unit), _unless(ANY, much), _unless(ANY, free), until)


def _unless(nothing: str, said: str) -> str:
    return "" if said == nothing else said[:LONGEST]


def offer(turn: Turn[ListsTransaction], person: Person, dialog: OpenDialog, lent: Lent) -> None:
    """Raises NotAllowed for whoever serves nowhere any more."""
    if not posts_of(turn, person.id):
        raise NotAllowed("offers nowhere")
    made = Offer(
        turn.tx.new_id(), person.id, lent.what, lent.unit, lent.how_much, lent.free_when, lent.until,
        likely_kind(lent.what), noted_by=person.id, noted_at=turn.now,
    )  # fmt: skip
    turn.tx.offers.save(made)
    tell(turn, made.subject, "OfferMade", by=person.id, until=made.until_on.isoformat() if made.until_on else "")
    show_offer(turn, person, made, phrase("lists.offer_noted"))


OFFER = Script("offer", ask_offer, offer, calm=True)
