"""问了什么: all that was asked under one notice, what waits for an answer first, with a button for each of those."""

from __future__ import annotations

from domain.explaining.notice import Notice, NoticeQuestion
from domain.messages import Op
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.explaining.notices.ports import NoticesTransaction
from handlers.explaining.notices.words import PROMPT, asker_of, line_of
from handlers.speaking import Line, Rows, Strong, Tap, send
from handlers.turn import Turn

PAGE = 6
A_ROW = 4


def show_asked(turn: Turn[NoticesTransaction], person: Person, notice: Notice, start: int) -> None:
    """Instead of the notice's page, with the way back."""
    found = turn.tx.notice_questions.of(notice.id, PAGE + 1, start)
    lines: list[Line | Strong] = [Strong(phrase("notices.asked_title", line=line_of(notice)))]
    lines += [_said(turn, each, start + n) for n, each in enumerate(found[:PAGE], 1)]
    taps = [
        Tap(phrase("notices.tap_answer_nth", n=start + n), f"open:{each.id}")
        for n, each in enumerate(found[:PAGE], 1)
        if each.open
    ]
    rows: Rows = tuple(tuple(taps[n : n + A_ROW]) for n in range(0, len(taps), A_ROW))
    last = [Tap(phrase("lists.tap_back"), "look")]
    if len(found) > PAGE:
        last.insert(0, Tap(phrase("lists.tap_more"), f"asked:{start + PAGE}"))
    send(
        turn, person, *lines, taps=(*rows, tuple(last)), prompt=PROMPT + notice.id, op=Op.UPDATE,
        key=f"notice:{notice.id}:{person.id}", silent=True,
    )  # fmt: skip


def _said(turn: Turn[NoticesTransaction], question: NoticeQuestion, n: int) -> Phrase:
    args = {
        "n": n,
        "name": asker_of(turn, question),
        "words": question.words or phrase("told.media" if question.media else "notices.without_words"),
    }
    if question.matter_id:
        return phrase("notices.asked_matter", **args, no=turn.tx.matters.get(question.matter_id).number)
    if question.answer_id:
        return phrase("notices.asked_answered", **args, answer=question.answer or phrase("notices.without_words"))
    return phrase("notices.asked_open", **args)
