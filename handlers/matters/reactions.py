"""What follows from each event of a matter: cards brought up to date, and the few messages that ring."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from domain.events import Event
from domain.matters.matter import Matter, Tier
from domain.messages import Op, Urgency
from domain.phrases import Phrase, phrase
from handlers.matters.calendar import reckoned
from handlers.matters.cards import (
    owner_of,
    prompt_of,
    resident_key,
    resident_lines,
    resident_taps,
    show_resident,
    what_of,
)
from handlers.matters.changing_hands import accepted, assigned, held_by, joined, show_to
from handlers.matters.clocks import matter_of, replan
from handlers.matters.closing_note import closing_key
from handlers.matters.complaint_cards import noted_line
from handlers.matters.danger import alarm_the_rest
from handlers.matters.empty_rungs import passed_over
from handlers.matters.extending import asked_or_refused, granted
from handlers.matters.going import taken_back
from handlers.matters.hotline import hotline_set
from handlers.matters.judging import report_close
from handlers.matters.member_card import show_member
from handlers.matters.metoo_joining import as_it_stood, pass_on, show_lead
from handlers.matters.nagging import MOST_CARDS, few
from handlers.matters.packet_sending import made_anew
from handlers.matters.pausing import paused, resumed
from handlers.matters.ports import MattersTransaction
from handlers.matters.ringing import NEWS, ring
from handlers.matters.season_questions import heard
from handlers.matters.splitting import split_receipt
from handlers.matters.urgency import promise_moved, relaxed
from handlers.matters.watching import overdue, unwatched
from handlers.speaking import keys_displaced, quiet, send
from handlers.turn import Turn


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
    held = held_by(turn, matter, event)
    turn.tx.asked.clear(matter.id)
    show_to(turn, matter, [matter.owner_id, *held])
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
    show_to(turn, matter, held)
    replan(turn, matter)


def withdrawn(turn: Turn[MattersTransaction], event: Event) -> None:
    """Whoever has begun must hear at once that she need not go; who has not, sees it on the card."""
    matter = matter_of(turn, event.subject)
    alarm = matter.tier is Tier.DANGER  # whoever was called may be running already
    told = [matter.owner_id, *(turn.tx.asked.of(matter.id) if alarm else ())]
    heir = pass_on(turn, as_it_stood(turn, matter, event))
    settled(turn, event)
    if matter.trouble_id or matter.lead_id:  # nobody was on the way to this one
        if matter.lead_id:
            show_lead(turn, turn.tx.matters.get(matter.lead_id))
        return
    erased = event.facts.get("erased")  # then there is nobody to ask any more
    words = phrase("member.withdrawn", no=matter.number, what=what_of(matter))
    words = phrase("member.erased", no=matter.number) if erased else words
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
    undone = bool(event.facts.get("undone"))
    key = "split.one_again" if undone else "unite.told"
    words = phrase(key, no=matter.number, into=elder.number, what=what_of(elder))
    ring(turn, matter, words, taps=resident_taps(matter), most=0 if undone else NEWS)
    show_to(turn, matter, [matter.owner_id])
    if undone:
        return
    done = phrase("unite.done", no=matter.number, into=elder.number)
    send(turn, owner_of(turn, matter), done, op=Op.UPDATE, key=closing_key(matter), about=elder.subject, silent=True)


def changed(turn: Turn[MattersTransaction], event: Event) -> None:
    """Something on the cards is different (kind, place, number shown, words): edits, no rings."""
    matter = matter_of(turn, event.subject)
    show_resident(turn, matter)
    show_to(turn, matter, [matter.owner_id, *turn.tx.asked.of(matter.id)])


def answered(turn: Turn[MattersTransaction], event: Event) -> None:
    """What her words said already goes out with the card; a neighbour's answer stands on the card of the first."""
    if event.facts["heard"]:
        return
    changed(turn, event)
    matter = matter_of(turn, event.subject)
    if matter.follows:
        show_lead(turn, turn.tx.matters.get(matter.follows))


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
    "NumberForHotline": (made_anew,),
    "MatterClosed": (closing,),
    "ClosingUndone": (undone,),
    "MatterReported": (reported,),
    "ResidentAgreed": (settled,),
    "MatterLapsed": (settled,),
    "MatterWithdrawn": (withdrawn,),
    "MattersUnited": (united,),
    "MatterSplit": (changed,),
    "SplitUndone": (changed,),
    "WishSet": (changed,),
    "KindSet": (changed,),
    "PlaceSet": (changed,),
    "PhoneShown": (changed,),
    "NameHidden": (changed,),
    "WordAdded": (changed,),
    "WordEdited": (changed,),
    "SeasonAnswered": (answered,),
    "ClocksReckoned": (reckoned,),
    "JoinUndone": (taken_back,),
}
