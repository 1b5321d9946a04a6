"""Meetings in figures: by kind in a year, and what a digest says of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from domain.digests.figures import Digest
from domain.listening.meeting import MeetingKind
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from domain.reach import Reach
from handlers.listening.meetings.lists import line_in_list
from handlers.listening.meetings.ports import MeetingsTransaction
from handlers.texts.say import Several
from handlers.turn import Turn


def count(
    turn: Turn[MeetingsTransaction], kind: MeetingKind, reach: Reach, from_at: datetime, until_at: datetime
) -> int:
    """Of that kind, held in that span."""
    return turn.tx.meetings.count_held(reach, from_at, until_at).get(kind, 0)


def rows(
    turn: Turn[MeetingsTransaction], kind: MeetingKind, reach: Reach, from_at: datetime, until_at: datetime,
    start: int, limit: int,
) -> list[tuple[Phrase, str]]:  # fmt: skip
    """Each with the value of the button that opens it."""
    found = turn.tx.meetings.held(reach, kind, from_at, until_at, limit, start)
    return [(line_in_list(turn, meeting, start + n), f"meeting:{meeting.id}") for n, meeting in enumerate(found, 1)]


def block(turn: Turn[MeetingsTransaction], person: Person, digest: Digest) -> Sequence[Phrase]:
    """Meetings held in its span, by kind; what was agreed and how much of it is done."""
    reach = Reach(tuple(area.id for area in digest.scope))
    span = digest.span.from_at, digest.span.until_at
    held = turn.tx.meetings.count_held(reach, *span)
    if not held:
        return []
    counts = [phrase("meetings.digest_kind", kind=phrase(f"meetings.kind_{k.value}"), n=n) for k, n in held.items()]
    agreed, done = turn.tx.resolutions.count(reach, *span)
    lines = [phrase("meetings.digest", counts=Several(tuple(counts)))]
    return [*lines, phrase("meetings.digest_agreed", n=agreed, done=done)] if agreed else lines
