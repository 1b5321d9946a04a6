"""A member can no longer act: what she has in hand goes to others in the same transaction, and the desk hears of it."""

from __future__ import annotations

from domain.matters.matter import Act, Matter
from domain.people.person import Person
from domain.phrases import phrase
from handlers.matters.assigning import assign, owner_name
from handlers.matters.nagging import may_nag
from handlers.matters.owners import anybody
from handlers.matters.ports import MattersTransaction
from handlers.matters.trouble_card import hand_over_all
from handlers.roles import desk_for, members_at
from handlers.speaking import send
from handlers.telling import tell
from handlers.turn import Turn


def move_all(turn: Turn[MattersTransaction], person: Person, why: str) -> int:
    """Gives each matter that is still to be worked on to the next who can; how many they were. `why` as in `assign`."""
    listed = [matter.id for matter in turn.tx.matters.of_owner(person.id)]
    now = [turn.tx.matters.get(matter_id) for matter_id in listed]  # others may have done something since
    matters = [matter for matter in now if matter.owner_id == person.id and matter.can(Act.ASSIGN)]
    for matter in matters:
        assign(turn, matter, next_able(turn, person, matter), by="", why=why)
    hand_over_all(turn, person)
    return len(matters)


def next_able(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Person:
    """Another member of the grid, else a desk; the same person only when there is nobody else at all."""
    able = [*members_at(turn, matter.spot), *desk_for(turn, matter.spot.grid_id)]
    return next((other for other in able if other.id != person.id), None) or anybody(turn)


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
