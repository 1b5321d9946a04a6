"""What people of the area read: the question with its answers, and later what came of it."""

from __future__ import annotations

from domain.explaining.topics import Topic
from domain.listening.question import FEW, Answer, Question
from domain.mailing import Mailing
from domain.people.person import Person
from domain.phrases import phrase
from handlers.areas import area_name
from handlers.listening.questions.ports import QuestionsTransaction
from handlers.listening.questions.words import line_of, outcome_of
from handlers.mailing import Kind, Letter
from handlers.speaking import Line, Rows, Strong, Tap
from handlers.texts.say import Day
from handlers.turn import Turn
from handlers.unasked import less, wanted

PROMPT = "q:"
ASKED, OUTCOME = "question", "question_outcome"
"""Kinds of mailing."""
OWN_WORDS = "own"
A_ROW = 2
SHORT = 8
"""Letters of answers of which two fit in a row on a phone."""


def letter(turn: Turn[QuestionsTransaction], question: Question, given: Answer | None = None) -> Letter:
    """With what she answered, once she has; she may change it until the end."""
    lines: list[Line | Strong] = [
        Strong(phrase("asking.letter", desk=area_name(turn, question.desk_id))),
        phrase("asking.line", line=line_of(question)),
    ]
    day = Day(question.until_on)
    if given is None:
        lines.append(phrase("asking.how" if question.answers else "asking.how_in_words", day=day))
    else:
        if given.choice:
            lines.append(phrase("asking.chosen", answer=question.answers[given.choice - 1]))
        if given.words:
            lines.append(phrase("asking.said", words=given.words))
        lines.append(phrase("asking.may_change", day=day))
    return Letter(lines, _taps(question), PROMPT + question.id, question.subject, (less(question.subject),))


def _taps(question: Question) -> Rows:
    answers = [Tap(words, str(n)) for n, words in enumerate(question.answers, 1)]
    size = A_ROW if all(len(words) <= SHORT for words in question.answers) else 1
    rows = tuple(tuple(answers[n : n + size]) for n in range(0, len(answers), size))
    return (*rows, (Tap(phrase("asking.tap_own"), OWN_WORDS),))


def outcome_letter(turn: Turn[QuestionsTransaction], question: Question, outcome: object) -> Letter:
    answered = turn.tx.question_answers.tally(question).answered
    return Letter(
        (
            phrase("asking.came_of", line=line_of(question), desk=area_name(turn, question.desk_id), outcome=outcome),
            phrase("asking.thanks", n=answered) if answered >= FEW else phrase("asking.thanks_few"),
        )
    )


def _asked(turn: Turn[QuestionsTransaction], mailing: Mailing, person: Person) -> Letter:
    return letter(turn, turn.tx.questions.get(mailing.about))


def _told(turn: Turn[QuestionsTransaction], mailing: Mailing, person: Person) -> Letter:
    question = turn.tx.questions.get(mailing.about)
    return outcome_letter(turn, question, outcome_of(question))


def _audience(turn: Turn[QuestionsTransaction], mailing: Mailing, after: str, limit: int) -> list[str]:
    question = turn.tx.questions.get(mailing.about)
    return list(turn.tx.questions.audience(question.area_id, question.asked_by, after, limit))


def _who_answered(turn: Turn[QuestionsTransaction], mailing: Mailing, after: str, limit: int) -> list[str]:
    return list(turn.tx.question_answers.answered(mailing.about, after, limit))


def _wanted(turn: Turn[QuestionsTransaction], mailing: Mailing, person: Person) -> bool:
    return wanted(turn, person, Topic.QUESTIONS)


MAILINGS = {ASKED: Kind(_audience, _asked, _wanted), OUTCOME: Kind(_who_answered, _told)}
