"""Recognising the people of a roster among those on it now: by code, by telephone, by name where they answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from bot.roster.cells import digits_of, key_of
from bot.roster.columns import Sheet
from bot.roster.entries import DeskRow, MemberRow
from bot.roster.mistakes import Mistake
from domain.areas import AreaKind, Tree
from domain.people.person import Appointment, Person

Entry = MemberRow | DeskRow


@dataclass(slots=True)
class Somebody:
    """One person of the sheets; a coordinator may stand in several rows, and among the members as well."""

    name: str
    code: str = ""
    rows: list[tuple[Sheet, Entry]] = field(default_factory=list)
    areas: set[str] = field(default_factory=set)
    id: str = ""

    @property
    def phones(self) -> set[str]:
        return {digits_of(row.phone) for _, row in self.rows if row.phone}

    @property
    def english(self) -> str | None:
        return next((row.english for _, row in self.rows if row.english is not None), None)


class Known:
    """Those on the roster in force. `tree` holds the areas in force and the new ones, which keep their ids."""

    def __init__(self, people: Sequence[Person], appointments: Sequence[Appointment], tree: Tree) -> None:
        self._people = {person.id: person for person in people}
        self._tree = tree
        self._named: dict[str, list[str]] = {}
        for person in people:
            self._named.setdefault(key_of(person.name), []).append(person.id)
        self._phones: dict[str, set[str]] = {}
        self._places: dict[str, set[str]] = {}
        for post in appointments:
            if post.phone:
                self._phones.setdefault(digits_of(post.phone), set()).add(post.person_id)
            self._places.setdefault(post.person_id, set()).update(self._around(post.area_id))

    def recognise(self, found: Sequence[Somebody], new_id: Callable[[], str], mistakes: list[Mistake]) -> None:
        """Gives each their id. The surest signs go first, and nobody is taken twice."""
        taken: set[str] = set()
        for signs in (lambda somebody: self._by_code(somebody, mistakes), self._by_phone, self._by_name):
            for somebody in found:
                id = next((sign for sign in signs(somebody) if sign not in taken), "") if not somebody.id else ""
                if id:
                    somebody.id = id
                    taken.add(id)
        for somebody in found:
            somebody.id = somebody.id or new_id()

    def person(self, somebody: Somebody) -> Person:
        person = replace(self._people.get(somebody.id, Person(somebody.id, "")), name=somebody.name)
        return person if somebody.english is None else replace(person, name_en=somebody.english)

    def _by_code(self, somebody: Somebody, mistakes: list[Mistake]) -> Iterator[str]:
        sheet, row = next(((s, r) for s, r in somebody.rows if r.code), (None, None))
        if sheet is None or row is None:
            return
        if row.code in self._people or not self._people:
            yield row.code
        else:
            place = (sheet, row.line, sheet.column("code"))
            mistakes.append(Mistake("code_unknown", {"value": row.code}, *place))

    def _by_phone(self, somebody: Somebody) -> Iterator[str]:
        """Of an office's number that several share, the one of this name."""
        for phone in somebody.phones:
            holders = self._phones.get(phone, set())
            alike = [id for id in holders if key_of(self._people[id].name) == key_of(somebody.name)]
            if alike or (len(holders) == 1 and len(phone) == 11 and phone.startswith("1")):
                yield from alike or holders

    def _by_name(self, somebody: Somebody) -> Iterator[str]:
        around = {above for area in somebody.areas for above in self._around(area)}
        for id in self._named.get(key_of(somebody.name), ()):
            if around & self._places.get(id, set()):
                yield id

    def _around(self, area_id: str) -> set[str]:
        """The area and what lies above it, up to the community; of a wider one only itself."""
        line = self._tree.up(area_id)
        return {area.id for area in line if area.kind in (AreaKind.GRID, AreaKind.COMMUNITY)} or {area_id}
