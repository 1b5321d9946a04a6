"""How a matter is told without saying whose it was: the first draft, and whatever somebody writes instead of it."""

from __future__ import annotations

from datetime import date

from domain.areas import Area, AreaKind, Tree
from domain.explaining.unnamed import Instead, Unnamed, estate_in, maybe_names, unnamed
from domain.matters.matter import Matter
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.areas import area_name
from handlers.explaining.stories.ports import StoriesTransaction
from handlers.explaining.stories.words import area_of, had_to_do
from handlers.matters.judging import STOPS, closing_content
from handlers.matters.metoo_words import names_another
from handlers.speaking import voice_of
from handlers.turn import Turn


def draft(turn: Turn[StoriesTransaction], matter: Matter) -> Phrase:
    """What happened, in its resident's and its member's own words."""
    content = closing_content(turn, matter)
    line = content.text.rstrip(STOPS) if content else ""
    line = "" if line and names_another(turn, matter, line) else line
    key = "tale.draft" if line else "tale.draft_silent"
    return phrase(
        key, area=area_name(turn, area_of(turn, matter)), what=matter.what.rstrip(STOPS), took=_took(turn, matter),
        member=phrase("tale.instead_member"), line=line,
    )  # fmt: skip


def _took(turn: Turn[StoriesTransaction], matter: Matter) -> Phrase:
    days = (_day(turn, matter) - matter.filed_on).days
    if days > 1:
        return phrase("tale.took_days", n=days)
    return phrase("tale.took_till_next" if days else "tale.took_a_day")


def _day(turn: Turn[StoriesTransaction], matter: Matter) -> date:
    return (matter.closed_at or matter.filed_at).astimezone(turn.house.zone).date()


def cleared(turn: Turn[StoriesTransaction], person: Person, matter: Matter, text: str, *, named: bool) -> Unnamed:
    """Without names, doors and numbers, in the writer's language; `named`: the member may stand in it by name."""
    say = voice_of(turn, person).say
    building, indoors, place, somebody, number = (
        say(phrase(f"tale.instead_{what}")) for what in ("building", "indoors", "place", "resident", "number")
    )
    instead = Instead(building, indoors, place, somebody, number)
    members = [*_on_the_roster(turn, text), *(name for each in had_to_do(turn, matter) for name in _names(each))]
    hers = _names(turn.tx.people.get(matter.owner_id)) if named else []
    people = dict.fromkeys((name for name in members if name not in hers), say(phrase("tale.instead_member")))
    people |= dict.fromkeys(_names(turn.tx.people.get(matter.reporter_id)), somebody)
    return unnamed(text, people, _places(turn, matter, instead), instead)


def _on_the_roster(turn: Turn[StoriesTransaction], text: str) -> list[str]:
    """Names in it that somebody serves by, wherever that is."""
    chinese, latin = maybe_names(text)
    known = turn.tx.choosing.members_named
    return [*(known(chinese) if chinese else ()), *(name for name in latin if known([name.lower()]))]


def _names(person: Person) -> list[str]:
    return [name for name in (person.name, person.name_en, person.phone.removeprefix("+86")) if name]


def _places(turn: Turn[StoriesTransaction], matter: Matter, instead: Instead) -> dict[str, str]:
    """All that is smaller than the community, by name."""
    areas = _within(turn, area_of(turn, matter))
    places = {matter.spot.label: instead.place} if matter.spot.label else {}
    for point in turn.tx.areas.talk_points():
        if point.area_id in areas:
            places |= {name: instead.place for name in (point.name, point.name_en) if name}
    for area in areas.values():
        if area.kind in (AreaKind.BUILDING, AreaKind.GRID):
            new = instead.building if area.kind is AreaKind.BUILDING else instead.place
            names = [name for name in (area.name, area.name_en, *area.aliases) if name]
            estates = [estate for name in names if (estate := estate_in(name))]
            places |= {**dict.fromkeys(estates, instead.place), **dict.fromkeys(names, new)}
    return places


def _within(turn: Turn[StoriesTransaction], area_id: str) -> dict[str, Area]:
    """The area and all that lies in it, by id, in as many looks through the map as there are levels."""
    tree: Tree = turn.tx.areas.tree()
    found = level = {area.id: area for area in tree.up(area_id)[:1]}
    while level:
        level = {area.id: area for area in tree.areas.values() if area.parent_id in level and area.id not in found}
        found = {**found, **level}
    return found
