"""The areas that a roster draws: districts, streets and communities as its grids name them, grids, buildings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from bot.crafts.sounds import is_chinese
from bot.roster.cells import key_of
from bot.roster.columns import BUILDINGS, GRIDS, Sheet
from bot.roster.entries import BuildingRow, GridRow, Row
from bot.roster.mistakes import Mistake
from bot.roster.naming import Names
from domain.areas import Area, AreaKind, Tree

ABOVE = (("district", AreaKind.DISTRICT), ("street", AreaKind.STREET), ("community", AreaKind.COMMUNITY))


class Map:
    """Draws the areas row by row over those in force, so that what was there keeps its id, borders and position."""

    def __init__(self, before: Tree, new_id: Callable[[], str], mistakes: list[Mistake]) -> None:
        self._before, self._new_id, self._mistakes = before, new_id, mistakes
        self._taken: set[str] = set()
        self._above: dict[tuple[str, ...], Area] = {}
        self._codes: dict[str, int] = {}
        self.grids: list[tuple[GridRow, Area]] = []
        self.buildings: list[Area] = []
        self.estates: dict[str, set[str]] = {}
        """The grids in which an estate has buildings, by its key."""

    @property
    def areas(self) -> list[Area]:
        known = [*self._above.values(), *(area for _, area in self.grids), *self.buildings]
        ranks = list(AreaKind)
        known.sort(key=lambda area: ranks.index(area.kind))
        return [replace(area, order=order) for order, area in enumerate(known)]

    @property
    def tree(self) -> Tree:
        return Tree({area.id: area for area in self.areas})

    # ---- grids and what is above them ----------------------------------------------------------------------------

    def draw_grids(self, rows: list[GridRow]) -> None:
        rows = _with_parents(rows, self._mistakes)
        kept = self._coded(GRIDS, rows, AreaKind.GRID)
        renamed = self._renamed_communities(rows, kept)
        seen: dict[tuple[str, str], int] = {}
        for index, row in enumerate(rows):
            if not row.grid:
                continue
            community = self._community(row, renamed)  # without one it is drawn all the same, for who names it
            first = seen.setdefault((community.id, key_of(row.grid)), row.line)
            if first != row.line:
                self._wrong(GRIDS, row, "grid", "grid_twice", community=community.name, value=row.grid, row=first)
                continue
            before = kept[index] or self._free(self._at(AreaKind.GRID, community.id, row.grid))
            fresh = Area(self._new_id(), AreaKind.GRID, "", "")
            area = replace(before or fresh, name=row.grid, parent_id=community.id)
            area = area if row.used_for is None else replace(area, used_for=row.used_for)
            self.grids.append((row, _with_words(area, row.english, row.also)))

    def _renamed_communities(self, rows: list[GridRow], kept: Sequence[Area | None]) -> dict[str, str]:
        """A community unknown by name whose coded grids all lay in one that is named no more: it has a new name."""
        named = {key_of(row.community) for row in rows}
        votes: dict[str, Counter[str]] = {}
        for index, row in enumerate(rows):
            grid = kept[index]
            if grid is not None:
                votes.setdefault(key_of(row.community), Counter())[grid.parent_id] += 1
        renamed = {}
        for said, parents in votes.items():
            parent = self._before.areas.get(next(iter(parents)))
            if len(parents) == 1 and parent is not None and key_of(parent.name) not in named:
                renamed[said] = parent.id
        return renamed

    def _community(self, row: GridRow, renamed: dict[str, str]) -> Area:
        path: tuple[str, ...] = ()
        parent = Area("", AreaKind.DISTRICT, "", "")
        for field, kind in ABOVE:
            name = getattr(row, field)
            if not name:
                continue
            path = (*path, f"{kind}:{key_of(name)}")
            if path not in self._above:
                old = renamed.get(key_of(name)) if kind is AreaKind.COMMUNITY else None
                before = self._before.areas.get(old) if old else self._above_before(kind, parent.id, name)
                fresh = Area(self._new_id(), kind, "", "")
                self._above[path] = replace(self._free(before) or fresh, name=name, parent_id=parent.id)
            parent = self._above[path]
        return parent

    def _above_before(self, kind: AreaKind, parent_id: str, name: str) -> Area | None:
        """The one in force of this name, there or, when it is the only one, wherever it was."""
        alike = [a for a in self._before.areas.values() if a.kind is kind and key_of(a.name) == key_of(name)]
        here = [area for area in alike if area.parent_id == parent_id]
        return next(iter(here or (alike if len(alike) == 1 else [])), None)

    def _at(self, kind: AreaKind, parent_id: str, name: str) -> Area | None:
        near = (a for a in self._before.areas.values() if a.kind is kind and a.parent_id == parent_id)
        return next((area for area in near if key_of(area.name) == key_of(name)), None)

    # ---- buildings -----------------------------------------------------------------------------------------------

    def draw_buildings(self, rows: list[BuildingRow], communities: Names, grids: Names) -> None:
        seen: dict[str, tuple[int, Area]] = {}
        before = _by_name(self._before)
        coded = self._coded(BUILDINGS, rows, AreaKind.BUILDING)
        for index, row in enumerate(rows):
            grid = find_grid(self._mistakes, BUILDINGS, row, "grid", row.grid, row.community, communities, grids)
            if grid is None or not row.estate:
                continue
            if coded[index] and len(row.building) > 1:
                self._wrong(BUILDINGS, row, "code", "code_many")
            for number in row.building:
                self._draw_building(row, number, grid, coded[index], seen, before)

    def _draw_building(
        self, row: BuildingRow, number: str, grid: Area, kept: Area | None,
        seen: dict[str, tuple[int, Area]], before: dict[str, list[Area]],
    ) -> None:  # fmt: skip
        name = building_name(row.estate, number)
        key = f"{grid.parent_id}:{key_of(name)}"
        if key in seen:
            line, other = seen[key]
            problem = "building_twice" if other.id == grid.id else "building_two_grids"
            self._wrong(BUILDINGS, row, "building", problem, value=name, row=line, other=other.name)
            return
        seen[key] = (row.line, grid)
        alike = before.get(key_of(name), [])
        here = [area for area in alike if area.parent_id == grid.id]
        found = kept or self._free(next(iter(here or (alike if len(alike) == 1 else [])), None))
        fresh = Area(self._new_id(), AreaKind.BUILDING, "", "")
        area = replace(found or fresh, name=name, parent_id=grid.id)
        also = row.also
        if also is not None and len(row.building) > 1:
            also = tuple(building_name(estate, number) for estate in also)
        self.buildings.append(_with_words(area, row.english, also))
        if number:
            self.estates.setdefault(key_of(row.estate), set()).add(grid.id)

    # ---- what was there before -----------------------------------------------------------------------------------

    def _coded(self, sheet: Sheet, rows: Sequence[Row], kind: AreaKind) -> list[Area | None]:
        """Codes go before names, whatever the order of the rows."""
        found = [self._by_code(sheet, row, kind) for row in rows]
        self._taken.update(area.id for area in found if area is not None)
        return found

    def _by_code(self, sheet: Sheet, row: Row, kind: AreaKind) -> Area | None:
        if not row.code:
            return None
        if row.code in self._codes:
            self._wrong(sheet, row, "code", "code_twice", row=self._codes[row.code])
            return None
        self._codes[row.code] = row.line
        area = self._before.areas.get(row.code)
        if area is not None and area.kind is kind:
            return area
        if self._before.areas:
            self._wrong(sheet, row, "code", "code_unknown", value=row.code)
            return None
        return Area(row.code, kind, "", "")  # a roster that was written elsewhere comes to an empty database

    def _free(self, before: Area | None) -> Area | None:
        """Nothing is two things now because it was one before."""
        if before is None or before.id in self._taken:
            return None
        self._taken.add(before.id)
        return before

    def _wrong(self, sheet: Sheet, row: Row, column: str, key: str, /, **values: object) -> None:
        self._mistakes.append(Mistake(key, values, sheet, row.line, sheet.column(column)))


def find_grid(
    mistakes: list[Mistake], sheet: Sheet, row: Row, column: str, said: str, community: str,
    communities: Names, grids: Names,
) -> Area | None:  # fmt: skip
    """The grid that a cell names, or a mistake."""

    def wrong(key: str, where: str, **values: object) -> None:
        mistakes.append(Mistake(key, values, sheet, row.line, sheet.column(where)))

    if not said:
        return None
    around = communities.called(community) if community else []
    if community and not around:
        wrong("community_unknown", "community", value=community, near=communities.near(community))
        return None
    found = grids.called(said, around[0].id if around else "")
    if len(found) == 1:
        return found[0]
    if found:
        wrong("grid_which", column, value=said, these=grids.told_apart(found))
    else:
        wrong("grid_unknown", column, value=said, near=grids.near(said))
    return None


def building_name(estate: str, number: str) -> str:
    """桃源里3号楼, or Peach Court 3."""
    if number and not is_chinese(estate):
        return f"{estate} {number.removesuffix('号楼')}"
    return estate + number


def _with_words(area: Area, english: str | None, also: tuple[str, ...] | None) -> Area:
    area = area if english is None else replace(area, name_en=english)
    return area if also is None else replace(area, aliases=also)


def _by_name(tree: Tree) -> dict[str, list[Area]]:
    found: dict[str, list[Area]] = {}
    for area in tree.areas.values():
        if area.kind is AreaKind.BUILDING:
            found.setdefault(key_of(area.name), []).append(area)
    return found


def _with_parents(rows: list[GridRow], mistakes: list[Mistake]) -> list[GridRow]:
    """Street and district may be written once for each community; two that differ are a mistake."""
    said: dict[tuple[str, str], tuple[str, int]] = {}
    for row, child, parent in _upward(rows):
        key = (f"{parent}:{key_of(getattr(row, child))}", parent)
        value, line = said.setdefault(key, (getattr(row, parent), row.line))
        if key_of(value) != key_of(getattr(row, parent)):
            values = {"value": getattr(row, child), "other": value, "row": line}
            mistakes.append(Mistake("two_parents", values, GRIDS, row.line, GRIDS.column(parent)))
    filled = []
    for row in rows:
        for child, parent in (("community", "street"), ("street", "district")):
            known = said.get((f"{parent}:{key_of(getattr(row, child))}", parent))
            if known:
                row = row.model_copy(update={parent: known[0]})
        filled.append(row)
    return filled


def _upward(rows: list[GridRow]) -> Iterator[tuple[GridRow, str, str]]:
    for row in rows:
        for child, parent in (("community", "street"), ("street", "district")):
            if getattr(row, child) and getattr(row, parent):
                yield row, child, parent
