"""Terms in PostgreSQL: a tsvector made of our own terms with their positions, so that no parser has a say in it."""

from __future__ import annotations

from collections.abc import Sequence

from storage.statements import Statements

WINDOWS = (5_000, 40_000)
"""How many of the newest are looked through first: every hit is fetched, and those of a common word are many."""
POSITIONS = 255
"""How many positions of one term a tsvector keeps."""
FOUND = """
    WITH hits AS MATERIALIZED (
        SELECT number, matter_id FROM search_matters
        WHERE terms @@ CAST(:query AS tsquery) AND number < :before AND number >= :since
    )
    SELECT hits.number, hits.matter_id FROM hits JOIN matters ON matters.id = hits.matter_id
    WHERE {condition} ORDER BY hits.number DESC LIMIT :limit
"""
"""The planner takes the terms for rarer or commoner than they are; materialised, it looks them up first in any case."""


def put(statements: Statements, number: int, terms: Sequence[str]) -> None:
    places: dict[str, list[int]] = {}
    for position, term in enumerate(terms, start=1):
        places.setdefault(term, []).append(position)
    vector = " ".join(f"'{term}':{','.join(map(str, at[:POSITIONS]))}" for term, at in places.items())
    statements.run(
        "UPDATE search_matters SET terms = CAST(:terms AS tsvector) WHERE number = :number",
        number=number, terms=vector,
    )  # fmt: skip


def query(phrases: Sequence[Sequence[str]], one_of: Sequence[str]) -> str:
    """All the phrases, and one of the single terms where any are given."""
    parts = ["(" + " <-> ".join(f"'{term}'" for term in phrase) + ")" for phrase in phrases]
    if one_of:
        parts.append("(" + " | ".join(f"'{term}'" for term in one_of) + ")")
    return " & ".join(parts)


def compact(statements: Statements, *, first: bool) -> bool:
    """The server takes away by itself what was replaced."""
    return False
