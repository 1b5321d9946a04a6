"""The outcome of a question, in a line of the desk's and on its way to who answered; and what more came of it."""

from __future__ import annotations

from domain.errors import NoLongerPossible
from domain.listening.question import Question, QuestionAct
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers import mailing
from handlers.dialogs import Asking, Option, Script, ask, choose
from handlers.listening.questions.end import REMIND
from handlers.listening.questions.letters import OUTCOME, outcome_letter
from handlers.listening.questions.page import show_question
from handlers.listening.questions.ports import QuestionsTransaction
from handlers.listening.questions.words import got, line_of
from handlers.questions import NO, YES
from handlers.telling import new_content, tell
from handlers.turn import Turn

LONGEST = 300
MOST_COUNTED = 10_000
DRAFT = "words"
"""What the draft holds of an outcome that came as a reply."""


def ask_outcome(turn: Turn[QuestionsTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in the line, or None. Raises NotAllowed, NoLongerPossible."""
    question = _waiting(turn, person, dialog.subject)
    asked = phrase("asking.what_came_of_it", line=line_of(question))
    line = str(dialog.draft.get(DRAFT) or "") or (yield from ask("line", asked))
    line = " ".join(line.split())[:LONGEST]
    options = (Option(YES, phrase("asking.yes_send"), sealed=True), Option(NO, phrase("asking.not_sent")))
    lines = outcome_letter(turn, question, line).lines
    tally = turn.tx.question_answers.tally(question)
    n = len(turn.tx.question_answers.answered(question.id, "", min(tally.answered, MOST_COUNTED)))
    seen = phrase("asking.outcome_seen", n=n) if tally.shown(question) else phrase("asking.outcome_seen_few")
    sure = yield from choose("sure", seen, *lines, options=options, rows=(2,))
    return line if sure == YES else None


def _waiting(turn: Turn[QuestionsTransaction], person: Person, question_id: str) -> Question:
    """Raises NotAllowed, NotFound, and NoLongerPossible where nobody can be told of an outcome."""
    question = got(turn, person, question_id)
    if not question.has_hearers:
        raise NoLongerPossible(question_id)
    return question


def told(turn: Turn[QuestionsTransaction], person: Person, dialog: OpenDialog, line: str | None) -> None:
    """Raises NotAllowed, NoLongerPossible."""
    question = _waiting(turn, person, dialog.subject)
    if line is not None:
        question = tell_outcome(turn, person, question, line)
    show_question(turn, person, question)


def tell_outcome(turn: Turn[QuestionsTransaction], person: Person, question: Question, line: str) -> Question:
    """On its way to everybody who answered. Raises NoLongerPossible."""
    content = new_content(turn, question.subject, OUTCOME, person.id, text=line)
    over = question.after(QuestionAct.TELL, outcome_id=content.id, outcome=line)
    tell(turn, question.subject, "OutcomeTold", by=person.id, content=content)
    turn.tx.questions.save(over)
    turn.tx.schedule.cancel(question.subject, [REMIND])
    mailing.begin(turn, OUTCOME, question.id, person.id)
    return over


TELL = Script("question_outcome", ask_outcome, told, calm=True)
