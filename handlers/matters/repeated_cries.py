"""Whoever cries out again: one alarm an hour for one danger, and the words added; worse or another kind rings."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.matters.danger import Again, Sort, compared, danger_in
from domain.matters.matter import Act, Matter, State, Tier, Word
from domain.messages import Op
from domain.people.person import Person
from domain.phrases import phrase
from handlers.matters.assigning import assign
from handlers.matters.cards import owner_of
from handlers.matters.closing_note import closing_key
from handlers.matters.member_card import show_member
from handlers.matters.owners import about, first_owner, must_not_have
from handlers.matters.ports import MattersTransaction
from handlers.roles import able
from handlers.speaking import send
from handlers.telling import tell
from handlers.turn import Turn

EVERY = timedelta(hours=1)
CRIED = "cried"
"""Why it is assigned: she cried out again soon after it had ended."""
RINGING = ("MatterFiled", "MatterRaised", "AlarmRung")


def alarm_of(turn: Turn[MattersTransaction], person: Person, sort: Sort) -> Matter | None:
    """Her matter that such a cry belongs to: one in hand, else one that has ended within the hour of its alarm."""
    for matter in turn.tx.matters.of_reporter(person.id):
        if matter.tier is not Tier.DANGER or matter.set_aside:
            continue
        again = _again(turn, matter, sort)
        if again is Again.SAME and (matter.in_hand or turn.now - _rung_at(turn, matter) < EVERY):
            return matter
        if again is Again.WORSE and matter.in_hand:
            return matter
    return None


def goes_on(turn: Turn[MattersTransaction], person: Person, matter: Matter, sort: Sort) -> Matter:
    """The alarm as it stands after the cry, whose words are still to be added to it.

    What had ended is in hand again without an alarm of its own: its clock calls the next one as any alarm's does.
    """
    if not matter.in_hand:
        return _open_again(turn, person, matter)
    if _again(turn, matter, sort) is Again.WORSE or turn.now - _rung_at(turn, matter) >= EVERY:
        tell(turn, matter.subject, "AlarmRung", by=person.id)
        for called in dict.fromkeys((matter.owner_id, *turn.tx.asked.of(matter.id))):
            show_member(turn, matter, turn.tx.people.get(called), ring=True)
    return matter


def _again(turn: Turn[MattersTransaction], matter: Matter, sort: Sort) -> Again:
    said = [c.text for c in turn.tx.contents.of(matter.subject) if c.by == matter.reporter_id and c.text]
    found = [danger_in(text) for text in said]
    return compared(sort, {danger.sort for danger in found if danger is not None and danger.certain})


def _rung_at(turn: Turn[MattersTransaction], matter: Matter) -> datetime:
    """When those who can come last heard the alarm itself."""
    events = [event for event in turn.tx.events.of(matter.subject) if event.type in RINGING]
    return max(event.at for event in events if event.facts.get("tier", Tier.DANGER) == Tier.DANGER)


def _open_again(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Matter:
    """With whoever had it, if she can."""
    owner = owner_of(turn, matter)
    again = matter.after(Act.CRY, word=Word.NONE, cause=None, closed_at=None, ended_at=None)
    turn.tx.matters.save(again)
    tell(turn, matter.subject, "CriedAgain", by=person.id)
    if matter.state is State.CLOSING:
        send(turn, owner, phrase("close.undone"), op=Op.UPDATE, key=closing_key(matter), about=matter.subject)
    if able(turn, owner) and owner.id not in must_not_have(turn, matter):
        return assign(turn, again, owner, by=person.id, why=CRIED)
    to = first_owner(turn, about(turn, again))
    return assign(turn, again, to.person, by=person.id, why=CRIED, because=to.reason)
