"""An offer asked for on behalf of a need by a tap, and answered by a tap; both sides hear of it."""

from __future__ import annotations

from domain.errors import NoLongerPossible, NotAllowed
from domain.listening.match import Match, MatchState
from domain.listening.need import Need, NeedAct
from domain.listening.offer import Offer, OfferAct
from domain.messages import Urgency
from domain.people.person import Person
from domain.phrases import phrase
from handlers.areas import area_name
from handlers.listening.need_page import show_need
from handlers.listening.need_words import PROMPT, line_of
from handlers.listening.ports import ListsTransaction
from handlers.matters.assigning import owner_name
from handlers.speaking import Tap, quiet, send
from handlers.telling import tell
from handlers.turn import Turn


def ask_for(turn: Turn[ListsTransaction], person: Person, need: Need, offer_id: str) -> None:
    """One's own needs no asking. Raises NoLongerPossible, NotFound."""
    offer = turn.tx.offers.get(offer_id)
    known = turn.tx.offers.match(need.id, offer.id)
    if not need.can(NeedAct.MATCH) or not offer.holds(turn.today) or known is not None:
        raise NoLongerPossible(offer_id)
    lender = turn.tx.people.get(offer.person_id)
    if lender.id == person.id:
        _agree(turn, need, offer, Match(need.id, offer.id, MatchState.AGREED, person.id, turn.now))
        show_need(turn, person, turn.tx.needs.get(need.id))
        return
    if not lender.reachable:
        send(turn, person, phrase("lists.not_reached", member=owner_name(lender), desk=turn.house.contacts.desk))
        return
    turn.tx.offers.put(Match(need.id, offer.id, MatchState.ASKED, person.id, turn.now))
    tell(turn, need.subject, "OfferAsked", by=person.id, offer=offer.id)
    words = phrase(
        "lists.asked", member=owner_name(person), area=area_name(turn, need.area_id), line=line_of(need),
        what=offer.what,
    )  # fmt: skip
    taps = ((Tap(phrase("lists.tap_agree"), f"agree:{offer.id}"), Tap(phrase("lists.tap_decline"), f"no:{offer.id}")),)
    send(
        turn, lender, words, taps=taps, prompt=PROMPT + need.id, key=f"asked:{need.id}:{offer.id}",
        urgency=Urgency.NOTICE, silent=quiet(turn),
    )  # fmt: skip
    show_need(turn, person, need)


def answered(turn: Turn[ListsTransaction], person: Person, need: Need, offer_id: str, *, yes: bool) -> None:
    """Both sides hear of it. Raises NotAllowed, NoLongerPossible, NotFound."""
    offer = turn.tx.offers.get(offer_id)
    if offer.person_id != person.id:
        raise NotAllowed(offer_id)
    match = turn.tx.offers.match(need.id, offer.id)
    if match is None or match.state is not MatchState.ASKED or not need.can(NeedAct.MATCH):
        raise NoLongerPossible(offer_id)
    asker = turn.tx.people.get(match.asked_by)
    if yes:
        _agree(turn, need, offer, Match(need.id, offer.id, MatchState.AGREED, asker.id, turn.now))
    else:
        turn.tx.offers.put(Match(need.id, offer.id, MatchState.DECLINED, asker.id, turn.now))
        tell(turn, need.subject, "OfferDeclined", by=person.id, offer=offer.id)
    how = "agreed" if yes else "declined"
    args = {"member": owner_name(person), "what": offer.what, "line": line_of(need)}
    send(turn, asker, phrase(f"lists.told_{how}", **args), about=need.subject, silent=quiet(turn))
    send(turn, person, phrase(f"lists.you_{how}", member=owner_name(asker)), silent=True)


def _agree(turn: Turn[ListsTransaction], need: Need, offer: Offer, match: Match) -> None:
    turn.tx.offers.put(match)
    turn.tx.offers.save(offer.after(OfferAct.LEND))
    turn.tx.needs.save(need.after(NeedAct.MATCH))
    tell(turn, need.subject, "OfferAgreed", by=offer.person_id, offer=offer.id)
