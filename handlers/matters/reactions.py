"""What follows from each event of a matter: cards brought up to date, and the few messages that ring."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from domain.events import Event
from domain.matters.matter import Matter, Tier
from domain.messages import Urgency
from domain.phrases import Phrase, phrase
from handlers.matters.assigning import owner_name
from handlers.matters.cards import (
    owner_of,
    prompt_of,
    resident_key,
    resident_lines,
    resident_taps,
    show_member,
    show_resident,
)
from handlers.matters.clocks import matter_of, replan, ring_late
from handlers.matters.closing import report_close
from handlers.matters.ports import MattersTransaction
from handlers.roles import desk_for
from handlers.speaking import Rows, quiet, send
from handlers.turn import Turn


def ring(turn: Turn[MattersTransaction], matter: Matter, words: Phrase, *, taps: Rows = (), key: str = "") -> None:
    """A short new message to the resident that hangs under her card; the card itself is edited."""
    resident = turn.tx.people.get(matter.reporter_id)
    send(
        turn, resident, words, taps=taps, prompt=prompt_of(matter), about=matter.subject, key=key,
        reply_to=resident_key(matter, resident), purpose="ring", silent=quiet(turn) and matter.tier is not Tier.DANGER,
    )  # fmt: skip
    show_resident(turn, matter)


def filed(turn: Turn[MattersTransaction], event: Event) -> None:
    matter = matter_of(turn, event.subject)
    resident = turn.tx.people.get(matter.reporter_id)
    send(
        turn, resident, phrase("ring.filed", no=matter.number), *resident_lines(turn, matter),
        taps=resident_taps(matter), prompt=prompt_of(matter), key=resident_key(matter, resident),
        about=matter.subject, purpose="card",
        urgency=Urgency.DANGER if matter.tier is Tier.DANGER else Urgency.TURN,
    )  # fmt: skip
    show_member(turn, matter, owner_of(turn, matter), ring=True)
    replan(turn, matter, start=matter.sent_at)


def assigned(turn: Turn[MattersTransaction], event: Event) -> None:
    matter = matter_of(turn, event.subject)
    owner = owner_of(turn, matter)
    show_member(turn, matter, owner, ring=True)
    before = turn.tx.people.get(str(event.facts["before"]))
    if before.id != owner.id:
        show_member(turn, matter, before)
    replan(turn, matter)
    if event.facts["why"] == "late":
        ring_late(turn, matter, datetime.fromisoformat(str(event.facts["promised"])), owner)
    elif event.facts["why"] != "reopened":
        ring(turn, matter, phrase("ring.new_owner", member=owner_name(owner), until=matter.promise_at))
    if event.facts["why"] in ("transfer", "gone"):
        for coordinator in desk_for(turn, matter.spot.grid_id)[:1]:
            if coordinator.id not in (owner.id, before.id):
                send(
                    turn,
                    coordinator,
                    phrase("desk.moved", no=matter.number, before=owner_name(before), after=owner_name(owner)),
                    about=matter.subject,
                    silent=True,
                )


def accepted(turn: Turn[MattersTransaction], event: Event) -> None:
    matter = matter_of(turn, event.subject)
    owner = owner_of(turn, matter)
    show_member(turn, matter, owner)
    for person_id in turn.tx.asked.of(matter.id):
        if person_id != owner.id:
            show_member(turn, matter, turn.tx.people.get(person_id))
    turn.tx.asked.clear(matter.id)
    replan(turn, matter)
    ring(turn, matter, phrase("ring.accepted", member=owner_name(owner), until=matter.promise_at))


def raised(turn: Turn[MattersTransaction], event: Event) -> None:
    """More urgent now: the owner's phone rings again, and danger rings the deputy and the desk together when nobody has taken it."""
    matter = matter_of(turn, event.subject)
    show_member(turn, matter, owner_of(turn, matter), ring=True)
    show_resident(turn, matter)
    replan(turn, matter)


def closing(turn: Turn[MattersTransaction], event: Event) -> None:
    matter = matter_of(turn, event.subject)
    show_member(turn, matter, owner_of(turn, matter))
    replan(turn, matter)


def undone(turn: Turn[MattersTransaction], event: Event) -> None:
    closing(turn, event)


def reported(turn: Turn[MattersTransaction], event: Event) -> None:
    matter = matter_of(turn, event.subject)
    report_close(turn, matter)
    show_resident(turn, matter)
    show_member(turn, matter, owner_of(turn, matter))
    replan(turn, matter)


def settled(turn: Turn[MattersTransaction], event: Event) -> None:
    """The resident's word, her silence, or her withdrawal: both cards say so and nothing is due any more."""
    matter = matter_of(turn, event.subject)
    show_resident(turn, matter)
    for person_id in dict.fromkeys([matter.owner_id, *turn.tx.asked.of(matter.id)]):
        show_member(turn, matter, turn.tx.people.get(person_id))
    turn.tx.asked.clear(matter.id)
    replan(turn, matter)


def withdrawn(turn: Turn[MattersTransaction], event: Event) -> None:
    matter = matter_of(turn, event.subject)
    settled(turn, event)
    send(
        turn,
        owner_of(turn, matter),
        phrase("member.withdrawn", no=matter.number),
        about=matter.subject,
        silent=quiet(turn),
    )


def changed(turn: Turn[MattersTransaction], event: Event) -> None:
    """Something on the cards is different (kind, place, number shown, words): edits, no rings."""
    matter = matter_of(turn, event.subject)
    show_resident(turn, matter)
    for person_id in dict.fromkeys([matter.owner_id, *turn.tx.asked.of(matter.id)]):
        show_member(turn, matter, turn.tx.people.get(person_id))


REACTIONS: Mapping[str, Sequence[Callable[[Turn[MattersTransaction], Event], None]]] = {
    "MatterFiled": (filed,),
    "MatterAssigned": (assigned,),
    "MatterAccepted": (accepted,),
    "MatterRaised": (raised,),
    "MatterClosed": (closing,),
    "ClosingUndone": (undone,),
    "MatterReported": (reported,),
    "ResidentAgreed": (settled,),
    "MatterLapsed": (settled,),
    "MatterWithdrawn": (withdrawn,),
    "KindSet": (changed,),
    "PlaceSet": (changed,),
    "PhoneShown": (changed,),
    "NameHidden": (changed,),
    "WordAdded": (changed,),
    "WordEdited": (changed,),
}
