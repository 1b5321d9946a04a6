"""What was asked has to say in a digest: what is open, and what ended, with its counts."""

from __future__ import annotations

from collections.abc import Sequence

from domain.digests.figures import Digest
from domain.listening.question import Question
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from domain.reach import Reach
from handlers.areas import area_name
from handlers.listening.questions.ports import QuestionsTransaction
from handlers.listening.questions.words import counted, how_many, line_of, stands
from handlers.texts.say import Several, ShortDay
from handlers.turn import Turn

MOST = 3
"""The rest is one tap away."""


def block(turn: Turn[QuestionsTransaction], person: Person, digest: Digest) -> Sequence[Phrase]:
    reach = Reach(tuple(area.id for area in digest.scope))
    found = turn.tx.questions.stirred(reach, digest.span.from_at, digest.span.until_at, MOST)
    return [_line(turn, question) for question in found]


def _line(turn: Turn[QuestionsTransaction], question: Question) -> Phrase:
    tally = turn.tx.question_answers.tally(question)
    args = {"line": line_of(question), "area": area_name(turn, question.area_id)}
    if question.open:
        day = ShortDay(question.until_on)
        return phrase("asking.digest_open", **args, day=day, answered=how_many(question, tally))
    counts = Several(tuple(counted(question, tally)) or (how_many(question, tally),))
    return phrase("asking.digest_over", **args, counts=counts, stands=stands(turn, question))
