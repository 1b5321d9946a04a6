"""Danger words: the right number at once, before anything else; then a human, without a tap."""

from __future__ import annotations

from dataclasses import replace

from domain.areas import Spot
from domain.matters.danger import Danger, danger_in
from domain.matters.draft import Draft
from domain.matters.greetings import all_well
from domain.matters.kinds import OTHER, clear, likely_kinds
from domain.matters.matter import Matter, State, Tier
from domain.messages import Inbound, ReplyTo, Urgency
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.dialogs import begin
from handlers.matters.assigning import owner_name
from handlers.matters.cards import owner_of
from handlers.matters.command import REPORT_NAME, FileMatter, line_of
from handlers.matters.filing import file_matter
from handlers.matters.gathering import draft_of, grown
from handlers.matters.member_card import show_member
from handlers.matters.owners import About, first_owner, must_not_have
from handlers.matters.place_of_danger import PLACE
from handlers.matters.places import Whereabouts
from handlers.matters.ports import MattersTransaction
from handlers.matters.repeated_cries import alarm_of
from handlers.roles import desk_for, members_at
from handlers.speaking import Tap, send
from handlers.turn import Turn

TELLING = ("close", "mark_trouble", "change_trouble", "end_trouble", "note", "question", "question_outcome",
           "notice", "notice_sure", "notice_answer", "entry", "entry_change")  # fmt: skip
"""Dialogs in which a member or the desk says how something stands or ended; they stand above this module."""
LOOKING = "find"
"""The one in which a desk says what it looks for."""
ANSWERS = ("fine", "company")
ANSWER_TAPS = (tuple(Tap(phrase(f"despair.{answer}"), answer) for answer in ANSWERS),)
KIND_OF_SORT = {"gas": "gas", "carbon_monoxide": "gas", "despair": "company", "violence": "security"}
"""Where the sort says more than the words: "煤气罐着火" is a fire, "想跳楼" no matter of the building."""


# ---- what to do and whom to ring, at once --------------------------------------------------------------------------


def advise(turn: Turn[MattersTransaction], person: Person, inbound: Inbound) -> Inbound:
    """Answers danger in the words with what to do and whom to ring; the turn goes on as it would have."""
    danger = danger_in(inbound.text) if inbound.text else None
    if danger is None or _in_front(turn, person) == LOOKING:
        return inbound
    at_work = _replies_to_a_card(turn, inbound) or _tells(turn, person)
    if danger.certain:
        words = phrase(f"danger.{danger.sort}", gas=turn.house.contacts.gas or "119")
        who_comes = () if at_work else (_called(turn, person, inbound, danger),)
        taps = ANSWER_TAPS if danger.sort == "despair" and not at_work else ()
        send(turn, person, words, *who_comes, taps=taps, prompt="d:", urgency=Urgency.DANGER, purpose="advice")
    elif not at_work and not (all_well(inbound.text) and open_danger(turn, person)):
        send(turn, person, phrase("danger.doubt"), urgency=Urgency.DANGER, purpose="advice")
    return inbound


def _replies_to_a_card(turn: Turn[MattersTransaction], inbound: Inbound) -> bool:
    """A member tells how it stands on the spot: nobody is called by that, and she knows the numbers."""
    reply = inbound.part(ReplyTo)
    known = turn.tx.handles.known(inbound.address, reply.handle) if reply is not None else None
    return known is not None and known.key.startswith(("card:", "nq:"))


def _tells(turn: Turn[MattersTransaction], person: Person) -> bool:
    """A closing line may speak of the fire that was, the desk's of the gas that is being turned off."""
    return _in_front(turn, person) in TELLING


def _in_front(turn: Turn[MattersTransaction], person: Person) -> str:
    front = turn.tx.dialogs.front(person.id)
    return front.script if front is not None else ""


def _called(turn: Turn[MattersTransaction], person: Person, inbound: Inbound, danger: Danger) -> Phrase:
    """Who is being called; that somebody comes is said only once somebody has taken it."""
    known = alarm_of(turn, person, danger.sort)
    if known is not None and known.state is State.TAKEN:
        return phrase("danger.has_it", member=owner_name(owner_of(turn, known)))
    if known is None:
        spot = Whereabouts(turn, person).known(all_said(turn, person, inbound))
        owner = nearest(turn, person, spot or Spot("", ""))
    else:
        owner = owner_of(turn, known)
    key = "danger.calling_softly" if danger.sort == "despair" else "danger.calling"
    return phrase(key, member=owner_name(owner))


# ---- filed without a tap -------------------------------------------------------------------------------------------


def alarming(inbound: Inbound) -> Danger | None:
    """Danger that is to be filed at once."""
    danger = danger_in(inbound.text) if inbound.text else None
    return danger if danger is not None and danger.certain else None


def open_danger(turn: Turn[MattersTransaction], person: Person) -> Matter | None:
    """Her matter of danger that is still in hand: what she writes next belongs to it, one alarm is enough."""
    mine = turn.tx.matters.of_reporter(person.id)
    return next((m for m in mine if m.tier is Tier.DANGER and m.in_hand), None)


def all_said(turn: Turn[MattersTransaction], person: Person, inbound: Inbound) -> Draft:
    """What came in, after what the draft in front holds already, or where she is known to be; the clocks start now."""
    front = turn.tx.dialogs.front(person.id)
    if front is None or front.script != REPORT_NAME:
        spots = (stands(turn, person) for stands in turn.house.stands)
        return replace(draft_of(inbound), at=next((spot for spot in spots if spot is not None), None))
    return replace(grown(Draft.from_json(front.draft), inbound), sent_at=inbound.sent_at)


def file_danger(turn: Turn[MattersTransaction], person: Person, draft: Draft, danger: Danger) -> Matter:
    """Filed without a tap; deputies and the desk hear of it too; an unknown place is asked for afterwards."""
    spot = Whereabouts(turn, person).known(draft) or Spot("", "")
    kind = KIND_OF_SORT.get(danger.sort) or clear(likely_kinds(draft.words)) or OTHER
    command = FileMatter(draft, kind, Tier.DANGER, spot, line_of(draft.words, spot.label))
    matter = file_matter(turn, person, command)
    alarm_the_rest(turn, matter)
    if not spot.grid_id or not Whereabouts(turn, person).said(draft):
        begin(turn, person, PLACE, subject=matter.id)
    return matter


def nearest(turn: Turn[MattersTransaction], person: Person, spot: Spot) -> Person:
    """Who gets it: the first who can act, but not the one who is calling for help."""
    return first_owner(turn, About(spot, OTHER, Tier.DANGER, person.id)).person


def alarm_the_rest(turn: Turn[MattersTransaction], matter: Matter) -> None:
    """The first deputy and the desk get the card too; the first to accept has it."""
    if matter.state is not State.WAITING:
        return
    members, desks = members_at(turn, matter.spot), desk_for(turn, matter.spot.grid_id)
    asked, out = turn.tx.asked.of(matter.id), {matter.owner_id, *must_not_have(turn, matter)}
    for group in (members, desks):
        for other in [person for person in group if person.id not in out][:1]:
            if other.id not in asked:
                turn.tx.asked.add(matter.id, other.id)
                show_member(turn, matter, other, ring=True)
