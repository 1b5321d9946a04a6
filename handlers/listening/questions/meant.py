"""Words below a question to her area that may be an answer: taken for one only after her yes."""

from __future__ import annotations

from domain.explaining.asking import asks_to_know
from domain.listening.question import Question
from domain.matters.draft import Draft
from domain.matters.greetings import chosen_number, small_talk
from domain.matters.kinds import clear, likely_kinds
from domain.messages import Inbound
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Script, begin, choose
from handlers.listening.questions.own_words import say
from handlers.listening.questions.ports import QuestionsTransaction
from handlers.listening.questions.words import line_of
from handlers.matters.danger import alarming
from handlers.matters.drafts import start
from handlers.matters.gathering import draft_of
from handlers.questions import NO, YES
from handlers.turn import Turn


def ask_back(turn: Turn[QuestionsTransaction], person: Person, question: Question, inbound: Inbound) -> bool:
    """What reports a thing, asks for one, or is small talk is no answer."""
    said = inbound.text
    if chosen_number(said) is not None or small_talk(said) or asks_to_know(said) or alarming(inbound) is not None:
        return False
    if clear(likely_kinds(said)) is not None:
        return False
    begin(turn, person, MEANT, subject=question.id, draft=draft_of(inbound).to_json())
    return True


def ask_meant(turn: Turn[QuestionsTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Raises NotFound."""
    line = line_of(turn.tx.questions.get(dialog.subject))
    options = (Option(YES, phrase("asking.yes_it_is")), Option(NO, phrase("asking.no_another")))
    return (yield from choose("meant", phrase("asking.meant", line=line), options=options))


def meant(turn: Turn[QuestionsTransaction], person: Person, dialog: OpenDialog, sure: str) -> None:
    """Raises NotAllowed, NotFound."""
    draft = Draft.from_json(dialog.draft)
    if sure == YES:
        say(turn, person, dialog, draft.words)
    else:
        start(turn, person, draft)


MEANT = Script("question_meant", ask_meant, meant)
