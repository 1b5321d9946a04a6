"""How those invited have answered, for whoever keeps the meeting: names of who serves, residents only counted."""

from __future__ import annotations

from itertools import islice

from domain.listening.meeting import Answer, Guest, Meeting
from domain.phrases import Phrase, phrase
from handlers.listening.meetings.ports import MeetingsTransaction
from handlers.matters.assigning import owner_name
from handlers.roles import posts_of
from handlers.texts.say import Several
from handlers.turn import Turn

MOST_NAMED = 8


def answers_line(turn: Turn[MeetingsTransaction], meeting: Meeting) -> Phrase:
    """ "去3（王芳、陈亮） · 看情况1 · 没回2", in one line."""
    invited = [guest for guest in turn.tx.guests.of(meeting.id) if guest.invited]
    parts = []
    for answer in (Answer.COMES, Answer.MAYBE, Answer.DECLINES, Answer.NONE):
        guests = [guest for guest in invited if guest.answer is answer]
        if guests:
            parts.append(_part(turn, answer, guests))
    return phrase("meetings.answers", n=len(invited), parts=Several(tuple(parts)))


def _part(turn: Turn[MeetingsTransaction], answer: Answer, guests: list[Guest]) -> Phrase:
    key = f"meetings.n_{answer.value or 'silent'}"
    if answer is Answer.NONE:
        return phrase(key, n=len(guests))
    serving = list(islice((g.person_id for g in guests if posts_of(turn, g.person_id)), MOST_NAMED))
    if not serving:
        return phrase(key, n=len(guests))
    names = Several(tuple(owner_name(turn.tx.people.get(id)) for id in serving))
    return phrase("meetings.n_named", part=phrase(key, n=len(guests)), names=names)
