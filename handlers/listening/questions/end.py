"""The end of a question: on the morning after its last day, or earlier by the desk; then its outcome is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from domain.errors import NoLongerPossible
from domain.listening.question import FEW, Question, QuestionAct, QuestionState
from domain.open import Due, OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers import mailing
from handlers.dialogs import Asking, Option, Script, choose
from handlers.listening.questions.page import show_question, tap_outcome, tap_words
from handlers.listening.questions.ports import QuestionsTransaction
from handlers.listening.questions.words import PROMPT, counted, got, line_of
from handlers.questions import NO, YES
from handlers.roles import able, desk_for
from handlers.speaking import Line, Strong, quiet, send
from handlers.telling import tell
from handlers.texts.say import Day
from handlers.turn import Turn

END, REMIND = "question_end", "question_outcome"
MORNING = time(9)
"""When the desk hears that it is over, in the district, so that the last evening still counts."""
REMINDED_AFTER = timedelta(days=3)


def plan_end(turn: Turn[QuestionsTransaction], question: Question) -> None:
    _plan(turn, question, END, question.until_on + timedelta(days=1))


def _plan(turn: Turn[QuestionsTransaction], question: Question, kind: str, on: date) -> None:
    at = datetime.combine(on, MORNING, turn.house.zone)
    turn.tx.schedule.add(Due(kind, question.subject, question.id, at.astimezone(turn.now.tzinfo)))


def over(turn: Turn[QuestionsTransaction], due: Sequence[Due]) -> None:
    for row in due:
        question = turn.tx.questions.get(row.subject.partition(":")[2])
        if question.open:
            end(turn, question)


def end(turn: Turn[QuestionsTransaction], question: Question, by: str = "") -> Question:
    """`by` whose tap, "" for the clock. Nothing of it goes out any more. Raises NoLongerPossible."""
    tally = turn.tx.question_answers.tally(question)
    act = QuestionAct.END if tally.answered else QuestionAct.LAY_BY
    ended = question.after(act, ended_at=turn.now, early=bool(by))
    turn.tx.questions.save(ended)
    mailing.stop(turn, question.mailing_id, by)
    turn.tx.schedule.cancel(question.subject, [END])
    tell(turn, question.subject, "QuestionEnded", by=by, answered=tally.answered)
    if tally.answered:
        _plan(turn, ended, REMIND, turn.today + REMINDED_AFTER)
    if not by:
        _tell_desk(turn, ended, "asking.ended" if tally.answered else "asking.ended_silent")
    return ended


def ask_sure(turn: Turn[QuestionsTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Raises NotAllowed, NoLongerPossible."""
    question = _open(turn, person, dialog.subject)
    few = turn.tx.question_answers.tally(question).answered < FEW
    words = phrase("asking.end_few" if few else "asking.end_sure", few=FEW, day=Day(question.until_on))
    options = (Option(YES, phrase("asking.yes_end")), Option(NO, phrase("asking.no_go_on")))
    title = phrase("asking.title", line=line_of(question))
    return (yield from choose("sure", title, words, options=options, rows=(2,)))


def _open(turn: Turn[QuestionsTransaction], person: Person, question_id: str) -> Question:
    """Raises NotAllowed, NotFound, NoLongerPossible."""
    question = got(turn, person, question_id)
    if not question.open:
        raise NoLongerPossible(question_id)
    return question


def ended(turn: Turn[QuestionsTransaction], person: Person, dialog: OpenDialog, sure: str) -> None:
    """Raises NotAllowed, NoLongerPossible."""
    question = _open(turn, person, dialog.subject)
    show_question(turn, person, end(turn, question, person.id) if sure == YES else question)


END_NOW = Script("question_end", ask_sure, ended, calm=True)


def remind(turn: Turn[QuestionsTransaction], due: Sequence[Due]) -> None:
    """Once: those who answered wait to hear what came of it."""
    for row in due:
        question = turn.tx.questions.get(row.subject.partition(":")[2])
        if question.state is QuestionState.ENDED:
            _tell_desk(turn, question, "asking.remind")
            tell(turn, question.subject, "OutcomeReminded")


def _tell_desk(turn: Turn[QuestionsTransaction], question: Question, key: str) -> None:
    """Whoever asked, or who is at the desk where she cannot act."""
    asker = turn.tx.people.get(question.asked_by)
    tally = turn.tx.question_answers.tally(question)
    lines: list[Line | Strong] = [phrase(key, line=line_of(question), n=tally.answered), *counted(question, tally)]
    words = (tap_words(),) if tally.shown(question) and tally.own else ()
    taps = ((tap_outcome(question), *words),) if question.state is QuestionState.ENDED else ()
    for person in [asker] if able(turn, asker) else desk_for(turn, question.desk_id)[:1]:
        send(
            turn, person, *lines, taps=taps, prompt=PROMPT + question.id, about=f"outcome:{question.id}",
            silent=quiet(turn),
        )  # fmt: skip
