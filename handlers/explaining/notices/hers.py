"""What somebody asked under notices and what she was answered, for her own copy."""

from __future__ import annotations

from domain.explaining.notice import Notice, NoticeQuestion
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.explaining.notices.ports import NoticesTransaction
from handlers.explaining.notices.words import line_of
from handlers.turn import Besides, Turn

NAME = "asked_under_notices"
"""The key in the file for programs."""


def of_hers(turn: Turn[NoticesTransaction], person: Person) -> Besides:
    found = [
        (question, turn.tx.notices.get(question.notice_id))
        for question in turn.tx.notice_questions.of_person(person.id)
    ]
    return Besides(
        NAME,
        phrase("notices.hers"),
        [(question.asked_at, _said(question, notice)) for question, notice in found],
        [
            {"at": question.asked_at.isoformat(), "notice": notice.text, "question": question.words,
             "answer": question.answer}
            for question, notice in found
        ],
    )  # fmt: skip


def _said(question: NoticeQuestion, notice: Notice) -> Phrase:
    words = question.words or phrase("told.media" if question.media else "notices.without_words")
    if not question.answer:
        return phrase("notices.hers_line", line=line_of(notice), words=words)
    return phrase("notices.hers_answered", line=line_of(notice), words=words, answer=question.answer)
