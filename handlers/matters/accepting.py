"""Taking a matter: the first tap wins, everybody else is told who has it."""

from __future__ import annotations

from domain.errors import NoLongerPossible, NotAllowed
from domain.matters.matter import Act, Matter, State
from domain.messages import Reply
from domain.people.person import Person
from domain.phrases import phrase
from handlers.matters.assigning import assign, deadlines, owner_name
from handlers.matters.cards import owner_of
from handlers.matters.clocks import reckoned
from handlers.matters.member_card import has_card, member_state, show_member
from handlers.matters.owners import level_of, may_have
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import must_work_on
from handlers.speaking import voice_of
from handlers.telling import tell
from handlers.turn import Turn


def accept(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Reply | None:
    """One tap. A second one by the same person changes nothing; by another it says who was first. Raises NotAllowed."""
    if matter.state is not State.WAITING:
        return _too_late(turn, person, matter)
    if not may_have(turn, person, matter):
        return _not_hers(turn, person, matter)
    must_work_on(turn, person, matter)
    taken(turn, person, matter)
    return Reply(voice_of(turn, person).say(phrase("member.accepted")))


def _not_hers(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Reply:
    """It is her own, or one of the two sides would rather not: said without the reason. Raises NotAllowed."""
    if not has_card(turn, matter, person):
        raise NotAllowed(f"{person.id} on {matter.id}")
    show_member(turn, matter, person)
    words = phrase("choice.not_hers", other=owner_name(owner_of(turn, matter)))
    return Reply(voice_of(turn, person).say(words), alert=True)


def _too_late(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Reply | None:
    """Whoever holds its card sees how it stands; nobody else learns anything."""
    if not has_card(turn, matter, person):
        raise NotAllowed(f"{person.id} on {matter.id}")
    show_member(turn, matter, person)
    if matter.owner_id == person.id:
        return None
    taken_by = phrase("member.taken", other=owner_name(owner_of(turn, matter)))
    words = member_state(turn, matter, person) if matter.state is State.ENDED else taken_by
    return Reply(voice_of(turn, person).say(words), alert=True)


def taken(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Matter:
    """The matter is this person's; from here on the result is what the resident is promised. Raises NotAllowed."""
    if not may_have(turn, person, matter):
        raise NotAllowed(f"{person.id} must not have {matter.id}")
    level, same = level_of(turn, person, matter.spot), matter.owner_id == person.id
    mine = matter.after(
        Act.ACCEPT, owner_id=person.id, level=level, contacted_at=turn.now,
        show_phone=matter.show_phone and same,  # it was for the one owner who had it
    )  # fmt: skip
    mine = reckoned(turn, mine, "MatterAccepted")
    turn.tx.matters.save(mine)
    tell(
        turn, matter.subject, "MatterAccepted", by=person.id, level=mine.level.value, before=matter.owner_id,
        **deadlines(mine),
    )  # fmt: skip
    return mine


def take_over(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Reply:
    """The desk does it itself, whoever had it. Raises NotAllowed, NoLongerPossible."""
    must_work_on(turn, person, matter)
    if not may_have(turn, person, matter):
        return _not_hers(turn, person, matter)
    if matter.state is State.TAKEN and matter.owner_id != person.id:
        matter = assign(turn, matter, person, by=person.id, why="taken_over")
    if matter.state is not State.WAITING:
        raise NoLongerPossible("take over")
    taken(turn, person, matter)
    return Reply(voice_of(turn, person).say(phrase("member.accepted")))
