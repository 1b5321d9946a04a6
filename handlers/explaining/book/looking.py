"""An answer looked for with words: shown where it is sure, else chosen; where there is none, a person may be asked."""

from __future__ import annotations

from domain.explaining.finding import SHOWN, Found
from domain.matters.draft import Draft
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Question, Script, begin
from handlers.explaining.book.finding import find
from handlers.explaining.book.offering import SEE, ask, done, near
from handlers.explaining.book.ports import BookTransaction
from handlers.explaining.book.words import label_of
from handlers.matters import drafts
from handlers.matters.answered import hand_on
from handlers.questions import NO
from handlers.speaking import send
from handlers.turn import Asked, Turn

WORDS, FOUND, SURE = "words", "found", "sure"
TO_SOMEBODY = "somebody"
WORTH_SHOWING = 0.2
"""Score below which an entry has hardly anything of what was asked."""


def search(turn: Turn[BookTransaction], person: Person, words: str) -> None:
    _show(turn, person, words, _worth_showing(turn, person, words))


def looked_up(turn: Turn[BookTransaction], person: Person, words: str) -> bool:
    """False where nothing is found: then the words are not for the book."""
    found = _worth_showing(turn, person, words)
    if found:
        _show(turn, person, words, found)
    return bool(found)


def _worth_showing(turn: Turn[BookTransaction], person: Person, words: str) -> list[Found]:
    return [each for each in find(turn, person, words) if each.score >= WORTH_SHOWING]


def _show(turn: Turn[BookTransaction], person: Person, words: str, found: list[Found]) -> None:
    sure = bool(found) and found[0].sure
    ids = ",".join(each.entry.id for each in (near(found) if sure else found[:SHOWN]))
    begin(turn, person, LOOK, draft={WORDS: words, FOUND: ids, SURE: sure})


def look_through(turn: Turn[BookTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in an Asked; in None when she wants nothing more."""
    ids = str(dialog.draft[FOUND])
    if not ids or not dialog.draft[SURE]:
        ids = yield from _which(turn, ids)
    if ids == NO:
        return None
    if ids == TO_SOMEBODY:
        return Asked("", helped=False)
    to = hand_on(turn, person, _draft(turn, dialog))
    return (yield from ask(turn, person, ids, to))


def _which(turn: Turn[BookTransaction], ids: str) -> Asking:
    """Ends in the id of one, TO_SOMEBODY or NO."""
    entries = [entry for entry in turn.tx.entries.some(ids.split(",")) if entry.live]
    options = (
        *(Option(SEE + entry.id, label_of(entry)) for entry in entries),
        Option(TO_SOMEBODY, phrase("found.none_of_these" if entries else "found.hand_on")),
        Option(NO, phrase("found.never_mind")),
    )  # fmt: skip
    words = phrase("found.which" if entries else "found.nothing")
    said: str = yield Question("which", (words,), options, rows=(*(1 for _ in entries), 2))
    return said.removeprefix(SEE)


def _draft(turn: Turn[BookTransaction], dialog: OpenDialog, more: str = "") -> Draft:
    words = Draft(turn.now, turn.now).with_words("", str(dialog.draft[WORDS]), turn.now)
    return words.with_words("", more, turn.now) if more else words


def looked(turn: Turn[BookTransaction], person: Person, dialog: OpenDialog, asked: Asked | None) -> None:
    if asked is None:
        send(turn, person, phrase("small.ok"), silent=True)
    elif asked.helped:
        done(turn, person, asked.shown, "")
    else:
        drafts.start(turn, person, _draft(turn, dialog, asked.more), unanswered=asked.shown)


LOOK = Script("book_look", look_through, looked)
