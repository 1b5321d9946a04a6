"""What follows when a matter comes into other hands, is taken, or waits with another: who is told, who relieved."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from domain.events import Event
from domain.matters.matter import Matter, Tier
from domain.messages import Urgency
from domain.people.person import Person
from domain.phrases import phrase
from handlers.matters.accused import its_desk
from handlers.matters.apologies import MOVED, own_up
from handlers.matters.assigning import HEIR, owner_name
from handlers.matters.cards import how_it_stands, owner_of, show_resident, what_of
from handlers.matters.clocks import matter_of, replan
from handlers.matters.danger import alarm_the_rest
from handlers.matters.member_card import has_card, show_member
from handlers.matters.nagging import MOST_CARDS, few, may_nag
from handlers.matters.ports import MattersTransaction
from handlers.matters.repeated_cries import CRIED
from handlers.matters.ringing import TAKEN, ring
from handlers.matters.trouble_words import known
from handlers.speaking import send
from handlers.turn import Turn


def show_to(turn: Turn[MattersTransaction], matter: Matter, person_ids: Iterable[str]) -> None:
    """Brings these members' cards up to date; nobody is sent one she did not have."""
    for person_id in dict.fromkeys(person_ids):
        person = turn.tx.people.get(person_id)
        if has_card(turn, matter, person):
            show_member(turn, matter, person)


def joined(turn: Turn[MattersTransaction], event: Event) -> None:
    """It waits for the end of something else from now on: whoever had its card is done, the resident hears it once."""
    matter = matter_of(turn, event.subject)
    show_to(turn, matter, held_by(turn, matter, event))
    replan(turn, matter)
    if matter.follows:
        _goes_with_neighbours(turn, matter, event)
        return
    trouble = turn.tx.troubles.seen(matter.trouble_id)
    ring(turn, matter, phrase("trouble.joined", known=known(turn, trouble)), urgency=Urgency.NOTICE)


def _goes_with_neighbours(turn: Turn[MattersTransaction], matter: Matter, event: Event) -> None:
    """Where another has it now that is told to both, without a ring to the one who is done; as is a later promise."""
    before, owner = turn.tx.people.get(str(event.facts["before"])), owner_of(turn, matter)
    later = matter.promise_at > datetime.fromisoformat(str(event.facts["promised"]))
    if before.id == owner.id and not later:
        show_resident(turn, matter)
        return
    ring(turn, matter, how_it_stands(turn, matter))
    if before.id not in (event.by, owner.id):
        _relieve(turn, matter, before, owner)


def assigned(turn: Turn[MattersTransaction], event: Event) -> None:
    matter, why = matter_of(turn, event.subject), str(event.facts["why"])
    owner, before = owner_of(turn, matter), turn.tx.people.get(str(event.facts["before"]))
    replan(turn, matter)
    show_to(turn, matter, [id for id in held_by(turn, matter, event) if id != owner.id])
    if why in ("desk", "taken_over", "changed") and before.id not in (owner.id, event.by):
        _relieve(turn, matter, before, owner)
    if why == "taken_over":  # the rest follows from the acceptance that comes with it
        return
    if why == HEIR and before.id == owner.id:  # to everybody it is as it was
        show_member(turn, matter, owner, ring=True, silent=True)
        show_resident(turn, matter)
        return
    silent = why == CRIED or (matter.tier is not Tier.DANGER and _one_of_many(turn, owner, why))
    show_member(turn, matter, owner, ring=True, silent=silent)
    promised = datetime.fromisoformat(str(event.facts["promised"]))
    if why == "late" and promised <= turn.now:
        own_up(turn, matter, MOVED, promised)
    elif why in ("reopened", CRIED):
        show_resident(turn, matter)
    else:
        key = NEW_OWNER.get(why, "ring.new_owner")
        ring(turn, matter, phrase(key, member=owner_name(owner), until=matter.promise_at))
    if matter.tier is Tier.DANGER and why == "place":
        alarm_the_rest(turn, matter)
    if why in ("transfer", "gone", "leave", "service"):
        words = phrase("desk.moved", no=matter.number, before=owner_name(before), after=owner_name(owner))
        for coordinator in its_desk(turn, matter)[:1]:
            if coordinator.id not in (owner.id, before.id):
                send(turn, coordinator, words, about=matter.subject, silent=True)


BY_THE_CLOCK = ("late", "leave", "gone", "service", "sweep")
"""Reasons for which many may move at once: the first rings, the others lie beside it and are reminded of together."""
BY_MANY = ("reopened", "trouble", "alone")
"""Reasons that many households may have on one morning: as with what is filed, a few ring."""
NEW_OWNER = {
    "place": "ring.placed",
    "trouble": "trouble.was_none",
    "alone": "trouble.alone",
    "mediation": "mediate.ring",
}
"""How a resident hears of her new owner, where "she has it now" would not be enough."""


def _one_of_many(turn: Turn[MattersTransaction], owner: Person, why: str) -> bool:
    """Whether its card comes without a ring, beside others of this hour."""
    if why in BY_THE_CLOCK:
        return not may_nag(turn, owner.id)
    return why in BY_MANY and not few(turn, "cards", owner.id, MOST_CARDS)


def held_by(turn: Turn[MattersTransaction], matter: Matter, event: Event) -> list[str]:
    """Whose cards this event changes: the former owner's, and of all who were or are asked."""
    released = str(event.facts.get("released", "")).split()
    return [str(event.facts["before"]), *released, *turn.tx.asked.of(matter.id)]


def _relieve(turn: Turn[MattersTransaction], matter: Matter, before: Person, owner: Person) -> None:
    """Somebody else has decided that it is not hers any more: said without a ring, there is nothing to do."""
    words = phrase("member.relieved", no=matter.number, what=what_of(matter), other=owner_name(owner))
    send(turn, before, words, about=matter.subject, silent=True)


def accepted(turn: Turn[MattersTransaction], event: Event) -> None:
    matter = matter_of(turn, event.subject)
    owner, held = owner_of(turn, matter), held_by(turn, matter, event)
    turn.tx.asked.clear(matter.id)
    show_member(turn, matter, owner)
    show_to(turn, matter, [id for id in held if id != owner.id])
    replan(turn, matter)
    if event.facts.get("heir"):
        show_resident(turn, matter)
        return
    ring(turn, matter, phrase("ring.accepted", member=owner_name(owner), until=matter.promise_at), most=TAKEN)
