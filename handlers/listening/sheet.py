"""表格: the lists of her desks as a workbook, or an empty one, made outside of every turn and sent to her alone."""

from __future__ import annotations

from datetime import timedelta

from domain.errors import NoLongerPossible, NotAllowed
from domain.messages import Inbound, Media, Op
from domain.people.person import Person
from domain.phrases import phrase
from handlers.listening.ports import ListsTransaction
from handlers.reach import keeps
from handlers.speaking import Tap, send, take_back
from handlers.telling import tell
from handlers.turn import Turn

WORK = "lists_table"
"""A kind of work; args: person, areas (as when it was asked for), key, blank."""
PROMPT = "table:"
BLANK = "blank"
LEAVES_WITHIN = timedelta(days=6)


def table(turn: Turn[ListsTransaction], person: Person, *, blank: bool = False) -> None:
    """Raises NotAllowed."""
    areas = keeps(turn, person).within
    if not areas:
        raise NotAllowed("lists")
    key = f"lists:{turn.tx.new_id()}"
    send(turn, person, phrase("lists.writing"), key=key, silent=True)
    turn.tx.work.add(WORK, key, {"person": person.id, "areas": list(areas), "key": key, "blank": blank})


def pressed(turn: Turn[ListsTransaction], person: Person, subject: str, value: str, inbound: Inbound) -> None:
    """The button under a table. Raises NotAllowed, NoLongerPossible."""
    if value != BLANK:
        raise NoLongerPossible(value)
    table(turn, person, blank=True)


def send_table(turn: Turn[ListsTransaction], person: Person, media: Media, areas: list[str], key: str) -> None:
    """Only if she still keeps all that is in it; how it comes back is said with it."""
    take_back(turn, person, key)
    if set(areas) <= set(keeps(turn, person).within):
        tell(turn, f"person:{person.id}", "ListsSent", by=person.id, areas=" ".join(areas))
        taps = ((Tap(phrase("intake.tap_blank"), BLANK),),)
        words = phrase("intake.send_back")
        send(
            turn, person, media, words, taps=taps, prompt=PROMPT, purpose="table", silent=True,
            not_after=turn.now + LEAVES_WITHIN,
        )  # fmt: skip


def send_blank(turn: Turn[ListsTransaction], person: Person, media: Media, key: str) -> None:
    """Only if she still keeps a list."""
    take_back(turn, person, key)
    if keeps(turn, person).within:
        words = phrase("intake.blank_sent")
        send(turn, person, media, words, purpose="table", silent=True, not_after=turn.now + LEAVES_WITHIN)


def table_failed(turn: Turn[ListsTransaction], person: Person, key: str) -> None:
    send(turn, person, phrase("lists.not_written", desk=turn.house.contacts.desk), op=Op.UPDATE, key=key, silent=True)
