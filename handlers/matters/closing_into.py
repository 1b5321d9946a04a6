"""并入另一件: which other matter one is the same as, by tap or number; her own is united, a neighbour's is joined."""

from __future__ import annotations

from domain.errors import NoLongerPossible
from domain.matters.matter import Matter
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Question
from handlers.matters.cards import short_of, what_of
from handlers.matters.metoo_desk import go_with, likely, may_go
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import may_work_on
from handlers.matters.uniting import others_of, unite
from handlers.speaking import send
from handlers.turn import Turn

MOST, MOST_TRIES = 6, 5
NEITHER = "neither"


def ask_into_which(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Asking:
    """Ends in the other's id, "" for none."""
    near = [*others_of(turn, person, matter), *likely(turn, matter)]
    offered = [each for each in near if _fits(turn, person, matter, each)][:MOST]
    options = [
        Option(each.id, phrase("metoo.option", no=each.number, what=short_of(each), place=each.spot.label))
        for each in offered
    ]
    options.append(Option(NEITHER, phrase("metoo.neither")))
    words = phrase("close.into", no=matter.number, what=what_of(matter))
    for n in range(MOST_TRIES):
        given = yield Question(
            f"into.{n}", (words,), tuple(options), read=lambda said: said.text or None, valid=lambda value: True
        )
        if given == NEITHER:
            return ""
        if any(given == each.id for each in offered):
            return given
        numbered = [each for each in turn.tx.matters.by_number(given) if _fits(turn, person, matter, each)]
        if numbered:
            return numbered[0].id
        words = phrase("close.not_into", no=matter.number)
    return ""


def _fits(turn: Turn[MattersTransaction], person: Person, matter: Matter, other: Matter) -> bool:
    if other.id == matter.id or not may_work_on(turn, person, other):
        return False
    hers = other.reporter_id == matter.reporter_id
    return other in others_of(turn, person, matter) if hers else may_go(turn, matter, other)


def put_into(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, other_id: str) -> None:
    """Raises NotAllowed, NoLongerPossible."""
    if not other_id:
        send(turn, person, phrase("metoo.kept"))
        return
    matter, other = turn.tx.matters.get(dialog.subject), turn.tx.matters.get(other_id)
    if not _fits(turn, person, matter, other):
        raise NoLongerPossible(other_id)
    put = unite if other.reporter_id == matter.reporter_id else go_with
    put(turn, person, dialog, other_id)
