"""Open matters that are of the same kind in the same area, and could wait for the end of a known trouble with it."""

from __future__ import annotations

from domain.areas import AreaKind
from domain.matters.matter import Matter
from domain.matters.trouble import Trouble
from handlers.matters.places import mapped
from handlers.matters.ports import MattersTransaction
from handlers.turn import Turn

MOST_OF_A_BUILDING = 40
"""Open matters of the grid that are read to find those of one building."""
MOST_COUNTED = 5000


def like_it(turn: Turn[MattersTransaction], trouble: Trouble, limit: int) -> list[Matter]:
    """Those of one owner together; filed before it was marked, since later ones were asked and said no."""
    if not _is_a_building(turn, trouble):
        return [turn.tx.matters.get(matter_id) for matter_id in _ids(turn, trouble, trouble.area_id, limit)]
    grid_id = turn.tx.areas.tree().grid_of(trouble.area_id)
    near = [turn.tx.matters.get(matter_id) for matter_id in _ids(turn, trouble, grid_id, MOST_OF_A_BUILDING)]
    return [matter for matter in near if mapped(turn, matter.spot).building_id == trouble.area_id][:limit]


def count_like_it(turn: Turn[MattersTransaction], trouble: Trouble) -> int:
    if _is_a_building(turn, trouble):
        return len(like_it(turn, trouble, MOST_OF_A_BUILDING))
    return len(_ids(turn, trouble, trouble.area_id, MOST_COUNTED))


def _ids(turn: Turn[MattersTransaction], trouble: Trouble, area_id: str, limit: int) -> list[str]:
    return list(turn.tx.troubles.like_it(trouble.kind, area_id, trouble.marked_at, limit))


def _is_a_building(turn: Turn[MattersTransaction], trouble: Trouble) -> bool:
    area = turn.tx.areas.tree().areas.get(trouble.area_id)
    return area is not None and area.kind is AreaKind.BUILDING
