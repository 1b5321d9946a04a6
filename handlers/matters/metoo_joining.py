"""Me too: joining a neighbour's matter, being taken out of it, and who goes on when its own household does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from domain.duty.choosing import USUAL
from domain.duty.helping import HelpState
from domain.errors import NoLongerPossible
from domain.events import Event
from domain.matters.life import life
from domain.matters.likeness import FOR_ALL, may_lead
from domain.matters.matter import Act, Matter, State
from domain.matters.waits import Wait
from handlers.matters.assigning import HEIR, assign, deadlines
from handlers.matters.cards import owner_of
from handlers.matters.clocks import reckoned
from handlers.matters.help_words import in_state
from handlers.matters.member_card import has_card, show_member
from handlers.matters.owners import Chosen, about, first_owner, must_not_have
from handlers.matters.ports import MattersTransaction
from handlers.roles import able
from handlers.telling import tell
from handlers.turn import Turn


def open_lead(turn: Turn[Any], lead_id: str, reporter_id: str) -> Matter | None:
    """The matter, or the one that it has joined since, if another household can still join it."""
    if not lead_id:
        return None
    lead: Matter = turn.tx.matters.get(lead_id)
    if lead.follows:
        lead = turn.tx.matters.get(lead.follows)
    return lead if may_lead(lead) and lead.reporter_id != reporter_id else None


def behind(turn: Turn[Any], matter: Matter, lead: Matter) -> Matter:
    """The matter in the hands of whoever has the lead: answered, and with no clock of its own."""
    free = matter.after(Act.ASSIGN) if matter.state is State.TAKEN else matter
    return free.after(
        Act.ACCEPT, owner_id=lead.owner_id, level=lead.level, lead_id=lead.id, promise_at=lead.promise_at,
        contact_due_at=lead.contact_due_at, progress_due_at=lead.progress_due_at, result_due_at=lead.result_due_at,
        contacted_at=matter.contacted_at or turn.now, paused_until=None, pause_why="", asks_until=None, watch="",
        show_phone=matter.show_phone and matter.owner_id == lead.owner_id, turn=matter.turn + 1,
    )  # fmt: skip


def knows(turn: Turn[MattersTransaction], lead: Matter, matter: Matter) -> None:
    """Whoever joins has read how the lead stands: she hears what happens from now on."""
    turn.tx.supporters.join(lead.id, matter.id, _so_far(turn, lead))


def _so_far(turn: Turn[MattersTransaction], matter: Matter) -> int:
    return max((event.seq for event in turn.tx.events.of(matter.subject)), default=0)


def join(turn: Turn[MattersTransaction], matter: Matter, lead: Matter, by: str) -> Matter:
    """An open matter goes with another household's; its number, its words and its own question at the end stay.

    What waited with it waits with the lead too.
    """
    waits = behind(turn, matter, lead)
    held = turn.tx.asked.of(matter.id)
    turn.tx.asked.clear(matter.id)
    turn.tx.supporters.hand_over(matter.id, lead.id, _so_far(turn, lead))
    turn.tx.matters.save(waits)
    knows(turn, lead, waits)
    turn.tx.matters.save(lead)  # all that wait with it are in its hands
    helpers_go_along(turn, waits, lead)
    tell(
        turn, matter.subject, "MatterJoined", by=by, lead=lead.id, owner=waits.owner_id, before=matter.owner_id,
        level=waits.level.value, released=" ".join(held), promised=matter.promise_at.isoformat(),
    )  # fmt: skip
    return waits


def separate(turn: Turn[MattersTransaction], matter: Matter, by: str, why: str = "alone") -> Matter:
    """A matter by itself again, with the same owner where she may have it; "place" has it where it lies now.

    Raises NoLongerPossible.
    """
    if not matter.follows:
        raise NoLongerPossible(f"{matter.id} goes with no other")
    lead = turn.tx.matters.get(matter.follows)
    to = first_owner(turn, about(turn, matter)) if why == "place" else _owner_for(turn, matter)
    alone = assign(turn, matter, to.person, by=by, why=why, because=to.reason)
    show_lead(turn, lead)
    return alone


def _owner_for(turn: Turn[MattersTransaction], matter: Matter) -> Chosen:
    owner = owner_of(turn, matter)
    may = able(turn, owner) and owner.id not in must_not_have(turn, matter)
    return Chosen(owner, USUAL) if may else first_owner(turn, about(turn, matter))


def show_lead(turn: Turn[MattersTransaction], lead: Matter) -> None:
    """Brings the cards of those who have it, or may take it, up to date without a sound."""
    for person_id in dict.fromkeys([lead.owner_id, *turn.tx.asked.of(lead.id)]):
        person = turn.tx.people.get(person_id)
        if has_card(turn, lead, person):
            show_member(turn, lead, person)


# ---- the lead's own household does not go on -----------------------------------------------------------------------


def ends_for_all(matter: Matter) -> bool:
    return matter.cause in FOR_ALL


def as_it_stood(turn: Turn[MattersTransaction], matter: Matter, event: Event) -> Matter:
    """With the clocks, and the pause, that it had before this event of it."""
    before = [each for each in turn.tx.events.of(matter.subject) if each.seq < event.seq]
    return life(before, turn.house.clocks).on(matter)


def pass_on(turn: Turn[MattersTransaction], lead: Matter, asked: Sequence[str] | None = None) -> Matter | None:
    """The eldest with a name that waits with it goes on in its place, in the same hands; the others wait with that one.

    `asked` may take that one too (default: whoever can take the lead; to be called before its askings are cleared).
    None when nobody waits.
    """
    waiting = turn.tx.supporters.of(lead.id)
    if not waiting:
        return None
    others = [each for each in waiting if lead.owner_id not in must_not_have(turn, each)]
    eldest = min(others or waiting, key=lambda each: each.anonymous)  # a nameless one could be joined by nobody more
    heir = turn.tx.matters.get(eldest.id)
    turn.tx.supporters.hand_over(lead.id, heir.id, 0)
    asked, to = turn.tx.asked.of(lead.id) if asked is None else asked, _owner_for(turn, heir)
    known = _so_far(turn, heir)
    now = replace(heir, contact_due_at=lead.contact_due_at, result_due_at=lead.result_due_at)
    moved = assign(turn, now, to.person, by="", why=HEIR, because=to.reason)
    if to.person.id == lead.owner_id:  # to the others nothing of this is news
        moved = _accepted(turn, moved) if lead.contacted_at else _asked_as(turn, moved, asked)
        moved = _waits_as(turn, moved, lead)
        known = _so_far(turn, moved)
    turn.tx.supporters.hand_over(moved.id, moved.id, known)
    if not lead.in_hand:
        helpers_go_along(turn, lead, moved)
    return moved


def helpers_go_along(turn: Turn[MattersTransaction], matter: Matter, to: Matter) -> None:
    """Whoever lent a hand with one does so with the other: nobody who is on the way is sent home."""
    for helper in in_state(turn.tx.helpers.of(matter.id), HelpState.HELPING):
        person = turn.tx.people.get(helper.person_id)
        if person.id == to.owner_id or person.id in must_not_have(turn, to) or turn.tx.helpers.get(to.id, person.id):
            continue
        turn.tx.helpers.save(replace(helper, state=HelpState.OVER))
        turn.tx.helpers.save(replace(helper, matter_id=to.id))
        tell(turn, to.subject, "HelperJoined", by=person.id, asked_by=helper.asked_by, along=True)
        show_member(turn, matter, person)


def go_over(turn: Turn[MattersTransaction], lead: Matter, to: Matter) -> None:
    """What waits with one waits with another that neighbours may share; by itself where they may not."""
    if not may_lead(to):
        pass_on(turn, lead)
    elif turn.tx.supporters.waiting(lead.id):
        turn.tx.supporters.hand_over(lead.id, to.id, _so_far(turn, to))
        turn.tx.matters.save(to)  # all that wait with it are in its hands
        show_lead(turn, to)


def _accepted(turn: Turn[MattersTransaction], matter: Matter) -> Matter:
    """She had taken the other, and so she has this one: her household hears nothing new."""
    due = turn.house.clocks.progress_due(turn.now, matter.tier)
    mine = matter.after(Act.ACCEPT, contacted_at=turn.now, promise_at=matter.result_due_at, progress_due_at=due)
    turn.tx.matters.save(mine)
    tell(
        turn, matter.subject, "MatterAccepted", by=matter.owner_id, level=matter.level.value, before=matter.owner_id,
        heir=True, **deadlines(mine),
    )  # fmt: skip
    return mine


def _waits_as(turn: Turn[MattersTransaction], matter: Matter, lead: Matter) -> Matter:
    """What the other waited for, this one waits for too; but for an answer of that household."""
    if lead.paused_until is None or lead.pause_why == Wait.RESIDENT or matter.state is not State.TAKEN:
        return matter
    paused = [event for event in turn.tx.events.of(lead.subject) if event.type == "MatterPaused"][-1]
    until, words = lead.paused_until.isoformat(), paused.content_id or str(paused.facts["words"])
    waits = reckoned(turn, matter, "MatterPaused", until=until, why=lead.pause_why, desk=True)
    turn.tx.matters.save(waits)
    tell(
        turn, matter.subject, "MatterPaused", until=until, why=lead.pause_why, desk=True, words=words, heir=True
    )  # fmt: skip
    show_member(turn, waits, owner_of(turn, waits))  # it is on its way to her in this very act
    return waits


def _asked_as(turn: Turn[MattersTransaction], matter: Matter, asked: Sequence[str]) -> Matter:
    """Whoever could take the other can take this one."""
    for person_id in asked:
        if person_id != matter.owner_id:
            turn.tx.asked.add(matter.id, person_id)
            show_member(turn, matter, turn.tx.people.get(person_id), ring=True, silent=True)
    return matter
