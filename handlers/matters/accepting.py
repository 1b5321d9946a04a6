"""Taking a matter: the first tap wins, everybody else is told who has it."""

from __future__ import annotations

from domain.errors import NotAllowed
from domain.matters.matter import Act, Matter, State
from domain.messages import Reply
from domain.people.person import Person, Role
from domain.phrases import phrase
from handlers.matters.assigning import level_of, owner_name
from handlers.matters.cards import owner_of, show_member
from handlers.matters.ports import MattersTransaction
from handlers.roles import grids_of_desk, holds
from handlers.speaking import voice_of
from handlers.telling import tell
from handlers.turn import Turn


def may_work_on(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> bool:
    """The owner, whoever holds a live card of it, and the desk of the area (for an unknown place: every desk)."""
    if person.id == matter.owner_id or person.id in turn.tx.asked.of(matter.id):
        return True
    if not holds(turn, person, Role.COORDINATOR):
        return False
    return not matter.spot.grid_id or matter.spot.grid_id in grids_of_desk(turn, person)


def must_work_on(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> None:
    """Raises NotAllowed for anybody else."""
    if not may_work_on(turn, person, matter):
        raise NotAllowed(f"{person.id} on {matter.id}")


def accept(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Reply | None:
    """One tap. A second one by the same person changes nothing; by another it says who was first."""
    if matter.state is not State.WAITING:
        show_member(turn, matter, person)
        if matter.owner_id == person.id:
            return None
        return Reply(
            voice_of(turn, person).say(phrase("member.taken", other=owner_name(owner_of(turn, matter)))), alert=True
        )
    must_work_on(turn, person, matter)
    taken(turn, person, matter)
    return Reply(voice_of(turn, person).say(phrase("member.accepted")))


def taken(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Matter:
    """The matter is this person's; from here on the result is what the resident is promised."""
    mine = matter.after(
        Act.ACCEPT,
        owner_id=person.id,
        level=level_of(turn, person, matter.spot.grid_id),
        contacted_at=turn.now,
        promise_at=matter.result_due_at,
        progress_due_at=turn.house.clocks.progress_due(turn.now, matter.tier),
    )
    turn.tx.matters.save(mine)
    tell(turn, matter.subject, "MatterAccepted", by=person.id, level=mine.level.value)
    return mine
