"""回话: the author, or whoever is at the desk, answers what was asked under a notice; the asker hears it below it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from domain.errors import NoLongerPossible, NotAllowed, NotFound
from domain.explaining.notice import Notice, NoticeQuestion
from domain.matters.draft import media_from_json
from domain.messages import Inbound, Op
from domain.open import Due, Known, OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.areas import area_name
from handlers.dialogs import Asking, Question, Script, begin
from handlers.explaining.notices.asking import show_card
from handlers.explaining.notices.becoming import become_matter
from handlers.explaining.notices.page import got
from handlers.explaining.notices.ports import NoticesTransaction
from handlers.explaining.notices.words import LETTER, answers_for, asked_words, line_of, name_of
from handlers.matters.closing import read_line
from handlers.speaking import Line, Strong, quiet, send
from handlers.telling import new_content, tell
from handlers.turn import Turn

ANSWER = "notice_answer"
"""The role of what is answered, in `contents`."""


def _found(turn: Turn[NoticesTransaction], person: Person, question_id: str) -> tuple[Notice, NoticeQuestion]:
    """Raises NotAllowed, NotFound."""
    question = turn.tx.notice_questions.get(question_id)
    return got(turn, person, question.notice_id), question


def pressed(turn: Turn[NoticesTransaction], person: Person, question_id: str, value: str, inbound: Inbound) -> None:
    """A button below the card. Raises NotAllowed, NotFound, NoLongerPossible."""
    notice, question = _found(turn, person, question_id)
    if not question.open:
        raise NoLongerPossible(value)
    if value == "answer":
        begin(turn, person, ANSWER_IT, subject=question.id)
    elif value == "matter" and question.person_id:
        become_matter(turn, person, notice, question)
    else:
        raise NoLongerPossible(value)


def ask_answer(turn: Turn[NoticesTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Raises NotAllowed, NotFound."""
    _, question = _found(turn, person, dialog.subject)
    return (yield Question("line", (phrase("notices.what_answer", words=asked_words(question)),), read=read_line))


def said(turn: Turn[NoticesTransaction], person: Person, dialog: OpenDialog, line: str) -> None:
    """Raises NotAllowed, NotFound."""
    notice, question = _found(turn, person, dialog.subject)
    answer(turn, person, notice, question, json.loads(line))


ANSWER_IT = Script("notice_answer", ask_answer, said, calm=True)


def replied(turn: Turn[NoticesTransaction], person: Person, known: Known, inbound: Inbound) -> bool:
    """What is replied to the card is the answer, and more of it later. Raises NotFound."""
    try:
        notice, question = _found(turn, person, known.about.partition(":")[2])
    except NotFound:
        return False
    line = read_line(inbound)
    if line is None:
        return False
    answer(turn, person, notice, question, json.loads(line))
    return True


def edited(turn: Turn[NoticesTransaction], person: Person, inbound: Inbound) -> bool:
    """An answer put otherwise in the message that gave it is told again, as it reads now."""
    content = turn.tx.contents.by_handle(person.id, inbound.handle)
    if content is None or content.role != ANSWER or not inbound.text:
        return False
    if inbound.text != content.text:
        try:
            notice, question = _found(turn, person, content.subject.partition(":")[2])
        except (NotAllowed, NotFound):
            return False
        answer(turn, person, notice, question, {"text": inbound.text, "media": (), "handle": inbound.handle})
    return True


def answer(
    turn: Turn[NoticesTransaction], person: Person, notice: Notice, question: NoticeQuestion, given: Mapping[str, Any]
) -> None:
    """`given` are the arguments of `new_content`."""
    content = new_content(turn, question.subject, ANSWER, person.id, **{**given, "media": tuple(given["media"])})
    answered = replace(question, answer_id=content.id, answered_at=turn.now, answer=content.text)
    tell(turn, notice.subject, "NoticeAnswered", by=person.id, content=content, question=question.id)
    turn.tx.notice_questions.save(answered)
    turn.tx.schedule.cancel(question.subject)
    asker = turn.tx.people.get(question.person_id) if question.person_id else None
    if asker is None or not _tell(turn, asker, notice, question, content.text, content.media):
        send(turn, person, phrase("notices.asker_gone"), silent=True)
    else:
        send(turn, person, phrase("talk.passed", to=name_of(asker)), silent=True)
    show_card(turn, turn.tx.people.get(question.to_id), notice, answered, Op.UPDATE)


def _tell(
    turn: Turn[NoticesTransaction],
    asker: Person,
    notice: Notice,
    question: NoticeQuestion,
    words: str,
    media: Sequence[Mapping[str, Any]],
) -> bool:
    lines: list[Line | Strong] = [
        phrase("notices.answered", asked=asked_words(question), desk=area_name(turn, notice.desk_id), answer=words)
    ]
    lines += [media_from_json(each) for each in media]
    return send(
        turn, asker, *lines, about=LETTER + notice.id, reply_to=f"mailing:{notice.mailing_id}", silent=quiet(turn)
    )


def remind(turn: Turn[NoticesTransaction], due: Sequence[Due]) -> None:
    """Once more to who can answer now; whoever had the card keeps it where she is the same."""
    for row in due:
        question = turn.tx.notice_questions.get(row.subject.partition(":")[2])
        if not question.open:
            continue
        notice = turn.tx.notices.get(question.notice_id)
        to = answers_for(turn, notice)
        if to.id != question.to_id:
            turn.tx.notice_questions.save(replace(question, to_id=to.id))
            show_card(turn, to, notice, replace(question, to_id=to.id))
        words = phrase("notices.remind", line=line_of(notice), words=asked_words(question))
        send(turn, to, words, reply_to=f"nq:{question.id}", about=f"nq:{question.id}", silent=quiet(turn))
        tell(turn, notice.subject, "NoticeQuestionReminded", question=question.id, to=to.id)
