"""更多: the resident's second row of things to do with her matter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from domain.areas import Spot
from domain.matters.greetings import all_well, is_no, is_yes
from domain.matters.matter import Act, Matter, Tier
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Question, Script, begin, choose
from handlers.matters.calling import CALL
from handlers.matters.declining import change, may_change, sure_to_change
from handlers.matters.hotline import HOTLINE_IN
from handlers.matters.judging import withdraw
from handlers.matters.lists import show_timeline
from handlers.matters.place_mending import mend
from handlers.matters.places import Whereabouts, locate
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import may_say_whence
from handlers.speaking import send
from handlers.telling import tell
from handlers.turn import Turn

TAKES_BACK: dict[str, object] = {"takes_back": True}
"""The draft of a dialog that begins where she says that it need not be done."""


def ask_resident(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    matter = turn.tx.matters.get(dialog.subject)
    wanted = ["history", "call", "withdraw"] if matter.show_phone is False else ["history", "withdraw"]
    if matter.in_hand:
        wanted.append("place")
    if not matter.anonymous:
        wanted.append("hide")
    if may_change(turn, matter):
        wanted.append("change")
    if may_say_whence(turn, person, matter):
        wanted.append("hotline")
    options = [Option(what, phrase(f"mine.{what}")) for what in (*wanted, "nothing")]
    if dialog.draft.get("takes_back"):
        what = "withdraw"
    else:
        what = yield from choose(
            "what", phrase("mine.what", no=matter.number), options=options, rows=(2,), valid=lambda v: True
        )
    if what == "withdraw":
        return "withdraw" if (yield from _sure(matter)) == "yes" else "nothing"
    if what == "place":
        return (yield from locate(Whereabouts(turn, person), "place"))
    if what == "change":
        return "change" if (yield from sure_to_change(turn, matter)) == "yes" else "nothing"
    return what


def _sure(matter: Matter) -> Asking:
    """An alarm is taken back in other words than a lamp."""
    alarm = matter.tier is Tier.DANGER
    keys = ("mine.sure_alarm", "mine.yes_alarm", "mine.no_alarm") if alarm else ("mine.sure", "mine.yes", "mine.no")
    options = (Option("yes", phrase(keys[1])), Option("no", phrase(keys[2])))
    return (yield Question("sure", (phrase(keys[0], no=matter.number),), options, rows=(2,), means=_meant))


def _meant(words: str) -> str | None:
    return "yes" if is_yes(words) or all_well(words) else "no" if is_no(words) else None


def do_resident(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, what: str | Spot) -> None:
    """Raises NoLongerPossible."""
    matter = turn.tx.matters.get(dialog.subject)
    if isinstance(what, Spot):
        mend(turn, person, matter, what)
        return
    actions: dict[str, Callable[[], None]] = {
        "history": lambda: show_timeline(turn, person, matter),
        "call": lambda: begin(turn, person, CALL, subject=matter.id),
        "withdraw": lambda: _withdraw(turn, person, matter),
        "hide": lambda: _hide(turn, person, matter),
        "change": lambda: change(turn, person, matter),
        "hotline": lambda: begin(turn, person, HOTLINE_IN, subject=matter.id),
    }
    if what in actions:
        actions[what]()


def _withdraw(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> None:
    if matter.can(Act.WITHDRAW):
        withdraw(turn, person, matter)
        send(turn, person, phrase("mine.withdrawn", no=matter.number), about=matter.subject)
    else:
        send(turn, person, phrase("mine.too_late", no=matter.number), about=matter.subject)


def _hide(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> None:
    turn.tx.matters.save(replace(matter, anonymous=True))
    tell(turn, matter.subject, "NameHidden", by=person.id)
    send(turn, person, phrase("mine.hidden"), about=matter.subject)


MINE = Script("mine", ask_resident, do_resident)
