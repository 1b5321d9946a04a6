"""The roster of one area on one screen: its people in order, what lies below it, and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from domain.areas import Area, AreaKind
from domain.messages import Keys, Op
from domain.people.person import Appointment, Person
from domain.phrases import Phrase, phrase
from handlers.keyboard import lasting_keys
from handlers.matters.assigning import owner_name
from handlers.roster.marks import line_in_area
from handlers.roster.ports import RosterTransaction
from handlers.roster.scope import area_in_scope, in_scope, people_of, tops
from handlers.speaking import Line, Rows, Strong, Tap, send
from handlers.texts.say import Named, Several
from handlers.turn import Turn

PROMPT = "ro:"
PAGE = 8
MOST_PEOPLE = 12
A_ROW = 3


def key_of_page(person: Person) -> str:
    return f"roster:{person.id}"


def first_page(turn: Turn[RosterTransaction], person: Person) -> None:
    """Her desk's own area; a list where she has several that do not lie in one another."""
    areas = tops(turn, person)
    if len(areas) == 1:
        show_area(turn, person, areas[0].id, 0, Op.SEND)
    else:
        choice_of_areas(turn, person, areas)


def choice_of_areas(turn: Turn[RosterTransaction], person: Person, areas: Sequence[Area]) -> None:
    send(
        turn, person, phrase("roster.which_area"), taps=_in_rows([_to_area(area) for area in areas[:PAGE]]),
        prompt=PROMPT, key=key_of_page(person),
    )  # fmt: skip


def show_area(turn: Turn[RosterTransaction], person: Person, area_id: str, start: int = 0, op: Op = Op.UPDATE) -> None:
    """From the `start`-th area below it on. Raises NotAllowed, NoLongerPossible."""
    area = area_in_scope(turn, person, area_id)
    here = people_of(turn, area.id)
    below = _below(turn, area)
    lines: list[Line | Strong] = [Strong(_title(turn, area))]
    lines += [line_in_area(turn, post) for post in here[:MOST_PEOPLE]]
    if not here:
        lines.append(phrase("roster.nobody_here"))
    lines += _lines_below(turn, area, below[start : start + PAGE])
    taps = (
        *_people_and_work([_to_person(turn, p.person_id) for p in _each_once(here)[:MOST_PEOPLE]], _work(here, area)),
        *_in_rows([_to_area(each) for each in below[start : start + PAGE]], 2),
        *_last(turn, person, area, len(below), start),
    )
    keys = (Keys(lasting_keys(turn, person)),) if op is Op.SEND and not taps else ()
    send(turn, person, *lines, *keys, taps=taps, prompt=PROMPT, op=op, key=key_of_page(person))


def _title(turn: Turn[RosterTransaction], area: Area) -> Phrase:
    name = Named(area.name, area.name_en)
    if area.kind is AreaKind.GRID and area.used_for == "shops":
        return phrase("roster.title_shops", area=name)
    return phrase("roster.title", area=name)


def _each_once(posts: Sequence[Appointment]) -> list[Appointment]:
    return list({post.person_id: post for post in reversed(posts)}.values())[::-1]


def _below(turn: Turn[RosterTransaction], area: Area) -> list[Area]:
    """In the order of the map; of the buildings of a grid those come first that have somebody of their own."""
    areas = [each for each in turn.tx.areas.tree().areas.values() if each.parent_id == area.id]
    held = {post.area_id for post in turn.tx.roster.below(area.id)}
    first = area.kind is AreaKind.GRID
    return sorted(areas, key=lambda each: (first and each.id not in held, each.order, each.id))


def _lines_below(turn: Turn[RosterTransaction], area: Area, shown: Sequence[Area]) -> list[Phrase]:
    """Who answers in each area below, first of all; a building without anybody of its own is nothing to tell."""
    posts = {area_id: list(found) for area_id, found in groupby(turn.tx.roster.below(area.id), lambda p: p.area_id)}
    lines = []
    for each in shown:
        ids = dict.fromkeys(post.person_id for post in posts.get(each.id, ()))
        people = tuple(owner_name(turn.tx.people.get(person_id)) for person_id in ids)
        name = Named(each.name, each.name_en)
        if people:
            lines.append(phrase("roster.below", area=name, members=Several(people)))
        elif each.kind is not AreaKind.BUILDING:
            lines.append(phrase("roster.below_nobody", area=name))
    return lines


def _work(here: Sequence[Appointment], area: Area) -> list[Tap]:
    taps = [Tap(phrase("roster.tap_add"), f"add:{area.id}")]
    if len({post.role for post in here}) == 1 and len(here) > 1:
        taps.append(Tap(phrase("roster.tap_order"), f"order:{area.id}"))
    return taps


def _people_and_work(people: Sequence[Tap], work: Sequence[Tap]) -> Rows:
    """In one row where there is room."""
    return _in_rows([*people, *work]) if len(people) + len(work) <= A_ROW else (*_in_rows(people), tuple(work))


def _last(turn: Turn[RosterTransaction], person: Person, area: Area, below: int, start: int) -> Rows:
    taps = []
    if below > start + PAGE:
        taps.append(Tap(phrase("list.more", n=below - start - PAGE), f"a:{area.id}:{start + PAGE}"))
    if start:
        taps.append(Tap(phrase("roster.tap_start"), f"a:{area.id}:0"))
    parent = turn.tx.areas.tree().areas.get(area.parent_id)
    if parent is not None and in_scope(turn, person, parent.id):
        taps.append(Tap(phrase("roster.tap_up", area=Named(parent.name, parent.name_en)), f"a:{parent.id}:0"))
    return (tuple(taps),) if taps else ()


def _to_person(turn: Turn[RosterTransaction], person_id: str) -> Tap:
    return Tap(phrase("roster.tap_person", member=owner_name(turn.tx.people.get(person_id))), f"p:{person_id}")


def _to_area(area: Area) -> Tap:
    return Tap(phrase("roster.tap_area", area=Named(area.name, area.name_en)), f"a:{area.id}:0")


def _in_rows(taps: Sequence[Tap], a_row: int = A_ROW) -> Rows:
    return tuple(tuple(taps[n : n + a_row]) for n in range(0, len(taps), a_row))
