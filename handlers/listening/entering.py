"""An entry of a sheet put on the lists, as somebody who keeps them could have done it by taps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from domain.errors import NoLongerPossible, NotAllowed
from domain.listening.entry import Entry, Sort
from domain.listening.kinds import likely_kind
from domain.listening.offer import Offer, OfferState
from domain.people.person import Person
from domain.rights import AreaRight
from handlers.listening.entering_needs import enter_need
from handlers.listening.entering_projects import end_project, enter_project, enter_step
from handlers.listening.entering_venues import enter_venue
from handlers.listening.offers import places_of
from handlers.listening.ports import ListsTransaction
from handlers.listening.unchanged import day_of, must_read_as, said
from handlers.rights import may_at
from handlers.telling import tell
from handlers.turn import Turn


def _enter_offer(turn: Turn[ListsTransaction], person: Person, entry: Entry) -> None:
    if entry.new:
        _offered(turn, person, entry)
    else:
        _changed(turn, person, entry)


def _offered(turn: Turn[ListsTransaction], person: Person, entry: Entry) -> None:
    fields = entry.fields
    made = Offer(
        entry.id, fields["person"], fields["what"], fields.get("unit", ""), fields.get("how_much", ""),
        fields.get("free_when", ""), day_of(fields, "until"), likely_kind(fields["what"]),
        noted_by=person.id, noted_at=turn.now,
    )  # fmt: skip
    _must_keep(turn, person, made)
    turn.tx.offers.save(made)
    tell(turn, made.subject, "OfferMade", by=person.id, until=fields.get("until", ""))


def _changed(turn: Turn[ListsTransaction], person: Person, entry: Entry) -> None:
    offer = turn.tx.offers.get(entry.id)
    _must_keep(turn, person, offer)
    must_read_as(entry, _said(offer))
    if offer.state is OfferState.WITHDRAWN:
        raise NoLongerPossible(offer.id)
    wanted = {**_said(offer), **entry.fields}
    changed = replace(
        offer, person_id=wanted["person"], what=wanted["what"], unit=wanted["unit"], how_much=wanted["how_much"],
        free_when=wanted["free_when"], until_on=day_of(wanted, "until"),
        kind=likely_kind(wanted["what"]) if offer.kind and "what" in entry.fields else offer.kind,
    )  # fmt: skip
    _must_keep(turn, person, changed)
    turn.tx.offers.save(changed)
    tell(turn, offer.subject, "OfferChanged", by=person.id, what=" ".join(sorted(entry.fields)))


def _said(offer: Offer) -> dict[str, str]:
    return {
        "person": offer.person_id, "what": offer.what, "unit": offer.unit, "how_much": offer.how_much,
        "free_when": offer.free_when, "until": said(offer.until_on),
    }  # fmt: skip


def _must_keep(turn: Turn[ListsTransaction], person: Person, offer: Offer) -> None:
    """Raises NotAllowed."""
    if not any(may_at(turn, person, area_id, AreaRight.KEEP_LISTS) for area_id in places_of(turn, offer)):
        raise NotAllowed(offer.id)


Enter = Callable[[Turn[Any], Person, Entry], None]
"""Raises NotAllowed, NotFound, NoLongerPossible, ReadsOtherwise; the act that it is part of must then be undone."""
ENTER: Mapping[Sort, Enter] = {
    Sort.PROJECT: enter_project,
    Sort.STEP: enter_step,
    Sort.NEED: enter_need,
    Sort.OFFER: _enter_offer,
    Sort.VENUE: enter_venue,
    Sort.END: end_project,
}
