"""派给: the desk gives a matter to somebody by name, and with it, where the place was unknown, to that grid."""

from __future__ import annotations

from dataclasses import replace

from domain.errors import NoLongerPossible
from domain.matters.matter import Act
from domain.messages import Inbound
from domain.open import OpenDialog
from domain.people.person import Person, Role
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Question, Script, choose
from handlers.matters.accepting import take_over
from handlers.matters.assigning import assign, owner_name
from handlers.matters.cards import place_of, what_of
from handlers.matters.owners import may_have
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import must_work_on
from handlers.matters.whom import SOUGHT, people_on_offer, people_sought, person_named, somebody
from handlers.roles import able
from handlers.speaking import send
from handlers.turn import Turn


def ask_to_whom(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in "<area id>|<person id>". A name may be typed too, or what she is to be able to do.

    Raises NoLongerPossible for what has ended.
    """
    matter = turn.tx.matters.get(dialog.subject)
    if not matter.can(Act.ASSIGN):
        raise NoLongerPossible(matter.id)
    options = people_on_offer(turn, person, matter)
    if may_have(turn, person, matter) and (matter.owner_id != person.id or not matter.contacted_at):
        options.append(Option(f"{matter.spot.grid_id}|{person.id}", phrase("give.me")))
    key = "give.whom" if matter.spot.grid_id else "give.whom_unmapped"
    words = phrase(key, no=matter.number, what=what_of(matter), place=place_of(matter))

    def by_name(given: Inbound) -> str | None:
        name = given.text.strip()
        return (person_named(turn, person, name) or somebody(turn, person, matter, name)) if name else None

    choice = yield Question("to", (words,), tuple(options), by_name, lambda value: True, rows=(2,))
    if choice.startswith(SOUGHT):
        options = people_sought(turn, person, matter, choice, "give.to")
        choice = yield from choose("who", phrase("give.who"), options=options, valid=lambda value: "|" in value)
    return choice


def give(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, choice: str) -> None:
    """An unknown place is from now on in the grid the member was offered for. Raises NotAllowed, NoLongerPossible."""
    area_id, _, to_id = choice.partition("|")
    matter = turn.tx.matters.get(dialog.subject)
    must_work_on(turn, person, matter)
    to = turn.tx.people.get(to_id)
    if to.id == person.id and may_have(turn, to, matter):
        take_over(turn, person, matter)
        return
    if not may_have(turn, to, matter):
        send(turn, person, phrase("choice.not_to", member=owner_name(to), no=matter.number), about=matter.subject)
        return
    if not able(turn, to):  # she was when the names were shown
        raise NoLongerPossible(to.id)
    in_grid = any(a.area_id == area_id and a.role is Role.MEMBER for a in turn.tx.roster.of_person(to.id))
    spot = replace(matter.spot, grid_id=area_id) if in_grid and not matter.spot.grid_id else matter.spot
    assign(turn, matter, to, by=person.id, why="desk", spot=spot)
    send(turn, person, phrase("hand.done", no=matter.number, member=owner_name(to)), about=matter.subject, silent=True)


GIVE = Script("give", ask_to_whom, give)
