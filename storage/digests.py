"""Digests that were made, and the events from which new ones are counted."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import NamedTuple

from domain.digests.courses import READ
from domain.digests.figures import Case, Digest, Figure, Span
from domain.digests.plain import cases_as_json, cases_from_json, light_as_json, light_from_json
from domain.errors import NotFound
from storage.statements import Statements
from storage.values import at_text, json_text

PREFIX = "matter:"
AT_ONCE = 500
"""Matters whose events are fetched by one statement; a year of a district is not to lie in memory at once."""


class Happening(NamedTuple):
    """As much of an event as figures are counted from."""

    type: str
    at: datetime
    by: str
    facts: Mapping[str, str | int | bool]


class Written(NamedTuple):
    """A digest as it is stored: its numbers and, by figure, its cases, as JSON text."""

    numbers: str
    figures: Mapping[str, str]


def written(digest: Digest) -> Written:
    figures = {figure.value: json_text(cases_as_json(cases)) for figure, cases in digest.figures.items()}
    return Written(json_text(light_as_json(digest)), figures)


class Digests:
    def __init__(self, statements: Statements, now: datetime) -> None:
        self._db = statements
        self._now = now

    # ---- what figures are counted from ----

    def touched(self, area_ids: Sequence[str], since: datetime) -> Sequence[str]:
        """Ids of the matters of these areas (as they are assigned now) that are open or to which anything happened
        since; those on no map belong to every area.
        """
        areas = {f"area_{n}": area_id for n, area_id in enumerate(area_ids)}
        rows = self._db.all(
            f"""
            WITH touched AS (
                SELECT substr(subject, {len(PREFIX) + 1}) AS id FROM events
                WHERE at >= :since AND subject LIKE '{PREFIX}%'
                UNION
                SELECT id FROM matters WHERE state <> 'ended'
            )
            SELECT matters.id FROM touched JOIN matters ON matters.id = touched.id
            WHERE matters.grid_id = '' OR matters.grid_id IN (
                SELECT grid_id FROM area_grids WHERE area_id IN ({", ".join(f":{name}" for name in areas)})
            )
            ORDER BY matters.filed_at, matters.id
            """,
            since=at_text(since), **areas,
        )  # fmt: skip
        return [row["id"] for row in rows]

    def histories(self, matter_ids: Sequence[str]) -> Iterator[tuple[str, list[Happening]]]:
        """(matter id, its events in order), of as many as there are."""
        for start in range(0, len(matter_ids), AT_ONCE):
            yield from self._histories(matter_ids[start : start + AT_ONCE])

    def _histories(self, matter_ids: Sequence[str]) -> Iterator[tuple[str, list[Happening]]]:
        names = {f"subject_{n}": PREFIX + matter_id for n, matter_id in enumerate(matter_ids)}
        types = ", ".join(f"'{type}'" for type in READ)
        rows = self._db.all(
            f"""
            SELECT subject, type, at, by_id, facts FROM events
            WHERE subject IN ({", ".join(f":{name}" for name in names)}) AND type IN ({types})
            ORDER BY subject, seq
            """,
            **names,
        )  # fmt: skip
        for subject, group in groupby(rows, key=lambda row: str(row["subject"])):
            yield (
                subject.removeprefix(PREFIX),
                [
                    Happening(row["type"], datetime.fromisoformat(row["at"]), row["by_id"], json.loads(row["facts"]))
                    for row in group
                ],
            )

    # ---- digests that were made ----

    def add_cases(self, digest_id: str, figure: str, cases: str) -> None:
        """One figure's, as they were written: of a whole district they may take an act each."""
        self._db.run(
            "INSERT INTO digest_figures (digest_id, figure, cases) VALUES (:id, :figure, :cases)",
            id=digest_id, figure=figure, cases=cases,
        )  # fmt: skip

    def add(self, digest_id: str, scope: Sequence[str], span: Span, numbers: str) -> str:
        """To be called once its cases are there. The id under which it stands: another one's when the same was made
        meanwhile, which is kept as it is.
        """
        known = self.find(scope, span)
        if known is not None:
            self._db.run("DELETE FROM digest_figures WHERE digest_id = :id", id=digest_id)
            return known
        self._db.run(
            """
            INSERT INTO digests (id, scope, kind, from_at, until_at, numbers, made_at)
            VALUES (:id, :scope, :kind, :from_at, :until_at, :numbers, :now)
            """,
            id=digest_id, scope=json_text(list(scope)), kind=span.kind.value, from_at=at_text(span.from_at),
            until_at=at_text(span.until_at), numbers=numbers, now=at_text(self._now),
        )  # fmt: skip
        return digest_id

    def find(self, scope: Sequence[str], span: Span) -> str | None:
        """The id of the one that was made of these areas and this span."""
        row = self._db.one(
            """
            SELECT id FROM digests
            WHERE scope = :scope AND kind = :kind AND from_at = :from_at AND until_at = :until_at
            """,
            scope=json_text(list(scope)), kind=span.kind.value, from_at=at_text(span.from_at),
            until_at=at_text(span.until_at),
        )  # fmt: skip
        return None if row is None else str(row["id"])

    def light(self, digest_id: str) -> Digest:
        """Without the cases. Raises NotFound."""
        return light_from_json(json.loads(self._get(digest_id, "numbers")))

    def whole(self, digest_id: str) -> Digest:
        """With all cases. Raises NotFound."""
        light = self.light(digest_id)
        rows = self._db.all("SELECT figure, cases FROM digest_figures WHERE digest_id = :id", id=digest_id)
        figures = {Figure(row["figure"]): cases_from_json(json.loads(row["cases"])) for row in rows}
        return Digest(
            light.span, light.scope, figures, light.parts, light.kinds, light.contact, light.result, light.steps
        )

    def scope(self, digest_id: str) -> Sequence[str]:
        """Ids of the areas it is about. Raises NotFound."""
        ids: list[str] = json.loads(self._get(digest_id, "scope"))
        return ids

    def cases(self, digest_id: str, figure: Figure) -> tuple[Case, ...]:
        """The matters behind one figure. Raises NotFound."""
        row = self._db.one(
            "SELECT cases FROM digest_figures WHERE digest_id = :id AND figure = :figure",
            id=digest_id, figure=figure.value,
        )  # fmt: skip
        if row is None:
            raise NotFound(f"{figure} of digest {digest_id}")
        return cases_from_json(json.loads(row["cases"]))

    def _get(self, digest_id: str, column: str) -> str:
        row = self._db.one(f"SELECT {column} FROM digests WHERE id = :id", id=digest_id)
        if row is None:
            raise NotFound(f"digest {digest_id}")
        return str(row[column])
