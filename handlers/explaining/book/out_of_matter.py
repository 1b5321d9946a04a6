"""A question that a person has answered well becomes an entry by a tap: her words and the answer, without names."""

from __future__ import annotations

from typing import Protocol

from domain.errors import NoLongerPossible, NotAllowed
from domain.events import Event
from domain.explaining.entry import MOST_ANSWER, MOST_QUESTION
from domain.matters.kinds import private
from domain.matters.matter import Cause, Matter
from domain.matters.words import one_line
from domain.messages import Inbound
from domain.people.person import Person
from domain.phrases import phrase
from handlers.explaining.book import adding
from handlers.explaining.book.ports import BookTransaction
from handlers.explaining.book.reach import places_to_write
from handlers.explaining.stories.clearing import cleared
from handlers.explaining.stories.ports import StoriesTransaction
from handlers.matters.clocks import matter_of
from handlers.matters.rights import at_its_desk
from handlers.speaking import Tap, send
from handlers.turn import Turn, WithMatter


class KeepingTransaction(BookTransaction, StoriesTransaction, Protocol):
    """What is kept of a matter loses its names as a story does."""


PROMPT, KEEP = "found:", "keep"
ENQUIRY = "enquiry"
ANSWERING = ("progress", "closing")
"""Roles of what a member says to the resident."""


def may(turn: Turn[KeepingTransaction], person: Person, matter: Matter) -> bool:
    """Whether it was a question, somebody has answered it, and it is not in the book yet."""
    if matter.kind != ENQUIRY or matter.cause not in (Cause.SOLVED, Cause.EXPLAINED) or private(matter):
        return False
    hers = person.id == matter.owner_id or at_its_desk(turn, person, matter)
    return bool(
        hers and places_to_write(turn, person) and not turn.tx.entries.came_of(matter.id) and _answer(turn, matter)
    )


def _answer(turn: Turn[KeepingTransaction], matter: Matter) -> str:
    said = [each.text for each in turn.tx.contents.of(matter.subject) if each.role in ANSWERING and each.text]
    return "\n".join(dict.fromkeys(said))[:MOST_ANSWER]


def _question(turn: Turn[KeepingTransaction], matter: Matter) -> str:
    said = [each.text for each in turn.tx.contents.of(matter.subject) if each.role == "report" and each.text]
    return one_line("，".join(said), MOST_QUESTION) or matter.what


def begin(turn: Turn[KeepingTransaction], person: Person, matter: Matter) -> None:
    """All filled in; she looks at it and says yes, or writes it anew."""
    question = cleared(turn, person, matter, _question(turn, matter), named=False).text[:MOST_QUESTION]
    answer = _without_her(turn, matter, _answer(turn, matter))
    where = places_to_write(turn, person)
    around = [area.id for area in turn.tx.areas.tree().up(matter.spot.area_id)]
    area_id = next((area_id for area_id in around if area_id in where), where[0])
    adding.start(turn, person, question=question, answer=answer, area=area_id, matter=matter.id)


def _without_her(turn: Turn[KeepingTransaction], matter: Matter, answer: str) -> str:
    """Doors and numbers in an answer are what was asked for; only who asked, and where she lives, is nobody's."""
    asked = turn.tx.people.get(matter.reporter_id)
    for hers in filter(None, (asked.name, asked.name_en, asked.phone, matter.spot.label)):
        answer = answer.replace(hers, "")
    return answer.lstrip("，,：: ")


def agreed(turn: Turn[KeepingTransaction], event: Event) -> None:
    """She says that it is answered: whoever answered may keep that for the next one who asks."""
    matter = matter_of(turn, event.subject)
    owner = turn.tx.people.get(matter.owner_id)
    if may(turn, owner, matter):
        send(
            turn, owner, phrase("found.worth_keeping", no=matter.number, what=matter.what),
            taps=((Tap(phrase("more.book"), KEEP),),), prompt=PROMPT + matter.id, key=f"keep:{matter.id}",
            about=matter.subject, silent=True,
        )  # fmt: skip


def pressed(turn: Turn[KeepingTransaction], person: Person, subject: str, value: str, inbound: Inbound) -> None:
    """Raises NotAllowed, NotFound, NoLongerPossible."""
    matter = turn.tx.matters.get(subject)
    if person.id != matter.owner_id and not at_its_desk(turn, person, matter):
        raise NotAllowed(subject)
    if value != KEEP or not may(turn, person, matter):
        raise NoLongerPossible(subject)
    begin(turn, person, matter)


OUT_OF_MATTER = WithMatter(may, begin, ended=True)
