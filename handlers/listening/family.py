"""Listening as the house sees it: the door of the small bench, and the rooms behind it."""

from __future__ import annotations

from collections.abc import Mapping

from domain.people.person import Person, Role
from domain.phrases import phrase
from handlers.dialogs import begin
from handlers.family import Command, Family
from handlers.listening import duty, need_lists, offers, project_page, projects, sheet, year
from handlers.listening.digest import block
from handlers.listening.door import Door, Room, View, number
from handlers.listening.founding import FOUND
from handlers.listening.noting import NOTE_NEED, OUT_OF_MATTER, kept_of
from handlers.listening.offering import OFFER
from handlers.listening.ports import ListsTransaction
from handlers.listening.project_words import REMIND
from handlers.turn import Turn


def _note(turn: Turn[ListsTransaction], person: Person) -> None:
    begin(turn, person, NOTE_NEED)


def _offer(turn: Turn[ListsTransaction], person: Person) -> None:
    begin(turn, person, OFFER)


ROOMS: Mapping[str, Room] = {
    "problems": need_lists.problems,
    "note": _note,
    "offers": offers.offers,
    "projects": project_page.projects,
    "year": year.year,
    "table": sheet.table,
    "offer_new": _offer,
}
"""Each has its button at the door: `lists.room_<name>`."""
FOR_DESKS = frozenset({"year", "table"})
VIEWS: Mapping[str, View] = {
    "need": duty.see,
    "year": year.opened,
    "problems": lambda turn, person, start: need_lists.problems(turn, person, number(start)),
    "offer": offers.see,
    "offers": lambda turn, person, start: offers.offers(turn, person, number(start)),
    "project": projects.see,
    "projects": lambda turn, person, start: project_page.projects(turn, person, number(start)),
    "duties": lambda turn, person, start: need_lists.duties(turn, person, number(start)),
}
DOOR = Door(ROOMS, VIEWS, FOR_DESKS)

LISTENING = Family(
    name="listening",
    commands=(
        Command("bench", ("小板凳", "bench"), DOOR.opened, Role.MEMBER, phrase("menu.bench")),
        Command("bench", ("小板凳", "bench"), DOOR.opened, Role.COORDINATOR, phrase("menu.bench")),
        Command("year", ("年账", "year"), year.year, Role.COORDINATOR, takes_words=True, calm=True),
    ),
    scripts=(
        NOTE_NEED,
        duty.TAKE,
        duty.STRIKE,
        duty.WITHDRAW,
        OFFER,
        FOUND,
        projects.MORE_STEPS,
        projects.STRIKE,
        projects.DROP,
    ),
    with_matter={"need": OUT_OF_MATTER},
    kept=kept_of,
    digest_block=block,
    presses={"ls": DOOR.pressed, "need": duty.pressed, "offer": offers.pressed, "project": projects.pressed},
    ticks={REMIND: projects.remind},
)
