"""当面说一声: who cannot be reached stands on the desk until somebody has told her, or she is back herself."""

from __future__ import annotations

from domain.errors import NoLongerPossible
from domain.matters.matter import Matter, State
from domain.messages import Op, Reply
from domain.people.person import Person
from domain.phrases import phrase
from handlers.matters.cards import show_resident
from handlers.matters.judging import report_close
from handlers.matters.member_card import has_card, show_member
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import must_be_at_its_desk
from handlers.speaking import voice_of
from handlers.telling import tell
from handlers.turn import Turn

SHOWN = 5
"""Cards that she is sent when she is back; the others stand in her list."""


def told(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Reply:
    """说过了, one tap of the desk. Raises NotAllowed, NoLongerPossible."""
    must_be_at_its_desk(turn, person, matter)
    if not turn.tx.unheard.end(matter.id):
        raise NoLongerPossible("told already")
    tell(turn, matter.subject, "ToldInPerson", by=person.id)
    if has_card(turn, matter, person):
        show_member(turn, matter, person)
    return Reply(voice_of(turn, person).say(phrase("desk.told", no=matter.number)))


def came_back(turn: Turn[MattersTransaction], person: Person) -> None:
    """She can be reached again: she is shown how her matters stand, and asked what she has not heard asked."""
    for n, matter_id in enumerate(turn.tx.unheard.of_reporter(person.id)):
        turn.tx.unheard.end(matter_id)
        matter = turn.tx.matters.get(matter_id)
        tell(turn, matter.subject, "ResidentBack", by=person.id)
        if n >= SHOWN:
            continue
        if matter.state is State.REPORTED:
            report_close(turn, matter)
        else:
            show_resident(turn, matter, op=Op.SEND)
