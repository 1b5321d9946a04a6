"""What was offered and may serve a need, proposed with its reasons; and what became of what was asked for."""

from __future__ import annotations

from domain.areas import AreaKind, Tree
from domain.listening.match import MatchState
from domain.listening.matching import Near, Proposal, hints_of, proposals
from domain.listening.need import Need, NeedAct
from domain.listening.offer import OfferState
from domain.phrases import Phrase, phrase
from domain.reach import Reach
from handlers.listening.offers import joined, places_of
from handlers.listening.ports import ListsTransaction
from handlers.matters.assigning import owner_name
from handlers.speaking import Tap
from handlers.turn import Turn

MOST = 3
LOOKED_AT, HINTS = 100, 60
"""How many fitting offers are weighed, and by how many bits of the need's words they are found."""


def proposed(turn: Turn[ListsTransaction], need: Need) -> list[Proposal]:
    """The likeliest few that nobody was asked for yet on behalf of this need."""
    if not need.can(NeedAct.MATCH) or not need.line:
        return []
    tree: Tree = turn.tx.areas.tree()
    around = tree.up(need.area_id)
    top = next((area.id for area in around if area.kind is AreaKind.COMMUNITY), need.area_id)
    here = Reach((top,), tuple(area.id for area in around))
    asked = {match.offer_id for match in turn.tx.offers.matches(need.id)}
    hints = sorted(hints_of(need.line))[:HINTS]
    fitting = turn.tx.offers.alike(here, turn.today, need.kind, hints, LOOKED_AT + len(asked))
    offers = [each for each in fitting if each.id not in asked]
    return proposals(need, offers, lambda offer: places_of(turn, offer), tree, turn.today, MOST)


def because(turn: Turn[ListsTransaction], proposal: Proposal) -> Phrase:
    """The reasons in one sentence: who has what, when, and how near."""
    offer = proposal.offer
    member = owner_name(turn.tx.people.get(offer.person_id))
    has = phrase("lists.why_unit" if offer.unit else "lists.why_own", member=member, unit=offer.unit, what=offer.what)
    reasons = [has]
    if offer.free_when:
        reasons.append(phrase("lists.why_when", when=offer.free_when))
    if proposal.near is not Near.FAR:
        reasons.append(phrase(f"lists.why_{proposal.near.value}"))
    if offer.state is OfferState.LENT:
        reasons.append(phrase("lists.why_lent"))
    return joined(reasons)


def asked_lines(turn: Turn[ListsTransaction], need: Need) -> list[Phrase]:
    """Who was asked and what came of it; what was declined is not spoken of."""
    lines = []
    for match in turn.tx.offers.matches(need.id):
        offer = turn.tx.offers.find(match.offer_id)
        if offer is not None and match.state is not MatchState.DECLINED:
            member = owner_name(turn.tx.people.get(offer.person_id))
            lines.append(phrase(f"lists.match_{match.state.value}", member=member, what=offer.what))
    return lines


def tap_of(turn: Turn[ListsTransaction], proposal: Proposal) -> Tap:
    offer = proposal.offer
    member = owner_name(turn.tx.people.get(offer.person_id))
    return Tap(phrase("lists.tap_ask", member=member, what=offer.what), f"ask:{offer.id}")
