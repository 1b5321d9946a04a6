"""How a known trouble reads: what it is called, and the sentence that says who watches over it until when."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from domain.explaining.outage import OFF
from domain.matters.kinds import kind_of
from domain.matters.trouble import Trouble
from domain.people.hours import until_in
from domain.phrases import Phrase, phrase
from handlers.areas import area_name
from handlers.matters.assigning import owner_name
from handlers.texts.say import Named
from handlers.turn import Turn

STOPS = "。.！!，,；;、 \n"
"""Ends of a line that is put into a sentence which brings its own."""
_COMMAS = re.compile(r"[。！!，,；;\n]+|\.(?:\s|$)")


def title(turn: Turn[Any], kind: str, area_id: str) -> Phrase:
    return phrase("trouble.title", kind=phrase(kind_of(kind).name_key), area=area_name(turn, area_id))


def title_of(turn: Turn[Any], trouble: Trouble) -> Phrase:
    return phrase("trouble.title", kind=_called(trouble), area=area_name(turn, trouble.area_id))


def _called(trouble: Trouble) -> Phrase:
    """What was announced beforehand is off, not broken: 停水, while a burst pipe is 供水漏水."""
    announced = trouble.from_at is not None and trouble.kind in OFF
    return phrase(f"outage.off_{trouble.kind}" if announced else kind_of(trouble.kind).name_key)


def said(turn: Turn[Any], trouble: Trouble) -> object:
    """The desk's own line, with the end where the line does not name it (any more), and whether that has passed.

    An end that the line names and that is another by now is left out.
    """
    kind = _called(trouble)
    line = trouble.line.rstrip(STOPS) or kind
    if trouble.from_at is not None and trouble.until_at is not None and not trouble.late(turn.now):
        return phrase("trouble.said_planned", line=line, until=trouble.until_at)
    if trouble.until_at is not None and trouble.late(turn.now):
        return phrase("trouble.said_late", line=line, until=trouble.until_at)
    if _named(turn, trouble):
        return line
    if trouble.said_at is not None:
        line = without_time(trouble.line, trouble.said_at.astimezone(turn.house.zone)) or kind
    return line if trouble.until_at is None else phrase("trouble.said_until", line=line, until=trouble.until_at)


def without_time(line: str, said_at: datetime) -> str:
    """The parts of it, between commas, that name no time to come; `said_at` in the district's zone."""
    parts = [part.strip() for part in _COMMAS.split(line)]
    return (", " if line.isascii() else "，").join(part for part in parts if part and until_in(part, said_at) is None)


def _named(turn: Turn[Any], trouble: Trouble) -> bool:
    """Whether the line names the end itself, and still means it: "tomorrow" is another day tomorrow."""
    if trouble.said_at is None:
        return False
    zone = turn.house.zone
    said_at: datetime = trouble.said_at.astimezone(zone)
    today = said_at.date() == turn.now.astimezone(zone).date()
    return today and until_in(trouble.line, said_at) == trouble.until_at


def known(turn: Turn[Any], trouble: Trouble) -> Phrase:
    """What is told to whoever reports it once more."""
    return phrase("trouble.known", said=said(turn, trouble), member=_watching(turn, trouble))


def stands(turn: Turn[Any], trouble: Trouble) -> Phrase:
    """What the card says of a matter that waits for its end."""
    return phrase("trouble.stands", said=said(turn, trouble), member=_watching(turn, trouble))


def _watching(turn: Turn[Any], trouble: Trouble) -> Named | Phrase:
    return owner_name(turn.tx.people.get(trouble.owner_id))
