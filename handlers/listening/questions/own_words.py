"""An answer in somebody's own words: asked for in a dialog of one question, and put otherwise by editing it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from domain.errors import NoLongerPossible
from domain.messages import Inbound
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import TYPED, Asking, Question, Script
from handlers.listening.questions.ports import QuestionsTransaction
from handlers.listening.questions.recording import ANSWER, LONGEST, answer, must_be_asked, show
from handlers.listening.questions.words import line_of
from handlers.speaking import send
from handlers.telling import tell
from handlers.turn import Turn

VOICE = "?voice"
TRIES = 5


def ask_words(turn: Turn[QuestionsTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in what she says. It is asked for though it may be over: what she types is no report then either."""
    question = turn.tx.questions.get(dialog.subject)
    words = phrase("asking.own_how", line=line_of(question))
    for n in range(TRIES):
        said: str = yield Question(f"words.{n}", (words,), read=_read)
        if said != VOICE:
            return said
        words = phrase("asking.in_writing")
    raise NoLongerPossible(question.id)


def _read(given: Inbound) -> str | None:
    return given.text or (VOICE if given.media else None)


def say(turn: Turn[QuestionsTransaction], person: Person, dialog: OpenDialog, words: str) -> None:
    """Raises NotAllowed, NotFound."""
    question = turn.tx.questions.get(dialog.subject)
    must_be_asked(turn, person, question)
    if not question.open:
        send(turn, person, phrase("asking.is_over", line=line_of(question)), silent=True)
        return
    typed = dialog.draft.get(TYPED)
    handle = next(reversed(list(typed)), "") if isinstance(typed, Mapping) else ""
    answer(turn, person, question, words=words, handle=handle)
    send(turn, person, phrase("asking.noted"), silent=True)


IN_WORDS = Script("question_words", ask_words, say)


def edited(turn: Turn[QuestionsTransaction], person: Person, inbound: Inbound) -> bool:
    """Her own words, put otherwise in the message that she sent; once it is over they stay as they were."""
    content = turn.tx.contents.by_handle(person.id, inbound.handle)
    if content is None or content.role != ANSWER or not inbound.text:
        return False
    given = next((each for each in turn.tx.question_answers.of_person(person.id) if each.words_id == content.id), None)
    question = turn.tx.questions.get(given.question_id) if given else None
    if given is not None and question is not None and question.open:
        content = replace(content, text=inbound.text[:LONGEST])
        turn.tx.contents.save(content)
        tell(turn, given.subject, "AnswerEdited", by=person.id, words=content.id, commitment=content.commitment())
        show(turn, person, question, replace(given, words=content.text))
    return True
