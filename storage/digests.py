"""Digests that were made, and the events from which new ones are counted."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import NamedTuple

from domain.digests.courses import READ
from domain.digests.figures import ASKED_FIRST, Case, Digest, Figure, Span
from domain.digests.plain import PLACES, cases_as_json, cases_from_json, light_as_json, light_from_json
from domain.errors import NotFound
from storage.statements import Statements
from storage.values import at_text, json_text

PREFIX = "matter:"
PORTION = 300
"""Cases that lie in one row: a tap reads one or two rows, however many matters a figure has."""
AT_ONCE = 500
"""Matters whose events are fetched by one statement; a year of a district is not to lie in memory at once."""


class Happening(NamedTuple):
    """As much of an event as figures are counted from."""

    type: str
    at: datetime
    by: str
    facts: Mapping[str, str | int | bool]


class Written(NamedTuple):
    """A digest as it is stored, in JSON text: its numbers, places and days, and by figure its cases in portions."""

    numbers: str
    places: str
    figures: Mapping[str, Sequence[str]]


def written(digest: Digest) -> Written:
    """The cases in the order in which they are shown."""
    light = light_as_json(digest)
    places = {name: light.pop(name) for name in PLACES}
    return Written(
        json_text(light), json_text(places), {f.value: _portions(cases) for f, cases in digest.figures.items()}
    )


def _portions(cases: Sequence[Case]) -> list[str]:
    """At least one, were it empty."""
    shown = sorted(cases, key=lambda case: ASKED_FIRST.index(case.side))
    starts = range(0, max(1, len(shown)), PORTION)
    return [json_text(cases_as_json(tuple(shown[start : start + PORTION]))) for start in starts]


class Digests:
    def __init__(self, statements: Statements, now: datetime) -> None:
        self._db = statements
        self._now = now

    # ---- what figures are counted from ----

    def touched(self, area_ids: Sequence[str], since: datetime) -> Sequence[str]:
        """Ids of the matters of these areas (as they are assigned now) that are open or to which anything happened
        since; those on no map, or no more on it, belong to every area, and what is said of somebody at one of their
        desks to none.
        """
        areas = {f"area_{n}": area_id for n, area_id in enumerate(area_ids)}
        scope = ", ".join(f":{name}" for name in areas)
        rows = self._db.all(
            f"""
            WITH touched AS (
                SELECT substr(subject, {len(PREFIX) + 1}) AS id FROM events
                WHERE at >= :since AND subject LIKE '{PREFIX}%'
                UNION
                SELECT id FROM matters WHERE state <> 'ended'
            )
            SELECT matters.id FROM touched JOIN matters ON matters.id = touched.id
            WHERE (matters.grid_id NOT IN (SELECT id FROM areas WHERE kind = 'grid') OR matters.grid_id IN (
                SELECT grid_id FROM area_grids WHERE area_id IN ({scope})
            )) AND matters.id NOT IN (
                SELECT excluded.matter_id FROM excluded JOIN appointments ON appointments.person_id = excluded.person_id
                WHERE excluded.why = 'about' AND appointments.role = 'coordinator' AND appointments.area_id IN ({scope})
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

    def add_cases(self, digest_id: str, figure: str, first: int, portions: Sequence[str]) -> None:
        """Some of one figure's, as they were written, `first` being the number of the first portion."""
        for number, cases in enumerate(portions, start=first):
            self._db.run(
                "INSERT INTO digest_figures (digest_id, figure, portion, cases) VALUES (:id, :figure, :number, :cases)",
                id=digest_id, figure=figure, number=number, cases=cases,
            )  # fmt: skip

    def add(self, digest_id: str, scope: Sequence[str], span: Span, text: Written) -> str:
        """To be called once its cases are there. The id under which it stands: another one's when the same was made
        meanwhile, which is kept as it is.
        """
        known = self.find(scope, span)
        if known is not None:
            self._db.run("DELETE FROM digest_figures WHERE digest_id = :id", id=digest_id)
            return known
        self._db.run(
            """
            INSERT INTO digests (id, scope, kind, from_at, until_at, numbers, places, made_at)
            VALUES (:id, :scope, :kind, :from_at, :until_at, :numbers, :places, :now)
            """,
            id=digest_id, scope=json_text(list(scope)), kind=span.kind.value, from_at=at_text(span.from_at),
            until_at=at_text(span.until_at), numbers=text.numbers, places=text.places, now=at_text(self._now),
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

    def glance(self, digest_id: str) -> Digest:
        """Its numbers alone, without places, days and cases: quick enough for a turn. Raises NotFound."""
        return light_from_json(json.loads(self._get(digest_id, "numbers")))

    def light(self, digest_id: str) -> Digest:
        """Without the cases. Raises NotFound."""
        numbers, places = (json.loads(self._get(digest_id, column)) for column in ("numbers", "places"))
        return light_from_json({**numbers, **places})

    def whole(self, digest_id: str) -> Digest:
        """With all cases. Raises NotFound."""
        light = self.light(digest_id)
        rows = self._db.all(
            "SELECT figure, cases FROM digest_figures WHERE digest_id = :id ORDER BY figure, portion", id=digest_id
        )
        figures: dict[Figure, tuple[Case, ...]] = {}
        for row in rows:
            figure = Figure(row["figure"])
            figures[figure] = (*figures.get(figure, ()), *cases_from_json(json.loads(row["cases"])))
        return Digest(
            light.span,
            light.scope,
            figures,
            light.parts,
            light.kinds,
            light.contact,
            light.result,
            light.steps,
            light.before,
        )

    def scope(self, digest_id: str) -> Sequence[str]:
        """Ids of the areas it is about. Raises NotFound."""
        ids: list[str] = json.loads(self._get(digest_id, "scope"))
        return ids

    def cases(self, digest_id: str, figure: Figure, start: int, limit: int) -> tuple[Case, ...]:
        """So many of the matters behind one figure, from the `start`-th on. Raises NotFound."""
        first, last = start // PORTION, (start + limit - 1) // PORTION
        rows = self._db.all(
            """
            SELECT cases FROM digest_figures
            WHERE digest_id = :id AND figure = :figure AND portion >= :first AND portion <= :last ORDER BY portion
            """,
            id=digest_id, figure=figure.value, first=first, last=last,
        )  # fmt: skip
        if not rows:
            raise NotFound(f"{figure} of digest {digest_id} from {start} on")
        cases = [case for row in rows for case in cases_from_json(json.loads(row["cases"]))]
        skipped = start - first * PORTION
        return tuple(cases[skipped : skipped + limit])

    def _get(self, digest_id: str, column: str) -> str:
        row = self._db.one(f"SELECT {column} FROM digests WHERE id = :id", id=digest_id)
        if row is None:
            raise NotFound(f"digest {digest_id}")
        return str(row[column])
