"""Who may do something about a matter: checked again at every press, never taken from the button."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from domain.duty.helping import HelpState
from domain.errors import NotAllowed
from domain.matters.kinds import private
from domain.matters.matter import Matter, State
from domain.people.person import Person, Role
from domain.rights import MATTERS, Relation, Right
from handlers.matters.accused import accused_of
from handlers.matters.ports import MattersTransaction
from handlers.roles import holds, sits_over
from handlers.turn import Turn

MEDIATION = "mediation"
"""How a matter comes to somebody who is asked to mediate."""


# ---- how somebody stands to a matter -------------------------------------------------------------------------------


def _reported(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> bool:
    return person.id == matter.reporter_id


def _owns(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> bool:
    return person.id == matter.owner_id


def _is_asked(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> bool:
    return person.id in turn.tx.asked.of(matter.id)


def at_its_desk(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> bool:
    """A coordinator of the matter's area; for an unknown place every desk. Never whom it is about."""
    return person.id not in accused_of(turn, matter) and sits_over(turn, person, matter.spot.grid_id)


def helps(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> bool:
    """Whether she lends a hand with it just now: she may speak of it with the resident, and decides nothing."""
    return _helps_as(turn, person, matter) is HelpState.HELPING


def _has_helped(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> bool:
    return _helps_as(turn, person, matter) is HelpState.DONE


def _is_called(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> bool:
    return _helps_as(turn, person, matter) is not None


def _helps_as(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> HelpState | None:
    helper = turn.tx.helpers.get(matter.id, person.id)
    return helper.state if helper is not None else None


_STANDS: Mapping[Relation, Callable[[Turn[MattersTransaction], Person, Matter], bool]] = {
    Relation.REPORTER: _reported,
    Relation.OWNER: _owns,
    Relation.ASKED: _is_asked,
    Relation.DESK: at_its_desk,
    Relation.HELPER: helps,
    Relation.HELPED: _has_helped,
    Relation.CALLED: _is_called,
}


# ---- what she may --------------------------------------------------------------------------------------------------


def may(turn: Turn[MattersTransaction], person: Person, matter: Matter, right: Right) -> bool:
    return any(_STANDS[relation](turn, person, matter) for relation in MATTERS[right])


def must(turn: Turn[MattersTransaction], person: Person, matter: Matter, right: Right) -> None:
    """Raises NotAllowed for anybody who may not."""
    if not may(turn, person, matter, right):
        raise NotAllowed(f"{person.id} may not {right} {matter.id}")


def may_work_on(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> bool:
    return may(turn, person, matter, Right.WORK)


def may_see(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> bool:
    return may(turn, person, matter, Right.SEE)


def may_speak(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> bool:
    return may(turn, person, matter, Right.SPEAK)


def must_speak(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> None:
    """Raises NotAllowed."""
    must(turn, person, matter, Right.SPEAK)


def must_work_on(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> None:
    """Raises NotAllowed."""
    must(turn, person, matter, Right.WORK)


def must_be_at_its_desk(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> None:
    """Raises NotAllowed."""
    must(turn, person, matter, Right.DECIDE)


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
    return not undecided and may(turn, person, matter, Right.READ)
