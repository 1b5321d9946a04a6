"""Buttons under invitations, a meeting's page and the questions about it."""

from __future__ import annotations

from domain.errors import NoLongerPossible, NotAllowed
from domain.listening.meeting import Answer, Meeting, MeetingAct
from domain.messages import Inbound
from domain.people.person import Person
from handlers.dialogs import Script, begin
from handlers.listening.meetings import kept
from handlers.listening.meetings.attending import ATTEND, undo
from handlers.listening.meetings.changing import CANCEL, MOVE
from handlers.listening.meetings.inviting import answered, show_invitation
from handlers.listening.meetings.minutes import FIND, NOTE_MINUTES, read_minutes, stop_subject
from handlers.listening.meetings.page import show_meeting
from handlers.listening.meetings.ports import MeetingsTransaction
from handlers.listening.meetings.resolving import RESOLVE
from handlers.listening.meetings.rights import may_keep, must_keep
from handlers.turn import Turn

BEGINS: dict[str, tuple[Script, MeetingAct]] = {
    "move": (MOVE, MeetingAct.MOVE),
    "cancel": (CANCEL, MeetingAct.CANCEL),
    "not_held": (CANCEL, MeetingAct.CANCEL),
    "came": (ATTEND, MeetingAct.HOLD),
    "minutes": (NOTE_MINUTES, MeetingAct.NOTE),
    "resolve": (RESOLVE, MeetingAct.NOTE),
}
"""What a button of the page begins, and what must still be possible."""


def pressed(turn: Turn[MeetingsTransaction], person: Person, meeting_id: str, value: str, inbound: Inbound) -> None:
    """Raises NotAllowed, NotFound, NoLongerPossible."""
    meeting = turn.tx.meetings.get(meeting_id)
    act, _, detail = value.partition(":")
    if act and act in list(Answer):
        if detail != str(meeting.news):  # that was for another time
            raise NoLongerPossible(value)
        answered(turn, person, meeting, Answer(act))
    elif act == "k":
        kept.answered(turn, person, meeting, detail)
    elif act == "see":
        see(turn, person, meeting_id)
    else:
        _of_the_page(turn, person, meeting, act, detail)


def _of_the_page(turn: Turn[MeetingsTransaction], person: Person, meeting: Meeting, act: str, detail: str) -> None:
    must_keep(turn, person, meeting)
    if act in BEGINS:
        script, needed = BEGINS[act]
        meeting.after(needed)
        begin(turn, person, script, subject=meeting.id)
    elif act == "find":
        meeting.after(MeetingAct.FIND)
        begin(turn, person, FIND, subject=stop_subject(meeting, detail))
    elif act == "read":
        read_minutes(turn, person, meeting)
    elif act == "undo":
        undo(turn, person, meeting)
    else:
        raise NoLongerPossible(act)


def see(turn: Turn[MeetingsTransaction], person: Person, meeting_id: str) -> None:
    """The page for whoever keeps it, the invitation for a guest. Raises NotAllowed, NotFound."""
    meeting = turn.tx.meetings.get(meeting_id)
    guest = turn.tx.guests.find(meeting.id, person.id)
    if may_keep(turn, person, meeting):
        show_meeting(turn, person, meeting)
    elif guest is not None and guest.invited:
        show_invitation(turn, meeting, guest, person)
    else:
        raise NotAllowed(meeting_id)
