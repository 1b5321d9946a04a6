"""What follows from each event of a matter: cards brought up to date, and the few messages that ring."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime

from domain.events import Event
from domain.matters.matter import Matter, Tier
from domain.messages import Op, Urgency
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.matters.apologies import MOVED, own_up
from handlers.matters.assigning import HEIR, owner_name
from handlers.matters.calendar import reckoned
from handlers.matters.cards import (
    how_it_stands,
    owner_of,
    prompt_of,
    resident_key,
    resident_lines,
    resident_taps,
    show_resident,
    what_of,
)
from handlers.matters.clocks import matter_of, replan
from handlers.matters.closing import closing_key
from handlers.matters.complaint_cards import noted_line
from handlers.matters.danger import alarm_the_rest
from handlers.matters.empty_rungs import passed_over
from handlers.matters.extending import asked_or_refused, granted
from handlers.matters.hotline import hotline_set
from handlers.matters.judging import report_close
from handlers.matters.member_card import has_card, show_member
from handlers.matters.metoo_joining import pass_on, show_lead
from handlers.matters.nagging import few, may_nag
from handlers.matters.pausing import paused, resumed
from handlers.matters.ports import MattersTransaction
from handlers.matters.ringing import TAKEN, ring
from handlers.matters.season_questions import heard
from handlers.matters.splitting import split_receipt
from handlers.matters.trouble_words import known
from handlers.matters.urgency import promise_moved, relaxed
from handlers.matters.watching import overdue, unwatched
from handlers.roles import desk_for
from handlers.speaking import keys_displaced, quiet, send
from handlers.turn import Turn


def _show_to(turn: Turn[MattersTransaction], matter: Matter, person_ids: Iterable[str]) -> None:
    """Brings these members' cards up to date; nobody is sent one she did not have."""
    for person_id in dict.fromkeys(person_ids):
        person = turn.tx.people.get(person_id)
        if has_card(turn, matter, person):
            show_member(turn, matter, person)


def filed(turn: Turn[MattersTransaction], event: Event) -> None:
    matter = matter_of(turn, event.subject)
    resident = turn.tx.people.get(matter.reporter_id)
    urgency = Urgency.DANGER if matter.tier is Tier.DANGER else Urgency.TURN
    receipt = [_receipt(turn, matter, event)]
    if keys_displaced(turn, resident):  # a card with buttons cannot bring the lasting keyboard back
        send(turn, resident, *receipt, urgency=urgency)
        receipt = []
    send(
        turn, resident, *receipt, *resident_lines(turn, matter),
        taps=resident_taps(matter), prompt=prompt_of(matter), key=resident_key(matter, resident),
        about=matter.subject, purpose="card", urgency=urgency, silent=not receipt,
    )  # fmt: skip
    if matter.joined:  # nobody has to do anything about this one alone
        return
    if not matter.open:
        noted_line(turn, matter)
        return
    silent = matter.tier is not Tier.DANGER and not few(turn, "cards", matter.owner_id, MOST_CARDS)
    show_member(turn, matter, owner_of(turn, matter), ring=True, silent=silent)
    replan(turn, matter, start=matter.sent_at)


def _receipt(turn: Turn[MattersTransaction], matter: Matter, event: Event) -> Phrase:
    if "split_from" in event.facts:
        return split_receipt(turn, matter, str(event.facts["split_from"]))
    return phrase("ring.filed" if matter.open else "complaint.noted_receipt", no=matter.number)


def joined(turn: Turn[MattersTransaction], event: Event) -> None:
    """It waits for the end of something else from now on: whoever had its card is done, the resident hears it once."""
    matter = matter_of(turn, event.subject)
    _show_to(turn, matter, _held(turn, matter, event))
    replan(turn, matter)
    if matter.follows:
        _goes_with_neighbours(turn, matter, event)
        return
    trouble = turn.tx.troubles.seen(matter.trouble_id)
    ring(turn, matter, phrase("trouble.joined", known=known(turn, trouble)), urgency=Urgency.NOTICE)


def _goes_with_neighbours(turn: Turn[MattersTransaction], matter: Matter, event: Event) -> None:
    """Where another has it now that is told to both, without a ring to the one who is done."""
    before, owner = turn.tx.people.get(str(event.facts["before"])), owner_of(turn, matter)
    if before.id == owner.id:
        show_resident(turn, matter)
        return
    ring(turn, matter, how_it_stands(turn, matter))
    if before.id != event.by:
        _relieve(turn, matter, before, owner)


def assigned(turn: Turn[MattersTransaction], event: Event) -> None:
    matter, why = matter_of(turn, event.subject), str(event.facts["why"])
    owner, before = owner_of(turn, matter), turn.tx.people.get(str(event.facts["before"]))
    replan(turn, matter)
    _show_to(turn, matter, [id for id in _held(turn, matter, event) if id != owner.id])
    if why in ("desk", "taken_over", "changed") and before.id not in (owner.id, event.by):
        _relieve(turn, matter, before, owner)
    if why == "taken_over":  # the rest follows from the acceptance that comes with it
        return
    if why == HEIR:  # to everybody it is as it was
        show_member(turn, matter, owner, ring=True, silent=True)
        show_resident(turn, matter)
        return
    silent = why in BY_THE_CLOCK and matter.tier is not Tier.DANGER and not may_nag(turn, owner.id)
    show_member(turn, matter, owner, ring=True, silent=silent)
    promised = datetime.fromisoformat(str(event.facts["promised"]))
    if why == "late" and promised <= turn.now:
        own_up(turn, matter, MOVED, promised)
    elif why == "reopened":
        show_resident(turn, matter)
    else:
        key = NEW_OWNER.get(why, "ring.new_owner")
        ring(turn, matter, phrase(key, member=owner_name(owner), until=matter.promise_at))
    if matter.tier is Tier.DANGER and why == "place":
        alarm_the_rest(turn, matter)
    if why in ("transfer", "gone", "leave", "service"):
        words = phrase("desk.moved", no=matter.number, before=owner_name(before), after=owner_name(owner))
        for coordinator in desk_for(turn, matter.spot.grid_id)[:1]:
            if coordinator.id not in (owner.id, before.id):
                send(turn, coordinator, words, about=matter.subject, silent=True)


MOST_CARDS = 6
"""New cards that ring one telephone within an hour: when the heating fails fifty come in a minute, all the same."""
BY_THE_CLOCK = ("late", "leave", "gone", "service", "sweep")
"""Reasons for which many may move at once: the first rings, the others lie beside it and are reminded of together."""
NEW_OWNER = {
    "place": "ring.placed",
    "trouble": "trouble.was_none",
    "alone": "trouble.alone",
    "mediation": "mediate.ring",
}
"""How a resident hears of her new owner, where "she has it now" would not be enough."""


def _held(turn: Turn[MattersTransaction], matter: Matter, event: Event) -> list[str]:
    """Whose cards this event changes: the former owner's, and of all who were or are asked."""
    released = str(event.facts.get("released", "")).split()
    return [str(event.facts["before"]), *released, *turn.tx.asked.of(matter.id)]


def _relieve(turn: Turn[MattersTransaction], matter: Matter, before: Person, owner: Person) -> None:
    """Somebody else has decided that it is not hers any more: said without a ring, there is nothing to do."""
    words = phrase("member.relieved", no=matter.number, what=what_of(matter), other=owner_name(owner))
    send(turn, before, words, about=matter.subject, silent=True)


def accepted(turn: Turn[MattersTransaction], event: Event) -> None:
    matter = matter_of(turn, event.subject)
    owner, held = owner_of(turn, matter), _held(turn, matter, event)
    turn.tx.asked.clear(matter.id)
    show_member(turn, matter, owner)
    _show_to(turn, matter, [id for id in held if id != owner.id])
    replan(turn, matter)
    if event.facts.get("heir"):
        show_resident(turn, matter)
        return
    ring(turn, matter, phrase("ring.accepted", member=owner_name(owner), until=matter.promise_at), most=TAKEN)


def raised(turn: Turn[MattersTransaction], event: Event) -> None:
    """More urgent now: the owner's phone rings unless she said so herself; danger calls the deputy and the desk too."""
    matter = matter_of(turn, event.subject)
    owner = owner_of(turn, matter)
    show_member(turn, matter, owner, ring=event.by != owner.id)
    if matter.tier is Tier.DANGER:
        alarm_the_rest(turn, matter)
    show_resident(turn, matter)
    replan(turn, matter)
    promise_moved(turn, event)


def closing(turn: Turn[MattersTransaction], event: Event) -> None:
    """It rests with the member for two minutes; the resident hears nothing yet."""
    matter = matter_of(turn, event.subject)
    if "trouble" in event.facts or "lead" in event.facts:  # reported in the same act
        return
    held = _held(turn, matter, event)
    turn.tx.asked.clear(matter.id)
    _show_to(turn, matter, [matter.owner_id, *held])
    replan(turn, matter)


def undone(turn: Turn[MattersTransaction], event: Event) -> None:
    matter = matter_of(turn, event.subject)
    owner = owner_of(turn, matter)
    show_member(turn, matter, owner)
    send(turn, owner, phrase("close.undone"), op=Op.UPDATE, key=closing_key(matter), about=matter.subject)
    show_resident(turn, matter)
    replan(turn, matter)


def reported(turn: Turn[MattersTransaction], event: Event) -> None:
    matter = matter_of(turn, event.subject)
    owner = owner_of(turn, matter)
    report_close(turn, matter)
    replan(turn, matter)
    if "trouble" in event.facts or "lead" in event.facts:  # there is one card for all of them
        return
    show_member(turn, matter, owner)
    told = phrase("close.told", no=matter.number)
    send(turn, owner, told, op=Op.UPDATE, key=closing_key(matter), about=matter.subject, silent=True)


def settled(turn: Turn[MattersTransaction], event: Event) -> None:
    """The resident's word, her silence, or her withdrawal: both cards say so and nothing is due any more."""
    matter = matter_of(turn, event.subject)
    held = [matter.owner_id, *turn.tx.asked.of(matter.id)]
    turn.tx.asked.clear(matter.id)
    show_resident(turn, matter)
    _show_to(turn, matter, held)
    replan(turn, matter)


def withdrawn(turn: Turn[MattersTransaction], event: Event) -> None:
    """Whoever has begun must hear at once that she need not go; who has not, sees it on the card."""
    matter = matter_of(turn, event.subject)
    alarm = matter.tier is Tier.DANGER  # whoever was called may be running already
    told = [matter.owner_id, *(turn.tx.asked.of(matter.id) if alarm else ())]
    heir = pass_on(turn, matter)
    settled(turn, event)
    if matter.trouble_id or matter.lead_id:  # nobody was on the way to this one
        if matter.lead_id:
            show_lead(turn, turn.tx.matters.get(matter.lead_id))
        return
    words = phrase("member.withdrawn", no=matter.number, what=what_of(matter))
    if heir is not None:
        words = phrase("metoo.passed_on", no=matter.number, heir=heir.number, what=what_of(matter))
        alarm, told = False, [matter.owner_id]
    silent = heir is not None or (not alarm and (quiet(turn) or not event.facts["busy"]))
    for person_id in dict.fromkeys(told):
        send(turn, turn.tx.people.get(person_id), words, about=matter.subject, silent=silent)


def united(turn: Turn[MattersTransaction], event: Event) -> None:
    """Part of another matter of hers from now on: she hears it once, and may say that it is none."""
    matter = matter_of(turn, event.subject)
    elder = turn.tx.matters.get(matter.into_id)
    replan(turn, matter)
    words = phrase("unite.told", no=matter.number, into=elder.number, what=what_of(elder))
    ring(turn, matter, words, taps=resident_taps(matter))
    _show_to(turn, matter, [matter.owner_id])
    done = phrase("unite.done", no=matter.number, into=elder.number)
    send(turn, owner_of(turn, matter), done, op=Op.UPDATE, key=closing_key(matter), about=elder.subject, silent=True)


def changed(turn: Turn[MattersTransaction], event: Event) -> None:
    """Something on the cards is different (kind, place, number shown, words): edits, no rings."""
    matter = matter_of(turn, event.subject)
    show_resident(turn, matter)
    _show_to(turn, matter, [matter.owner_id, *turn.tx.asked.of(matter.id)])


def answered(turn: Turn[MattersTransaction], event: Event) -> None:
    """What her words said already goes out with the card."""
    if not event.facts["heard"]:
        changed(turn, event)


REACTIONS: Mapping[str, Sequence[Callable[[Turn[MattersTransaction], Event], None]]] = {
    "MatterFiled": (heard, filed, passed_over),
    "MatterJoined": (joined,),
    "MatterAssigned": (assigned, passed_over),
    "MatterAccepted": (accepted,),
    "MatterRaised": (raised,),
    "MatterOverdue": (overdue,),
    "MatterRelaxed": (relaxed,),
    "MatterPaused": (paused,),
    "MatterResumed": (resumed,),
    "ExtensionAsked": (asked_or_refused,),
    "ExtensionGranted": (granted, unwatched),
    "ExtensionRefused": (asked_or_refused,),
    "HotlineSet": (hotline_set,),
    "MatterClosed": (closing,),
    "ClosingUndone": (undone,),
    "MatterReported": (reported,),
    "ResidentAgreed": (settled,),
    "MatterLapsed": (settled,),
    "MatterWithdrawn": (withdrawn,),
    "MattersUnited": (united,),
    "MatterSplit": (changed,),
    "WishSet": (changed,),
    "KindSet": (changed,),
    "PlaceSet": (changed,),
    "PhoneShown": (changed,),
    "NameHidden": (changed,),
    "WordAdded": (changed,),
    "WordEdited": (changed,),
    "SeasonAnswered": (answered,),
    "ClocksReckoned": (reckoned,),
}
