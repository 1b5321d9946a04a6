"""How people answer a question to their area: by a tap, a number, a reply, in their own words, and without a name."""

from __future__ import annotations

from domain.errors import NoLongerPossible
from domain.listening.question import Question
from domain.matters.greetings import chosen_number
from domain.messages import Inbound
from domain.open import Known
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import begin
from handlers.listening.questions.letters import OWN_WORDS
from handlers.listening.questions.meant import ask_back
from handlers.listening.questions.own_words import IN_WORDS
from handlers.listening.questions.ports import QuestionsTransaction
from handlers.listening.questions.recording import answer, is_asked, must_be_asked
from handlers.listening.questions.words import line_of
from handlers.matters.danger import alarming
from handlers.speaking import send
from handlers.turn import Turn


def pressed(turn: Turn[QuestionsTransaction], person: Person, question_id: str, value: str, inbound: Inbound) -> None:
    """A button below the question. Raises NotAllowed, NotFound, NoLongerPossible."""
    question = turn.tx.questions.get(question_id)
    must_be_asked(turn, person, question)
    if not question.open:
        send(turn, person, phrase("asking.is_over", line=line_of(question)), silent=True)
    elif value == OWN_WORDS:
        begin(turn, person, IN_WORDS, subject=question.id)
    elif value.isdecimal() and 1 <= int(value) <= len(question.answers):
        answer(turn, person, question, choice=int(value))
    else:
        raise NoLongerPossible(value)


def replied(turn: Turn[QuestionsTransaction], person: Person, known: Known, inbound: Inbound) -> bool:
    """What she replies to the question is her answer, unless it is a cry for help. Raises NotFound."""
    question = turn.tx.questions.get(known.about.partition(":")[2])
    if alarming(inbound) is not None or not is_asked(turn, person, question):
        return False
    if not question.open:
        send(turn, person, phrase("asking.is_over", line=line_of(question)), silent=True)
    elif not inbound.text:
        send(turn, person, phrase("asking.in_writing"), silent=True)
    else:
        meant = _meant(question, inbound.text)
        answer(turn, person, question, choice=meant, words="" if meant else inbound.text, handle=inbound.handle)
        send(turn, person, phrase("asking.noted"), silent=True)
    return True


def brief(turn: Turn[QuestionsTransaction], person: Person, inbound: Inbound, last: Known) -> bool:
    """The number or the words of one of the answers, typed below the question; other words may be one of her own."""
    room, _, question_id = last.about.partition(":")
    question = turn.tx.questions.get(question_id) if room == "question" else None
    if question is None or not question.open or not is_asked(turn, person, question):
        return False
    meant = _meant(question, inbound.text)
    if meant:
        answer(turn, person, question, choice=meant)
        send(turn, person, phrase("asking.noted"), about=last.about, silent=True)
    return bool(meant) or ask_back(turn, person, question, inbound)


def _meant(question: Question, words: str) -> int:
    """Which answer these words are, from 1; 0 for none."""
    said, labels = words.strip().casefold(), [each.casefold() for each in question.answers]
    if said in labels:
        return labels.index(said) + 1
    number = chosen_number(words) or 0
    return number if number <= len(labels) else 0
