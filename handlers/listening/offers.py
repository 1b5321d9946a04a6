"""资源清单: what can be had, each with a page of its own; the roster's resources are the same rows."""

from __future__ import annotations

from functools import reduce

from domain.errors import NoLongerPossible, NotAllowed
from domain.listening.offer import Offer, OfferAct
from domain.messages import Inbound, Op
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from domain.rights import AreaRight
from handlers.door import listed
from handlers.listening.need_words import line_of
from handlers.listening.ports import ListsTransaction
from handlers.matters.assigning import owner_name
from handlers.reach import reach_of
from handlers.rights import may_at
from handlers.roles import posts_of
from handlers.speaking import Line, Rows, Strong, Tap, send
from handlers.telling import tell
from handlers.texts.say import ShortDay
from handlers.turn import Turn

PROMPT = "offer:"
AT_LISTS = "ls:"
PAGE = 8
A_ROW = 4


def offers(turn: Turn[ListsTransaction], person: Person, start: int = 0, op: Op = Op.SEND) -> None:
    """资源清单, by what it is."""
    reach = reach_of(turn, person)
    total = turn.tx.offers.count(reach, turn.today)
    found = turn.tx.offers.page(reach, turn.today, PAGE, start)
    title = phrase("lists.offers", n=total) if total else phrase("lists.no_offers")
    lines = [phrase("lists.offer_line", n=start + n + 1, offer=said_of(turn, each)) for n, each in enumerate(found)]
    numbers = [Tap(phrase("lists.tap_number", n=start + n + 1), f"offer:{each.id}") for n, each in enumerate(found)]
    rows: Rows = tuple(tuple(numbers[n : n + A_ROW]) for n in range(0, len(numbers), A_ROW))
    left = total - start - len(found)
    more = ((Tap(phrase("list.more", n=left), f"offers:{start + PAGE}"),),) if left > 0 else ()
    shown: list[Line | Strong] = [Strong(title), *lines]
    taps = (*rows, *more, (Tap(phrase("lists.tap_offer"), "offer_new"),))
    key, about = f"offers:{person.id}", listed(AT_LISTS, numbers, start)
    send(turn, person, *shown, taps=taps, prompt=AT_LISTS, op=op, key=key, about=about, silent=True)


def said_of(turn: Turn[ListsTransaction], offer: Offer) -> Phrase:
    """What, whose, how much, when and until when, as far as it is known, and who speaks for it."""
    said: list[object] = [each for each in (offer.unit, offer.how_much, offer.free_when) if each]
    if offer.until_on:
        said.append(phrase("lists.offer_to", day=ShortDay(offer.until_on)))
    said.append(owner_name(turn.tx.people.get(offer.person_id)))
    return phrase("lists.offer", what=offer.what, about=joined([phrase("lists.word", word=each) for each in said]))


def joined(parts: list[Phrase]) -> Phrase:
    return reduce(lambda before, after: phrase("lists.and", a=before, b=after), parts)


def show_offer(turn: Turn[ListsTransaction], person: Person, offer: Offer, lead: Phrase | None = None) -> None:
    lines: list[Line | Strong] = [*([lead] if lead else []), Strong(said_of(turn, offer))]
    lent = turn.tx.offers.lent(offer.id)
    lines += [phrase("lists.lent_for", line=line_of(turn.tx.needs.get(match.need_id))) for match in lent]
    taps: Rows = ()
    if offer.holds(turn.today) and may_withdraw(turn, person, offer):
        taps = ((Tap(phrase("lists.tap_withdraw"), "withdraw"),),)
    key = f"offer:{offer.id}:{person.id}"
    send(turn, person, *lines, taps=taps, prompt=PROMPT + offer.id, key=key, about=offer.subject, silent=True)


def places_of(turn: Turn[ListsTransaction], offer: Offer) -> list[str]:
    """Ids of the areas in which it can be had: its own, or where its person serves."""
    return [offer.lies_in] if offer.lies_in else [post.area_id for post in posts_of(turn, offer.person_id)]


def may_withdraw(turn: Turn[ListsTransaction], person: Person, offer: Offer) -> bool:
    kept = (may_at(turn, person, area_id, AreaRight.KEEP_LISTS) for area_id in places_of(turn, offer))
    return offer.person_id == person.id or any(kept)


def see(turn: Turn[ListsTransaction], person: Person, offer_id: str) -> None:
    """Raises NotAllowed, NotFound."""
    offer = turn.tx.offers.get(offer_id)
    read = (may_at(turn, person, area_id, AreaRight.READ_LISTS) for area_id in places_of(turn, offer))
    if offer.person_id != person.id and not any(read):
        raise NotAllowed(offer_id)
    show_offer(turn, person, offer)


def pressed(turn: Turn[ListsTransaction], person: Person, offer_id: str, value: str, inbound: Inbound) -> None:
    """A button of an offer's page; what was agreed stays agreed. Raises NotAllowed, NotFound, NoLongerPossible."""
    offer = turn.tx.offers.get(offer_id)
    if not may_withdraw(turn, person, offer):
        raise NotAllowed(offer_id)
    if value != "withdraw":
        raise NoLongerPossible(value)
    turn.tx.offers.save(offer.after(OfferAct.WITHDRAW))
    tell(turn, offer.subject, "OfferWithdrawn", by=person.id)
    send(turn, person, phrase("lists.offer_withdrawn", what=offer.what), silent=True)
