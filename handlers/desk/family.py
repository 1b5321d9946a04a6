"""The desk as the house sees it."""

from __future__ import annotations

from domain.errors import NoLongerPossible
from domain.messages import Inbound, Reply
from domain.people.person import Person, Role
from domain.phrases import phrase
from handlers.desk import screen
from handlers.desk.ports import DeskTransaction
from handlers.dialogs import begin
from handlers.family import Command, Family
from handlers.matters.giving import GIVE
from handlers.matters.opening import opened
from handlers.matters.rights import must_be_at_its_desk
from handlers.turn import Turn


def pressed(turn: Turn[DeskTransaction], person: Person, subject: str, value: str, inbound: Inbound) -> Reply | None:
    """A button of the desk's own screens. Raises NotAllowed, NotFound, NoLongerPossible."""
    act, _, detail = value.partition(":")
    if act == "page":
        group, _, start = detail.partition(":")
        screen.leaf(turn, person, group, _number(start))
        return None
    matter = turn.tx.matters.get(detail)
    must_be_at_its_desk(turn, person, matter)
    match act:
        case "give":
            begin(turn, person, GIVE, subject=matter.id)
        case "see":
            return opened(turn, person, matter)
        case _:
            raise NoLongerPossible(value)
    return None


def _number(detail: str) -> int:
    if not detail.isdecimal():
        raise NoLongerPossible(detail)
    return int(detail)


DESK = Family(
    name="desk",
    commands=(Command("desk", ("案头", "desk"), screen.desk, Role.COORDINATOR, phrase("menu.desk")),),
    presses={"k": pressed},
)
