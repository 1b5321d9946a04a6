"""查: any matter of the desk's area by number, words, place, person and how it stands, the newest first."""

from __future__ import annotations

from collections.abc import Sequence

from domain.desk.finding import sought
from domain.errors import NoLongerPossible, NotAllowed
from domain.matters.matter import Cause, Matter, State
from domain.messages import Inbound, Op
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.desk.lines import short_place
from handlers.desk.ports import DeskTransaction
from handlers.dialogs import Asking, Option, Question, Script, begin
from handlers.matters.assigning import owner_name
from handlers.matters.cards import owner_of, short_of
from handlers.matters.rights import at_its_desk
from handlers.matters.worklists import falls_due
from handlers.roles import desks_of
from handlers.speaking import Rows, Strong, Tap, send, voice_of
from handlers.turn import Turn

WORK = "find"
PAGE = 8
NEWEST = 2**62
"""Before this number lies everything."""
LONGEST = 60
"""Letters of a question."""
OFFERED = ("untaken", "late", "reopened", "asked")


def find(turn: Turn[DeskTransaction], person: Person, inbound: Inbound, rest: str) -> None:
    """/find, 查: with words at once, alone it asks what for."""
    if rest:
        look(turn, person, rest)
    else:
        begin(turn, person, FIND)


def ask_what(turn: Turn[DeskTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in the words."""
    voice = voice_of(turn, person)
    offered = [voice.say(phrase(f"find.{word}")) for word in OFFERED]
    options = tuple(Option(word, word) for word in offered)  # the words that she could have typed
    return (yield Question("what", (phrase("find.what"),), options, rows=(2,), read=lambda given: given.text or None))


def asked(turn: Turn[DeskTransaction], person: Person, dialog: OpenDialog, words: str) -> None:
    """Raises NotAllowed."""
    look(turn, person, words)


FIND = Script("find", ask_what, asked, calm=True)


def look(turn: Turn[DeskTransaction], person: Person, words: str) -> None:
    """Has it looked for beside the turns. Raises NotAllowed."""
    if not desks_of(turn, person):
        raise NotAllowed("find")
    words = " ".join(words.split())[:LONGEST]
    if not sought(words):
        send(turn, person, phrase("find.too_short", words=words))
        return
    page = turn.tx.new_id()[:4]
    turn.tx.notes.set(_note(person), f"{page} {words}")
    _ask_for(turn, person, page, words, NEWEST)


def more(turn: Turn[DeskTransaction], person: Person, page: str, before: int) -> None:
    """The next page of what was looked for last. Raises NoLongerPossible when that was something else."""
    known, _, words = (turn.tx.notes.get(_note(person)) or "").partition(" ")
    if not words or known != page:
        raise NoLongerPossible(page)
    _ask_for(turn, person, page, words, before)


def _note(person: Person) -> str:
    return f"find:{person.id}"


def _ask_for(turn: Turn[DeskTransaction], person: Person, page: str, words: str, before: int) -> None:
    turn.tx.work.add(WORK, f"person:{person.id}", {"page": page, "words": words, "before": before})


def show(
    turn: Turn[DeskTransaction], person: Person, page: str, words: str, found: Sequence[tuple[int, str]], *, first: bool
) -> None:
    """One page of (number, matter id), with one more than fits when there are more; a later page takes its place."""
    matters = [(number, _still_hers(turn, person, id)) for number, id in found[:PAGE]]
    shown = [matter for _, matter in matters if matter is not None]
    key, op = f"found:{person.id}:{page}", Op.SEND if first else Op.UPDATE
    if not shown:
        send(turn, person, phrase("find.nothing" if first else "find.no_more", words=words), op=op, key=key)
        return
    lines = [_line(turn, matter) for matter in shown]
    more_of: Rows = ()
    if len(found) > PAGE:
        more_of = ((Tap(phrase("find.more"), f"more:{page}:{found[PAGE - 1][0]}"),),)
    taps = [Tap(phrase("desk.tap_see", no=matter.number), f"see:{matter.id}") for matter in shown]
    rows = tuple(tuple(taps[n : n + 2]) for n in range(0, len(taps), 2))
    title = Strong(phrase("find.title", words=words))
    send(turn, person, title, *lines, taps=(*rows, *more_of), prompt="k:", op=op, key=key)


def _still_hers(turn: Turn[DeskTransaction], person: Person, matter_id: str) -> Matter | None:
    matter = turn.tx.matters.get(matter_id)
    return matter if at_its_desk(turn, person, matter) else None


def _line(turn: Turn[DeskTransaction], matter: Matter) -> Phrase:
    return phrase(
        "find.line", no=matter.number, what=short_of(matter), place=short_place(matter),
        member=owner_name(owner_of(turn, matter)), stands=phrase(f"find.{_stands(turn, matter)}"),
    )  # fmt: skip


def _stands(turn: Turn[DeskTransaction], matter: Matter) -> str:
    if matter.in_hand and falls_due(matter) <= turn.now and not matter.joined:
        return "late" if matter.state is State.TAKEN else "untaken"
    match matter.state:
        case State.WAITING:
            return "untaken"
        case State.REPORTED:
            return "asked"
        case State.ENDED:
            return "withdrawn" if matter.cause is Cause.WITHDRAWN else "closed"
    return "in_hand"
