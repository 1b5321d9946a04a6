"""The roster as the house sees it."""

from __future__ import annotations

from domain.errors import NoLongerPossible, NotAllowed
from domain.messages import Inbound, Op, Reply
from domain.people.person import Person, Role
from domain.phrases import phrase
from handlers.dialogs import begin
from handlers.family import Command, Family
from handlers.roles import desks_of
from handlers.roster.adding import ADD, send_link
from handlers.roster.areas_page import show_area
from handlers.roster.editing import EDIT
from handlers.roster.leading import tell_lead
from handlers.roster.looking import roster
from handlers.roster.ordering import ORDER
from handlers.roster.person_page import show_person
from handlers.roster.ports import RosterTransaction
from handlers.roster.removing import OUT
from handlers.roster.scope import area_in_scope, person_in_scope
from handlers.roster.undoing import undo
from handlers.turn import Turn


def pressed(turn: Turn[RosterTransaction], person: Person, subject: str, value: str, inbound: Inbound) -> Reply | None:
    """A button of the roster's screens. Raises NotAllowed, NotFound, NoLongerPossible."""
    if not desks_of(turn, person):
        raise NotAllowed("roster")
    act, _, detail = value.partition(":")
    match act:
        case "a":
            area_id, _, start = detail.partition(":")
            show_area(turn, person, area_id, int(start) if start.isdecimal() else 0)
        case "area":
            show_area(turn, person, detail, 0, Op.SEND)
        case "p" | "see":
            show_person(turn, person, detail, Op.UPDATE if act == "p" else Op.SEND)
        case "add" | "order":
            begin(turn, person, ADD if act == "add" else ORDER, subject=area_in_scope(turn, person, detail).id)
        case "e":
            what, _, of_id = detail.partition(":")
            _edits(turn, person, what, person_in_scope(turn, person, of_id))
        case "link":
            send_link(turn, person, person_in_scope(turn, person, detail))
        case "undo":
            return undo(turn, person, detail)
        case _:
            raise NoLongerPossible(value)
    return None


def _edits(turn: Turn[RosterTransaction], person: Person, what: str, whom: Person) -> None:
    if what == "out":
        begin(turn, person, OUT, subject=whom.id)
    else:
        begin(turn, person, EDIT, subject=whom.id, draft={"what": what})


ROSTER = Family(
    name="roster",
    commands=(
        Command(
            "roster",
            ("名册", "roster"),
            roster,
            Role.COORDINATOR,
            phrase("menu.roster"),
            takes_words=True,
            calm=True,
        ),
    ),
    scripts=(ADD, ORDER, EDIT, OUT),
    presses={"ro": pressed},
    reactions={"MatterAssigned": (tell_lead,)},
)
