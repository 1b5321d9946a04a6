"""The 12345 hotline's own number beside ours: of what was handed to it, and of what came from it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count

from domain.errors import NoLongerPossible
from domain.events import Event
from domain.matters.matter import Act, Matter, State
from domain.messages import Inbound
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.dialogs import Asking, Option, Question, Script, begin, choose
from handlers.matters.accepting import take_over
from handlers.matters.assigning import owner_name
from handlers.matters.cards import owner_of, show_resident
from handlers.matters.clocks import matter_of, reckoned, replan
from handlers.matters.member_card import has_card, show_member
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import may_say_whence, must_be_at_its_desk
from handlers.matters.ringing import ring
from handlers.speaking import send
from handlers.telling import tell
from handlers.turn import Turn

_NUMBER = re.compile(r"[0-9A-Z]{4,30}")
WORKDAYS = (3, 5, 10)
OUT, IN = "out", "in"


def _ask_for_number(words: Phrase) -> Asking:
    """Ends in digits and Latin letters, whatever was typed between them; asks again until there are some."""
    for n in count():
        given = yield Question(f"number.{n}", (words,), read=lambda answer: answer.text or None)
        number = re.sub(r"[\s\-—－–_/]", "", given).upper()
        if _NUMBER.fullmatch(number):
            return number
        words = phrase("hotline.no_number")


# ---- out -----------------------------------------------------------------------------------------------------------


def ask_number(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in the hotline's number."""
    matter = turn.tx.matters.get(dialog.subject)
    return (yield from _ask_for_number(phrase("hotline.which", no=matter.number)))


def handed_over(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, number: str) -> None:
    """It is hers from now on, and its clock the hotline's. Raises NotAllowed, NoLongerPossible."""
    matter = turn.tx.matters.get(dialog.subject)
    must_be_at_its_desk(turn, person, matter)
    if not matter.can(Act.ASSIGN):
        raise NoLongerPossible(matter.id)
    if matter.state is State.WAITING or matter.owner_id != person.id:
        take_over(turn, person, matter)
        matter = turn.tx.matters.get(matter.id)
    due = turn.house.clocks.hotline_due(turn.now)
    _keep(turn, person, replace(matter, hotline_at=turn.now), number, due, OUT)
    send(turn, person, phrase("hotline.kept_out", no=matter.number, number=number, until=due), about=matter.subject)


HOTLINE_NO = Script("hotline_no", ask_number, handed_over, calm=True)


# ---- in ------------------------------------------------------------------------------------------------------------


def whence(turn: Turn[MattersTransaction], person: Person, inbound: Inbound, rest: str) -> None:
    """来自12345: of the matter with that number, else of the one that she has handed in last."""
    named = turn.tx.matters.by_number(rest) if rest else turn.tx.matters.of_reporter(person.id)
    meant = [matter for matter in named if may_say_whence(turn, person, matter)]
    if meant:
        begin(turn, person, HOTLINE_IN, subject=max(meant, key=lambda matter: (matter.filed_on, matter.seq)).id)
    else:
        send(turn, person, phrase("hotline.none_in"))


def ask_whence(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in (the hotline's number, working days)."""
    matter = turn.tx.matters.get(dialog.subject)
    number = yield from _ask_for_number(phrase("hotline.which_in", no=matter.number))
    options = [Option(str(n), phrase("hotline.days", n=n)) for n in WORKDAYS]
    return number, int((yield from choose("days", phrase("hotline.until"), options=options, rows=(3,))))


def came_in(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, said: tuple[str, int]) -> None:
    """The hotline's day holds where it is earlier than ours. Raises NotAllowed, NoLongerPossible."""
    number, days = said
    matter = turn.tx.matters.get(dialog.subject)
    if person.id != matter.reporter_id:
        must_be_at_its_desk(turn, person, matter)
    if not may_say_whence(turn, person, matter):
        raise NoLongerPossible(matter.id)
    clocks = turn.house.clocks
    due = replace(clocks, hotline=timedelta(days=days)).hotline_due(turn.now)
    _keep(turn, person, matter, number, due, IN)
    send(turn, person, phrase("hotline.kept_in", no=matter.number, number=number, until=due), about=matter.subject)


HOTLINE_IN = Script("hotline_in", ask_whence, came_in, calm=True)


# ---- either --------------------------------------------------------------------------------------------------------


def _keep(turn: Turn[MattersTransaction], person: Person, matter: Matter, number: str, due: datetime, way: str) -> None:
    result = due if way == OUT else min(due, matter.result_due_at)
    kept = replace(matter, hotline_no=number, hotline_due=due, watch="")
    turn.tx.matters.save(reckoned(turn, kept, "HotlineSet", way=way, until=result.isoformat()))
    tell(
        turn, matter.subject, "HotlineSet", by=person.id, number=number, way=way, until=result.isoformat(),
        due=due.isoformat(),
    )  # fmt: skip


def hotline_set(turn: Turn[MattersTransaction], event: Event) -> None:
    """The clocks go by it; of what was handed over the resident hears, with the number."""
    matter = matter_of(turn, event.subject)
    replan(turn, matter)
    for person_id in dict.fromkeys([matter.owner_id, *turn.tx.asked.of(matter.id)]):
        person = turn.tx.people.get(person_id)
        if has_card(turn, matter, person):
            show_member(turn, matter, person)
    if event.facts["way"] == IN:
        show_resident(turn, matter)
        return
    owner = owner_name(owner_of(turn, matter))
    ring(turn, matter, phrase("hotline.told", number=matter.hotline_no, member=owner, until=matter.promise_at))
