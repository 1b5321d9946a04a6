"""A member on leave takes a matter all the same: she is asked whether she means to, and then her word counts."""

from __future__ import annotations

from domain.matters.matter import Matter, State, Tier
from domain.messages import Reply
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Script, begin, choose
from handlers.matters.accepting import accept
from handlers.matters.assigning import owner_name
from handlers.matters.cards import owner_of, what_of
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import may_work_on
from handlers.speaking import send
from handlers.turn import Turn


def accept_or_ask(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Reply | None:
    """接了. On leave she is asked first, so that no slip makes her act; danger does not wait. Raises NotAllowed."""
    away = turn.tx.roster.absent(person.id, turn.now)
    in_time = matter.state is State.WAITING and matter.tier is not Tier.DANGER and may_work_on(turn, person, matter)
    if away is None or not in_time:
        return accept(turn, person, matter)
    begin(turn, person, AWAY, subject=matter.id)
    return None


def ask_sure(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in whether she takes it; back meanwhile, she is not asked any more."""
    matter, away = turn.tx.matters.get(dialog.subject), turn.tx.roster.absent(person.id, turn.now)
    if away is None:
        return True
    options = (Option("yes", phrase("leave.accept_yes")), Option("no", phrase("leave.accept_no")))
    words = phrase("leave.accept", no=matter.number, what=what_of(matter))
    return (yield from choose("sure", words, options=options)) == "yes"


def take_it(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, sure: bool) -> None:
    """The leave stands for everything else; what she has taken by her own word stays hers until she hands it on."""
    matter = turn.tx.matters.get(dialog.subject)
    if not sure:
        owner = owner_name(owner_of(turn, matter))
        send(turn, person, phrase("leave.accept_left", no=matter.number, owner=owner), about=matter.subject)
        return
    accept(turn, person, matter)


AWAY = Script("accept_away", ask_sure, take_it)
