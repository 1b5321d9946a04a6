"""不归我: the right grid is proposed, a second tap hands the matter over, the desk is informed."""

from __future__ import annotations

from dataclasses import replace

from domain.errors import NoLongerPossible
from domain.matters.matter import Act
from domain.matters.reasons import BACK
from domain.messages import Inbound
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Question, Script, choose
from handlers.matters.assigning import assign, owner_name
from handlers.matters.declining import declined
from handlers.matters.owners import about, desk_owner, must_not_have
from handlers.matters.ports import MattersTransaction
from handlers.matters.reasons import ask_reason, kept
from handlers.matters.rights import must_work_on
from handlers.matters.whom import (
    SOUGHT,
    first_of,
    grids_on_offer,
    likely_grids,
    named,
    neighbours,
    people_sought,
    somebody,
)
from handlers.roles import able
from handlers.speaking import send
from handlers.turn import Turn

DESK = "desk"
MINE = "mine"
RELATED = "related"
OTHERS = "others"
NEAR, MOST = 6, 24
"""How many grids are offered at once when nothing says which, and on the list of all others."""


def ask_whose(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in (where to, the reason for which it goes back to the desk).

    Where to: a grid's id, "<area id>|<person id>" of somebody named or sought by what she can do, "desk", "related"
    when she has to do with it herself, or "mine" for a changed mind.
    """
    matter = turn.tx.matters.get(dialog.subject)
    likely = likely_grids(turn, matter)
    others = [grid for grid in neighbours(turn, matter) if grid not in likely]
    near = likely or others[:NEAR]
    options = grids_on_offer(turn, person, matter, near)
    if len(near) < len(likely) + len(others):
        options.append(Option(OTHERS, phrase("hand.others")))
    options += [Option(DESK, phrase("hand.desk")), Option(RELATED, phrase("hand.related"))]
    options.append(Option(MINE, phrase("hand.mine")))
    words = phrase("hand.unsure")
    if likely:
        words = phrase(
            "hand.likely", area=named(likely[0]), member=owner_name(first_of(turn, likely[0], matter).person)
        )

    def in_words(given: Inbound) -> str | None:
        return somebody(turn, person, matter, given.text) if given.text else None

    choice = yield Question("whose", (words,), tuple(options), in_words, lambda value: True)
    if choice == OTHERS:
        rest = [grid for grid in others if grid not in near][:MOST]
        options = [*grids_on_offer(turn, person, matter, rest), Option(DESK, phrase("hand.desk"))]
        choice = yield from choose("which", phrase("hand.which"), options=options, valid=lambda value: True)
    elif choice.startswith(SOUGHT):
        found = people_sought(turn, person, matter, choice, "hand.to")
        options = [*found, Option(DESK, phrase("hand.desk")), Option(MINE, phrase("hand.mine"))]
        choice = yield from choose("who", phrase("hand.who"), options=options, valid=lambda value: True)
    if choice != DESK:
        return choice, ""
    return choice, (yield from ask_reason(phrase("ladder.back_why", no=matter.number), BACK))


def hand_on(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, result: tuple[str, str]) -> None:
    """Raises NotAllowed, NoLongerPossible."""
    choice, reason = result
    matter = turn.tx.matters.get(dialog.subject)
    if choice == MINE:
        send(turn, person, phrase("hand.kept", no=matter.number), about=matter.subject)
        return
    must_work_on(turn, person, matter)
    if not matter.can(Act.ASSIGN):
        raise NoLongerPossible(choice)
    if choice == RELATED:
        declined(turn, person, matter)
        return
    if choice == DESK:
        to = desk_owner(turn, about(turn, matter, person.id))
        assign(turn, matter, to, by=person.id, why="return", reason=kept(turn, matter, person, reason))
    elif "|" in choice:
        to = turn.tx.people.get(choice.partition("|")[2])
        if not able(turn, to) or to.id in must_not_have(turn, matter):  # she was and could when she was named
            raise NoLongerPossible(choice)
        assign(turn, matter, to, by=person.id, why="transfer")
    else:
        grid = turn.tx.areas.tree().areas.get(choice)
        if grid is None:  # given up since it was shown
            raise NoLongerPossible(choice)
        chosen, spot = first_of(turn, grid, matter), replace(matter.spot, grid_id=choice)
        to = chosen.person
        assign(turn, matter, to, by=person.id, why="transfer", spot=spot, because=chosen.reason)
    send(turn, person, phrase("hand.done", no=matter.number, member=owner_name(to)), about=matter.subject)


HAND_ON = Script("hand_on", ask_whose, hand_on)
