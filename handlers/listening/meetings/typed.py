"""A word or a number instead of a tap: below an invitation, or below the question whether something was kept."""

from __future__ import annotations

import re

from domain.listening.meeting import Answer, Meeting, MeetingState
from domain.listening.resolution import Kept
from domain.messages import Inbound
from domain.open import Known
from domain.people.person import Person
from domain.phrases import phrase
from handlers.listening.meetings import kept
from handlers.listening.meetings.attending import clearly, note
from handlers.listening.meetings.inviting import answered
from handlers.listening.meetings.ports import MeetingsTransaction
from handlers.listening.meetings.rights import may_keep
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
_POINTS = " 。.!！"
_OF_SEVERAL = re.compile(r"第?(?P<n>[1-9])?[条项]?[ .、，,：:]*(?P<all>都|全都?|all\s+)?(?P<words>.*)", re.DOTALL)


def typed(turn: Turn[MeetingsTransaction], person: Person, inbound: Inbound, last: Known) -> bool:
    """Other words are no answer, nor are those of somebody who is no guest."""
    room, _, meeting_id = last.about.partition(":")
    if room != "meeting":
        return False
    meeting = turn.tx.meetings.get(meeting_id)
    if meeting.state is MeetingState.CALLED and meeting.begun(turn.now):
        return _who_came(turn, person, meeting, inbound.text)
    guest = turn.tx.guests.find(meeting.id, person.id)
    said = inbound.text.strip(_POINTS).casefold()
    if guest is None:
        return False
    if meeting.state is MeetingState.HELD:
        asked = last.key == kept.key_of(meeting, person)
        return asked and guest.came and _of_what_was_agreed(turn, person, meeting, said)
    answer = next((answer for answer, words in ANSWERS.items() if said in words), None)
    if answer is None or not guest.invited or meeting.state is not MeetingState.CALLED:
        return False
    answered(turn, person, meeting, answer)
    noted = phrase("meetings.answer_noted", answer=phrase(f"meetings.{answer.value}"))
    send(turn, person, noted, about=last.about, silent=True)
    return True


def _who_came(turn: Turn[MeetingsTransaction], person: Person, meeting: Meeting, line: str) -> bool:
    """The question who came says that one line will do. What was read wrongly can be taken back."""
    if not may_keep(turn, person, meeting) or not clearly(turn, meeting, line):
        return False
    note(turn, person, meeting, line)
    return True


def _of_what_was_agreed(turn: Turn[MeetingsTransaction], person: Person, meeting: Meeting, said: str) -> bool:
    """Of several things agreed she names one by its number, or all; where she does not, she is asked which."""
    ids = [each.id for each in turn.tx.resolutions.of(meeting.id)[: kept.MOST]]
    n, everything, words = _parts(said)
    whole = said if len(ids) == 1 else words
    meant = next((verdict for verdict, known in KEPT.items() if whole in known), None)
    if n > len(ids) or (meant is None and (words or not n)):
        return False
    if meant is None or (len(ids) > 1 and not n and not everything):
        kept.which(turn, person, meeting)
        return True
    if len(ids) > 1 and n:
        ids = ids[n - 1 : n]
    for resolution_id in ids:
        kept.answered(turn, person, meeting, f"{resolution_id}:{meant.value}")
    return True


def _parts(said: str) -> tuple[int, bool, str]:
    """Its number or 0, whether it speaks of all, and the verdict."""
    found = _OF_SEVERAL.fullmatch(said)
    assert found is not None
    return int(found["n"] or 0), found["all"] is not None, found["words"]


def replied(turn: Turn[MeetingsTransaction], person: Person, known: Known, inbound: Inbound) -> bool:
    return typed(turn, person, inbound, known)
