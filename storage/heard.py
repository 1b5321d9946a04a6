"""What others wrote down out of somebody's matter, or at the door where it was heard, when she is forgotten."""

from __future__ import annotations

from collections.abc import Sequence

from storage.statements import Row, Statements

_WRITTEN = """
    SELECT contents.* FROM needs JOIN contents ON contents.subject = 'need:' || needs.id
    WHERE (text <> '' OR media <> '[]') AND (
        (needs.heard = 'matter' AND needs.heard_id = :matter)
        OR (needs.heard = 'visit' AND needs.heard_id IN (SELECT visit_id FROM outcomes WHERE of_id = :matter)))
    UNION ALL
    SELECT contents.* FROM outcomes JOIN contents ON contents.subject = 'visit:' || outcomes.visit_id
    WHERE outcomes.of_id = :matter AND outcomes.of_id <> '' AND (text <> '' OR media <> '[]')
"""


def written_down(statements: Statements, matter_id: str) -> Sequence[Row]:
    """The contents to be emptied: of the needs and the visit stay their kind and where, the words may be her own."""
    return statements.all(_WRITTEN, matter=matter_id)


def close_the_door(statements: Statements, matter_id: str) -> None:
    """Of the visit stays in which grid it was; no slip opens the matter to anybody any more."""
    for change in (
        "area_id = COALESCE((SELECT parent_id FROM areas WHERE id = visits.area_id AND kind = 'building'), area_id)",
        "label = COALESCE((SELECT name FROM areas WHERE id = visits.area_id), '')",
    ):
        statements.run(
            f"""
            UPDATE visits SET {change}
            WHERE venue_id = '' AND id IN (SELECT visit_id FROM outcomes WHERE of_id = :matter AND of_id <> '')
            """,
            matter=matter_id,
        )
    statements.run("DELETE FROM slips WHERE matter_id = :matter", matter=matter_id)
