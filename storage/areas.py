"""The areas of the district and its talk points, as `load` put them there."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from domain.areas import Area, AreaKind, TalkPoint, Tree
from storage.scope import HER_GRIDS
from storage.statements import Row, Statements
from storage.values import json_text, json_value

VERSION = "areas.version"


class Areas:
    """`trees` is what the transactions of this database keep between them: the tree by the digest of its areas.

    A digest can only ever mean one tree, so a transaction that is rolled back leaves nothing wrong behind.
    """

    def __init__(self, statements: Statements, trees: dict[str, Tree]) -> None:
        self._db = statements
        self._trees = trees

    def tree(self) -> Tree:
        row = self._db.one("SELECT value FROM notes WHERE name = :name", name=VERSION)
        version = row["value"] if row else ""
        tree = self._trees.get(version)
        if tree is None:
            tree = Tree(
                {area.id: area for area in map(_area, self._db.all("SELECT * FROM areas ORDER BY map_order, id"))}
            )
            self._trees.clear()
            self._trees[version] = tree
        return tree

    def talk_point(self, code: str) -> TalkPoint | None:
        row = self._db.one("SELECT * FROM talk_points WHERE code = :code", code=code)
        return None if row is None else _talk_point(row)

    def talk_points(self) -> Sequence[TalkPoint]:
        """Those on the list."""
        return [point for point in self.printed_points() if not point.retired]

    def printed_points(self) -> Sequence[TalkPoint]:
        """Also those off the list, whose codes still hang somewhere."""
        return [_talk_point(row) for row in self._db.all("SELECT * FROM talk_points ORDER BY list_order, code")]

    def grids_of_desk(self, person_id: str) -> Sequence[str]:
        """Ids of the grids under the areas that this coordinator is appointed to, in map order."""
        rows = self._db.all(f"SELECT id FROM areas WHERE id {HER_GRIDS} ORDER BY map_order, id", person=person_id)
        return [row["id"] for row in rows]

    def replace(self, areas: Sequence[Area], talk_points: Sequence[TalkPoint]) -> None:
        """All of them, whatever was there before."""
        self._db.run("DELETE FROM areas")
        self._db.run("DELETE FROM talk_points")
        for area in areas:
            self._add_area(area)
        for position, point in enumerate(talk_points):
            self._add_talk_point(point, position)
        self._close()
        version = hashlib.sha256(repr(sorted(areas, key=lambda area: area.id)).encode()).hexdigest()
        self._db.run(
            """
            INSERT INTO notes (name, value) VALUES (:name, :value)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """,
            name=VERSION, value=version,
        )  # fmt: skip

    def _close(self) -> None:
        """Says for every area which grids lie under it.

        One that is no more on the map stays under what it lay in, for those who look for what ended there; once
        nothing of that is left either, under "".
        """
        self._db.run(
            """
            INSERT INTO area_grids (area_id, grid_id)
            SELECT DISTINCT '', lost.grid_id FROM area_grids AS lost
            WHERE lost.area_id <> '' AND NOT EXISTS (
                SELECT 1 FROM area_grids AS left_over JOIN areas ON areas.id = left_over.area_id
                WHERE left_over.grid_id = lost.grid_id)
            ON CONFLICT (area_id, grid_id) DO NOTHING
            """
        )
        self._db.run(
            """
            DELETE FROM area_grids WHERE grid_id IN (SELECT id FROM areas)
                OR (area_id <> '' AND area_id NOT IN (SELECT id FROM areas))
            """
        )
        self._db.run(
            """
            INSERT INTO area_grids (area_id, grid_id)
            WITH RECURSIVE up (area_id, grid_id) AS (
                SELECT id, id FROM areas WHERE kind = 'grid'
                UNION
                SELECT areas.parent_id, up.grid_id FROM up JOIN areas ON areas.id = up.area_id
                WHERE areas.parent_id <> ''
            )
            SELECT area_id, grid_id FROM up
            """
        )

    def _add_area(self, area: Area) -> None:
        self._db.run(
            """
            INSERT INTO areas (id, kind, parent_id, name, name_en, aliases, polygon, lat, lon, map_order, used_for)
            VALUES (:id, :kind, :parent, :name, :name_en, :aliases, :polygon, :lat, :lon, :map_order, :used_for)
            """,
            id=area.id, kind=area.kind.value, parent=area.parent_id, name=area.name, name_en=area.name_en,
            aliases=json_text(area.aliases), polygon=json_text(area.polygon), lat=area.lat, lon=area.lon,
            map_order=area.order, used_for=area.used_for,
        )  # fmt: skip

    def _add_talk_point(self, point: TalkPoint, position: int) -> None:
        self._db.run(
            """
            INSERT INTO talk_points (code, area_id, name, name_en, lat, lon, list_order, retired)
            VALUES (:code, :area, :name, :name_en, :lat, :lon, :list_order, :retired)
            """,
            code=point.code, area=point.area_id, name=point.name, name_en=point.name_en,
            lat=point.lat, lon=point.lon, list_order=position, retired=int(point.retired),
        )  # fmt: skip


def _area(row: Row) -> Area:
    return Area(
        id=row["id"],
        kind=AreaKind(row["kind"]),
        parent_id=row["parent_id"],
        name=row["name"],
        name_en=row["name_en"],
        aliases=json_value(row["aliases"]),
        polygon=json_value(row["polygon"]),
        lat=row["lat"],
        lon=row["lon"],
        order=row["map_order"],
        used_for=row["used_for"],
    )


def _talk_point(row: Row) -> TalkPoint:
    whereabouts = (row["code"], row["area_id"], row["name"], row["name_en"], row["lat"], row["lon"])
    return TalkPoint(*whereabouts, retired=bool(row["retired"]))
