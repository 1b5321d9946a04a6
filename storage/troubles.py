"""Known troubles, one row each, and the matters that have joined them with what each resident has heard."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from domain.errors import NotFound
from domain.matters.trouble import Stage, Trouble
from storage.statements import Row, Statements
from storage.values import at_text, at_value, at_value_or_none

_WHOLE = """
    SELECT troubles.*, (SELECT text FROM contents WHERE id = troubles.words_id) AS line,
        (SELECT at FROM contents WHERE id = troubles.words_id) AS said_at
    FROM troubles
"""


class Troubles:
    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def save(self, trouble: Trouble) -> None:
        """Inserts or updates; its words must lie in `contents` already. Whatever waits with it is its owner's."""
        self._db.run(
            """
            INSERT INTO troubles
                (id, kind, area_id, owner_id, words_id, marked_at, until_at, stage, turn, from_at, notice_id)
            VALUES (:id, :kind, :area, :owner, :words, :marked_at, :until_at, :stage, :turn, :from_at, :notice)
            ON CONFLICT (id) DO UPDATE SET owner_id = excluded.owner_id, words_id = excluded.words_id,
                until_at = excluded.until_at, stage = excluded.stage, turn = excluded.turn, from_at = excluded.from_at,
                notice_id = excluded.notice_id
            """,
            id=trouble.id, kind=trouble.kind, area=trouble.area_id, owner=trouble.owner_id, words=trouble.words_id,
            marked_at=at_text(trouble.marked_at), until_at=at_text(trouble.until_at), stage=trouble.stage.value,
            turn=trouble.turn, from_at=at_text(trouble.from_at), notice=trouble.notice_id,
        )  # fmt: skip
        self._db.run(
            """
            UPDATE matters SET owner_id = :owner, show_phone = 0
            WHERE trouble_id = :trouble AND trouble_id <> '' AND state = 'taken' AND owner_id <> :owner
            """,
            owner=trouble.owner_id, trouble=trouble.id,
        )  # fmt: skip

    def seen(self, trouble_id: str) -> Trouble:
        """How it stands, for reading only: others may change it meanwhile. Raises NotFound."""
        return self._one(trouble_id, _WHOLE + "WHERE id = :id")

    def get(self, trouble_id: str) -> Trouble:
        """Nobody else changes it until this transaction ends. Raises NotFound."""
        return self._one(trouble_id, _WHOLE + "WHERE id = :id FOR UPDATE")

    def _one(self, trouble_id: str, sql: str) -> Trouble:
        row = self._db.one(sql, id=trouble_id)
        if row is None:
            raise NotFound(f"trouble {trouble_id}")
        return _trouble(row)

    def not_over(self) -> Sequence[Trouble]:
        """All that matters can join, now or when it begins; the newest first."""
        rows = self._db.all(f"{_WHOLE} WHERE stage IN ('planned', 'running', 'ending') ORDER BY marked_at DESC, id")
        return [_trouble(row) for row in rows]

    # ---- what has joined -------------------------------------------------------------------------------------------

    def join(self, trouble: Trouble, matter_id: str) -> None:
        """Whoever joins has just read how it stands."""
        self._db.run(
            """
            INSERT INTO trouble_matters (trouble_id, matter_id, told) VALUES (:trouble, :matter, :told)
            ON CONFLICT (trouble_id, matter_id) DO UPDATE SET told = excluded.told
            """,
            trouble=trouble.id, matter=matter_id, told=trouble.turn,
        )  # fmt: skip

    def next_untold(self, trouble: Trouble, limit: int) -> Sequence[str]:
        """Ids of matters that wait with it and whose residents had not heard its present turn, in order of joining; now
        they have.
        """
        rows = self._db.all(
            """
            SELECT matter_id FROM trouble_matters
            JOIN matters ON matters.id = matter_id AND matters.trouble_id = :trouble AND matters.state = 'taken'
            WHERE trouble_matters.trouble_id = :trouble AND told < :turn
            ORDER BY told, trouble_matters.number LIMIT :limit
            """,
            trouble=trouble.id, turn=trouble.turn, limit=limit,
        )  # fmt: skip
        for row in rows:
            self._db.run(
                "UPDATE trouble_matters SET told = :turn WHERE trouble_id = :trouble AND matter_id = :matter",
                turn=trouble.turn, trouble=trouble.id, matter=row["matter_id"],
            )  # fmt: skip
        return [row["matter_id"] for row in rows]

    def waiting(self, trouble_id: str) -> int:
        """How many matters wait with it."""
        row = self._db.one(
            "SELECT COUNT(*) AS n FROM matters WHERE trouble_id = :trouble AND trouble_id <> '' AND state = 'taken'",
            trouble=trouble_id,
        )
        assert row is not None
        return int(row["n"])

    # ---- what could join -------------------------------------------------------------------------------------------

    def like_it(self, kind: str, area_id: str, filed: tuple[datetime, datetime], limit: int) -> Sequence[str]:
        """Ids of open matters of the kind in the area that could join (none of them dangerous, anonymous or waiting
        already), those of one owner together; `filed` from the one instant up to the other.
        """
        rows = self._db.all(
            """
            SELECT id FROM matters
            WHERE grid_id IN (SELECT grid_id FROM area_grids WHERE area_id = :area) AND need <> '' AND kind = :kind
                AND state IN ('waiting', 'taken') AND tier <> 'danger' AND anonymous = 0
                AND filed_at BETWEEN :since AND :before
            ORDER BY owner_id, filed_at, seq LIMIT :limit
            """,
            kind=kind, area=area_id, since=at_text(filed[0]), before=at_text(filed[1]), limit=limit,
        )  # fmt: skip
        return [row["id"] for row in rows]


def _trouble(row: Row) -> Trouble:
    return Trouble(
        id=row["id"],
        kind=row["kind"],
        area_id=row["area_id"],
        owner_id=row["owner_id"],
        words_id=row["words_id"],
        marked_at=at_value(row["marked_at"]),
        until_at=at_value_or_none(row["until_at"]),
        stage=Stage(row["stage"]),
        turn=row["turn"],
        line=row["line"],
        said_at=at_value(row["said_at"]),
        from_at=at_value_or_none(row["from_at"]),
        notice_id=row["notice_id"],
    )
