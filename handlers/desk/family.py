"""The desk as the house sees it."""

from __future__ import annotations

from domain.errors import NoLongerPossible
from domain.messages import Inbound, Reply
from domain.people.person import Person, Role
from domain.phrases import phrase
from handlers.desk import duty, finding, passing, screen
from handlers.desk.indexing import CHANGES, make_findable
from handlers.desk.ports import DeskTransaction
from handlers.dialogs import begin
from handlers.family import Command, Family
from handlers.matters.giving import GIVE
from handlers.matters.in_person import told
from handlers.matters.opening import opened
from handlers.matters.rights import must_be_at_its_desk
from handlers.matters.trouble_list import trouble
from handlers.turn import Turn


def pressed(turn: Turn[DeskTransaction], person: Person, subject: str, value: str, inbound: Inbound) -> Reply | None:
    """A button of the desk's own screens. Raises NotAllowed, NotFound, NoLongerPossible."""
    act, _, detail = value.partition(":")
    match act:
        case "page":
            group, _, start = detail.partition(":")
            screen.leaf(turn, person, group, _number(start))
        case "duty":
            duty.duty(turn, person)
        case "on" | "swap":
            return duty.pressed(turn, person, act, _number(detail))
        case "trouble":
            trouble(turn, person, inbound, "")
        case "find":
            begin(turn, person, finding.FIND)
        case "more":
            page, _, before = detail.partition(":")
            finding.more(turn, person, page, _number(before))
        case _:
            return _of_a_matter(turn, person, act, detail)
    return None


def _of_a_matter(turn: Turn[DeskTransaction], person: Person, act: str, matter_id: str) -> Reply | None:
    matter = turn.tx.matters.get(matter_id)
    must_be_at_its_desk(turn, person, matter)
    match act:
        case "give":
            begin(turn, person, GIVE, subject=matter.id)
        case "see":
            return opened(turn, person, matter)
        case "told":
            reply = told(turn, person, matter)
            screen.leaf(turn, person, "", 0)
            return reply
        case _:
            raise NoLongerPossible(act)
    return None


def _number(detail: str) -> int:
    if not detail.isdecimal():
        raise NoLongerPossible(detail)
    return int(detail)


DESK = Family(
    name="desk",
    commands=(
        Command("desk", ("案头", "desk"), screen.desk, Role.COORDINATOR, phrase("menu.desk")),
        Command(
            "find",
            ("查", "find"),
            finding.find,
            Role.COORDINATOR,
            phrase("menu.find"),
            takes_words=True,
            calm=True,
        ),
        Command("duty", ("值班", "duty"), duty.duty, Role.COORDINATOR, phrase("menu.duty")),
    ),
    scripts=(finding.FIND, duty.SWAP),
    presses={"k": pressed},
    reactions={
        **dict.fromkeys(CHANGES, (make_findable,)),
        "MatterFiled": (make_findable, passing.plan_morning),
        "MatterAssigned": (make_findable, passing.plan_morning),
    },
    ticks={passing.MORNING: passing.morning},
)
