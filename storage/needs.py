"""Needs, a row each; their words lie in `contents`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from domain.errors import NotFound
from domain.listening.need import Heard, Need, NeedKind, NeedState
from domain.reach import Reach
from storage.reach import Ledger, in_reach
from storage.statements import Row, Statements
from storage.values import at_text, at_value, at_value_or_none

_LEDGER = Ledger("needs", "noted_at", "withdrawn")
_WHOLE = """
    SELECT needs.*, (SELECT text FROM contents WHERE id = needs.words_id) AS line,
        (SELECT text FROM contents WHERE id = needs.result_id) AS result
    FROM needs
"""


class Needs:
    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def add(self, need: Need) -> None:
        """Its words must lie in `contents` already."""
        self._db.run(
            """
            INSERT INTO needs (id, area_id, kind, heard, heard_id, noted_by, noted_at, words_id, state, taken_by,
                until_on, project_id, result_id, ended_at)
            VALUES (:id, :area, :kind, :heard, :heard_id, :noted_by, :noted_at, :words, :state, :taken_by,
                :until_on, :project, :result, :ended_at)
            """,
            heard=need.heard.value, heard_id=need.heard_id, noted_by=need.noted_by, noted_at=at_text(need.noted_at),
            **_changing(need),
        )  # fmt: skip

    def save(self, need: Need) -> None:
        """Its words must lie in `contents` already."""
        self._db.run(
            """
            UPDATE needs SET area_id = :area, words_id = :words, kind = :kind, state = :state, taken_by = :taken_by,
                until_on = :until_on, project_id = :project, result_id = :result, ended_at = :ended_at
            WHERE id = :id
            """,
            **_changing(need),
        )

    def get(self, need_id: str) -> Need:
        """Nobody else changes it until this transaction ends. Raises NotFound."""
        row = self._db.one(_WHOLE + "WHERE id = :id FOR UPDATE", id=need_id)
        if row is None:
            raise NotFound(f"need {need_id}")
        return _need(row)

    def heard(self, heard: Heard, heard_id: str) -> Sequence[Need]:
        """What came of this matter, visit or meeting."""
        rows = self._db.all(
            _WHOLE + "WHERE heard = :heard AND heard_id = :id ORDER BY number", heard=heard.value, id=heard_id
        )
        return [_need(row) for row in rows]

    def of_project(self, project_id: str) -> Sequence[Need]:
        rows = self._db.all(_WHOLE + "WHERE project_id = :id ORDER BY number", id=project_id)
        return [_need(row) for row in rows]

    # ---- lists -----------------------------------------------------------------------------------------------------

    def page(self, reach: Reach, states: Sequence[NeedState], limit: int, offset: int = 0) -> Sequence[Need]:
        """The oldest first."""
        where, values = _where(reach, states)
        rows = self._db.all(
            f"{_WHOLE} WHERE {where} ORDER BY number LIMIT :limit OFFSET :offset", limit=limit, offset=offset, **values
        )
        return [_need(row) for row in rows]

    def taken(self, reach: Reach, limit: int, offset: int = 0) -> Sequence[Need]:
        """Those that somebody has: by their last day, what is struck off last."""
        where, values = _where(reach, (NeedState.OPEN, NeedState.MATCHED, NeedState.PROJECT, NeedState.STRUCK))
        rows = self._db.all(
            f"""
            {_WHOLE} WHERE {where} AND taken_by <> ''
            ORDER BY CASE WHEN state = 'struck' THEN 1 ELSE 0 END, until_on, number LIMIT :limit OFFSET :offset
            """,
            limit=limit, offset=offset, **values,
        )  # fmt: skip
        return [_need(row) for row in rows]

    def between(
        self, reach: Reach, from_at: datetime, until_at: datetime, *, struck: bool, limit: int, offset: int = 0
    ) -> Sequence[Need]:
        """Noted in that span and not withdrawn since; with `struck`, struck off in it."""
        where, values = _LEDGER.within(reach, from_at, until_at, struck=struck)
        rows = self._db.all(
            f"{_WHOLE} WHERE {where} ORDER BY number LIMIT :limit OFFSET :offset", limit=limit, offset=offset, **values
        )
        return [_need(row) for row in rows]

    def count_between(self, reach: Reach, from_at: datetime, until_at: datetime) -> tuple[int, int]:
        """How many were noted in that span (and not withdrawn since), and how many struck off."""
        return _LEDGER.count(self._db, reach, from_at, until_at)

    def count(self, reach: Reach, states: Sequence[NeedState]) -> int:
        where, values = _where(reach, states)
        row = self._db.one(f"SELECT COUNT(*) AS n FROM needs WHERE {where}", **values)
        return int(row["n"]) if row else 0


def _where(reach: Reach, states: Sequence[NeedState]) -> tuple[str, dict[str, object]]:
    where, values = in_reach("area_id", reach)
    named = {f"s{n}": state.value for n, state in enumerate(states)}
    return f"{where} AND state IN ({', '.join(f':{name}' for name in named)})", {**values, **named}


def _changing(need: Need) -> dict[str, object]:
    return {
        "id": need.id, "area": need.area_id, "words": need.words_id, "kind": need.kind.value,
        "state": need.state.value, "taken_by": need.taken_by,
        "until_on": need.until_on.isoformat() if need.until_on else "", "project": need.project_id,
        "result": need.result_id, "ended_at": at_text(need.ended_at),
    }  # fmt: skip


def _need(row: Row) -> Need:
    until = date.fromisoformat(row["until_on"]) if row["until_on"] else None
    return Need(
        row["id"], row["area_id"], NeedKind(row["kind"]), Heard(row["heard"]), row["heard_id"], row["noted_by"],
        at_value(row["noted_at"]), row["words_id"], NeedState(row["state"]), row["taken_by"], until,
        row["project_id"], row["result_id"], at_value_or_none(row["ended_at"]), row["line"] or "", row["result"] or "",
    )  # fmt: skip
