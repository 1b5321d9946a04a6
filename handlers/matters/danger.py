"""Danger words: the right number at once, before anything else; then a human, without a tap."""

from __future__ import annotations

from domain.matters.words import one_line, place_span

from domain.areas import Spot
from domain.matters.danger import Danger, danger_in
from domain.matters.draft import Draft
from domain.matters.kinds import KINDS, clear, likely_kinds
from domain.matters.matter import Matter, State, Tier
from domain.messages import Inbound, Urgency
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import begin
from handlers.matters.assigning import first_owner, owner_name
from handlers.matters.command import FileMatter
from handlers.matters.filing import file_matter
from handlers.matters.member_card import show_member
from handlers.matters.place_of_danger import PLACE
from handlers.matters.places import Whereabouts
from handlers.matters.ports import MattersTransaction
from handlers.roles import desk_for, on_duty
from handlers.speaking import send
from handlers.turn import Turn

WHAT_LENGTH = 40
SORTS_OF_BODY = ("despair", "violence", "fallen")


def advise(turn: Turn[MattersTransaction], person: Person, inbound: Inbound) -> Inbound:
    """Answers danger in the words with what to do and whom to ring; the turn goes on as it would have."""
    danger = danger_in(inbound.text) if inbound.text else None
    if danger is None:
        return inbound
    if not danger.certain:
        send(turn, person, phrase("danger.doubt"), urgency=Urgency.DANGER, purpose="advice")
        return inbound
    helper = first_owner(turn, person.spot_grid)
    words = phrase(
        f"danger.{danger.sort}",
        gas=turn.house.contacts.gas or "119",
        member=owner_name(helper),
        person=owner_name(helper),
    )
    send(turn, person, words, urgency=Urgency.DANGER, purpose="advice")
    return inbound


def alarming(inbound: Inbound) -> Danger | None:
    """Danger that is to be filed at once."""
    danger = danger_in(inbound.text) if inbound.text else None
    return danger if danger is not None and danger.certain else None


def open_danger(turn: Turn[MattersTransaction], person: Person) -> Matter | None:
    """Her matter of danger that is still in hand: what she writes next belongs to it, one alarm is enough."""
    mine = turn.tx.matters.of_reporter(person.id)
    return next((m for m in mine if m.tier is Tier.DANGER and m.in_hand), None)


def file_danger(turn: Turn[MattersTransaction], person: Person, draft: Draft, danger: Danger) -> Matter:
    """Filed without a tap; deputies and the desk hear of it together with the owner; an unknown place is asked for afterwards."""
    spot = Whereabouts(turn, person).known(draft) or Spot("", "")
    kind = clear(likely_kinds(draft.words)) or ("company" if danger.sort in SORTS_OF_BODY else "security")
    kind = "gas" if danger.sort == "gas" else kind if kind in KINDS else "other"
    what = one_line(draft.words, WHAT_LENGTH, place_span(draft.words))
    matter = file_matter(turn, person, FileMatter(draft, kind, Tier.DANGER, spot, what))
    alarm_the_rest(turn, matter)
    if not spot.grid_id:
        begin(turn, person, PLACE, subject=matter.id)
    return matter


def alarm_the_rest(turn: Turn[MattersTransaction], matter: Matter) -> None:
    """The first deputy and the desk get the card too; the first to accept has it."""
    if matter.state is not State.WAITING:
        return
    members = on_duty(turn, matter.spot.grid_id) if matter.spot.grid_id else []
    asked = turn.tx.asked.of(matter.id)
    for other in [*members[1:2], *desk_for(turn, matter.spot.grid_id)[:1]]:
        if other.id not in asked:
            turn.tx.asked.add(matter.id, other.id)
            show_member(turn, matter, other, ring=True)
