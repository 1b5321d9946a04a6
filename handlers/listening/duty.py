"""What is done with a need: somebody takes it until a day, strikes it off with its result, or withdraws it."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

from domain.errors import NoLongerPossible, NotAllowed
from domain.listening.need import Need, NeedAct
from domain.messages import Inbound, Op
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from domain.rights import AreaRight
from handlers.days import ask_day
from handlers.dialogs import Asking, Option, Question, Script, begin, choose
from handlers.listening import projects
from handlers.listening.ending import given_back, struck_off
from handlers.listening.founding import FOUND
from handlers.listening.matching import answered, ask_for
from handlers.listening.need_page import show_need
from handlers.listening.need_words import line_of, may_strike, may_withdraw
from handlers.listening.ports import ListsTransaction
from handlers.matters.assigning import owner_name
from handlers.matters.closing import read_line
from handlers.questions import NO, YES
from handlers.reach import must
from handlers.speaking import send
from handlers.telling import new_content, tell
from handlers.turn import Turn

RESULT = "result"
"""The role of what came of it in `contents`."""
WEEK, MONTH = 7, 30


def pressed(turn: Turn[ListsTransaction], person: Person, need_id: str, value: str, inbound: Inbound) -> None:
    """A button of a need's page. Raises NotAllowed, NotFound, NoLongerPossible."""
    need = turn.tx.needs.get(need_id)
    act, _, offer_id = value.partition(":")
    if act in ("agree", "no"):
        answered(turn, person, need, offer_id, yes=act == "agree")
        return
    must_see(turn, person, need)
    match act:
        case "ask":
            ask_for(turn, person, need, offer_id)
        case "take":
            need.after(NeedAct.TAKE)
            begin(turn, person, TAKE, subject=need.id)
        case "found":
            must(turn, person, need.area_id, AreaRight.KEEP_LISTS)
            need.after(NeedAct.JOIN)
            begin(turn, person, FOUND, subject=need.id)
        case "project":
            projects.see(turn, person, need.project_id)
        case "strike":
            must_strike(turn, person, need)
            begin(turn, person, STRIKE, subject=need.id)
        case "withdraw":
            must_withdraw(turn, person, need)
            begin(turn, person, WITHDRAW, subject=need.id)
        case _:
            show_need(turn, person, need, op=Op.SEND)


def see(turn: Turn[ListsTransaction], person: Person, need_id: str) -> None:
    """Raises NotAllowed, NotFound."""
    need = turn.tx.needs.get(need_id)
    must_see(turn, person, need)
    show_need(turn, person, need)


def must_see(turn: Turn[ListsTransaction], person: Person, need: Need) -> None:
    """Raises NotAllowed."""
    if need.taken_by != person.id:
        must(turn, person, need.area_id, AreaRight.READ_LISTS)


def must_strike(turn: Turn[ListsTransaction], person: Person, need: Need) -> None:
    """Raises NotAllowed, and NoLongerPossible where it is over or a project's."""
    if not may_strike(turn, person, need):
        raise NotAllowed(need.id)
    if not need.can(NeedAct.STRIKE) or need.project_id:
        raise NoLongerPossible(need.id)


def must_withdraw(turn: Turn[ListsTransaction], person: Person, need: Need) -> None:
    """Raises NotAllowed, NoLongerPossible."""
    if not may_withdraw(turn, person, need):
        raise NotAllowed(need.id)
    need.after(NeedAct.WITHDRAW)


# ---- taken ---------------------------------------------------------------------------------------------------------


def ask_until(turn: Turn[ListsTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in the day."""
    need = turn.tx.needs.get(dialog.subject)
    days = tuple(turn.today + timedelta(days=n) for n in (WEEK, MONTH))
    return (yield from ask_day(turn, "until", phrase("lists.take_until", line=line_of(need)), days))


def take(turn: Turn[ListsTransaction], person: Person, dialog: OpenDialog, until: date) -> None:
    """Whoever has it already keeps it. Raises NotAllowed, NoLongerPossible."""
    need = turn.tx.needs.get(dialog.subject)
    must_see(turn, person, need)
    if need.taken_by and need.taken_by != person.id:
        send(turn, person, phrase("lists.taken_meanwhile", member=owner_name(turn.tx.people.get(need.taken_by))))
        show_need(turn, person, need)
        return
    taken = need.after(NeedAct.TAKE, taken_by=person.id, until_on=until)
    turn.tx.needs.save(taken)
    tell(turn, need.subject, "NeedTaken", by=person.id, until=until.isoformat())
    show_need(turn, person, taken, phrase("lists.you_took"))


TAKE = Script("need_take", ask_until, take, calm=True)


# ---- struck off ----------------------------------------------------------------------------------------------------


def ask_result(turn: Turn[ListsTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in the line, with a photo where there is one."""
    need = turn.tx.needs.get(dialog.subject)
    given = yield Question("result", (phrase("lists.strike_how", line=line_of(need)),), read=read_line)
    return json.loads(given)


def strike(turn: Turn[ListsTransaction], person: Person, dialog: OpenDialog, said: dict[str, Any]) -> None:
    """Raises NotAllowed, NoLongerPossible."""
    need = turn.tx.needs.get(dialog.subject)
    must_strike(turn, person, need)
    content = new_content(turn, need.subject, RESULT, person.id, **{**said, "media": tuple(said["media"])})
    by = need.taken_by or person.id
    struck = need.after(
        NeedAct.STRIKE, result_id=content.id, ended_at=turn.now, result=content.text, taken_by=by
    )  # fmt: skip
    tell(turn, need.subject, "NeedStruckOff", by=person.id, content=content)
    turn.tx.needs.save(struck)
    struck_off(turn, person, struck)
    show_need(turn, person, struck)


STRIKE = Script("need_strike", ask_result, strike, calm=True)


# ---- withdrawn -----------------------------------------------------------------------------------------------------


def ask_sure(turn: Turn[ListsTransaction], person: Person, dialog: OpenDialog) -> Asking:
    need = turn.tx.needs.get(dialog.subject)
    options = (Option(YES, phrase("lists.yes_withdraw")), Option(NO, phrase("lists.no_leave")))
    return (yield from choose("sure", phrase("lists.withdraw_sure", line=line_of(need)), options=options, rows=(2,)))


def withdraw(turn: Turn[ListsTransaction], person: Person, dialog: OpenDialog, sure: str) -> None:
    """Raises NotAllowed, NoLongerPossible."""
    need = turn.tx.needs.get(dialog.subject)
    if sure == YES:
        must_withdraw(turn, person, need)
        need = need.after(NeedAct.WITHDRAW, ended_at=turn.now)
        turn.tx.needs.save(need)
        tell(turn, need.subject, "NeedWithdrawn", by=person.id)
        given_back(turn, person, need, "")
    show_need(turn, person, need)


WITHDRAW = Script("need_withdraw", ask_sure, withdraw, calm=True)
