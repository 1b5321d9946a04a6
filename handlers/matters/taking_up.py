"""To be done after all: what was only noted, or was put to another matter of hers and is another one."""

from __future__ import annotations

from domain.errors import NoLongerPossible
from domain.matters.matter import Act, Cause, Matter, Wish
from domain.messages import Reply
from domain.people.person import Person
from handlers.matters.assigning import assign
from handlers.matters.owners import about, first_owner
from handlers.matters.ports import MattersTransaction
from handlers.telling import tell
from handlers.turn import Turn


def take_up(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Reply | None:
    """Its clocks begin now; of a complaint that was only noted, she now asks for a quiet word.

    Raises NoLongerPossible.
    """
    if matter.cause is Cause.NOTED and matter.wish is Wish.NONE:  # a desk has called it none
        raise NoLongerPossible(matter.id)
    wish = Wish.QUIET_WORD if matter.cause is Cause.NOTED else matter.wish
    again = matter.after(Act.TAKE_UP, cause=None, closed_at=None, ended_at=None, into_id="", wish=wish)
    turn.tx.matters.save(again)
    tell(turn, matter.subject, "MatterTakenUp", by=person.id, wish=wish.value)
    to = first_owner(turn, about(turn, again))
    assign(turn, again, to.person, by=person.id, why="taken_up", because=to.reason)
    return None
