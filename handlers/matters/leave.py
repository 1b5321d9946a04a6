"""请假: said in a line, confirmed by a tap; the deputy goes on with what is in hand, and the residents hear of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from domain.matters.matter import Act
from domain.messages import Inbound
from domain.open import Due, OpenDialog
from domain.people.leave import days_in, leave_in
from domain.people.person import Absence, Person, Role
from domain.phrases import Phrase, phrase
from handlers.dialogs import Asking, Option, Question, Script, begin
from handlers.matters.assigning import anybody, owner_name
from handlers.matters.going import move_all
from handlers.matters.ports import MattersTransaction
from handlers.roles import desk_for, holds, on_duty
from handlers.speaking import send
from handlers.telling import tell
from handlers.texts.say import Day
from handlers.turn import Turn


def asked_for(turn: Turn[MattersTransaction], person: Person, inbound: Inbound) -> bool:
    """A member's free words that say when she rests."""
    if not holds(turn, person, Role.MEMBER) or inbound.media or leave_in(inbound.text, _today(turn)) is None:
        return False
    begin(turn, person, LEAVE, draft={"words": inbound.text})
    return True


def command(turn: Turn[MattersTransaction], person: Person, inbound: Inbound, rest: str) -> None:
    begin(turn, person, LEAVE, draft={"words": rest})


def _today(turn: Turn[MattersTransaction]) -> date:
    return turn.now.astimezone(turn.house.zone).date()


def ask_leave(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in (from, to) as days, `to` exclusive, or None."""
    words = str(dialog.draft.get("words", ""))
    days = days_in(words, _today(turn)) if words else None
    if days is None:
        said = yield Question(
            "when",
            (phrase("leave.when"),),
            read=lambda given: given.text if days_in(given.text, _today(turn)) else None,
        )
        days = days_in(said, _today(turn))
    if days is None:
        return None
    yes_or_no = (Option("yes", phrase("leave.yes")), Option("no", phrase("leave.no")))
    sure = yield Question("sure", (_plan(turn, person, *days),), yes_or_no, rows=(2,))
    return days if sure == "yes" else None


def _plan(turn: Turn[MattersTransaction], person: Person, first: date, after: date) -> Phrase:
    """When she rests and who goes on meanwhile."""
    last = after - timedelta(days=1)
    span = phrase("leave.day", day=Day(first))
    if last > first:
        span = phrase("leave.span", from_day=Day(first), to_day=Day(last))
    in_hand = sum(matter.can(Act.ASSIGN) for matter in turn.tx.matters.of_owner(person.id))
    deputy = owner_name(_deputy(turn, person, _midnight(turn, first)))
    return phrase("leave.plan" if in_hand else "leave.plan_idle", span=span, n=in_hand, deputy=deputy)


def _deputy(turn: Turn[MattersTransaction], person: Person, at: datetime) -> Person:
    for appointment in turn.tx.roster.of_person(person.id):
        able = [*on_duty(turn, appointment.area_id, at), *desk_for(turn, appointment.area_id, at)]
        others = [other for other in able if other.id != person.id]
        if others:
            return others[0]
    return anybody(turn)


def take_leave(
    turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, days: tuple[date, date] | None
) -> None:
    """A leave that has begun moves her matters at once, a later one on its first day."""
    if days is None:
        send(turn, person, phrase("leave.none"))
        return
    from_at, to_at = _midnight(turn, days[0]), _midnight(turn, days[1])
    turn.tx.roster.add_absence(Absence(person.id, from_at, to_at))
    tell(turn, f"person:{person.id}", "LeaveTaken", by=person.id, from_at=from_at.isoformat(), to_at=to_at.isoformat())
    send(turn, person, phrase("leave.noted"))
    if from_at <= turn.now:
        move_all(turn, person, "leave")
    else:
        turn.tx.schedule.add(Due("leave", f"person:{person.id}", turn.tx.new_id(), from_at))


def _midnight(turn: Turn[MattersTransaction], day: date) -> datetime:
    return datetime.combine(day, time(0), turn.house.zone).astimezone(turn.now.tzinfo)


def begins(turn: Turn[MattersTransaction], due: Sequence[Due]) -> None:
    """The first day of the leave, unless it was taken back."""
    for row in due:
        person = turn.tx.people.get(row.subject.partition(":")[2])
        if turn.tx.roster.absent(person.id, turn.now) is not None:
            move_all(turn, person, "leave")


def back(turn: Turn[MattersTransaction], person: Person, inbound: Inbound, rest: str) -> None:
    """销假: she is here again; not away yet, she takes back what lies ahead. Matters that have moved stay there."""
    away = turn.tx.roster.absent(person.id, turn.now) is not None
    if away:
        turn.tx.roster.end_absence(person.id, turn.now)
    else:
        turn.tx.roster.cancel_absences(person.id, turn.now)
    tell(turn, f"person:{person.id}", "LeaveEnded", by=person.id)
    send(turn, person, phrase("leave.back" if away else "leave.cancelled"))


LEAVE = Script("leave", ask_leave, take_leave)
