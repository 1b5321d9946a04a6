"""A need is over, or not any more: what was lent for it, and who has to hear of it."""

from __future__ import annotations

from domain.events import Content
from domain.listening.match import MatchState
from domain.listening.need import Need, NeedAct
from domain.listening.offer import OfferAct, OfferState
from domain.matters.draft import media_from_json
from domain.messages import Media
from domain.people.person import Person
from domain.phrases import phrase
from handlers.listening.need_words import line_of
from handlers.listening.ports import ListsTransaction
from handlers.matters.assigning import owner_name
from handlers.speaking import send
from handlers.telling import tell
from handlers.turn import Turn


def given_back(turn: Turn[ListsTransaction], person: Person, need: Need, result: str) -> None:
    """The need is over: what was lent for it is free again, and who lent it hears what came of it."""
    for match in turn.tx.offers.matches(need.id):
        offer = turn.tx.offers.find(match.offer_id)
        if offer is None or match.state is not MatchState.AGREED:
            continue
        if offer.state is OfferState.LENT and not turn.tx.offers.lent(offer.id):
            turn.tx.offers.save(offer.after(OfferAct.BACK))
        if offer.person_id != person.id:
            key = "lists.thanks_struck" if result else "lists.thanks_withdrawn"
            words = phrase(key, line=line_of(need), result=result, what=offer.what)
            send(turn, turn.tx.people.get(offer.person_id), words, silent=True)


def struck_off(turn: Turn[ListsTransaction], person: Person, need: Need) -> None:
    """Whoever lent something for it, and whoever noted it, hears with which result."""
    given_back(turn, person, need, need.result)
    noter = turn.tx.people.get(need.noted_by)
    if noter.id != person.id:
        words = phrase("lists.need_done", line=line_of(need), member=owner_name(person), result=need.result)
        send(turn, noter, words, *pictures_of(turn, need.result_id), about=need.subject, silent=True)


def open_again(turn: Turn[ListsTransaction], person: Person, need: Need, title: object) -> None:
    """The project (`title`) is dropped: what is promised for the need stays promised; who noted it or had it hears."""
    had, project_id = need.taken_by, need.project_id
    need = need.after(NeedAct.PART, project_id="", taken_by="", until_on=None)
    if any(match.state is MatchState.AGREED for match in turn.tx.offers.matches(need.id)):
        need = need.after(NeedAct.MATCH)
    turn.tx.needs.save(need)
    tell(turn, need.subject, "NeedOpenAgain", by=person.id, project=project_id)
    for person_id in dict.fromkeys([need.noted_by, had]):
        if person_id and person_id != person.id:
            words = phrase("lists.need_again", line=line_of(need), project=title, member=owner_name(person))
            send(turn, turn.tx.people.get(person_id), words, about=need.subject, silent=True)


def pictures_of(turn: Turn[ListsTransaction], content_id: str) -> list[Media]:
    """What was sent with a result."""
    if not content_id:
        return []
    content: Content = turn.tx.contents.get(content_id)
    return [media_from_json(media) for media in content.media]
