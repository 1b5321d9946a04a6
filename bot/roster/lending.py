"""The resources of a roster: who lends what, found again by code or by person and name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.district import District
from bot.roster.cells import digits_of, key_of
from bot.roster.columns import RESOURCES
from bot.roster.entries import ResourceRow
from bot.roster.known import Somebody
from bot.roster.mistakes import Mistake
from domain.people.person import Resource


def lent(
    rows: Sequence[ResourceRow], people: Sequence[Somebody], before: Sequence[Resource],
    new_id: Callable[[], str], mistakes: list[Mistake],
) -> tuple[Resource, ...]:  # fmt: skip
    """In the order of the rows. `people` have their ids already."""
    known = {resource.id: resource for resource in before}
    alike = {_what(resource): resource.id for resource in before}
    lines: dict[str, int] = {}
    found = []
    for row in rows:
        person_id = _person(row, people, mistakes)
        if not person_id or not row.what:
            continue
        if row.code and known and row.code not in known:
            _wrong(mistakes, row, "code", "code_unknown", value=row.code)
            continue
        resource = Resource("", person_id, row.what, row.unit, row.how_much, row.free_when, row.until_on)
        id = row.code or alike.setdefault(_what(resource), new_id())
        first = lines.setdefault(id, row.line)
        if first != row.line:
            _wrong(mistakes, row, "what", "lent_twice", name=row.name, value=row.what, row=first)
            continue
        found.append(Resource(id, person_id, row.what, row.unit, row.how_much, row.free_when, row.until_on))
    return tuple(found)


def as_in_chat(after: District, before: District) -> tuple[District, list[Mistake]]:
    """What was withdrawn in chat stays withdrawn, and what was offered there stays; remarks say which."""
    if after.resources is None:
        return after, []
    withdrawn, named = {each.id for each in before.withdrawn}, {each.id for each in after.resources}
    back = [each for each in after.resources if each.id in withdrawn]
    staying = {person.id for person in after.people}
    kept = [
        each for each in before.resources or ()
        if each.id in before.from_chat and each.id not in named and each.person_id in staying
    ]  # fmt: skip
    names = {person.id: person.name for person in (*before.people, *after.people)}
    remarks = [
        Mistake(key, {"name": names.get(each.person_id, ""), "value": each.what}, RESOURCES)
        for key, found in (("lent_withdrawn", back), ("lent_kept", kept))
        for each in found
    ]
    resources = (*(each for each in after.resources if each.id not in withdrawn), *kept)
    return replace(after, resources=resources), remarks


def _what(resource: Resource) -> tuple[str, str, str]:
    return resource.person_id, key_of(resource.unit), key_of(resource.what)


def _person(row: ResourceRow, people: Sequence[Somebody], mistakes: list[Mistake]) -> str:
    """The id of the one of this name, with this number where one is written; "" with a mistake."""
    if not row.name:
        return ""
    named = [somebody for somebody in people if key_of(somebody.name) == key_of(row.name)]
    if row.phone:
        named = [somebody for somebody in named if digits_of(row.phone) in somebody.phones]
    if len(named) == 1:
        return named[0].id
    _wrong(mistakes, row, "name", "lender_which" if named else "lender_unknown", value=row.name)
    return ""


def _wrong(mistakes: list[Mistake], row: ResourceRow, column: str, key: str, /, **values: object) -> None:
    mistakes.append(Mistake(key, values, RESOURCES, row.line, RESOURCES.column(column)))
