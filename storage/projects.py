"""Projects and their steps, a row each; their words lie in `contents`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from domain.errors import NotFound
from domain.listening.project import Project, ProjectState, Step
from domain.reach import Reach
from storage.reach import Ledger, in_reach
from storage.statements import Row, Statements
from storage.values import at_text, at_value, at_value_or_none

_LEDGER = Ledger("projects", "begun_at", "dropped")
_WHOLE = """
    SELECT projects.*, (SELECT text FROM contents WHERE id = projects.words_id) AS line,
        (SELECT text FROM contents WHERE id = projects.result_id) AS result
    FROM projects
"""
_STEP = "SELECT steps.*, (SELECT text FROM contents WHERE id = steps.words_id) AS line FROM steps"


class Projects:
    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def save(self, project: Project) -> None:
        """Inserts or updates; its words must lie in `contents` already."""
        self._db.run(
            """
            INSERT INTO projects (id, area_id, owner_id, words_id, begun_at, state, result_id, ended_at)
            VALUES (:id, :area, :owner, :words, :begun_at, :state, :result, :ended_at)
            ON CONFLICT (id) DO UPDATE SET owner_id = excluded.owner_id, words_id = excluded.words_id,
                state = excluded.state, result_id = excluded.result_id, ended_at = excluded.ended_at
            """,
            id=project.id, area=project.area_id, owner=project.owner_id, words=project.words_id,
            begun_at=at_text(project.begun_at), state=project.state.value, result=project.result_id,
            ended_at=at_text(project.ended_at),
        )  # fmt: skip

    def get(self, project_id: str) -> Project:
        """Nobody else changes it until this transaction ends. Raises NotFound."""
        row = self._db.one(_WHOLE + "WHERE id = :id FOR UPDATE", id=project_id)
        if row is None:
            raise NotFound(f"project {project_id}")
        return _project(row)

    def page(self, reach: Reach, states: Sequence[ProjectState], limit: int, offset: int = 0) -> Sequence[Project]:
        """Those that run first, the oldest first."""
        where, values = in_reach("area_id", reach)
        named: dict[str, object] = {f"s{n}": state.value for n, state in enumerate(states)}
        rows = self._db.all(
            f"""
            {_WHOLE} WHERE {where} AND state IN ({', '.join(f':{name}' for name in named)})
            ORDER BY CASE WHEN state = 'running' THEN 0 ELSE 1 END, number LIMIT :limit OFFSET :offset
            """,
            limit=limit, offset=offset, **values, **named,
        )  # fmt: skip
        return [_project(row) for row in rows]

    def between(
        self, reach: Reach, from_at: datetime, until_at: datetime, *, struck: bool, limit: int, offset: int = 0
    ) -> Sequence[Project]:
        """Begun in that span and not dropped since; with `struck`, struck off in it."""
        where, values = _LEDGER.within(reach, from_at, until_at, struck=struck)
        rows = self._db.all(
            f"{_WHOLE} WHERE {where} ORDER BY number LIMIT :limit OFFSET :offset", limit=limit, offset=offset, **values
        )
        return [_project(row) for row in rows]

    def count_between(self, reach: Reach, from_at: datetime, until_at: datetime) -> tuple[int, int]:
        """How many were begun in that span (and not dropped since), and how many struck off."""
        return _LEDGER.count(self._db, reach, from_at, until_at)

    # ---- steps -----------------------------------------------------------------------------------------------------

    def save_step(self, step: Step) -> None:
        """Inserts or updates; its words must lie in `contents` already."""
        self._db.run(
            """
            INSERT INTO steps (id, project_id, words_id, due_on, done_at)
            VALUES (:id, :project, :words, :due_on, :done_at)
            ON CONFLICT (id) DO UPDATE SET words_id = excluded.words_id, due_on = excluded.due_on,
                done_at = excluded.done_at
            """,
            id=step.id, project=step.project_id, words=step.words_id, due_on=step.due_on.isoformat(),
            done_at=at_text(step.done_at),
        )  # fmt: skip

    def step(self, step_id: str) -> Step:
        """Raises NotFound."""
        row = self._db.one(_STEP + " WHERE id = :id FOR UPDATE", id=step_id)
        if row is None:
            raise NotFound(f"step {step_id}")
        return _step(row)

    def steps(self, project_id: str) -> Sequence[Step]:
        """By the day on which they are due."""
        rows = self._db.all(_STEP + " WHERE project_id = :id ORDER BY due_on, number", id=project_id)
        return [_step(row) for row in rows]


def _project(row: Row) -> Project:
    return Project(
        row["id"], row["area_id"], row["owner_id"], row["words_id"], at_value(row["begun_at"]),
        ProjectState(row["state"]), row["result_id"], at_value_or_none(row["ended_at"]), row["line"] or "",
        row["result"] or "",
    )  # fmt: skip


def _step(row: Row) -> Step:
    due, done = date.fromisoformat(row["due_on"]), at_value_or_none(row["done_at"])
    return Step(row["id"], row["project_id"], row["words_id"], due, done, row["line"] or "")
