"""What somebody answered to questions, for her own copy."""

from __future__ import annotations

from domain.listening.question import Answer, Question
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.listening.questions.ports import QuestionsTransaction
from handlers.listening.questions.words import line_of
from handlers.turn import Besides, Turn

NAME = "answers"
"""The key in the file for programs."""


def of_hers(turn: Turn[QuestionsTransaction], person: Person) -> Besides:
    found = [
        (given, turn.tx.questions.get(given.question_id)) for given in turn.tx.question_answers.of_person(person.id)
    ]
    return Besides(
        NAME,
        phrase("asking.hers"),
        [(given.at, _said(given, question)) for given, question in found],
        [
            {"at": given.at.isoformat(), "question": question.line, "answer": _chosen(given, question),
             "words": given.words}
            for given, question in found
        ],
    )  # fmt: skip


def _said(given: Answer, question: Question) -> Phrase:
    said = "；".join(words for words in (_chosen(given, question), given.words) if words)
    return phrase("asking.hers_line", line=line_of(question), said=said)


def _chosen(given: Answer, question: Question) -> str:
    return question.answers[given.choice - 1] if 1 <= given.choice <= len(question.answers) else ""
