"""转12345: the desk at the top says what the hotline is asked to do, and gets the page and its words to pass on."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from domain.errors import NoLongerPossible
from domain.events import Event
from domain.matters.kinds import private
from domain.matters.matter import Act, Matter, State
from domain.matters.packet import Packet
from domain.messages import Media, Text
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Question, Script
from handlers.matters.accepting import taken
from handlers.matters.cards import prompt_of, what_of
from handlers.matters.clocks import matter_of
from handlers.matters.ladder import at_the_top
from handlers.matters.number_for_hotline import ask_whether
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import at_its_desk, must_be_at_its_desk
from handlers.speaking import Strong, Tap, send, take_back, voice_of
from handlers.telling import new_content, tell
from handlers.texts.say import EN
from handlers.turn import Turn

WORK = "packet"
ASKS = ("office", "together", "answer")


def may_go_to_hotline(turn: Turn[Any], person: Person, matter: Matter) -> bool:
    """Not what is said of a person: that stays between the two sides and the member."""
    fit = matter.can(Act.ASSIGN) and not (matter.joined or matter.hotline_no or private(matter))
    return fit and at_the_top(turn, person, matter.spot)


def ask_what_for(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in what is asked of the hotline."""
    matter = turn.tx.matters.get(dialog.subject)
    voice = voice_of(turn, person)
    offered = [voice.say(phrase(f"packet.ask_{ask}")) for ask in ASKS]
    options = tuple(Option(words, words) for words in offered)  # the words that she could have typed
    words = phrase("packet.ask", no=matter.number, what=what_of(matter))
    return (yield Question("for", (words,), options, read=lambda given: given.text or None, valid=lambda v: True))


def begin_packet(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, asked: str) -> None:
    """The page is made beside the turns; what waited for her is in her hands. Raises NotAllowed, NoLongerPossible."""
    matter = turn.tx.matters.get(dialog.subject)
    must_be_at_its_desk(turn, person, matter)
    if not may_go_to_hotline(turn, person, matter):
        raise NoLongerPossible(matter.id)
    if matter.state is State.WAITING and matter.owner_id == person.id:
        taken(turn, person, matter)
    content = new_content(turn, matter.subject, "asked", person.id, text=asked)
    tell(turn, matter.subject, "PacketAsked", by=person.id, content=content)
    _make(turn, person, matter, content.id)
    ask_whether(turn, matter, person)


def _make(turn: Turn[MattersTransaction], person: Person, matter: Matter, asked: str) -> None:
    key = f"packet:{turn.tx.new_id()}"
    send(turn, person, phrase("packet.making"), key=key, silent=True)
    turn.tx.work.add(WORK, matter.subject, {"person": person.id, "asked": asked, "key": key})


def made_anew(turn: Turn[MattersTransaction], event: Event) -> None:
    """She lets the hotline have her number: whoever asked for the page gets it with that, as long as it is hers."""
    matter = matter_of(turn, event.subject)
    asked = [each for each in turn.tx.events.of(matter.subject) if each.type == "PacketAsked"][-1]
    person = turn.tx.people.get(asked.by)
    if matter.open and at_its_desk(turn, person, matter):
        send(turn, person, phrase("packet.again", no=matter.number), about=matter.subject, silent=True)
        _make(turn, person, matter, asked.content_id)


TO_HOTLINE = Script("to_hotline", ask_what_for, begin_packet, calm=True)


def send_packet(
    turn: Turn[MattersTransaction], person: Person, matter: Matter, key: str, made: Packet, page: Media, until: datetime
) -> None:
    """As words that can be copied, and as a page (whose file is there `until`); then for the hotline's number."""
    take_back(turn, person, key)
    lines = [f"{label}：{value}" if made.language != EN else f"{label}: {value}"
             for label, value in (*made.facts, made.said, made.asked)]  # fmt: skip
    text = "\n".join([*lines, made.history[0], *made.history[1], made.foot])
    send(turn, person, Strong(phrase("packet.title", no=matter.number)), Text(text), about=matter.subject, silent=True)
    send(turn, person, page, about=matter.subject, silent=True, purpose="packet", not_after=until)
    taps = ((Tap(phrase("packet.tap_number"), "hotline"),),)
    send(
        turn,
        person,
        phrase("packet.ready", no=matter.number),
        taps=taps,
        prompt=prompt_of(matter),
        about=matter.subject,
    )


def packet_failed(turn: Turn[MattersTransaction], person: Person, key: str) -> None:
    take_back(turn, person, key)
    send(turn, person, phrase("packet.failed", desk=turn.house.contacts.desk), silent=True)
