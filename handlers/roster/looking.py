"""名册: with a name, the person or area that is meant; alone, the desk's own area."""

from __future__ import annotations

from domain.areas import SURE, Area
from domain.messages import Inbound, Op
from domain.people.person import Person
from domain.phrases import phrase
from handlers.roster.areas_page import PROMPT, choice_of_areas, first_page, key_of_page, show_area
from handlers.roster.person_page import show_person
from handlers.roster.ports import RosterTransaction
from handlers.roster.scope import in_scope
from handlers.speaking import Tap, send
from handlers.texts.say import Named
from handlers.turn import Turn

MOST = 6


def roster(turn: Turn[RosterTransaction], person: Person, inbound: Inbound, rest: str) -> None:
    """/roster, 名册."""
    if not rest:
        first_page(turn, person)
        return
    people = list(dict.fromkeys(post.person_id for post in turn.tx.roster.named(person.id, rest)))
    if len(people) == 1:
        show_person(turn, person, people[0], Op.SEND)
        return
    if people:
        _which(turn, person, people[:MOST])
        return
    areas = _areas_called(turn, person, rest)
    if len(areas) == 1:
        show_area(turn, person, areas[0].id, 0, Op.SEND)
    elif areas:
        choice_of_areas(turn, person, areas)
    else:
        send(turn, person, phrase("roster.not_found", words=rest[:20]))


def _areas_called(turn: Turn[RosterTransaction], person: Person, words: str) -> list[Area]:
    """Of this very name, else the surest that the words may mean; only hers."""
    areas = turn.tx.areas.tree().areas
    said = "".join(words.split()).casefold()
    named = [
        area
        for area in areas.values()
        if said in ("".join(name.split()).casefold() for name in (area.name, area.name_en, *area.aliases))
    ]
    guessed = [guess.area_id for guess in turn.house.gazetteer.find(words) if guess.certainty >= SURE]
    found = named or [areas[area_id] for area_id in guessed if area_id in areas]
    return [area for area in found if in_scope(turn, person, area.id)]


def _which(turn: Turn[RosterTransaction], person: Person, people: list[str]) -> None:
    """Several of one name, told apart by where they answer."""
    areas = turn.tx.areas.tree().areas
    rows = []
    for person_id in people:
        area = areas[turn.tx.roster.of_person(person_id)[0].area_id]
        name = turn.tx.people.get(person_id)
        label = phrase("roster.tap_which", member=Named(name.name, name.name_en), area=Named(area.name, area.name_en))
        rows.append((Tap(label, f"see:{person_id}"),))
    send(turn, person, phrase("roster.which_person"), taps=tuple(rows), prompt=PROMPT, key=key_of_page(person))
