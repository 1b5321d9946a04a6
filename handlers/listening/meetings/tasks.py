"""A task out of a meeting: its owner hears of it on the morning of its day, and says by one tap that it is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.errors import NoLongerPossible, NotAllowed
from domain.listening.resolution import Becomes
from domain.messages import Inbound, Op
from domain.open import Due
from domain.people.person import Person
from domain.phrases import phrase
from handlers.listening.meetings.becoming import TASK_DUE, TASKS
from handlers.listening.meetings.ports import MeetingsTransaction
from handlers.listening.meetings.resolution_words import line_of
from handlers.listening.meetings.rights import keeper_of, may_keep
from handlers.listening.meetings.words import title_of
from handlers.matters.assigning import owner_name
from handlers.roles import able
from handlers.speaking import Tap, quiet, send
from handlers.telling import tell
from handlers.turn import Turn


def pressed(turn: Turn[MeetingsTransaction], person: Person, resolution_id: str, value: str, inbound: Inbound) -> None:
    """办完了: whoever called the meeting hears of it. Raises NotAllowed, NotFound, NoLongerPossible."""
    resolution = turn.tx.resolutions.get(resolution_id)
    meeting = turn.tx.meetings.get(resolution.meeting_id)
    if resolution.owner_id != person.id and not may_keep(turn, person, meeting):
        raise NotAllowed(resolution_id)
    if value != "done" or not resolution.open_task:
        raise NoLongerPossible(resolution_id)
    turn.tx.resolutions.save(replace(resolution, done_at=turn.now))
    turn.tx.schedule.cancel(resolution.subject, [TASK_DUE])
    tell(turn, meeting.subject, "TaskDone", by=person.id, resolution=resolution.id)
    thanks = phrase("meetings.task_done", line=line_of(resolution))
    send(turn, person, thanks, op=Op.UPDATE, key=f"task:{resolution.id}", about=meeting.subject)
    convener = turn.tx.people.get(meeting.convener_id)
    if convener.id != person.id:
        words = phrase("meetings.task_told", member=owner_name(person), line=line_of(resolution))
        send(turn, convener, words, about=meeting.subject, silent=True)


def due_today(turn: Turn[MeetingsTransaction], due: Sequence[Due]) -> None:
    """Its owner hears of it, or whoever keeps the meeting where she cannot act."""
    for row in due:
        resolution = turn.tx.resolutions.get(row.subject.partition(":")[2])
        if resolution.becomes is not Becomes.TASK or not resolution.open_task:
            continue
        meeting = turn.tx.meetings.get(resolution.meeting_id)
        owner = turn.tx.people.get(resolution.owner_id)
        person = owner if able(turn, owner) else keeper_of(turn, meeting)
        if person is None:
            continue
        tell(turn, meeting.subject, "TaskReminded", resolution=resolution.id, to=person.id)
        words = phrase("meetings.task_due", title=title_of(meeting), line=line_of(resolution))
        send(
            turn, person, words, taps=((Tap(phrase("meetings.tap_done"), "done"),),), prompt=TASKS + resolution.id,
            key=f"task:{resolution.id}", about=meeting.subject, silent=quiet(turn),
        )  # fmt: skip


TICKS = {TASK_DUE: due_today}
