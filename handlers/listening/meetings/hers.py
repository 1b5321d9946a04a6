"""The meetings that somebody was invited to, what she answered and said of what was agreed there, for her copy."""

from __future__ import annotations

from domain.listening.meeting import Guest, Meeting
from domain.listening.resolution import Kept
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.listening.meetings.ports import MeetingsTransaction
from handlers.listening.meetings.words import title_of
from handlers.texts.say import Several
from handlers.turn import Besides, Turn

NAME = "meetings"
"""The key in the file for programs."""


def of_hers(turn: Turn[MeetingsTransaction], person: Person) -> Besides:
    found = [(guest, turn.tx.meetings.get(guest.meeting_id)) for guest in turn.tx.guests.of_person(person.id)]
    return Besides(
        NAME,
        phrase("meetings.hers"),
        [(meeting.starts_at, _said(turn, person, guest, meeting)) for guest, meeting in found],
        [
            {"at": meeting.starts_at.isoformat(), "kind": meeting.kind.value, "place": meeting.place,
             "answer": guest.answer.value, "came": guest.came,
             "kept": [{"agreed": line, "said": kept.value} for line, kept in _verdicts(turn, person, meeting)]}
            for guest, meeting in found
        ],
    )  # fmt: skip


def _said(turn: Turn[MeetingsTransaction], person: Person, guest: Guest, meeting: Meeting) -> Phrase:
    parts = [phrase(f"meetings.hers_{guest.answer.value or 'silent'}")] if guest.invited else []
    if guest.came:
        parts.append(phrase("meetings.hers_came"))
    parts += [phrase(f"meetings.kept_{kept.value}", line=line) for line, kept in _verdicts(turn, person, meeting)]
    return phrase("meetings.hers_line", title=title_of(meeting), said=Several(tuple(parts)))


def _verdicts(turn: Turn[MeetingsTransaction], person: Person, meeting: Meeting) -> list[tuple[str, Kept]]:
    said = turn.tx.resolutions.said_by(meeting.id, person.id)
    return [(each.line, said[each.id]) for each in turn.tx.resolutions.of(meeting.id) if each.id in said]
