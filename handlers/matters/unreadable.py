"""A photo in which there is no picture: whoever sent it hears so and sends another; the matter goes on."""

from __future__ import annotations

from domain.errors import NotFound
from domain.phrases import phrase
from handlers.matters.ports import MattersTransaction
from handlers.speaking import quiet, send
from handlers.turn import Turn


def picture_unreadable(turn: Turn[MattersTransaction], sender_id: str, subject: str) -> None:
    """`subject` is the content's, "matter:<id>"."""
    try:
        sender, matter = turn.tx.people.get(sender_id), turn.tx.matters.get(subject.partition(":")[2])
    except NotFound:
        return  # she is somebody else by now, or it belongs to no matter: the check names the file all the same
    words = phrase("draft.unreadable", no=matter.number)
    send(turn, sender, words, about=matter.subject, silent=quiet(turn))
