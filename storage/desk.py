"""What stands on a desk: how many matters in each group, and each group page by page, for whoever sits at it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from domain.desk.needs import UP_THERE, Group, Need, climbed_to, gone_above
from domain.matters.matter import Level, Matter
from storage.matters import matter_of
from storage.scope import HER_GRIDS, HER_PLACES, NOT_ABOUT_HER
from storage.statements import Statements
from storage.values import at_text

WATCHED = (Need.WATCHED_STREET, Need.WATCHED_DISTRICT)


def _of(needs: Iterable[Need]) -> str:
    """A list of needs for IN; one that is never there stands for none."""
    return ", ".join(f"'{need}'" for need in needs) or "'-'"


def _under_way(level: Level | None) -> list[Need]:
    """What this desk, or one under it, has in hand after it came up, or one under it watches."""
    return [need for need in UP_THERE if need not in (*climbed_to(level), *gone_above(level))]


def _group(level: Level | None) -> str:
    """The group in which a matter stands for a desk of that level."""
    return f"""CASE
        WHEN need IN ({_of(climbed_to(level))}) THEN '{Group.CLIMBED}'
        WHEN need IN ({_of(gone_above(level))}) THEN '{Group.ABOVE}'
        WHEN need IN ({_of((Need.IN_HAND, *_under_way(level)))}) AND next_due_at <= :now THEN '{Group.LATE}'
        WHEN need = '{Need.ASKED}' AND next_due_at <= :now THEN '{Group.UNTAKEN}'
        WHEN need IN ({_of((Need.ASKED, *_under_way(level)))}) THEN '{Group.IN_HAND}'
        ELSE need END"""


GROUPS = {level: _group(level) for level in (None, *Level)}


def _condition(group: Group, level: Level | None) -> str:
    """The same for one group, in a shape that finds it by the index."""
    match group:
        case Group.CLIMBED:
            return f"need IN ({_of(climbed_to(level))})"
        case Group.ABOVE:
            return f"need IN ({_of(gone_above(level))})"
        case Group.LATE:
            return f"need IN ({_of((Need.IN_HAND, *_under_way(level)))}) AND next_due_at <= :now"
        case Group.UNTAKEN:
            return f"(need = '{Need.UNTAKEN}' OR (need = '{Need.ASKED}' AND next_due_at <= :now))"
        case Group.IN_HAND:
            return f"need IN ({_of((Need.IN_HAND, Need.ASKED, *_under_way(level)))}) AND next_due_at > :now"
    return f"need = '{group}'"


class Desk:
    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def counts(self, person_id: str, now: datetime, level: Level | None = None) -> Mapping[Group, int]:
        """How many stand in each group that has any; `level` is that of her widest desk."""
        # what is said of herself is counted and taken off again: it is little, and to ask of each matter would be dear
        rows = self._db.all(
            f"""
            SELECT stands, SUM(n) AS n FROM (
                SELECT {GROUPS[level]} AS stands, COUNT(*) AS n FROM matters
                WHERE need <> '' AND grid_id {HER_PLACES} GROUP BY 1
                UNION ALL
                SELECT {GROUPS[level]} AS stands, -COUNT(*) AS n FROM excluded CROSS JOIN matters
                WHERE excluded.person_id = :person AND excluded.why = 'about' AND matters.id = excluded.matter_id
                    AND need <> '' AND grid_id {HER_PLACES} GROUP BY 1
            ) AS counted GROUP BY stands HAVING SUM(n) > 0
            """,
            now=at_text(now), person=person_id,
        )  # fmt: skip
        found = {Group(row["stands"]): int(row["n"]) for row in rows}
        # a cross join is walked as it is written: from the few that are unheard, never from all matters
        row = self._db.one(
            f"""
            SELECT COUNT(*) AS n FROM unheard CROSS JOIN matters
            WHERE matters.id = unheard.matter_id AND matters.grid_id {HER_PLACES}
                AND matters.id {NOT_ABOUT_HER}
            """,
            person=person_id,
        )
        unheard = int(row["n"]) if row else 0
        return {**found, Group.UNHEARD: unheard} if unheard else found

    def page(
        self, person_id: str, group: Group, now: datetime, limit: int, offset: int = 0, level: Level | None = None
    ) -> Sequence[Matter]:
        """By what falls due first, of what came up what nobody has ahead of what is only watched; those who are to be
        told in person, by how long they have not been.
        """
        if group is Group.UNHEARD:
            return self._unheard(person_id, limit, offset)
        nobodys = f"need IN ({_of(WATCHED)}), " if group is Group.CLIMBED else ""
        # ids alone come from the index; rows are looked up for the page only
        rows = self._db.all(
            f"""
            SELECT matters.* FROM (
                SELECT id AS found_id, next_due_at AS found_due FROM matters
                WHERE need <> '' AND {_condition(group, level)} AND grid_id {HER_PLACES} AND id {NOT_ABOUT_HER}
                ORDER BY {nobodys}next_due_at, id LIMIT :limit OFFSET :offset
            ) AS found JOIN matters ON matters.id = found_id ORDER BY {nobodys}found_due, found_id
            """,
            now=at_text(now), limit=limit, offset=offset, person=person_id,
        )  # fmt: skip
        return [matter_of(row) for row in rows]

    def _unheard(self, person_id: str, limit: int, offset: int) -> Sequence[Matter]:
        rows = self._db.all(
            f"""
            SELECT matters.* FROM unheard CROSS JOIN matters
            WHERE matters.id = unheard.matter_id AND matters.grid_id {HER_PLACES}
                AND matters.id {NOT_ABOUT_HER}
            ORDER BY unheard.since_at, unheard.matter_id LIMIT :limit OFFSET :offset
            """,
            limit=limit, offset=offset, person=person_id,
        )  # fmt: skip
        return [matter_of(row) for row in rows]

    def members_gone(self, person_id: str, limit: int) -> Sequence[str]:
        """Ids of members of these areas and their buildings who joined once and cannot be reached any more."""
        rows = self._db.all(
            f"""
            SELECT DISTINCT appointments.person_id FROM addresses
            JOIN appointments ON appointments.person_id = addresses.person_id AND appointments.role = 'member'
            JOIN areas ON areas.id = appointments.area_id
            WHERE addresses.blocked = 1 AND (areas.id {HER_GRIDS} OR areas.parent_id {HER_GRIDS}) AND NOT EXISTS (
                SELECT 1 FROM addresses AS open WHERE open.person_id = addresses.person_id AND open.blocked = 0)
            ORDER BY appointments.person_id LIMIT :limit
            """,
            limit=limit, person=person_id,
        )  # fmt: skip
        return [row["person_id"] for row in rows]
