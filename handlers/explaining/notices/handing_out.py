"""Copies that were handed out on visits: which notices it may have been, and how many of one."""

from __future__ import annotations

from domain.events import Event
from domain.explaining.flyer import likeness
from domain.explaining.notice import Notice, first_line
from domain.phrases import Phrase, phrase
from handlers.explaining.notices.ports import NoticesTransaction
from handlers.explaining.notices.words import kind_of
from handlers.turn import Handout, Turn

MOST, LETTERS = 3, 8
MOST_LOOKED_AT = 20


def may_have_been(turn: Turn[NoticesTransaction], area_id: str, words: str) -> list[Handout]:
    """The notices that still count there: those that the words speak of first, then the newest."""
    around = [area.id for area in turn.tx.areas.tree().up(area_id)]
    found = list(turn.tx.notices.of_area(around, turn.today, MOST_LOOKED_AT))
    found.sort(key=lambda notice: -likeness(words, notice.text))
    kinds = [notice.kind for notice in found[:MOST]]
    return [Handout(each.id, _called(each, alone=kinds.count(each.kind) == 1)) for each in found[:MOST]]


def _called(notice: Notice, *, alone: bool) -> Phrase:
    """No longer than a button holds."""
    line = first_line(notice.text)[:LETTERS]
    key = "flyer.called" if alone or not line else "flyer.called_so"
    return phrase(key, kind=kind_of(notice), line=line)


def noted(turn: Turn[NoticesTransaction], event: Event) -> None:
    """Of the visit: copies of which notices, as "<id>:<n>"."""
    for each in str(event.facts.get("copies", "")).split():
        notice_id, _, n = each.partition(":")
        turn.tx.notice_copies.add(event.subject.partition(":")[2], notice_id, int(n))


def handed_out(turn: Turn[NoticesTransaction], notice: Notice) -> list[Phrase]:
    """For its page; nothing where none was."""
    copies, visits = turn.tx.notice_copies.of(notice.id)
    return [phrase("flyer.handed_out", n=copies, visits=visits)] if copies else []
