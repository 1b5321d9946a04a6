"""Open matters that are of the same kind in the same area, and could wait for the end of a known trouble with it."""

from __future__ import annotations

from domain.areas import AreaKind
from domain.matters.matter import Matter
from domain.matters.trouble import Trouble
from handlers.matters.ports import MattersTransaction
from handlers.matters.trouble_joining import building_of
from handlers.turn import Turn

MOST_OF_A_BUILDING = 40
"""Open matters of the grid that are read to find those of one building."""


def like_it(turn: Turn[MattersTransaction], trouble: Trouble, limit: int) -> list[Matter]:
    """Those of one owner together; filed before it was marked, since later ones were asked and said no."""
    grid_id = _grid_of_building(turn, trouble)
    if not grid_id:
        ids = turn.tx.troubles.like_it(trouble.kind, trouble.area_id, trouble.marked_at, limit)
        return [turn.tx.matters.get(matter_id) for matter_id in ids]
    ids = turn.tx.troubles.like_it(trouble.kind, grid_id, trouble.marked_at, MOST_OF_A_BUILDING)
    near = [turn.tx.matters.get(matter_id) for matter_id in ids]
    return [matter for matter in near if building_of(turn, matter.spot) == trouble.area_id][:limit]


def count_like_it(turn: Turn[MattersTransaction], trouble: Trouble) -> int:
    if _grid_of_building(turn, trouble):
        return len(like_it(turn, trouble, MOST_OF_A_BUILDING))
    return turn.tx.troubles.count_like_it(trouble.kind, trouble.area_id, trouble.marked_at)


def _grid_of_building(turn: Turn[MattersTransaction], trouble: Trouble) -> str:
    """The grid around a trouble of one building; "" for a wider one."""
    tree = turn.tx.areas.tree()
    area = tree.areas.get(trouble.area_id)
    return tree.grid_of(area.id) if area is not None and area.kind is AreaKind.BUILDING else ""
