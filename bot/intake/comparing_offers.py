"""The rows of what is offered against those that are known, which are the roster's resources too."""

from __future__ import annotations

from collections.abc import Iterable

from bot.intake.columns import OFFERS
from bot.intake.looking import AT_ONCE, Changes, Look, every
from bot.intake.rows import OfferRow, one_line
from bot.roster.cells import key_of
from domain.listening.entry import Sort
from domain.listening.offer import Offer, OfferState


def compare_offers(look: Look, rows: Iterable[OfferRow]) -> None:
    known = {offer.id: offer for offer in every(lambda n: look.tx.offers.known(look.reach, AT_ONCE, n))}
    alike = {_key(offer.person_id, offer.unit, offer.what): offer.id for offer in known.values()}
    lines: dict[str, int] = {}
    for row in rows:
        if not (row.what and row.member):
            continue
        if row.code and row.code not in known:
            look.wrong(OFFERS, row, "code", "code_unknown", value=row.code)
            continue
        offer = known.get(row.code)
        person_id = offer.person_id if offer else ""
        if offer is None or row.member != look.name(offer.person_id):
            person_id = look.found(OFFERS, row, "member", look.people.found, row.member)
        if not person_id:
            continue
        key = _key(person_id, row.unit or "", row.what)
        if offer is None:
            offer = known.get(alike.get(key, ""))
        first = lines.setdefault(offer.id if offer else " ".join(key), row.line)
        if first != row.line:
            look.twice(OFFERS, row, "what", first)
            continue
        _compare(look, row, offer, person_id)


def _key(person_id: str, unit: str, what: str) -> tuple[str, str, str]:
    return person_id, key_of(unit), key_of(what)


def _compare(look: Look, row: OfferRow, offer: Offer | None, person_id: str) -> None:
    changes = Changes(look, OFFERS, row)
    if offer is None or person_id != offer.person_id:
        was = offer.person_id if offer else ""
        changes.note("person", "member", person_id, was, row.member, look.name(was))
    for name in ("what", "unit", "how_much", "free_when"):
        if offer is not None and not row.code and name in ("what", "unit"):
            continue  # it was found by these
        said, stands = getattr(row, name), getattr(offer, name) if offer else ""
        if said is not None and said != one_line(stands):
            changes.note(name, name, said, stands)
    stood = offer.until_on if offer else None
    if row.until != stood and not (row.until is None and "until" not in row.model_fields_set):
        if row.until is not None and row.until < look.today:
            look.wrong(OFFERS, row, "until", "list_past", value=row.until)
        until = row.until.isoformat() if row.until else ""
        changes.note("until", "until", until, stood.isoformat() if stood else "")
    if offer is not None and offer.state is OfferState.WITHDRAWN and (changes.fields or not row.code):
        look.wrong(OFFERS, row, "what", "list_withdrawn", value=row.what)
    if look.sound(OFFERS, row):
        id = offer.id if offer else look.new_id(Sort.OFFER, row.line)
        changes.entry(Sort.OFFER, id, row.what, new=offer is None)
