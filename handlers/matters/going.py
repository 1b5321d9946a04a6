"""A member can no longer act: what she has in hand goes to others in the same transaction, and the desk hears of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from domain.duty.choosing import USUAL
from domain.events import Event
from domain.matters.matter import Act, Matter, Tier
from domain.people.person import Person
from domain.phrases import phrase
from handlers.matters.assigning import assign, owner_name
from handlers.matters.help_answers import stands_down
from handlers.matters.nagging import may_nag
from handlers.matters.owners import Chosen, about, desk_over, first_owner
from handlers.matters.ports import MattersTransaction
from handlers.matters.trouble_card import hand_over_all
from handlers.matters.unowned import by_her_own_word
from handlers.roles import desk_for
from handlers.speaking import send
from handlers.telling import tell
from handlers.turn import Turn


def move_all(turn: Turn[MattersTransaction], person: Person, why: str) -> int:
    """Gives each matter that is still to be worked on to the next who can; how many they were. `why` as in `assign`."""
    moved = move(turn, person, moving(turn, person, why), why)
    hand_over_all(turn, person)
    stands_down(turn, person, why)
    return moved


def move(turn: Turn[MattersTransaction], person: Person, matters: Sequence[Matter], why: str) -> int:
    """Gives these of hers on; how many went. With nobody else there at all, who only rests keeps them as they are."""
    moved = 0
    for matter in matters:
        to = next_able(turn, person, matter)
        if why != "leave" or to.person.id != person.id:
            assign(turn, matter, to.person, by="", why=why, because=to.reason)
            moved += 1
    return moved


def moving(turn: Turn[MattersTransaction], person: Person, why: str) -> list[Matter]:
    """What would move. What she took by her own word while she rests stays hers through the next leave too."""
    listed = [matter.id for matter in turn.tx.matters.of_owner(person.id)]
    now = [turn.tx.matters.get(matter_id) for matter_id in listed]  # others may have done something since
    hers = [matter for matter in now if matter.owner_id == person.id and matter.can(Act.ASSIGN)]
    return [matter for matter in hers if why != "leave" or not by_her_own_word(turn, matter)]


def next_able(turn: Turn[MattersTransaction], person: Person, matter: Matter, at: datetime | None = None) -> Chosen:
    """Another member of the grid, else a desk; the same person only when there is nobody else at all.

    What a desk has stays at a desk as long as one can act.
    """
    of = about(turn, matter, person.id)
    desk = desk_over(turn, of, at) if matter.level.at_a_desk and matter.tier is not Tier.DANGER else None
    return Chosen(desk, USUAL) if desk is not None else first_owner(turn, of, at)


def taken_back(turn: Turn[MattersTransaction], event: Event) -> None:
    """An account that was not hers had joined in her name: what it had in hand goes to who can act."""
    move_all(turn, turn.tx.people.get(event.subject.partition(":")[2]), "gone")


def gone(turn: Turn[MattersTransaction], person: Person) -> None:
    """She blocked the bot, or is no longer on the roster; then there is nobody to be asked after."""
    moved = move_all(turn, person, "gone")
    appointments = turn.tx.roster.of_person(person.id)
    if not appointments:
        return
    tell(turn, f"person:{person.id}", "MemberUnreachable", moved=moved)
    words = phrase("desk.member_gone" if moved else "desk.member_gone_idle", member=owner_name(person), n=moved)
    for coordinator in desk_for(turn, appointments[0].area_id)[:1]:
        send(turn, coordinator, words, silent=not may_nag(turn, coordinator.id))
