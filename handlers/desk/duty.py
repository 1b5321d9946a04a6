"""值班: who is on duty at a desk today and in the days to come, taken over by one tap, swapped by three."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from domain.errors import NoLongerPossible, NotAllowed
from domain.messages import Inbound, Op, Reply
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from domain.rights import AreaRight
from handlers.areas import area_name
from handlers.desk.passing import pass_on_duty
from handlers.desk.ports import DeskTransaction
from handlers.dialogs import Asking, Option, Script, begin, choose
from handlers.matters.assigning import owner_name
from handlers.rights import may_at
from handlers.roles import at_desk, desks_of, duty_order
from handlers.speaking import Line, Rows, Strong, Tap, quiet, send, voice_of
from handlers.telling import tell
from handlers.texts.say import Day
from handlers.turn import Turn

PROMPT = "k:"
AHEAD = 7
"""Days shown, today among them."""
MOST_DESKS = 3


def duty(turn: Turn[DeskTransaction], person: Person, inbound: Inbound | None = None, rest: str = "") -> None:
    """/duty, 值班."""
    show(turn, person)


def show(turn: Turn[DeskTransaction], person: Person, op: Op = Op.SEND) -> None:
    lines: list[Line | Strong] = []
    rows: list[tuple[Tap, ...]] = []
    for n, area_id in enumerate(desks_of(turn, person)[:MOST_DESKS]):
        lines += [Strong(phrase("duty.title", area=area_name(turn, area_id))), *_days(turn, area_id)]
        rows += _taps(turn, person, area_id, n)
    send(turn, person, *lines, taps=tuple(rows), prompt=PROMPT, op=op, key=f"duty:{person.id}")


def today(turn: Turn[DeskTransaction]) -> date:
    return turn.now.astimezone(turn.house.zone).date()


def on_that_day(turn: Turn[DeskTransaction], area_id: str, on: date) -> Person | None:
    """Who is on duty as far as is known now: today at this instant, later at noon."""
    noon = datetime.combine(on, time(12), turn.house.zone).astimezone(turn.now.tzinfo)
    there = at_desk(turn, area_id, turn.now if on == today(turn) else noon)
    return there[0] if there else None


def _days(turn: Turn[DeskTransaction], area_id: str) -> list[Phrase]:
    lines: list[Phrase] = []
    people: set[str | None] = set()
    for n in range(AHEAD):
        on = today(turn) + timedelta(days=n)
        who = on_that_day(turn, area_id, on)
        people.add(who.id if who else None)
        name = owner_name(who) if who else phrase("duty.nobody")
        lines.append(phrase("duty.today" if n == 0 else "duty.day", day=Day(on), member=name))
    if len(people) == 1 and None not in people:
        return [lines[0], phrase("duty.always", n=AHEAD - 1, member=name)]
    return lines


def _taps(turn: Turn[DeskTransaction], person: Person, area_id: str, n: int) -> Rows:
    """Of several desks each row names its own."""
    if len(duty_order(turn, area_id, today(turn))) < 2:
        return ()
    several = len(desks_of(turn, person)) > 1
    suffix, named = ("_of", {"area": area_name(turn, area_id)}) if several else ("", {})
    first = on_that_day(turn, area_id, today(turn))
    taps = [] if first and first.id == person.id else [Tap(phrase(f"duty.take{suffix}", **named), f"on:{n}")]
    return ((*taps, Tap(phrase(f"duty.swap{suffix}", **named), f"swap:{n}")),)


# ---- 今天我值班 ----------------------------------------------------------------------------------------------------


def pressed(turn: Turn[DeskTransaction], person: Person, act: str, n: int) -> Reply | None:
    """ "on" or "swap" of her n-th desk. Raises NotAllowed, NoLongerPossible."""
    desks = desks_of(turn, person)
    if not desks:
        raise NotAllowed("duty")
    if n >= len(desks):
        raise NoLongerPossible("desk")
    if act == "on":
        return _take(turn, person, desks[n])
    begin(turn, person, SWAP, subject=desks[n])
    return None


def _take(turn: Turn[DeskTransaction], person: Person, area_id: str) -> Reply | None:
    """Hers from now on, with all that waits at the desk; whoever is relieved hears of it."""
    relieved = on_that_day(turn, area_id, today(turn))
    if turn.tx.roster.absent(person.id, turn.now) is not None:  # whoever comes to work is not on leave
        turn.tx.roster.end_absence(person.id, turn.now)
        tell(turn, f"person:{person.id}", "LeaveEnded", by=person.id)
    if relieved is not None and relieved.id == person.id:
        show(turn, person, Op.UPDATE)
        return None
    turn.tx.roster.set_duty(area_id, today(turn), person.id)
    before = relieved.id if relieved else ""
    tell(turn, f"area:{area_id}", "DutyTaken", by=person.id, on=today(turn).isoformat(), before=before)
    moved = 0
    if relieved is not None:
        moved = pass_on_duty(turn, area_id, relieved, person, by=person.id)
        key = "duty.relieved_moved" if moved else "duty.relieved"
        words = phrase(key, area=area_name(turn, area_id), member=owner_name(person), n=moved)
        send(turn, relieved, words, silent=quiet(turn))
    show(turn, person, Op.UPDATE)
    return Reply(voice_of(turn, person).say(phrase("duty.taken_moved" if moved else "duty.taken", n=moved)))


# ---- 我要换班 ------------------------------------------------------------------------------------------------------


def ask_swap(turn: Turn[DeskTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in (day as ISO text, person id), or None when none of the next days is hers."""
    area_id = dialog.subject
    days = [today(turn) + timedelta(days=n) for n in range(AHEAD)]
    firsts = {on: on_that_day(turn, area_id, on) for on in days}
    mine = [on for on, who in firsts.items() if who and who.id == person.id]
    if not mine:
        return None
    options = [Option(on.isoformat(), phrase("duty.which_day", day=Day(on))) for on in mine]
    on = yield from choose("day", phrase("duty.which"), options=options, valid=lambda value: True)
    others = [a.person_id for a in duty_order(turn, area_id, today(turn)) if a.person_id != person.id]
    names = [Option(id, phrase("duty.to", member=owner_name(turn.tx.people.get(id)))) for id in others]
    words = phrase("duty.whom", day=Day(date.fromisoformat(on)))
    return on, (yield from choose("to", words, options=names, valid=lambda value: True))


def swap(turn: Turn[DeskTransaction], person: Person, dialog: OpenDialog, result: tuple[str, str] | None) -> None:
    """That one day is the other's; of today's also what waits at the desk. Raises NotAllowed, NoLongerPossible."""
    if result is None:
        send(turn, person, phrase("duty.none_of_yours"))
        return
    area_id, on, to = dialog.subject, date.fromisoformat(result[0]), turn.tx.people.get(result[1])
    if not may_at(turn, person, area_id, AreaRight.SWAP_DUTY):
        raise NotAllowed("swap")
    first = on_that_day(turn, area_id, on) if on >= today(turn) else None
    if first is None or first.id != person.id or area_id not in desks_of(turn, to):
        raise NoLongerPossible("swap")
    turn.tx.roster.set_duty(area_id, on, to.id)
    tell(turn, f"area:{area_id}", "DutySwapped", by=person.id, on=on.isoformat(), to=to.id)
    able = on_that_day(turn, area_id, on)
    if on == today(turn) and able and able.id == to.id:
        pass_on_duty(turn, area_id, person, to, by=person.id)
    named = {"area": area_name(turn, area_id), "day": Day(on)}
    arrives = send(turn, to, phrase("duty.asked", member=owner_name(person), **named), silent=quiet(turn))
    send(turn, person, phrase("duty.swapped" if arrives else "duty.swapped_unheard", member=owner_name(to), **named))


SWAP = Script("duty", ask_swap, swap, calm=True)
