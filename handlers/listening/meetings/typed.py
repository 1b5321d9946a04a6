"""A word or a number instead of a tap: below an invitation, or below the question whether something was kept."""

from __future__ import annotations

from domain.listening.meeting import Answer, Guest, Meeting, MeetingState
from domain.listening.resolution import Kept
from domain.messages import Inbound
from domain.open import Known
from domain.people.person import Person
from domain.phrases import phrase
from handlers.listening.meetings import kept
from handlers.listening.meetings.inviting import answered
from handlers.listening.meetings.ports import MeetingsTransaction
from handlers.speaking import send
from handlers.turn import Turn

ANSWERS: dict[Answer, tuple[str, ...]] = {
    Answer.COMES: ("去", "来", "我去", "我来", "能去", "参加", "好", "好的", "行", "yes", "ok", "i come", "1"),
    Answer.DECLINES: ("去不了", "不去", "来不了", "不来", "没空", "不行", "no", "i cannot", "2"),
    Answer.MAYBE: ("看情况", "不一定", "再说", "到时候看", "maybe", "perhaps", "3"),
}
KEPT: dict[Kept, tuple[str, ...]] = {
    Kept.YES: ("做到了", "办到了", "做了", "yes", "kept", "1"),
    Kept.NOT_YET: ("还没", "没有", "没做到", "没", "no", "not yet", "2"),
}


def typed(turn: Turn[MeetingsTransaction], person: Person, inbound: Inbound, last: Known) -> bool:
    """Other words are no answer, nor are those of somebody who is no guest."""
    room, _, meeting_id = last.about.partition(":")
    if room != "meeting":
        return False
    meeting = turn.tx.meetings.get(meeting_id)
    guest = turn.tx.guests.find(meeting.id, person.id)
    said = inbound.text.strip(" 。.!！").casefold()
    if guest is None:
        return False
    if meeting.state is MeetingState.HELD:
        return _of_what_was_agreed(turn, person, meeting, guest, said)
    answer = next((answer for answer, words in ANSWERS.items() if said in words), None)
    if answer is None or not guest.invited or meeting.state is not MeetingState.CALLED or meeting.begun(turn.now):
        return False
    answered(turn, person, meeting, answer)
    noted = phrase("meetings.answer_noted", answer=phrase(f"meetings.{answer.value}"))
    send(turn, person, noted, about=last.about, silent=True)
    return True


def _of_what_was_agreed(
    turn: Turn[MeetingsTransaction], person: Person, meeting: Meeting, guest: Guest, said: str
) -> bool:
    """Where but one thing was agreed it is clear what is meant."""
    resolutions = turn.tx.resolutions.of(meeting.id)
    meant = next((verdict for verdict, words in KEPT.items() if said in words), None)
    if meant is None or not guest.came or len(resolutions) != 1:
        return False
    kept.answered(turn, person, meeting, f"{resolutions[0].id}:{meant.value}")
    return True


def replied(turn: Turn[MeetingsTransaction], person: Person, known: Known, inbound: Inbound) -> bool:
    return typed(turn, person, inbound, known)
