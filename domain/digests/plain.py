"""A digest as JSON values and back: light, and the cases of each figure apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, astuple
from datetime import date, datetime
from itertools import groupby
from typing import Any

from domain.digests.figures import Case, Digest, Figure, KindAt, Named, Part, Side, Span, SpanKind, Step, Times


def cases_as_json(cases: tuple[Case, ...]) -> list[list[str]]:
    """[side, reason, ids joined by spaces] for each run of cases that stand alike."""
    runs = groupby(cases, key=lambda case: (case.side, case.why))
    return [[side.value, why, " ".join(case.matter_id for case in run)] for (side, why), run in runs]


def cases_from_json(value: Any) -> tuple[Case, ...]:
    return tuple(Case(id, Side(side), why) for side, why, ids in value for id in ids.split())


PLACES = ("parts", "kinds", "steps", "before")
"""Of a light digest what grows with the number of areas and days; the rest is small."""


def light_as_json(digest: Digest) -> dict[str, Any]:
    """Everything but the matters behind the figures, which may be thousands."""
    span = digest.span
    return {
        "span": [span.kind.value, span.from_at.isoformat(), span.until_at.isoformat()],
        "scope": [asdict(area) for area in digest.scope],
        "parts": [[astuple(part.area), *astuple(part)[1:]] for part in digest.parts],
        "kinds": [astuple(kind) for kind in digest.kinds],
        "contact": astuple(digest.contact),
        "result": astuple(digest.result),
        "before": digest.before,
        "steps": [[step.on.isoformat(), step.new, step.closed, step.open] for step in digest.steps],
        "tallies": {
            figure.value: [[side.value, why, n] for (side, why), n in tally.items()]
            for figure, tally in digest.light.tallies.items()
        },
    }


def light_from_json(value: Mapping[str, Any]) -> Digest:
    """What is missing of PLACES is empty."""
    kind, from_at, until_at = value["span"]
    return Digest(
        span=Span(SpanKind(kind), datetime.fromisoformat(from_at), datetime.fromisoformat(until_at)),
        scope=tuple(Named(**area) for area in value["scope"]),
        figures={},
        parts=tuple(Part(Named(*area), *rest) for area, *rest in value.get("parts", ())),
        kinds=tuple(KindAt(*kind_at) for kind_at in value.get("kinds", ())),
        contact=Times(*value["contact"]),
        result=Times(*value["result"]),
        steps=tuple(Step(date.fromisoformat(on), *counts) for on, *counts in value.get("steps", ())),
        before=value.get("before", 0),
        tallies={
            Figure(name): {(Side(side), why): n for side, why, n in tally} for name, tally in value["tallies"].items()
        },
    )
