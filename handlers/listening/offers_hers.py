"""What somebody lends, for her own copy."""

from __future__ import annotations

from domain.listening.offer import Offer
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.listening.offers import joined
from handlers.listening.ports import ListsTransaction
from handlers.texts.say import ShortDay
from handlers.turn import Besides, Turn

NAME = "offers"
"""The key in the file for programs."""


def of_hers(turn: Turn[ListsTransaction], person: Person) -> Besides:
    """What only stands on the roster has no instant of its own: it is said as of now."""
    found = turn.tx.offers.of(person.id)
    return Besides(
        NAME,
        phrase("lists.hers"),
        [(offer.noted_at or turn.now, _said(offer)) for offer in found],
        [
            {"at": offer.noted_at.isoformat() if offer.noted_at else None, "what": offer.what, "unit": offer.unit,
             "how_much": offer.how_much, "when": offer.free_when, "state": offer.state.value,
             "until": offer.until_on.isoformat() if offer.until_on else None}
            for offer in found
        ],
    )  # fmt: skip


def _said(offer: Offer) -> Phrase:
    said: list[object] = [each for each in (offer.unit, offer.how_much, offer.free_when) if each]
    if offer.until_on:
        said.append(phrase("lists.offer_to", day=ShortDay(offer.until_on)))
    said.append(phrase(f"lists.hers_{offer.state.value}"))
    return phrase("lists.offer", what=offer.what, about=joined([phrase("lists.word", word=each) for each in said]))
