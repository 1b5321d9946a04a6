"""The talk points of a roster: found by code, or by name and grid, so that what is printed goes on working."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.roster.cells import key_of
from bot.roster.columns import POINTS
from bot.roster.entries import PointRow
from bot.roster.mistakes import Mistake
from bot.roster.naming import Names
from domain.areas import Area, AreaKind, TalkPoint, Tree

HOLDERS = (AreaKind.GRID, AreaKind.BUILDING)


class Points:
    """Places the talk points on a map. `estates` are the grids in which an estate has buildings."""

    def __init__(self, tree: Tree, estates: dict[str, set[str]], mistakes: list[Mistake]) -> None:
        self._tree, self._estates, self._mistakes = tree, estates, mistakes
        self._places = Names(tree, [area for area in tree.areas.values() if area.kind in HOLDERS])
        self._wide = Names(tree, [area for area in tree.areas.values() if area.kind not in HOLDERS])
        self._communities = Names(tree, [a for a in tree.areas.values() if a.kind is AreaKind.COMMUNITY])

    def put_up(
        self, rows: Sequence[PointRow], before: Sequence[TalkPoint], old: Tree, new_code: Callable[[], str]
    ) -> list[TalkPoint]:
        """The talk points in the order of the rows; a known one keeps its code and its position."""
        codes = {point.code: point for point in before}
        named = {(key_of(p.name), old.grid_of(p.area_id)): p for p in before}
        lines: dict[str, int] = {}
        found: dict[tuple[str, str], int] = {}
        points = []
        for row in rows:
            area = self._area(row)
            if area is None or not row.name or not self._code_is_sound(row, codes, lines):
                continue
            grid = self._tree.grid_of(area.id)
            first = found.setdefault((key_of(row.name), grid), row.line)
            if first != row.line:
                self._wrong(row, "name", "point_twice", value=row.name, row=first)
                continue
            known = codes.get(row.code) or (named.get((key_of(row.name), grid)) if not row.code else None)
            point = known or TalkPoint(row.code or new_code(), "", "")
            point = replace(point, name=row.name, area_id=area.id, retired=False)
            points.append(point if row.english is None else replace(point, name_en=row.english))
        return points

    def _code_is_sound(self, row: PointRow, codes: dict[str, TalkPoint], lines: dict[str, int]) -> bool:
        if not row.code:
            return True
        first = lines.setdefault(row.code, row.line)
        if first != row.line:
            self._wrong(row, "code", "code_twice", row=first)
        elif row.code not in codes and (codes or not row.code.startswith("p")):
            self._wrong(row, "code", "code_unknown", value=row.code)
        else:
            return True
        return False

    def _area(self, row: PointRow) -> Area | None:
        if not row.place:
            return None
        around = self._communities.called(row.community) if row.community else []
        if row.community and not around:
            near = self._communities.near(row.community)
            self._wrong(row, "community", "community_unknown", value=row.community, near=near)
            return None
        inside = around[0].id if around else ""
        found = list(self._places.called(row.place, inside)) or self._of_estate(row.place, inside)
        if len(found) == 1:
            return found[0]
        if found:
            self._wrong(row, "place", "place_which", value=row.place, these=self._places.told_apart(found))
        elif self._wide.called(row.place):
            self._wrong(row, "place", "place_wide", value=row.place)
        else:
            self._wrong(row, "place", "place_unknown", value=row.place, near=self._places.near(row.place))
        return None

    def _of_estate(self, said: str, inside: str) -> list[Area]:
        grids = [self._tree.areas[id] for id in sorted(self._estates.get(key_of(said), ()))]
        return [grid for grid in grids if not inside or self._tree.within(grid.id, inside)]

    def _wrong(self, row: PointRow, column: str, key: str, /, **values: object) -> None:
        self._mistakes.append(Mistake(key, values, POINTS, row.line, POINTS.column(column)))
