"""Who came, in one line by whoever keeps the meeting: names are found where they are known, the number counted."""

from __future__ import annotations

from dataclasses import replace

from domain.errors import NoLongerPossible
from domain.listening.attendance import attendance
from domain.listening.meeting import UNINVITED, Guest, Meeting, MeetingAct
from domain.listening.resolution import ASKED_AFTER
from domain.open import Due, OpenDialog
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.dialogs import Asking, Question, Script
from handlers.listening.meetings.clock import OVER, SOON, plan
from handlers.listening.meetings.page import HELD, UNHELD, may_undo, show_meeting
from handlers.listening.meetings.ports import MeetingsTransaction
from handlers.listening.meetings.rights import must_keep
from handlers.listening.meetings.whom import nearest
from handlers.listening.meetings.words import title_of
from handlers.matters.assigning import owner_name
from handlers.telling import new_content, tell
from handlers.texts.say import Several
from handlers.turn import Turn

CAME = "came"
"""The role of the line in `contents`."""
ASK_KEPT = "meeting_kept"
LONGEST = 300
TRIES = 5
MOST_NAMED = 12


def ask_who_came(turn: Turn[MeetingsTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in a line that names somebody or says how many."""
    meeting = turn.tx.meetings.get(dialog.subject)
    words = phrase("meetings.who_came", title=title_of(meeting))
    for n in range(TRIES):
        said: str = yield Question(f"came.{n}", (words,), read=lambda given: given.text or None)
        if attendance(said).count:
            return said[:LONGEST]
        words = phrase("meetings.who_came_how_many")
    raise NoLongerPossible(meeting.id)


def hold(turn: Turn[MeetingsTransaction], person: Person, dialog: OpenDialog, line: str) -> None:
    """Raises NotAllowed, NoLongerPossible."""
    note(turn, person, turn.tx.meetings.get(dialog.subject), line)


def clearly(turn: Turn[MeetingsTransaction], meeting: Meeting, line: str) -> bool:
    """Whether a line says who came though nobody opened the question: names, one of them known, or how many."""
    came = attendance(line)
    return came.looks_like_names and (came.count > len(came.names) or bool(_known(turn, meeting, came.names)))


def note(turn: Turn[MeetingsTransaction], person: Person, meeting: Meeting, line: str) -> None:
    """Noted anew it replaces what was noted before. Raises NotAllowed, NoLongerPossible."""
    must_keep(turn, person, meeting)
    if not meeting.begun(turn.now):
        raise NoLongerPossible(meeting.id)
    came = attendance(line)
    known = _known(turn, meeting, came.names)
    content = new_content(turn, meeting.subject, CAME, person.id, text=line)
    held = meeting.after(MeetingAct.HOLD, came=came.count, came_id=content.id, came_line=line)
    tell(turn, meeting.subject, HELD, by=person.id, content=content, came=came.count)
    turn.tx.meetings.save(held)
    turn.tx.guests.nobody_came(meeting.id)
    for each in known:
        guest = turn.tx.guests.find(meeting.id, each.id) or Guest(meeting.id, each.id, told=UNINVITED)
        turn.tx.guests.save(replace(guest, came=True))
    turn.tx.schedule.cancel(meeting.subject, [SOON, OVER])
    at = turn.house.clocks.next_awake(meeting.starts_at + ASKED_AFTER)
    turn.tx.schedule.add(Due(ASK_KEPT, meeting.subject, "", at))
    show_meeting(turn, person, held, _noted(came.count, known))


def undo(turn: Turn[MeetingsTransaction], person: Person, meeting: Meeting) -> None:
    """It was noted at the wrong meeting: this one is as it was. Raises NoLongerPossible."""
    if not may_undo(turn, meeting):
        raise NoLongerPossible(meeting.id)
    called = meeting.after(MeetingAct.UNDO, came=0, came_id="", came_line="")
    tell(turn, meeting.subject, UNHELD, by=person.id)
    turn.tx.meetings.save(called)
    turn.tx.guests.nobody_came(meeting.id)
    turn.tx.schedule.cancel(meeting.subject, [ASK_KEPT])
    plan(turn, called)
    show_meeting(turn, person, called, phrase("meetings.undone"))


def _noted(count: int, known: list[Person]) -> Phrase:
    if not known:
        return phrase("meetings.noted", n=count)
    names = Several(tuple(owner_name(each) for each in known[:MOST_NAMED]))
    return phrase("meetings.noted_known", n=count, names=names)


def _known(turn: Turn[MeetingsTransaction], meeting: Meeting, names: tuple[str, ...]) -> list[Person]:
    """A guest of that name, else somebody on the roster; two guests of one name are nobody for certain."""
    guests = [turn.tx.people.get(guest.person_id) for guest in turn.tx.guests.of(meeting.id)]
    convener = turn.tx.people.get(meeting.convener_id)
    found = []
    for name in names:
        called = [p for p in (*guests, convener) if name.casefold() in (p.name.casefold(), p.name_en.casefold())]
        if len(called) == 1:
            found.append(called[0])
        elif not called and (posts := turn.tx.hands.called(name, turn.today)):
            found.append(turn.tx.people.get(nearest(turn, meeting.area_id, posts)))
    return list({each.id: each for each in found}.values())


ATTEND = Script("meeting_came", ask_who_came, hold, calm=True)
