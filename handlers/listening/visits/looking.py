"""What is done with a visit by its buttons, and the visits of late: a member's own, or those at a desk."""

from __future__ import annotations

from datetime import timedelta

from domain.errors import NoLongerPossible, NotAllowed
from domain.listening.visit import Visit
from domain.messages import Inbound, Op
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from domain.rights import AreaRight
from handlers.dialogs import begin
from handlers.door import listed
from handlers.listening.visits.outcomes import DO, hers, taken_back
from handlers.listening.visits.page import send_media, show_visit, sort_name
from handlers.listening.visits.ports import VisitsTransaction
from handlers.listening.visits.slips import make, must_give, print_one
from handlers.listening.visits.visiting import VISIT
from handlers.reach import keeps
from handlers.rights import may_at
from handlers.speaking import Line, Rows, Strong, Tap, send
from handlers.texts.say import ShortDay
from handlers.turn import Turn

AT_BENCH = "ls:"
PAGE, A_ROW = 8, 4
LATELY = timedelta(days=90)


def pressed(turn: Turn[VisitsTransaction], person: Person, visit_id: str, value: str, inbound: Inbound) -> None:
    """A button of a visit's page. Raises NotAllowed, NotFound, NoLongerPossible."""
    act, _, matter_id = value.partition(":")
    if act == "look":
        send_media(turn, person, readable(turn, person, visit_id))
        return
    visit = hers(turn, person, visit_id)
    match act:
        case "done":
            show_visit(turn, person, visit, op=Op.UPDATE, done=True)
        case "back":
            taken_back(turn, person, visit)
        case "slip":
            matter = turn.tx.matters.get(matter_id)
            must_give(turn, person, matter)
            show_visit(turn, person, visit, make(turn, person, matter), slip_of=matter.id)
        case "print":
            print_one(turn, person, turn.tx.matters.get(matter_id))
        case _ if act in DO:
            DO[act](turn, person, visit)
        case _:
            raise NoLongerPossible(value)


def slip_pressed(turn: Turn[VisitsTransaction], person: Person, matter_id: str, value: str, inbound: Inbound) -> None:
    """The button under a slip that was read out. Raises NotAllowed, NotFound, NoLongerPossible."""
    print_one(turn, person, turn.tx.matters.get(matter_id))


def readable(turn: Turn[VisitsTransaction], person: Person, visit_id: str) -> Visit:
    """What was heard at a door is read by whoever was there and by the desk. Raises NotAllowed, NotFound."""
    visit = turn.tx.visits.get(visit_id)
    if visit.by_id != person.id and not may_at(turn, person, visit.area_id, AreaRight.READ_VISITS):
        raise NotAllowed(visit_id)
    return visit


def see(turn: Turn[VisitsTransaction], person: Person, visit_id: str) -> None:
    """Raises NotAllowed, NotFound."""
    show_visit(turn, person, readable(turn, person, visit_id))


# ---- of late -------------------------------------------------------------------------------------------------------


def visits(turn: Turn[VisitsTransaction], person: Person, start: int = 0) -> None:
    """At a desk those of its areas, else her own; who was there stands on the visit alone."""
    reach = keeps(turn, person)
    if reach.within:
        since, until = turn.now - LATELY, turn.now + timedelta(seconds=1)
        found = turn.tx.visits.between(reach, since, until, limit=PAGE + 1, offset=start)
    else:
        found = turn.tx.visits.lately_by(person.id, start + PAGE + 1)[start:]
    lines: list[Line | Strong] = [Strong(phrase("visits.lately")) if found else phrase("visits.none")]
    lines += [line_of(turn, each, start + n) for n, each in enumerate(found[:PAGE], 1)]
    numbers = [Tap(phrase("lists.tap_number", n=start + n), f"visit:{v.id}") for n, v in enumerate(found[:PAGE], 1)]
    rows: Rows = tuple(tuple(numbers[n : n + A_ROW]) for n in range(0, len(numbers), A_ROW))
    last = [Tap(phrase("menu.visit"), "visit_new")]
    if len(found) > PAGE:
        last.insert(0, Tap(phrase("lists.tap_more"), f"visits:{start + PAGE}"))
    send(
        turn, person, *lines, taps=(*rows, tuple(last)), prompt=AT_BENCH, key=f"visits:{person.id}",
        about=listed(AT_BENCH, numbers, start), silent=True,
    )  # fmt: skip


def line_of(turn: Turn[VisitsTransaction], visit: Visit, n: int) -> Phrase:
    day = ShortDay(visit.at.astimezone(turn.house.zone).date())
    return phrase("visits.year_line", n=n, day=day, place=visit.label, sort=sort_name(visit.sort))


def note_one(turn: Turn[VisitsTransaction], person: Person, detail: str = "") -> None:
    begin(turn, person, VISIT)
