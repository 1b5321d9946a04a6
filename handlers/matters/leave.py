"""请假: said in a line, confirmed by a tap; what the member has in hand goes to the deputy, and the residents hear who continues."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from domain.people.leave import days_in, leave_in

from domain.matters.matter import Act
from domain.messages import Inbound
from domain.open import Due, OpenDialog
from domain.people.person import Absence, Person, Role
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Question, Script, begin
from handlers.matters.assigning import anybody, assign, owner_name
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
    first, after = days
    args = {
        "from_day": Day(first),
        "to_day": Day(after - timedelta(days=1)),
        "n": len(_movable(turn, person)),
        "deputy": owner_name(_deputy(turn, person)),
    }
    sure = yield Question(
        "sure",
        (phrase("leave.plan", **args),),
        (Option("yes", phrase("leave.yes")), Option("no", phrase("leave.no"))),
        rows=(2,),
    )
    return days if sure == "yes" else None


def _movable(turn: Turn[MattersTransaction], person: Person) -> list[str]:
    return [m.id for m in turn.tx.matters.of_owner(person.id) if m.can(Act.ASSIGN)]


def _deputy(turn: Turn[MattersTransaction], person: Person) -> Person:
    for appointment in turn.tx.roster.of_person(person.id):
        others = [p for p in on_duty(turn, appointment.area_id) if p.id != person.id]
        others = others or [p for p in desk_for(turn, appointment.area_id) if p.id != person.id]
        if others:
            return others[0]
    return anybody(turn)


def take_leave(
    turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, days: tuple[date, date] | None
) -> None:
    if days is None:
        send(turn, person, phrase("leave.none"))
        return
    from_at, to_at = _midnight(turn, days[0]), _midnight(turn, days[1])
    turn.tx.roster.add_absence(Absence(person.id, from_at, to_at))
    tell(turn, f"person:{person.id}", "LeaveTaken", by=person.id, from_at=from_at.isoformat(), to_at=to_at.isoformat())
    turn.tx.schedule.add(Due("leave", f"person:{person.id}", f"{turn.tx.new_id()}", max(from_at, turn.now)))
    send(turn, person, phrase("leave.noted"))


def _midnight(turn: Turn[MattersTransaction], day: date) -> datetime:
    return datetime.combine(day, time(0), turn.house.zone).astimezone(turn.now.tzinfo)


def begins(turn: Turn[MattersTransaction], due: Sequence[Due]) -> None:
    """The first day of the leave: what is in her hands moves to whoever can act."""
    for row in due:
        person = turn.tx.people.get(row.subject.partition(":")[2])
        if turn.tx.roster.absent(person.id, turn.now) is None:
            continue
        for matter_id in _movable(turn, person):
            matter = turn.tx.matters.get(matter_id)
            able = [p for p in on_duty(turn, matter.spot.grid_id) if p.id != person.id] if matter.spot.grid_id else []
            assign(turn, matter, able[0] if able else _deputy(turn, person), by="", why="leave")


LEAVE = Script("leave", ask_leave, take_leave)
