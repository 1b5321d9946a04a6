"""What the cards of a matter about a person say: what whoever has it is asked to do, and that others do not read it."""

from __future__ import annotations

from domain.matters.kinds import private
from domain.matters.matter import Matter, State, Wish
from domain.messages import Reply, Text
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.matters.assigning import owner_name
from handlers.matters.cards import owner_of
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import MEDIATION, at_its_desk, may_read
from handlers.speaking import Tap, send
from handlers.telling import tell
from handlers.turn import Turn


def asked_to_mediate(matter: Matter) -> bool:
    """Whoever has it has not said yet whether she stands apart from both sides."""
    return matter.came == MEDIATION and matter.state is State.WAITING


def wish_lines(turn: Turn[MattersTransaction], matter: Matter, person: Person) -> list[Phrase]:
    """What she is asked to do, and why the words are not on this card."""
    if not private(matter):
        return []
    mine = person.id == matter.owner_id
    if mine and asked_to_mediate(matter):
        return [phrase("complaint.card_asked")]
    if not may_read(turn, person, matter):
        hidden = at_its_desk(turn, person, matter)
        return [phrase("complaint.card_hidden", member=owner_name(owner_of(turn, matter)))] if hidden else []
    if mine and matter.in_hand and matter.came == MEDIATION:
        return [phrase("complaint.card_mediator")]
    if mine and matter.in_hand and matter.wish in (Wish.QUIET_WORD, Wish.MEDIATION):
        return [phrase(f"complaint.card_{matter.wish.value}")]
    return []


def look_taps(turn: Turn[MattersTransaction], matter: Matter, person: Person) -> tuple[Tap, ...]:
    return () if may_read(turn, person, matter) else (Tap(phrase("complaint.look"), "look"),)


def look(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Reply | None:
    """看内容: a desk reads what was said about a person; that it did stands in the matter's way, for her to see too."""
    tell(turn, matter.subject, "WordsOpened", by=person.id)
    said = [
        Text(content.text, "quote")
        for content in turn.tx.contents.of(matter.subject)
        if content.by == matter.reporter_id and content.text
    ]
    send(turn, person, phrase("complaint.looked", no=matter.number), *said, about=matter.subject, silent=True)
    return None


def noted_line(turn: Turn[MattersTransaction], matter: Matter) -> None:
    """Its owner hears without a ring that there is one, and that there is nothing to do."""
    words = phrase("complaint.noted_line", no=matter.number, place=matter.spot.label or phrase("place.unknown"))
    send(turn, owner_of(turn, matter), words, about=matter.subject, silent=True)
