"""Where a visit is: where she was last, where nobody has been for long, her buildings, or any place that is said."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from domain.areas import SURE, Area, AreaKind, Guess, Spot, Tree
from domain.errors import NoLongerPossible
from domain.listening.venue import Venue
from domain.listening.visit import VisitSort, likely_sort
from domain.messages import Inbound, Location
from domain.open import OpenDialog
from domain.people.person import Person, Role
from domain.phrases import Phrase, phrase
from domain.reach import Reach
from domain.rights import AreaRight
from handlers.dialogs import Asking, Option, Question, choose
from handlers.listening.noting import ask_where
from handlers.listening.visits.ports import VisitsTransaction
from handlers.matters.places import LONGEST_LABEL, Whereabouts, mapped
from handlers.reach import keeps
from handlers.rights import may_at
from handlers.roles import posts_of
from handlers.turn import Turn

AT = "at"
"""Where a dialog's draft keeps the place that she came with."""
VENUE, AREA, LAST, SAID, PIN, GUESS, NEW = "v", "a", "l", "w", "p", "g", "n"
"""What the first part of a place's value says of the rest: ids of the first three, JSON, words."""
LATELY, UNSEEN, MOST, LOOKED_AT = 2, 2, 8, 12
TRIES = 5


class Place(NamedTuple):
    """`area_id` is the smallest area that it lies in."""

    area_id: str
    label: str
    sort: VisitSort
    venue_id: str = ""


class Wanted(NamedTuple):
    """What is asked, what she must be allowed to do there, and what is said of a place (`place`) where she is not."""

    question: Phrase
    right: AreaRight
    refusal: Phrase
    options: tuple[Option, ...] = ()


def to_visit(turn: Turn[VisitsTransaction], person: Person) -> Reach:
    """Her desks, and where she serves."""
    return Reach(tuple(dict.fromkeys([*keeps(turn, person).within, *served_by(turn, person)])))


def served_by(turn: Turn[VisitsTransaction], person: Person) -> list[str]:
    return [post.area_id for post in posts_of(turn, person.id) if post.role is Role.MEMBER]


def spot_of(turn: Turn[VisitsTransaction], area_id: str, label: str) -> Spot:
    tree: Tree = turn.tx.areas.tree()
    area = tree.areas.get(area_id)
    building_id = area_id if area is not None and area.kind is AreaKind.BUILDING else ""
    return Spot(tree.grid_of(area_id), label, building_id=building_id)


def ask_place(turn: Turn[VisitsTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in a Place where she may note a visit."""
    refusal = phrase("visits.not_yours", place="", desk=turn.house.contacts.desk)
    wanted = Wanted(phrase("visits.where"), AreaRight.VISIT, refusal, _offered(turn, person))
    return (yield from ask_spot(turn, person, wanted, str(dialog.draft.get(AT, ""))))


def ask_spot(turn: Turn[VisitsTransaction], person: Person, wanted: Wanted, known: str = "") -> Asking:
    """Ends in a Place where she has that right; what is not hers is said, and she is asked again. `known` is the value
    of a place that she came with.
    """
    lead: tuple[Phrase, ...] = ()
    for n in range(TRIES):
        said = known if n == 0 else ""
        if not said:
            said = yield Question(
                f"place.{n}", (*lead, wanted.question), wanted.options, _read, lambda value: True, rows=(2,)
            )
        place = yield from _meant(turn, person, f"door.{n}", said)
        if may_at(turn, person, place.area_id, wanted.right):
            return place
        lead = (Phrase(wanted.refusal.key, {**wanted.refusal.args, "place": place.label}),)
    raise NoLongerPossible("nowhere")


def _read(given: Inbound) -> str | None:
    pin = given.part(Location)
    if pin is not None:
        return f"{PIN}:" + json.dumps([pin.lat, pin.lon, pin.datum, pin.label], ensure_ascii=False)
    return f"{SAID}:{given.text.strip()}" if given.text.strip() else None


def _offered(turn: Turn[VisitsTransaction], person: Person) -> tuple[Option, ...]:
    """Never the same name twice."""
    found: dict[str, str] = {}
    for visit in turn.tx.visits.lately_by(person.id, LOOKED_AT):
        closed = visit.venue_id and turn.tx.venues.get(visit.venue_id).closed_at is not None
        if len(found) < LATELY and not closed and may_at(turn, person, visit.area_id, AreaRight.VISIT):
            found.setdefault(visit.label, f"{VENUE}:{visit.venue_id}" if visit.venue_id else f"{LAST}:{visit.id}")
    for venue in turn.tx.venues.page(Reach(tuple(served_by(turn, person))), UNSEEN):
        found.setdefault(venue.name, f"{VENUE}:{venue.id}")
    for area in _buildings(turn, person):
        if len(found) < MOST:
            found.setdefault(area.called(person.language), f"{AREA}:{area.id}")
    return tuple(Option(value, label) for label, value in found.items())


def _buildings(turn: Turn[VisitsTransaction], person: Person) -> list[Area]:
    """Of the grids that she serves in, or her own building."""
    tree: Tree = turn.tx.areas.tree()
    served = served_by(turn, person)
    found = [
        a for a in tree.areas.values() if a.kind is AreaKind.BUILDING and (a.parent_id in served or a.id in served)
    ]
    return sorted(found, key=lambda area: (area.order, area.id))


# ---- what was meant ------------------------------------------------------------------------------------------------


def _meant(turn: Turn[VisitsTransaction], person: Person, key: str, said: str) -> Asking:
    """Raises NotFound."""
    kind, _, rest = said.partition(":")
    match kind:
        case "v":
            return _at_venue(turn.tx.venues.get(rest))
        case "a":
            area = turn.tx.areas.tree().areas[rest]
            return _at(turn, area.id, area.called(turn.house.language))
        case "l":
            visit = turn.tx.visits.get(rest)
            return Place(visit.area_id, visit.label, visit.sort)
        case "g":
            grid_id, _, label = rest.partition("|")
            return _in(turn, mapped(turn, Spot(grid_id, label)))
        case "p":
            spot = _whereabouts(turn, person).pinned(Location(*json.loads(rest)))
            return (yield from _placed(turn, person, key, mapped(turn, spot)))
        case "n":
            return (yield from _placed(turn, person, key, Spot("", rest)))
        case _:
            return (yield from _in_words(turn, person, key, rest))


def _in_words(turn: Turn[VisitsTransaction], person: Person, key: str, words: str) -> Asking:
    """A venue by its name goes before a place on the map; what nobody knows lies in her grid."""
    where = _whereabouts(turn, person)
    venues = turn.tx.venues.page(to_visit(turn, person), MOST, named=words)
    named = [venue for venue in venues if venue.name.casefold() == words.casefold()] or venues
    if len(named) == 1:
        return _at_venue(named[0])
    guesses = where.candidates(words)
    if not venues and guesses and guesses[0].certainty >= SURE:
        return _in(turn, mapped(turn, _to_the_flat(where.spoken(guesses[0], words), guesses[0], words)))
    if not venues and not guesses:
        return (yield from _placed(turn, person, key, Spot("", words)))
    options = [Option(f"{VENUE}:{venue.id}", venue.name) for venue in venues]
    options += [Option(f"{GUESS}:{guess.grid_id}|{guess.label}", guess.label) for guess in guesses]
    options.append(Option(f"{NEW}:{words}", phrase("visits.as_said", words=words[:LONGEST_LABEL])))
    picked = yield from choose(key, phrase("visits.which"), options=options, valid=lambda value: True)
    return (yield from _meant(turn, person, key, picked))


def _to_the_flat(spot: Spot, guess: Guess, words: str) -> Spot:
    """With what was written behind the place's name: "Peach Court 3, 502"."""
    said = re.match(rf"{re.escape(guess.label)}(\W+.+)", words.strip(), re.IGNORECASE)
    return replace(spot, label=spot.label + said[1]) if said and said[1].strip(" ,") not in spot.label else spot


def _placed(turn: Turn[VisitsTransaction], person: Person, key: str, spot: Spot) -> Asking:
    if spot.grid_id:
        return _in(turn, spot)
    served = served_by(turn, person)
    area_id = served[0] if len(served) == 1 else (yield from ask_where(turn, person, f"area.{key}"))
    return _at(turn, area_id, spot.label[:LONGEST_LABEL])


def _whereabouts(turn: Turn[VisitsTransaction], person: Person) -> Whereabouts:
    """On a visit she is where she serves, not at home."""
    tree: Tree = turn.tx.areas.tree()
    grids = [grid for post in posts_of(turn, person.id) if (grid := tree.grid_of(post.area_id))]
    return Whereabouts(turn, replace(person, spot_grid=grids[0] if grids else "", spot_label=""))


def _in(turn: Turn[VisitsTransaction], spot: Spot) -> Place:
    return _at(turn, spot.area_id, spot.label[:LONGEST_LABEL])


def _at(turn: Turn[VisitsTransaction], area_id: str, label: str) -> Place:
    areas: Sequence[Area] = turn.tx.areas.tree().up(area_id)
    sort = likely_sort(label)
    shops = any(area.used_for == "shops" for area in areas)
    return Place(area_id, label, VisitSort.SHOP if shops and sort is VisitSort.HOME else sort)


def _at_venue(venue: Venue) -> Place:
    """Raises NoLongerPossible where it has closed since."""
    if venue.closed_at is not None:
        raise NoLongerPossible(venue.id)
    return Place(venue.area_id, venue.name, venue.sort, venue.id)
