"""Minutes, typed, spoken or photographed; and what was found at each stop of going out to look."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from domain.errors import NoLongerPossible
from domain.events import Content
from domain.listening.meeting import Meeting, MeetingAct, Stop
from domain.matters.draft import media_from_json
from domain.messages import Inbound
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Question, Script
from handlers.listening.meetings.page import FINDING, MINUTES, show_meeting
from handlers.listening.meetings.ports import MeetingsTransaction
from handlers.listening.meetings.rights import must_keep
from handlers.listening.meetings.words import PROMPT, title_of
from handlers.matters.closing import read_line
from handlers.speaking import Line, Strong, Tap, send
from handlers.telling import new_content, tell
from handlers.turn import Turn

DONE = "done"
MOST = 12


def _kept(turn: Turn[MeetingsTransaction], meeting: Meeting, role: str, by: str, said: str) -> Content:
    given: dict[str, Any] = json.loads(said)
    return new_content(turn, meeting.subject, role, by, **{**given, "media": tuple(given["media"])})


def album_goes_on(turn: Turn[MeetingsTransaction], person: Person, inbound: Inbound) -> bool:
    """A further picture of an album belongs with the first, which was kept already."""
    group, said = next((media.group for media in inbound.media), ""), read_line(inbound)
    first = turn.tx.contents.by_group(person.id, group) if group else None
    if first is None or said is None or first.role not in (MINUTES, FINDING):
        return False
    meeting = turn.tx.meetings.get(first.subject.partition(":")[2])
    tell(turn, meeting.subject, "MinutesKept", by=person.id, content=_kept(turn, meeting, first.role, person.id, said))
    return True


# ---- minutes -------------------------------------------------------------------------------------------------------


def ask_minutes(turn: Turn[MeetingsTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in what was sent, one piece after another, so that the parts of an album all count."""
    turn.tx.meetings.get(dialog.subject).after(MeetingAct.NOTE)
    pieces: list[str] = []
    while len(pieces) < MOST:
        words = phrase("meetings.minutes_more", n=len(pieces)) if pieces else phrase("meetings.minutes")
        done = (Option(DONE, phrase("meetings.minutes_done")),) if pieces else ()
        said: str = yield Question(f"piece.{len(pieces)}", (words,), done, read_line, lambda value: True)
        if said == DONE:
            break
        pieces.append(said)
    return tuple(pieces)


def keep_minutes(turn: Turn[MeetingsTransaction], person: Person, dialog: OpenDialog, pieces: tuple[str, ...]) -> None:
    """Raises NotAllowed, NoLongerPossible."""
    meeting = turn.tx.meetings.get(dialog.subject)
    must_keep(turn, person, meeting)
    meeting.after(MeetingAct.NOTE)
    first, *more = [_kept(turn, meeting, MINUTES, person.id, piece) for piece in pieces]
    tell(turn, meeting.subject, "MinutesKept", by=person.id, content=first, more=more)
    show_meeting(turn, person, meeting, phrase("meetings.minutes_kept"))


def read_minutes(turn: Turn[MeetingsTransaction], person: Person, meeting: Meeting) -> None:
    """The words in one message, pictures and voices below; and so the findings."""
    kept = [content for content in turn.tx.contents.of(meeting.subject) if content.role in (MINUTES, FINDING)]
    lines: list[Line | Strong] = [Strong(title_of(meeting))]
    lines += [phrase("meetings.minute", line=content.text) for content in kept if content.text]
    back = ((Tap(phrase("lists.tap_back"), "see"),),)
    send(turn, person, *lines, taps=back, prompt=PROMPT + meeting.id, about=meeting.subject, silent=True)
    media = [media_from_json(each) for content in kept for each in content.media]
    if media:
        send(turn, person, *media, about=meeting.subject, silent=True, purpose="material")


NOTE_MINUTES = Script("meeting_minutes", ask_minutes, keep_minutes, calm=True)


# ---- findings ------------------------------------------------------------------------------------------------------


def stop_subject(meeting: Meeting, n: str) -> str:
    """What the dialog is about."""
    return f"{meeting.id}/{n}"


def _stop(turn: Turn[MeetingsTransaction], subject: str) -> tuple[Meeting, Stop]:
    """Raises NotFound, NoLongerPossible."""
    meeting_id, _, n = subject.partition("/")
    meeting = turn.tx.meetings.get(meeting_id)
    stop = next((stop for stop in turn.tx.meetings.stops(meeting_id) if str(stop.n) == n), None)
    if stop is None or stop.finding_id:
        raise NoLongerPossible(subject)
    return meeting, stop


def ask_finding(turn: Turn[MeetingsTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in the line, a photo or a voice."""
    _, stop = _stop(turn, dialog.subject)
    words = phrase("meetings.finding", n=stop.n, line=stop.line or phrase("lists.erased"))
    return (yield Question("found", (words,), read=read_line))


def find(turn: Turn[MeetingsTransaction], person: Person, dialog: OpenDialog, said: str) -> None:
    """Raises NotAllowed, NoLongerPossible."""
    meeting, stop = _stop(turn, dialog.subject)
    must_keep(turn, person, meeting)
    meeting.after(MeetingAct.FIND)
    content = _kept(turn, meeting, FINDING, person.id, said)
    tell(turn, meeting.subject, "FindingNoted", by=person.id, content=content, stop=stop.n)
    turn.tx.meetings.save_stop(replace(stop, finding_id=content.id))
    show_meeting(turn, person, meeting)


FIND = Script("meeting_find", ask_finding, find, calm=True)
