"""Before the 12345 hotline gets a resident's telephone she is asked, by one tap, and told who would see it."""

from __future__ import annotations

from domain.errors import NoLongerPossible
from domain.events import Content
from domain.matters.matter import Matter
from domain.messages import Keys, Op
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.dialogs import Asking, Option, Question, Script, begin
from handlers.keyboard import lasting_keys
from handlers.matters.assigning import owner_name
from handlers.matters.calling import read_number
from handlers.matters.cards import prompt_of, resident_key, what_of
from handlers.matters.ports import MattersTransaction
from handlers.speaking import Tap, send
from handlers.telling import new_content, tell
from handlers.turn import Turn

OTHER, NO = "other", "no"


def ask_whether(turn: Turn[MattersTransaction], matter: Matter, desk: Person) -> None:
    """Once, when the page is made; it rings nobody, and the page does not wait for her. The nameless are not asked."""
    if matter.anonymous or number_of(turn, matter):
        return
    resident = turn.tx.people.get(matter.reporter_id)
    phone = resident.phone
    other = Tap(phrase("packet.number_other" if phone else "packet.number_yes"), f"number:{OTHER}")
    this = ((Tap(phrase("packet.number_this", phone=phone), f"number:{_told(phone)}"),),) if phone else ()
    taps = (*this, (other, Tap(phrase("packet.number_no"), f"number:{NO}")))
    words = phrase("packet.number_may", what=what_of(matter), member=owner_name(desk), no=matter.number)
    send(
        turn, resident, words, taps=taps, prompt=prompt_of(matter), key=_key(matter), dedupe=_key(matter),
        about=matter.subject, reply_to=resident_key(matter, resident), silent=True,
    )  # fmt: skip


def number_answered(turn: Turn[MattersTransaction], person: Person, matter: Matter, answer: str) -> None:
    """Her yes is for exactly the number that she was shown. Raises NoLongerPossible."""
    if answer == OTHER:
        begin(turn, person, NUMBER, subject=matter.id)
    elif answer == NO:
        _settled(turn, person, matter, phrase("packet.number_kept", no=matter.number))
    elif person.phone and answer == _told(person.phone):
        _settled(turn, person, matter, phrase("packet.number_given", no=matter.number))
        _give(turn, person, matter, person.phone)
    else:
        raise NoLongerPossible(answer)


def _settled(turn: Turn[MattersTransaction], person: Person, matter: Matter, words: Phrase) -> None:
    send(turn, person, words, op=Op.UPDATE, key=_key(matter), about=matter.subject)


def _give(turn: Turn[MattersTransaction], person: Person, matter: Matter, phone: str) -> None:
    content = new_content(turn, _subject(matter), "number", person.id, text=phone)
    tell(turn, matter.subject, "NumberForHotline", by=person.id, content=content)


def ask_number(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in a telephone number, or in "no"."""
    ask = ("contact", phrase("call.send_number"))
    words = phrase("packet.number_which", no=turn.tx.matters.get(dialog.subject).number)
    return (yield Question("phone", (words,), (Option(NO, phrase("call.no")),), read=read_number, ask=ask))


def take_number(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, phone: str) -> None:
    matter = turn.tx.matters.get(dialog.subject)
    words = phrase("packet.number_kept" if phone == NO else "packet.number_given", no=matter.number)
    _settled(turn, person, matter, words)
    send(turn, person, words, Keys(lasting_keys(turn, person)), about=matter.subject, silent=True)
    if phone != NO:
        _give(turn, person, matter, phone)


NUMBER = Script("number_for_hotline", ask_number, take_number)


def number_of(turn: Turn[MattersTransaction], matter: Matter) -> str:
    """The number that the hotline may have; "" unless she has said so."""
    given: list[Content] = [content for content in turn.tx.contents.of(_subject(matter)) if content.text]
    return given[-1].text if given else ""


def _subject(matter: Matter) -> str:
    """Apart from what is said of the matter, so that nobody reads it there."""
    return f"number:{matter.id}"


def _told(phone: str) -> str:
    return phone[-4:]


def _key(matter: Matter) -> str:
    return f"number:{matter.id}"
