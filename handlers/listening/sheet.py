"""表格: the lists of her desks as a workbook, made outside of every turn and sent to her alone."""

from __future__ import annotations

from datetime import timedelta

from domain.errors import NotAllowed
from domain.messages import Media, Op
from domain.people.person import Person
from domain.phrases import phrase
from handlers.listening.ports import ListsTransaction
from handlers.listening.reach import keeps
from handlers.speaking import send, take_back
from handlers.telling import tell
from handlers.turn import Turn

WORK = "lists_table"
"""A kind of work; args: person, areas (as when it was asked for), key."""
LEAVES_WITHIN = timedelta(days=6)


def table(turn: Turn[ListsTransaction], person: Person) -> None:
    """Raises NotAllowed."""
    areas = keeps(turn, person).within
    if not areas:
        raise NotAllowed("lists")
    key = f"lists:{turn.tx.new_id()}"
    send(turn, person, phrase("lists.writing"), key=key, silent=True)
    turn.tx.work.add(WORK, key, {"person": person.id, "areas": list(areas), "key": key})


def send_table(turn: Turn[ListsTransaction], person: Person, media: Media, areas: list[str], key: str) -> None:
    """Only if she still keeps all that is in it."""
    take_back(turn, person, key)
    if set(areas) <= set(keeps(turn, person).within):
        tell(turn, f"person:{person.id}", "ListsSent", by=person.id, areas=" ".join(areas))
        send(turn, person, media, purpose="table", silent=True, not_after=turn.now + LEAVES_WITHIN)


def table_failed(turn: Turn[ListsTransaction], person: Person, key: str) -> None:
    send(turn, person, phrase("lists.not_written", desk=turn.house.contacts.desk), op=Op.UPDATE, key=key, silent=True)
