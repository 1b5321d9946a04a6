"""The rows of the venues against those that are on the list."""

from __future__ import annotations

from collections.abc import Iterable

from bot.intake.columns import VENUES
from bot.intake.looking import Changes, Look
from bot.intake.naming import named
from bot.intake.rows import VenueRow, one_line
from domain.listening.entry import Sort
from domain.listening.venue import SORTS, Venue
from domain.listening.visit import VisitSort, likely_sort
from domain.phrases import phrase
from handlers.texts.say import Voice


def compare_venues(look: Look, rows: Iterable[VenueRow]) -> None:
    rows = [row for row in rows if row.name]
    known = {venue.id: venue for venue in look.tx.venues.known(look.reach)} if rows else {}
    for row, venue, area_id in named(look, VENUES, "name", rows, known, lambda venue: venue.name):
        _compare(look, row, venue, area_id)


def _compare(look: Look, row: VenueRow, venue: Venue | None, area_id: str) -> None:
    changes = Changes(look, VENUES, row)
    if venue is None or (row.code and row.name != one_line(venue.name)):  # without a code it was found by its name
        changes.note("name", "name", row.name, venue.name if venue else "")
    sort = row.kind or (venue.sort if venue else _guessed(row.name))
    if venue is None or sort is not venue.sort:
        said = _said(look, venue.sort) if venue else ""
        changes.note("sort", "kind", sort.value, venue.sort.value if venue else "", _said(look, sort), said)
    if venue is None or area_id != venue.area_id:
        was = venue.area_id if venue else ""
        changes.note("area", "area", area_id, was, look.place(area_id), was and look.place(was))
    if row.label and row.label != (one_line(venue.label) if venue else ""):
        changes.note("label", "label", row.label, venue.label if venue else "")
    if row.closed and venue is not None:
        changes.note("closed", "closed", "yes", "", "yes" if look.reader.language == "en" else "是")
    if row.closed and venue is None:
        return  # it is off the list as it should be
    if look.sound(VENUES, row):
        id = venue.id if venue else look.new_id(Sort.VENUE, row.line)
        changes.entry(Sort.VENUE, id, row.name, new=venue is None)


def _guessed(name: str) -> VisitSort:
    sort = likely_sort(name)
    return sort if sort in SORTS else VisitSort.SHOP


def _said(look: Look, sort: VisitSort) -> str:
    return Voice(look.reader.language, look.tx.now, look.zone).say(phrase(f"visits.sort_{sort.value}"))
