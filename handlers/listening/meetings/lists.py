"""The list of meetings: what is to come, then what was, as far as somebody sees them."""

from __future__ import annotations

from domain.listening.meeting import Meeting, MeetingState
from domain.messages import Inbound, Op
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.door import listed
from handlers.listening.meetings.ports import MeetingsTransaction
from handlers.listening.meetings.rights import kinds_for
from handlers.listening.meetings.words import kind_name, place_of
from handlers.reach import keeps
from handlers.speaking import Line, Rows, Strong, Tap, send
from handlers.texts.say import Dated
from handlers.turn import Turn

AT_BENCH = "ls:"
PAGE = 8
A_ROW = 4


def meetings(turn: Turn[MeetingsTransaction], person: Person, start: int = 0) -> None:
    """What her desks keep, what she called, and what she is invited to."""
    found = turn.tx.meetings.page(keeps(turn, person), person.id, PAGE + 1, start)
    shown = found[:PAGE]
    lines: list[Line | Strong] = [Strong(phrase("meetings.list" if shown else "meetings.no_list"))]
    lines += [line_in_list(turn, meeting, start + n) for n, meeting in enumerate(shown, 1)]
    taps = [Tap(phrase("lists.tap_number", n=start + n), f"meeting:{each.id}") for n, each in enumerate(shown, 1)]
    rows: Rows = tuple(tuple(taps[n : n + A_ROW]) for n in range(0, len(taps), A_ROW))
    last = [Tap(phrase("meetings.tap_call"), "meeting_new")] if kinds_for(turn, person) else []
    if len(found) > PAGE:
        last.append(Tap(phrase("lists.tap_more"), f"meetings:{start + PAGE}"))
    send(
        turn, person, *lines, taps=(*rows, tuple(last)) if last else rows, prompt=AT_BENCH, op=Op.SEND,
        key=f"meetings:{person.id}", about=listed(AT_BENCH, taps, start), silent=True,
    )  # fmt: skip


def asked_for(turn: Turn[MeetingsTransaction], person: Person, inbound: Inbound, rest: str) -> None:
    """/meetings, 开会."""
    meetings(turn, person)


def line_in_list(turn: Turn[MeetingsTransaction], meeting: Meeting, n: int) -> Phrase:
    return phrase(
        "meetings.line", n=n, kind=kind_name(meeting), when=Dated(meeting.starts_at), place=place_of(meeting),
        stands=stands(turn, meeting),
    )  # fmt: skip


def stands(turn: Turn[MeetingsTransaction], meeting: Meeting) -> Phrase:
    if meeting.state is MeetingState.HELD:
        return phrase("meetings.stands_held", n=meeting.came)
    if meeting.state is MeetingState.CALLED and meeting.begun(turn.now):
        return phrase("meetings.stands_begun")
    return phrase(f"meetings.stands_{meeting.state.value}")
