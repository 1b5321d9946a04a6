"""记需求: what is needed in one line, of what kind and where, from a matter or just so."""

from __future__ import annotations

from domain.errors import NoLongerPossible
from domain.listening.kinds import likely_kind
from domain.listening.need import Heard, NeedKind
from domain.matters.kinds import kind_of, private
from domain.matters.matter import Matter
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from domain.rights import AreaRight
from handlers.areas import ask_area
from handlers.dialogs import Asking, Option, Script, ask, begin, choose
from handlers.listening.need_page import show_need
from handlers.listening.needs import note_need
from handlers.listening.ports import ListsTransaction
from handlers.matters.cards import what_of
from handlers.matters.rights import must_work_on
from handlers.reach import must, places_to_note
from handlers.rights import may_at
from handlers.turn import Turn, WithMatter

AS_REPORTED = "as_reported"


def ask_need(turn: Turn[ListsTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in the line, the kind and the area. The dialog's subject is a matter's id, or "". Raises NotAllowed."""
    matter = turn.tx.matters.get(dialog.subject) if dialog.subject else None
    if matter is None:
        line = yield from ask("line", phrase("lists.note_what"))
    else:
        line = yield from _line_of(matter)
    likely = likely_kind(line)
    kinds = [likely, *(kind for kind in NeedKind if kind is not likely)]
    kind = yield from choose(
        "kind", phrase("lists.note_kind"), options=[Option(k.value, phrase(f"lists.kind_{k.value}")) for k in kinds],
        rows=(3,), valid=lambda value: value in list(NeedKind),
    )  # fmt: skip
    area_id = matter.spot.area_id if matter is not None else ""
    return line, NeedKind(kind), area_id or (yield from ask_where(turn, person))


def _line_of(matter: Matter) -> Asking:
    same = (Option(AS_REPORTED, phrase("lists.as_reported", what=what_of(matter))),) if matter.what else ()
    said = yield from ask("line", phrase("lists.note_from", no=matter.number), options=same)
    return matter.what if said == AS_REPORTED else said


def ask_where(turn: Turn[ListsTransaction], person: Person, key: str = "area") -> Asking:
    """Ends in the id of an area where she may note something. Raises NotAllowed."""
    return (
        yield from ask_area(
            turn, person, places_to_note(turn, person), phrase("lists.note_where"),
            lambda area_id: may_at(turn, person, area_id, AreaRight.READ_LISTS), key=key, buildings=True,
        )
    )  # fmt: skip


def note(turn: Turn[ListsTransaction], person: Person, dialog: OpenDialog, said: tuple[str, NeedKind, str]) -> None:
    """Raises NotAllowed."""
    line, kind, area_id = said
    heard = Heard.DIRECT
    if dialog.subject:
        matter = turn.tx.matters.get(dialog.subject)
        must_work_on(turn, person, matter)
        if not _may(turn, person, matter):
            raise NoLongerPossible(matter.id)
        heard = Heard.MATTER
    else:
        must(turn, person, area_id, AreaRight.READ_LISTS)
    need = note_need(turn, person, area_id=area_id, kind=kind, line=line, heard=heard, heard_id=dialog.subject)
    show_need(turn, person, need, phrase("lists.noted"))


NOTE_NEED = Script("need", ask_need, note, calm=True)


# ---- out of a matter -----------------------------------------------------------------------------------------------


def _may(turn: Turn[ListsTransaction], person: Person, matter: Matter) -> bool:
    """What is about a person goes on no list, and what lies nowhere has none."""
    return bool(matter.spot.area_id) and not private(matter) and not kind_of(matter.kind).quiet


def _begin(turn: Turn[ListsTransaction], person: Person, matter: Matter) -> None:
    begin(turn, person, NOTE_NEED, subject=matter.id)


OUT_OF_MATTER = WithMatter(_may, _begin)


def kept_of(turn: Turn[ListsTransaction], matter: Matter) -> list[str]:
    return [need.line for need in turn.tx.needs.heard(Heard.MATTER, matter.id) if need.line]
