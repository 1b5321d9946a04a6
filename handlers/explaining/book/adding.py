"""A new entry in three steps: the question, the answer, and a yes to how it will look; all else is changed after."""

from __future__ import annotations

from domain.errors import NoLongerPossible, NotAllowed
from domain.explaining.entry import Entry, EntryState
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from domain.rights import AreaRight
from handlers.dialogs import Asking, Option, Question, Script, begin
from handlers.explaining.book.finding import find
from handlers.explaining.book.page import show_entry
from handlers.explaining.book.parts import ask_words, guessed_kind
from handlers.explaining.book.ports import BookTransaction
from handlers.explaining.book.reach import places_to_write
from handlers.explaining.book.words import kept_lines, read_lines, title_of
from handlers.explaining.book.writing import add_entry, new_entry
from handlers.matters.assigning import owner_name
from handlers.questions import NO, YES
from handlers.rights import may_at, serves_in
from handlers.roles import desk_for
from handlers.speaking import send
from handlers.turn import Turn

QUESTION, ANSWER, AREA, MATTER = "question", "answer", "area", "matter"
"""What the draft may hold beforehand: words, the area's id, and the matter that it comes from."""
AGAIN = "again"


def start(turn: Turn[BookTransaction], person: Person, **known: str) -> None:
    """`known` by the names above. Raises NotAllowed, NoLongerPossible where there is nowhere to write."""
    if not places_to_write(turn, person):
        raise NoLongerPossible("entry")
    begin(turn, person, ADD, subject=known.get(MATTER, ""), draft=dict(known))


def ask_entry(turn: Turn[BookTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in question and answer, AGAIN or None."""
    question = _held(dialog, QUESTION) or (yield from ask_words("question"))
    answer = _held(dialog, ANSWER) or (yield from ask_words("answer", below=_like_it(turn, person, question)))
    draft = _entry(turn, person, dialog, question, answer)
    shown = [*read_lines(turn, draft), *kept_lines(turn, draft)]
    live = draft.state is EntryState.LIVE
    options = (
        Option(YES, phrase("book.yes_add" if live else "book.yes_propose"), sealed=True),
        Option(AGAIN, phrase("asking.anew")), Option(NO, phrase("book.not_added")),
    )  # fmt: skip
    lead = phrase("book.seen" if live else "book.seen_proposed")
    sure = yield Question("sure", (lead, *shown), options, rows=(1, 2))
    return {YES: (question, answer), AGAIN: AGAIN}.get(sure)


def _like_it(turn: Turn[BookTransaction], person: Person, question: str) -> list[Phrase]:
    """Before a second answer to it is typed: which one there is, and how to come to it."""
    found = find(turn, person, question)[:1]
    return [phrase("book.like_it", title=title_of(each.entry), n=each.entry.number) for each in found if each.sure]


def _held(dialog: OpenDialog, part: str) -> str:
    return str(dialog.draft.get(part) or "")


def _entry(
    turn: Turn[BookTransaction], person: Person, dialog: OpenDialog, question: str, answer: str
) -> Entry:  # fmt: skip
    area_id = _held(dialog, AREA) or places_to_write(turn, person)[0]
    state = EntryState.LIVE if may_at(turn, person, area_id, AreaRight.KEEP_BOOK) else EntryState.PROPOSED
    return new_entry(
        turn, person, area_id, question, answer, kind=guessed_kind(question), state=state,
        from_matter_id=_held(dialog, MATTER),
    )  # fmt: skip


def added(turn: Turn[BookTransaction], person: Person, dialog: OpenDialog, said: tuple[str, str] | str | None) -> None:
    """Raises NotAllowed."""
    if said == AGAIN:
        start(turn, person, **{name: _held(dialog, name) for name in (AREA, MATTER) if _held(dialog, name)})
    elif isinstance(said, tuple):
        entry = _entry(turn, person, dialog, *said)
        if not entry.live and not serves_in(turn, person, entry.area_id):
            raise NotAllowed(entry.area_id)
        entry = add_entry(turn, person, entry)
        show_entry(turn, person, entry, phrase("book.added" if entry.live else "book.handed_in"))
        if not entry.live:
            _ask_desk(turn, person, entry)
    else:
        send(turn, person, phrase("book.nothing_added"), silent=True)


def _ask_desk(turn: Turn[BookTransaction], person: Person, entry: Entry) -> None:
    """Whoever is on duty there says yes or no by a tap."""
    for keeper in desk_for(turn, entry.area_id)[:1]:
        show_entry(turn, keeper, entry, phrase("book.proposes", member=owner_name(person)))


ADD = Script("entry", ask_entry, added, calm=True)
