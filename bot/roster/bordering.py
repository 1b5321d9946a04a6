"""Puts drawn borders onto the grids they are meant for, by code or by name, and looks whether they can be right."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from math import cos, radians

from shapely import STRtree, unary_union
from shapely.geometry import MultiPolygon, Point, Polygon

from bot.crafts.datum import to_gcj02
from bot.crafts.maps import Borders, Ring, Shape
from bot.district import District
from bot.roster.mistakes import Mistake, RosterMistakes
from bot.roster.naming import Names
from domain.areas import Area, AreaKind, Tree

OVERLAP = 0.05
"""A share of the smaller grid; borders drawn by hand never meet exactly."""
NARROW = 0.00005
"""Degrees, about five metres: ground less than twice as wide is a slip of the hand."""
METRES_A_DEGREE = 111_320


def bordered(district: District, borders: Borders) -> tuple[District, list[Mistake]]:
    """The district with these borders, and remarks. Raises RosterMistakes."""
    if borders.wrong:
        raise RosterMistakes([Mistake(*borders.wrong)])
    tree = district.tree
    drawn, mistakes = _matched(tree, borders.shapes)
    if mistakes:
        raise RosterMistakes(mistakes)
    areas = tuple(_with(area, drawn[area.id]) if area.id in drawn else area for area in district.areas)
    changed = replace(district, areas=areas)
    return changed, _remarks(changed, drawn, borders)


def _matched(tree: Tree, shapes: Sequence[Shape]) -> tuple[dict[str, Ring], list[Mistake]]:
    grids = Names(tree, [area for area in tree.areas.values() if area.kind is AreaKind.GRID])
    communities = Names(tree, [area for area in tree.areas.values() if area.kind is AreaKind.COMMUNITY])
    drawn: dict[str, Ring] = {}
    mistakes = []
    for shape in shapes:
        if shape.wrong:
            mistakes.append(Mistake(*shape.wrong))
            continue
        around = communities.called(shape.community) if shape.community else []
        inside = around[0].id if around else ""
        found = next((found for name in shape.names if (found := grids.called(name, inside))), [])
        value = shape.names[-1]
        if len(found) > 1:
            mistakes.append(Mistake("shape_which", {"value": value, "these": grids.told_apart(found)}))
        elif not found:
            mistakes.append(Mistake("shape_unknown", {"value": value, "near": grids.near(value)}))
        elif found[0].id in drawn:
            mistakes.append(Mistake("shape_twice", {"value": found[0].name}))
        else:
            drawn[found[0].id] = shape.ring
    return drawn, mistakes


def _with(area: Area, ring: Ring) -> Area:
    inside = Polygon(ring).representative_point()
    return replace(area, polygon=ring, lat=inside.y, lon=inside.x)


def _remarks(district: District, drawn: dict[str, Ring], borders: Borders) -> list[Mistake]:
    remarks = ground(district, drawn)
    bare = [grid for grid in district.tree.grids() if not grid.polygon]
    if bare:
        remarks.append(Mistake("shape_missing", {"n": len(bare)}))
    if borders.datum == "WGS-84":
        remarks.append(Mistake("shape_gcj" if borders.doubtful or _shifted(district, drawn) else "shape_datum"))
    return remarks


def _overlap(one: Area, other: Area) -> Mistake:
    return Mistake("shape_overlap", {"value": one.name, "other": other.name})


def ground(district: District, drawn: Collection[str] | None = None) -> list[Mistake]:
    """Remarks on ground that two grids have (of those drawn now, else of all), and on ground that is nobody's."""
    grids = [grid for grid in district.tree.grids() if grid.polygon]
    if not grids:
        return []
    shapes = [Polygon(grid.polygon) for grid in grids]
    overlaps = [_overlap(*pair) for pair in _overlapping(grids, shapes, drawn)]
    return [*overlaps, *(_gap(hole) for hole in _holes(shapes))]


def _holes(shapes: Sequence[Polygon]) -> list[Polygon]:
    """What grids enclose and none of them holds, where it is wider than an unsteady hand."""
    whole = unary_union(shapes)
    parts = whole.geoms if isinstance(whole, MultiPolygon) else [whole]
    holes = [Polygon(ring) for part in parts if isinstance(part, Polygon) for ring in part.interiors]
    return [hole for hole in holes if not hole.buffer(-NARROW).is_empty]


def _gap(hole: Polygon) -> Mistake:
    at = hole.representative_point()
    metres = METRES_A_DEGREE**2 * cos(radians(at.y))
    size = int(float(f"{hole.area * metres:.2g}"))
    return Mistake("shape_gap", {"size": size, "at": f"{at.x:.5f}, {at.y:.5f}"})


def _overlapping(
    grids: Sequence[Area], shapes: Sequence[Polygon], drawn: Collection[str] | None
) -> list[tuple[Area, Area]]:
    found = []
    for one, other in STRtree(shapes).query(shapes, predicate="intersects").T.tolist():
        if one < other and (drawn is None or grids[one].id in drawn or grids[other].id in drawn):
            smaller = min(shapes[one].area, shapes[other].area)
            if shapes[one].intersection(shapes[other]).area > OVERLAP * smaller:
                found.append((grids[one], grids[other]))
    return found


def _shifted(district: District, drawn: dict[str, Ring]) -> bool:
    """Whether what stands in these grids would lie better if the borders were GCJ-02."""
    tree, as_drawn, if_shifted = district.tree, 0, 0
    shapes = {id: Polygon(ring) for id, ring in drawn.items()}
    for area in district.areas:
        shape = shapes.get(tree.grid_of(area.id))
        if area.kind is AreaKind.BUILDING and shape is not None and area.lat is not None and area.lon is not None:
            lat, lon = to_gcj02(area.lat, area.lon)
            as_drawn += shape.covers(Point(area.lon, area.lat))
            if_shifted += shape.covers(Point(lon, lat))
    return if_shifted > as_drawn
