"""How people answer a question to their area: by a tap, a number, a reply, in their own words, and without a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from domain.errors import NoLongerPossible, NotAllowed
from domain.listening.question import OWN, Answer, Question
from domain.matters.greetings import chosen_number
from domain.messages import Inbound, Op
from domain.open import Known, OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import TYPED, Asking, Script, begin
from handlers.dialogs import Question as Step
from handlers.listening.questions.letters import OWN_WORDS, letter
from handlers.listening.questions.ports import QuestionsTransaction
from handlers.listening.questions.words import line_of
from handlers.matters.danger import alarming
from handlers.speaking import send
from handlers.telling import new_content, tell
from handlers.turn import Turn

ANSWER = "answer"
"""The role of what somebody said, in `contents`."""
LONGEST = 500
VOICE = "?voice"
TRIES = 5


def pressed(turn: Turn[QuestionsTransaction], person: Person, question_id: str, value: str, inbound: Inbound) -> None:
    """A button below the question. Raises NotAllowed, NotFound, NoLongerPossible."""
    question = turn.tx.questions.get(question_id)
    _must_be_asked(turn, person, question)
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
    if alarming(inbound) is not None or not _is_asked(turn, person, question):
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
    """The number or the words of one of the answers, typed below the question."""
    room, _, question_id = last.about.partition(":")
    question = turn.tx.questions.get(question_id) if room == "question" else None
    if question is None or not question.open or not _is_asked(turn, person, question):
        return False
    meant = _meant(question, inbound.text)
    if meant:
        answer(turn, person, question, choice=meant)
        send(turn, person, phrase("asking.noted"), silent=True)
    return bool(meant)


def _meant(question: Question, words: str) -> int:
    """Which answer these words are, from 1; 0 for none."""
    said, labels = words.strip().casefold(), [each.casefold() for each in question.answers]
    if said in labels:
        return labels.index(said) + 1
    number = chosen_number(words) or 0
    return number if number <= len(labels) else 0


def answer(
    turn: Turn[QuestionsTransaction],
    person: Person,
    question: Question,
    *,
    choice: int = OWN,
    words: str = "",
    handle: str = "",
) -> None:
    """Takes the place of what she answered before; what she says of her own stays beside what she taps."""
    before = turn.tx.question_answers.find(question.id, person.id)
    given = before or Answer(turn.tx.new_id(), question.id, person.id, OWN, "", turn.now)
    given = replace(given, choice=choice or given.choice, at=turn.now)
    content = None
    if words:
        _forget(turn, given.words_id)
        content = new_content(turn, given.subject, ANSWER, person.id, text=words[:LONGEST], handle=handle)
        given = replace(given, words_id=content.id, words=content.text)
    tell(turn, given.subject, "QuestionAnswered", by=person.id, content=content, question=question.id)
    turn.tx.question_answers.save(given)
    _show(turn, person, question, given)


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
        _show(turn, person, question, replace(given, words=content.text))
    return True


def _show(turn: Turn[QuestionsTransaction], person: Person, question: Question, given: Answer) -> None:
    """What she was asked says what she answered."""
    shown = letter(turn, question, given)
    send(
        turn, person, *shown.lines, taps=shown.taps, prompt=shown.prompt, about=shown.about, op=Op.UPDATE,
        key=f"mailing:{question.mailing_id}", silent=True,
    )  # fmt: skip


def _forget(turn: Turn[QuestionsTransaction], words_id: str) -> None:
    """What she has put otherwise is nobody's to read."""
    if words_id:
        turn.tx.contents.save(replace(turn.tx.contents.get(words_id), text=""))


def _is_asked(turn: Turn[QuestionsTransaction], person: Person, question: Question) -> bool:
    """She got it, or lives there."""
    key = f"mailing:{question.mailing_id}"
    if any(turn.tx.handles.handle(address, key) for address in turn.tx.people.addresses(person.id)):
        return True
    return bool(person.spot_grid) and turn.tx.areas.tree().within(person.spot_grid, question.area_id)


def _must_be_asked(turn: Turn[QuestionsTransaction], person: Person, question: Question) -> None:
    """Raises NotAllowed."""
    if not _is_asked(turn, person, question):
        raise NotAllowed(question.id)


# ---- in her own words ----------------------------------------------------------------------------------------------


def ask_words(turn: Turn[QuestionsTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in what she says. Raises NoLongerPossible once it is too late."""
    question = turn.tx.questions.get(dialog.subject)
    if not question.open:
        raise NoLongerPossible(question.id)
    words = phrase("asking.own_how", line=line_of(question))
    for n in range(TRIES):
        said: str = yield Step(f"words.{n}", (words,), read=_read)
        if said != VOICE:
            return said
        words = phrase("asking.in_writing")
    raise NoLongerPossible(question.id)


def _read(given: Inbound) -> str | None:
    return given.text or (VOICE if given.media else None)


def say(turn: Turn[QuestionsTransaction], person: Person, dialog: OpenDialog, words: str) -> None:
    """Raises NotAllowed, NotFound."""
    question = turn.tx.questions.get(dialog.subject)
    _must_be_asked(turn, person, question)
    typed = dialog.draft.get(TYPED)
    handle = next(reversed(list(typed)), "") if isinstance(typed, Mapping) else ""
    answer(turn, person, question, words=words, handle=handle)
    send(turn, person, phrase("asking.noted"), silent=True)


IN_WORDS = Script("question_words", ask_words, say)
