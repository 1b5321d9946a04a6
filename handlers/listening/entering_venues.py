"""A venue of a sheet: added, changed, taken off the list."""

from __future__ import annotations

from dataclasses import replace

from domain.errors import NoLongerPossible
from domain.listening.entry import Entry
from domain.listening.venue import Venue
from domain.listening.visit import VisitSort
from domain.people.person import Person
from domain.rights import AreaRight
from handlers.listening.unchanged import must_read_as
from handlers.listening.visits.ports import VisitsTransaction
from handlers.reach import must
from handlers.telling import tell
from handlers.turn import Turn


def enter_venue(turn: Turn[VisitsTransaction], person: Person, entry: Entry) -> None:
    """Raises NotAllowed, NotFound, NoLongerPossible, ReadsOtherwise."""
    if entry.new:
        _added(turn, person, entry)
    else:
        _changed(turn, person, entry)


def _added(turn: Turn[VisitsTransaction], person: Person, entry: Entry) -> None:
    fields = entry.fields
    must(turn, person, fields["area"], AreaRight.KEEP_VENUES)
    sort, label = VisitSort(fields["sort"]), fields.get("label", "")
    venue = Venue(entry.id, fields["area"], fields["name"], sort, label, person.id, turn.now)
    turn.tx.venues.save(venue)
    tell(turn, venue.subject, "VenueAdded", by=person.id, area=venue.area_id, sort=sort.value)


def _changed(turn: Turn[VisitsTransaction], person: Person, entry: Entry) -> None:
    venue, fields = turn.tx.venues.get(entry.id), entry.fields
    must(turn, person, venue.area_id, AreaRight.KEEP_VENUES)
    must_read_as(entry, _said(venue))
    if venue.closed_at is not None:
        raise NoLongerPossible(venue.id)
    wanted = {**_said(venue), **fields}
    must(turn, person, wanted["area"], AreaRight.KEEP_VENUES)
    changed = replace(
        venue, name=wanted["name"], sort=VisitSort(wanted["sort"]), area_id=wanted["area"], label=wanted["label"],
        closed_at=turn.now if wanted["closed"] else None,
    )  # fmt: skip
    turn.tx.venues.save(changed)
    if what := sorted(fields.keys() - {"closed"}):
        area, sort = changed.area_id, changed.sort.value
        tell(turn, venue.subject, "VenueChanged", by=person.id, what=" ".join(what), area=area, sort=sort)
    if changed.closed_at is not None:
        tell(turn, venue.subject, "VenueClosed", by=person.id)


def _said(venue: Venue) -> dict[str, str]:
    return {"name": venue.name, "sort": venue.sort.value, "area": venue.area_id, "label": venue.label, "closed": ""}
