"""How far somebody sees on the lists, as a condition of a statement."""

from __future__ import annotations

from domain.listening.reach import Reach


def in_reach(column: str, reach: Reach) -> tuple[str, dict[str, object]]:
    """The condition, and the values of its parameters (`:w0`…, `:a0`…); nothing is in reach of nobody."""
    within = {f"w{n}": area_id for n, area_id in enumerate(reach.within)}
    also = {f"a{n}": area_id for n, area_id in enumerate(reach.also)}
    tops = ", ".join(f":{name}" for name in within) or "''"
    alone = ", ".join(f":{name}" for name in also) or "''"
    condition = f"""
        ({column} IN ({alone}) OR {column} IN (
            WITH RECURSIVE below (id) AS (
                SELECT id FROM areas WHERE id IN ({tops})
                UNION SELECT areas.id FROM areas JOIN below ON areas.parent_id = below.id
            ) SELECT id FROM below))
    """
    return condition, {**within, **also}
