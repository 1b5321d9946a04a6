"""A meeting is moved, or cancelled: all invited hear it once."""

from __future__ import annotations

from datetime import datetime

from domain.errors import NoLongerPossible
from domain.listening.meeting import Meeting, MeetingAct
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Question, Script
from handlers.listening.meetings.asking import LONGEST_PLACE, ask_when
from handlers.listening.meetings.calling import PLACE
from handlers.listening.meetings.clock import OVER, SOON, plan, plan_news
from handlers.listening.meetings.inviting import WHY
from handlers.listening.meetings.page import show_meeting
from handlers.listening.meetings.ports import MeetingsTransaction
from handlers.listening.meetings.rights import must_keep
from handlers.listening.meetings.words import place_of, title_of
from handlers.telling import new_content, tell
from handlers.turn import Turn

SAME, NO_WHY, LEAVE = "same", "no_why", "leave"
LONGEST_WHY = 100


def ask_move(turn: Turn[MeetingsTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in the instant and the place, "" for the same."""
    meeting = turn.tx.meetings.get(dialog.subject)
    at = yield from ask_when(turn, "when", phrase("meetings.move_when", title=title_of(meeting)))
    same = (Option(SAME, phrase("meetings.same_place", place=place_of(meeting))),)
    said = yield Question(
        "place", (phrase("meetings.move_where"),), same, lambda given: given.text or None, lambda value: True
    )
    return at, "" if said == SAME else said[:LONGEST_PLACE]


def move(turn: Turn[MeetingsTransaction], person: Person, dialog: OpenDialog, said: tuple[datetime, str]) -> None:
    """What was answered was for another time. Raises NotAllowed, NoLongerPossible."""
    at, place = said
    meeting = _still_to_come(turn, person, dialog.subject)
    content = new_content(turn, meeting.subject, PLACE, person.id, text=place) if place else None
    moved = meeting.after(
        MeetingAct.MOVE, starts_at=at, news=meeting.news + 1, place_id=content.id if content else meeting.place_id,
        place=place or meeting.place,
    )  # fmt: skip
    tell(turn, meeting.subject, "MeetingMoved", by=person.id, content=content, starts=at.isoformat())
    turn.tx.meetings.save(moved)
    turn.tx.guests.ask_again(meeting.id)
    plan(turn, moved)
    plan_news(turn, moved)
    show_meeting(turn, person, moved, phrase("meetings.you_moved"))


def _still_to_come(turn: Turn[MeetingsTransaction], person: Person, meeting_id: str) -> Meeting:
    meeting = turn.tx.meetings.get(meeting_id)
    must_keep(turn, person, meeting)
    if meeting.begun(turn.now):
        raise NoLongerPossible(meeting.id)
    return meeting


def ask_why(turn: Turn[MeetingsTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in the reason, "" for none given; None when it stands."""
    meeting = turn.tx.meetings.get(dialog.subject)
    held = meeting.begun(turn.now)
    words = phrase("meetings.not_held_why" if held else "meetings.cancel_why", title=title_of(meeting))
    options = (Option(NO_WHY, phrase("meetings.no_why")), Option(LEAVE, phrase("meetings.leave_it")))
    said = yield Question("why", (words,), options, lambda given: given.text or None, lambda value: True, rows=(2,))
    return None if said == LEAVE else "" if said == NO_WHY else said[:LONGEST_WHY]


def cancel(turn: Turn[MeetingsTransaction], person: Person, dialog: OpenDialog, why: str | None) -> None:
    """Once its time has come nobody needs to hear of it any more. Raises NotAllowed, NoLongerPossible."""
    meeting = turn.tx.meetings.get(dialog.subject)
    must_keep(turn, person, meeting)
    if why is None:
        show_meeting(turn, person, meeting)
        return
    begun = meeting.begun(turn.now)
    cancelled = meeting.after(MeetingAct.CANCEL, news=meeting.news + (not begun))
    content = new_content(turn, meeting.subject, WHY, person.id, text=why) if why else None
    tell(turn, meeting.subject, "MeetingCancelled", by=person.id, content=content, begun=begun)
    turn.tx.meetings.save(cancelled)
    turn.tx.schedule.cancel(meeting.subject, [SOON, OVER])
    if not begun:
        plan_news(turn, cancelled)
    show_meeting(turn, person, cancelled, phrase("meetings.you_noted" if begun else "meetings.you_cancelled"))


MOVE = Script("meeting_move", ask_move, move, calm=True)
CANCEL = Script("meeting_cancel", ask_why, cancel, calm=True)
