"""The room of 问计 behind the small bench: its list, its buttons, and the word that opens it."""

from __future__ import annotations

from domain.errors import NoLongerPossible, NotAllowed
from domain.messages import Inbound, Op
from domain.open import Known
from domain.people.person import Person
from handlers import mailing
from handlers.dialogs import begin
from handlers.door import number
from handlers.listening.questions.asking import start
from handlers.listening.questions.end import END_NOW
from handlers.listening.questions.outcome import DRAFT, TELL
from handlers.listening.questions.page import show_list, show_question, show_words
from handlers.listening.questions.ports import QuestionsTransaction
from handlers.listening.questions.words import got, may_ask
from handlers.reach import keeps
from handlers.turn import Turn


def room(turn: Turn[QuestionsTransaction], person: Person) -> None:
    """The list, or at once the first question. Raises NotAllowed."""
    reach = keeps(turn, person)
    if not reach.within:
        raise NotAllowed("questions")
    if turn.tx.questions.page(reach, 1):
        show_list(turn, person, 0)
    else:
        start(turn, person)


def command(turn: Turn[QuestionsTransaction], person: Person, inbound: Inbound, rest: str) -> None:
    """/consult, 问计; with words behind it they are the question. Raises NotAllowed."""
    if rest:
        start(turn, person, rest)
    else:
        room(turn, person)


def pressed(turn: Turn[QuestionsTransaction], person: Person, question_id: str, value: str, inbound: Inbound) -> None:
    """A button of a question's page. Raises NotAllowed, NotFound, NoLongerPossible."""
    question = got(turn, person, question_id)
    act, _, detail = value.partition(":")
    match act:
        case "stop":
            mailing.stop(turn, question.mailing_id, person.id)
            show_question(turn, person, question, Op.UPDATE)
        case "end":
            begin(turn, person, END_NOW, subject=question.id)
        case "outcome":
            begin(turn, person, TELL, subject=question.id)
        case "words":
            show_words(turn, person, question, number(detail))
        case "look":
            show_question(turn, person, question, Op.UPDATE)
        case _:
            raise NoLongerPossible(value)


def replied(turn: Turn[QuestionsTransaction], person: Person, known: Known, inbound: Inbound) -> bool:
    """The outcome, as a reply to the message that asks for it. Raises NotFound."""
    question = turn.tx.questions.get(known.about.partition(":")[2])
    if not inbound.text or not question.has_hearers or not may_ask(turn, person, question.area_id):
        return False
    begin(turn, person, TELL, subject=question.id, draft={DRAFT: inbound.text})
    return True
