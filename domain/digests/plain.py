"""A digest as JSON values and back, as it is stored and as it passes from one process to another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from domain.digests.figures import Case, Digest, Figure, KindAt, Named, Part, Side, Span, SpanKind, Step, Times


def cases_as_json(cases: tuple[Case, ...]) -> list[list[str]]:
    return [[case.matter_id, case.side.value, case.why] for case in cases]


def cases_from_json(value: Any) -> tuple[Case, ...]:
    return tuple(Case(matter_id, Side(side), why) for matter_id, side, why in value)


def numbers_as_json(digest: Digest) -> dict[str, Any]:
    """Everything but the matters behind the figures, which may be thousands."""
    span = digest.span
    return {
        "span": [span.kind.value, span.from_at.isoformat(), span.until_at.isoformat()],
        "scope": [asdict(area) for area in digest.scope],
        "parts": [asdict(part) for part in digest.parts],
        "kinds": [asdict(kind) for kind in digest.kinds],
        "contact": asdict(digest.contact),
        "result": asdict(digest.result),
        "steps": [[step.on.isoformat(), step.new, step.closed, step.open] for step in digest.steps],
    }


def digest_as_json(digest: Digest) -> dict[str, Any]:
    figures = {figure.value: cases_as_json(cases) for figure, cases in digest.figures.items()}
    return {**numbers_as_json(digest), "figures": figures}


def digest_from_json(value: Mapping[str, Any]) -> Digest:
    """What `digest_as_json` made, or `numbers_as_json`: then without the matters behind the figures."""
    kind, from_at, until_at = value["span"]
    return Digest(
        span=Span(SpanKind(kind), datetime.fromisoformat(from_at), datetime.fromisoformat(until_at)),
        scope=tuple(Named(**area) for area in value["scope"]),
        figures={Figure(name): cases_from_json(cases) for name, cases in value.get("figures", {}).items()},
        parts=tuple(Part(**{**part, "area": Named(**part["area"])}) for part in value["parts"]),
        kinds=tuple(KindAt(**kind_at) for kind_at in value["kinds"]),
        contact=Times(**value["contact"]),
        result=Times(**value["result"]),
        steps=tuple(Step(date.fromisoformat(on), *counts) for on, *counts in value["steps"]),
    )
