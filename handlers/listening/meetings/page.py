"""One meeting on a screen, for whoever keeps it."""

from __future__ import annotations

from datetime import timedelta

from domain.listening.meeting import Meeting, MeetingAct, MeetingKind, MeetingState
from domain.messages import Op
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.areas import area_name
from handlers.listening.meetings.answers import answers_line
from handlers.listening.meetings.ports import MeetingsTransaction
from handlers.listening.meetings.resolution_words import resolution_lines
from handlers.listening.meetings.words import PROMPT, convener_of, stop_line, title_of, topic_lines
from handlers.speaking import Line, Rows, Strong, Tap, send
from handlers.turn import Turn

A_ROW = 3
HELD, UNHELD = "MeetingHeld", "MeetingUnheld"
UNDO_FOR = timedelta(minutes=2)
MINUTES, FINDING = "minutes", "finding"
"""The roles of what was spoken of, and of what was found at a stop, in `contents`."""


def show_meeting(
    turn: Turn[MeetingsTransaction], person: Person, meeting: Meeting, lead: Phrase | None = None, op: Op = Op.SEND
) -> None:
    """`lead` is said above it."""
    lines: list[Line | Strong] = [*([lead] if lead else []), Strong(title_of(meeting))]
    lines += about(turn, person, meeting)
    send(
        turn, person, *lines, taps=_taps(turn, meeting), prompt=PROMPT + meeting.id, op=op,
        key=f"meeting:{meeting.id}:page:{person.id}", about=meeting.subject, silent=True,
    )  # fmt: skip


def about(turn: Turn[MeetingsTransaction], person: Person, meeting: Meeting) -> list[Phrase]:
    convener = convener_of(turn, meeting, person)
    lines = [phrase("meetings.called_by", area=area_name(turn, meeting.area_id), member=convener)]
    lines += [stop_line(stop) for stop in turn.tx.meetings.stops(meeting.id)]
    topics = list(turn.tx.meetings.topics(meeting.id))
    if topics:
        lines += [phrase("meetings.topics"), *topic_lines(turn, topics)]
    match meeting.state:
        case MeetingState.CALLED:
            lines.append(answers_line(turn, meeting))
        case MeetingState.CANCELLED:
            lines.append(phrase("meetings.is_cancelled"))
        case MeetingState.HELD:
            line = meeting.came_line or phrase("lists.erased")
            lines.append(phrase("meetings.came", n=meeting.came, line=line))
            lines += resolution_lines(turn, meeting)
    return lines


def minutes_of(turn: Turn[MeetingsTransaction], meeting: Meeting) -> int:
    """How many notes there are; of a finding only what the page cannot show: pictures and voices."""
    kept = turn.tx.contents.of(meeting.subject)
    noted = sum(bool(content.text or content.media) for content in kept if content.role == MINUTES)
    return noted + sum(bool(content.media) for content in kept if content.role == FINDING)


def may_undo(turn: Turn[MeetingsTransaction], meeting: Meeting) -> bool:
    """For two minutes after it was first noted who came, as long as nothing else was noted."""
    if not meeting.can(MeetingAct.UNDO):
        return False
    events = turn.tx.events.of(meeting.subject)
    noted = [event.type for event in events if event.type in (HELD, UNHELD)]
    first = noted[-2:-1] != [HELD]
    return first and events[-1].type == HELD and turn.now - events[-1].at <= UNDO_FOR


def _taps(turn: Turn[MeetingsTransaction], meeting: Meeting) -> Rows:
    taps = []
    begun = meeting.begun(turn.now)
    if meeting.kind is MeetingKind.FIELD and begun and meeting.can(MeetingAct.FIND):
        stops = turn.tx.meetings.stops(meeting.id)
        taps += [Tap(phrase("meetings.tap_find", n=s.n), f"find:{s.n}") for s in stops if not s.finding_id]
    if meeting.can(MeetingAct.MOVE) and not begun:
        taps += [Tap(phrase("meetings.tap_move"), "move"), Tap(phrase("meetings.tap_cancel"), "cancel")]
    elif meeting.state is MeetingState.CALLED:
        taps += [Tap(phrase("meetings.tap_came"), "came"), Tap(phrase("meetings.tap_not_held"), "not_held")]
    if meeting.can(MeetingAct.NOTE):
        taps += [Tap(phrase("meetings.tap_minutes"), "minutes"), Tap(phrase("meetings.tap_resolve"), "resolve")]
    n = minutes_of(turn, meeting)
    taps += [Tap(phrase("meetings.tap_read", n=n), "read")] if n else []
    if meeting.can(MeetingAct.NOTE):
        taps.append(Tap(phrase("meetings.tap_came_again"), "came"))
    if may_undo(turn, meeting):
        taps.append(Tap(phrase("meetings.tap_undo"), "undo"))
    return tuple(tuple(taps[n : n + A_ROW]) for n in range(0, len(taps), A_ROW))
