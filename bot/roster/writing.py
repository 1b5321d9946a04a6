"""The roster as rows, from the district in force: what is written out can be read again without changing anything."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from bot.crafts.tables import Table
from bot.district import District
from bot.roster.cells import buildings, key_of
from bot.roster.columns import BUILDINGS, DESKS, GRIDS, MEMBERS, POINTS, RESOURCES, SHEETS, Pair, Sheet
from bot.roster.differing import USES, days_in_words
from bot.roster.terms import kind_names, skill_names
from domain.areas import Area, AreaKind
from domain.people.person import Ability, Appointment, Person, Role

Cells = dict[str, str]
"""By the keys of the columns."""
_NUMBERED = re.compile(r"(.*\D)(\d{1,3}(?:号楼|号院|座))")
_AND = ("、", ", ")


class Written:
    """The rows of each sheet, in the language of its titles: 0 Chinese, 1 English."""

    def __init__(self, district: District, half: int = 0) -> None:
        self._district, self._tree, self._half = district, district.tree, half
        self._people = {person.id: person for person in district.people}
        names: dict[str, int] = defaultdict(int)
        for area in district.areas:
            names[key_of(area.name)] += 1
        self._abilities = {ability.person_id: ability for ability in district.abilities}
        self._ambiguous = {name for name, count in names.items() if count > 1}

    def rows(self, sheet: Sheet) -> list[list[str]]:
        makers: Mapping[str, Callable[[], Sequence[Cells]]] = {
            GRIDS.key: self._grids,
            BUILDINGS.key: self._buildings,
            MEMBERS.key: self._members,
            DESKS.key: self._desks,
            POINTS.key: self._points,
            RESOURCES.key: self._resources,
        }
        return [[cells.get(column.key, "") for column in sheet.columns] for cells in makers[sheet.key]()]

    def tables(self) -> list[Table]:
        return [
            Table(sheet.title[self._half], [[c.title[self._half] for c in sheet.columns], *self.rows(sheet)])
            for sheet in SHEETS
        ]

    def _grids(self) -> list[Cells]:
        return [
            {**self._above(grid), "grid": grid.name, "used_for": USES[grid.used_for][self._half],
             "also": self._joined(grid.aliases), "english": grid.name_en,
             "code": grid.id}
            for grid in self._tree.grids()
        ]  # fmt: skip

    def _above(self, area: Area) -> Cells:
        return {above.kind.value: above.name for above in self._tree.up(area.parent_id)}

    def _buildings(self) -> list[Cells]:
        found = []
        for area in self._district.areas:
            if area.kind is AreaKind.BUILDING:
                grid = self._tree.areas.get(self._tree.grid_of(area.id))
                estate, number = _parted(area.name)
                found.append(
                    {**(self._above(grid) if grid else {}), "grid": grid.name if grid else "", "estate": estate,
                     "building": number, "also": self._joined(area.aliases), "english": area.name_en, "code": area.id}
                )  # fmt: skip
        return found

    def _members(self) -> list[Cells]:
        """In the order of the grids, so that deputies follow one another as they are asked."""
        posts = self._posts(Role.MEMBER)
        people = sorted(posts, key=lambda id: min(self._place(post) for post in posts[id]))
        written: dict[str, int] = defaultdict(int)
        found = []
        for id in people:
            mine = sorted(posts[id], key=self._place)
            grids = [post for post in mine if self._tree.areas[post.area_id].kind is AreaKind.GRID]
            found.append(
                {**self._who(self._people[id], mine), **self._terms(mine), **self._ability(id),
                 "first": self._joined(self._named(post.area_id) for post in grids if post.rank == 1),
                 "deputy": self._in_turn([post for post in grids if post.rank > 1], written, 2),
                 "places": self._in_turn([post for post in mine if post not in grids], written, 1),
                 "lead": self._joined(self._named(post.area_id) for post in mine if post.lead)}
            )  # fmt: skip
        return found

    def _in_turn(self, posts: Sequence[Appointment], written: dict[str, int], lowest: int) -> str:
        """Each by its name, with its order behind it where the order of the rows would say another."""
        names = []
        for post in posts:
            following = max(written[post.area_id], lowest)
            written[post.area_id] = following + (following == post.rank)
            names.append(self._named(post.area_id) + ("" if following == post.rank else f"({post.rank})"))
        return self._joined(names)

    def _desks(self) -> list[Cells]:
        """One row for each person and set of weekdays."""
        found = []
        for id, posts in self._posts(Role.COORDINATOR).items():
            alike: dict[tuple[str, str], list[Appointment]] = defaultdict(list)
            for post in posts:
                alike[post.days, post.phone].append(post)
            for (days, _), mine in alike.items():
                area = self._joined(self._named(post.area_id) for post in mine)
                shown = days_in_words(days)[self._half] if days else ""
                found.append({**self._who(self._people[id], mine), **self._terms(mine), "area": area, "days": shown})
        return found

    def _terms(self, posts: Sequence[Appointment]) -> Cells:
        nights = self._joined(self._named(post.area_id) for post in posts if post.night)
        since = {post.area_id: post.from_on for post in posts}
        until = {post.area_id: post.to_on for post in posts}
        return {"night": nights, "since": self._days(since), "until": self._days(until)}

    def _days(self, days: Mapping[str, date | None]) -> str:
        """One day where it is that of all, else each behind the name of its area."""
        if len(set(days.values())) == 1:
            return "".join(on.isoformat() for on in set(days.values()) if on)
        return self._joined(f"{self._named(area)} {on.isoformat()}" for area, on in days.items() if on)

    def _ability(self, person_id: str) -> Cells:
        can = self._abilities.get(person_id, Ability(person_id))
        return {
            "skills": self._both(skill_names(skill) for skill in can.skills),
            "most": str(can.most or ""),
            "takes": self._both(kind_names(kind) for kind in can.takes),
            "refuses": self._both(kind_names(kind) for kind in can.refuses),
        }

    def _both(self, pairs: Iterable[Pair]) -> str:
        return self._joined(pair[self._half] for pair in pairs)

    def _resources(self) -> list[Cells]:
        found = []
        for each in self._district.resources or ():
            phone = next((post.phone for post in self._district.appointments if post.person_id == each.person_id), "")
            found.append(
                {"name": self._people[each.person_id].name, "phone": phone, "what": each.what, "unit": each.unit,
                 "how_much": each.how_much, "free_when": each.free_when,
                 "until_on": each.until_on.isoformat() if each.until_on else "", "code": each.id}
            )  # fmt: skip
        return found

    def _points(self) -> list[Cells]:
        found = []
        for point in self._district.talk_points:
            area = self._tree.areas.get(point.area_id)
            if area is not None and not point.retired:
                above = self._above(area) if key_of(area.name) in self._ambiguous else {}
                found.append({**above, "name": point.name, "place": area.name, "english": point.name_en,
                              "code": point.code})  # fmt: skip
        return found

    def _posts(self, role: Role) -> dict[str, list[Appointment]]:
        found: dict[str, list[Appointment]] = defaultdict(list)
        for post in sorted(self._district.appointments, key=self._place):
            if post.role is role and post.area_id in self._tree.areas:
                found[post.person_id].append(post)
        return found

    def _place(self, post: Appointment) -> tuple[int, int, str]:
        area = self._tree.areas.get(post.area_id)
        return (area.order if area else 0, post.rank, post.person_id)

    def _who(self, person: Person, posts: Sequence[Appointment]) -> Cells:
        phone = next((post.phone for post in posts if post.phone), "")
        return {"name": person.name, "phone": phone, "english": person.name_en, "code": person.id}

    def _named(self, area_id: str) -> str:
        """With what lies above it where the name alone would not do."""
        area = self._tree.areas[area_id]
        if key_of(area.name) not in self._ambiguous:
            return area.name
        return "".join(above.name for above in reversed(self._tree.up(area_id)[:2]))

    def _joined(self, words: Iterable[str]) -> str:
        return _AND[self._half].join(words)


def _parted(name: str) -> tuple[str, str]:
    """桃源里3号楼 as estate and number, when putting them together gives the same name again."""
    found = _NUMBERED.fullmatch(name)
    if found and buildings(found[2]) == (found[2],):
        return found[1], found[2]
    return name, ""
