"""场所: the shops, offices and schools of her places, the longest not visited first; a tap begins a visit there."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from domain.errors import NoLongerPossible, NotAllowed
from domain.listening.venue import SORTS, Venue
from domain.listening.visit import VisitSort, likely_sort
from domain.messages import Inbound, Op
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from domain.rights import AreaRight
from handlers.areas import area_name
from handlers.dialogs import Asking, Option, Script, ask, begin, choose
from handlers.door import listed
from handlers.listening.visits.page import sort_name
from handlers.listening.visits.places import VENUE, Place, Wanted, ask_spot, to_visit
from handlers.listening.visits.ports import VisitsTransaction
from handlers.listening.visits.visiting import begin_at
from handlers.reach import keeps, must
from handlers.rights import may_at
from handlers.speaking import Line, Rows, Strong, Tap, send
from handlers.telling import tell
from handlers.texts.say import ShortDay
from handlers.turn import Turn

PROMPT, AT_BENCH = "venue:", "ls:"
PAGE, A_ROW = 10, 5
LONGEST = 40


class Described(NamedTuple):
    name: str
    sort: VisitSort
    place: Place


# ---- the list ------------------------------------------------------------------------------------------------------


def venues(turn: Turn[VisitsTransaction], person: Person, start: int = 0, named: str = "") -> None:
    """A page of ten; `named`: whose name holds these words."""
    reach = to_visit(turn, person)
    total = turn.tx.venues.count(reach, named)
    found = turn.tx.venues.page(reach, PAGE, start, named)
    lines: list[Line | Strong] = [_title(total, named)]
    lines += [_line(turn, each, start + n) for n, each in enumerate(found, 1)]
    numbers = [Tap(phrase("lists.tap_number", n=start + n), f"venue:{v.id}") for n, v in enumerate(found, 1)]
    rows: Rows = tuple(tuple(numbers[n : n + A_ROW]) for n in range(0, len(numbers), A_ROW))
    last = [Tap(phrase("lists.tap_more"), f"venues:{start + PAGE}")] if total > start + PAGE and not named else []
    if total > len(found):
        last.append(Tap(phrase("venues.tap_find"), "venue_find"))
    if keeps(turn, person).within:
        last.append(Tap(phrase("venues.tap_add"), "venue_new"))
    rows = (*rows, tuple(last)) if last else rows
    about = listed(AT_BENCH, numbers, start)
    send(turn, person, *lines, taps=rows, prompt=AT_BENCH, key=f"venues:{person.id}", about=about, silent=True)


def _title(total: int, named: str) -> Line | Strong:
    if named:
        return phrase("venues.found" if total else "venues.none_found", words=named, n=total)
    return Strong(phrase("venues.title", n=total)) if total else phrase("venues.none")


def _line(turn: Turn[VisitsTransaction], venue: Venue, n: int) -> Phrase:
    return phrase("venues.line", n=n, name=venue.name, sort=sort_name(venue.sort), seen=_seen(turn, venue))


def _seen(turn: Turn[VisitsTransaction], venue: Venue) -> Phrase:
    if venue.visited_at is None:
        return phrase("venues.unseen")
    return phrase("venues.seen", day=ShortDay(venue.visited_at.astimezone(turn.house.zone).date()))


# ---- by name -------------------------------------------------------------------------------------------------------


def find(turn: Turn[VisitsTransaction], person: Person, detail: str = "") -> None:
    begin(turn, person, FIND)


def ask_name(turn: Turn[VisitsTransaction], person: Person, dialog: OpenDialog) -> Asking:
    return (yield from ask("name", phrase("venues.find_what")))


def found(turn: Turn[VisitsTransaction], person: Person, dialog: OpenDialog, words: str) -> None:
    venues(turn, person, named=words.strip()[:LONGEST])


FIND = Script("venue_find", ask_name, found, calm=True)


# ---- one of them ---------------------------------------------------------------------------------------------------


def see(turn: Turn[VisitsTransaction], person: Person, venue_id: str) -> None:
    """Raises NotAllowed, NotFound."""
    venue = turn.tx.venues.get(venue_id)
    must(turn, person, venue.area_id, AreaRight.VISIT)
    show_venue(turn, person, venue)


def show_venue(turn: Turn[VisitsTransaction], person: Person, venue: Venue, *lead: Phrase, op: Op = Op.SEND) -> None:
    title = Strong(phrase("venues.page", name=venue.name, sort=sort_name(venue.sort)))
    key = "venues.about" if venue.label else "venues.about_area"
    about = phrase(key, area=area_name(turn, venue.area_id), label=venue.label, seen=_seen(turn, venue))
    lines: list[Line | Strong] = [*lead, title, about]
    taps: Rows = ((Tap(phrase("venues.tap_visit"), "visit"),),)
    if venue.closed_at is not None:
        day = ShortDay(venue.closed_at.astimezone(turn.house.zone).date())
        lines, taps = [*lines, phrase("venues.closed", day=day)], ()
    elif may_at(turn, person, venue.area_id, AreaRight.KEEP_VENUES):
        taps = (*taps, (Tap(phrase("venues.tap_rename"), "rename"), Tap(phrase("venues.tap_close"), "close")))
    key = f"venue:{venue.id}:{person.id}"
    send(turn, person, *lines, taps=taps, prompt=PROMPT + venue.id, op=op, key=key, about=venue.subject, silent=True)


def pressed(turn: Turn[VisitsTransaction], person: Person, venue_id: str, value: str, inbound: Inbound) -> None:
    """Raises NotAllowed, NotFound, NoLongerPossible."""
    venue = turn.tx.venues.get(venue_id)
    right = AreaRight.VISIT if value == "visit" else AreaRight.KEEP_VENUES
    must(turn, person, venue.area_id, right)
    if venue.closed_at is not None:
        raise NoLongerPossible(value)
    match value:
        case "visit":
            begin_at(turn, person, f"{VENUE}:{venue.id}")
        case "rename":
            begin(turn, person, RENAME, subject=venue.id)
        case "close":
            _close(turn, person, venue)
        case _:
            raise NoLongerPossible(value)


def _close(turn: Turn[VisitsTransaction], person: Person, venue: Venue) -> None:
    closed = replace(venue, closed_at=turn.now)
    turn.tx.venues.save(closed)
    tell(turn, venue.subject, "VenueClosed", by=person.id)
    show_venue(turn, person, closed, op=Op.UPDATE)


def ask_new_name(turn: Turn[VisitsTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Raises NotFound."""
    return (yield from ask("name", phrase("venues.new_name", name=turn.tx.venues.get(dialog.subject).name)))


def renamed(turn: Turn[VisitsTransaction], person: Person, dialog: OpenDialog, name: str) -> None:
    """Raises NotAllowed, NotFound, NoLongerPossible."""
    venue = turn.tx.venues.get(dialog.subject)
    must(turn, person, venue.area_id, AreaRight.KEEP_VENUES)
    if venue.closed_at is not None:
        raise NoLongerPossible(venue.id)
    venue = replace(venue, name=name.strip()[:LONGEST])
    turn.tx.venues.save(venue)
    tell(turn, venue.subject, "VenueRenamed", by=person.id)
    show_venue(turn, person, venue, phrase("venues.renamed"))


RENAME = Script("venue_rename", ask_new_name, renamed, calm=True)


# ---- another one ---------------------------------------------------------------------------------------------------


def add(turn: Turn[VisitsTransaction], person: Person, detail: str = "") -> None:
    """Raises NotAllowed."""
    if not keeps(turn, person).within:
        raise NotAllowed("venues")
    begin(turn, person, ADD)


def ask_venue(turn: Turn[VisitsTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in a Described."""
    name = yield from ask("name", phrase("venues.name"))
    likely = likely_sort(name)
    sorts = [sort for sort in (likely, *SORTS) if sort in SORTS]
    options = [Option(sort.value, sort_name(sort)) for sort in dict.fromkeys(sorts)]
    sort = yield from choose("sort", phrase("venues.sort"), options=options, rows=(3,))
    wanted = Wanted(phrase("venues.where"), AreaRight.KEEP_VENUES, phrase("venues.not_there", place=""))
    place = yield from ask_spot(turn, person, wanted)
    return Described(name.strip()[:LONGEST], VisitSort(sort), place)


def added(turn: Turn[VisitsTransaction], person: Person, dialog: OpenDialog, said: Described) -> None:
    """Raises NotAllowed."""
    must(turn, person, said.place.area_id, AreaRight.KEEP_VENUES)
    venue = Venue(
        turn.tx.new_id(), said.place.area_id, said.name, said.sort, said.place.label, person.id, turn.now
    )  # fmt: skip
    turn.tx.venues.save(venue)
    tell(turn, venue.subject, "VenueAdded", by=person.id, area=venue.area_id, sort=venue.sort.value)
    show_venue(turn, person, venue, phrase("venues.added"))


ADD = Script("venue_add", ask_venue, added, calm=True)
