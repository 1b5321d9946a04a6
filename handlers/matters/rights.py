"""Who may do something about a matter: checked again at every press, never taken from the button."""

from __future__ import annotations

from domain.duty.helping import HelpState
from domain.errors import NotAllowed
from domain.matters.kinds import private
from domain.matters.matter import Matter, State
from domain.people.person import Person, Role
from handlers.matters.accused import accused_of
from handlers.matters.ports import MattersTransaction
from handlers.roles import holds, sits_over
from handlers.turn import Turn

MEDIATION = "mediation"
"""How a matter comes to somebody who is asked to mediate."""


def may_work_on(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> bool:
    """The owner, whoever was asked to take it, and the desk of the area."""
    if person.id == matter.owner_id or person.id in turn.tx.asked.of(matter.id):
        return True
    return at_its_desk(turn, person, matter)


def helps(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> bool:
    """Whether she lends a hand with it just now: she may speak of it with the resident, and decides nothing."""
    helper = turn.tx.helpers.get(matter.id, person.id)
    return helper is not None and helper.state is HelpState.HELPING


def may_see(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> bool:
    """Its card: whoever may work on it, and who helps or has helped as long as it lasts."""
    helper = turn.tx.helpers.get(matter.id, person.id)
    return (helper is not None and helper.state in (HelpState.HELPING, HelpState.DONE)) or may_work_on(
        turn, person, matter
    )


def may_speak(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> bool:
    """With the resident, of this matter."""
    return may_work_on(turn, person, matter) or helps(turn, person, matter)


def must_speak(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> None:
    """Raises NotAllowed for anybody who neither works on it nor helps."""
    if not may_speak(turn, person, matter):
        raise NotAllowed(f"{person.id} on {matter.id}")


def must_work_on(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> None:
    """Raises NotAllowed for anybody else."""
    if not may_work_on(turn, person, matter):
        raise NotAllowed(f"{person.id} on {matter.id}")


def must_be_at_its_desk(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> None:
    """Raises NotAllowed for anybody who does not sit at a desk over its place."""
    if not at_its_desk(turn, person, matter):
        raise NotAllowed(f"{person.id} at the desk of {matter.id}")


def at_its_desk(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> bool:
    """A coordinator of the matter's area; for an unknown place every desk. Never whom it is about."""
    return person.id not in accused_of(turn, matter) and sits_over(turn, person, matter.spot.grid_id)


def may_say_whence(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> bool:
    """That the hotline sent it: whoever filed it as a coordinator, and its desk."""
    if not matter.in_hand or matter.hotline_no:
        return False
    filed_at_a_desk = holds(turn, turn.tx.people.get(matter.reporter_id), Role.COORDINATOR)
    return filed_at_a_desk and (person.id == matter.reporter_id or at_its_desk(turn, person, matter))


def may_read(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> bool:
    """Its words. What is about a person is read by whoever has it; a mediator, once she has said that she stands apart.

    A desk may look all the same, and that is recorded.
    """
    if not private(matter):
        return True
    undecided = matter.came == MEDIATION and matter.state is State.WAITING
    return not undecided and (person.id == matter.owner_id or person.id in turn.tx.asked.of(matter.id))
