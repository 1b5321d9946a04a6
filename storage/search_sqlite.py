"""Terms in SQLite's FTS5: a document is its terms with blanks between, a phrase is looked up in quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

from storage.statements import Statements

WINDOWS: tuple[int, ...] = ()
FOUND = """
    SELECT search_matters.number, search_matters.matter_id FROM search_terms
    JOIN search_matters ON search_matters.number = search_terms.rowid
    JOIN matters ON matters.id = search_matters.matter_id
    WHERE search_terms MATCH :query AND search_terms.rowid < :before AND {condition}
    ORDER BY search_terms.rowid DESC LIMIT :limit
"""
"""In the order of rowids the index is walked from its end, and only as far as the page needs."""


def put(statements: Statements, number: int, terms: Sequence[str]) -> None:
    statements.run(
        "INSERT OR REPLACE INTO search_terms (rowid, terms) VALUES (:number, :terms)",
        number=number, terms=" ".join(terms),
    )  # fmt: skip


def query(phrases: Sequence[Sequence[str]], one_of: Sequence[str]) -> str:
    """All the phrases, and one of the single terms where any are given."""
    parts = ['"' + " ".join(phrase) + '"' for phrase in phrases]
    if one_of:
        parts.append("(" + " OR ".join(f'"{term}"' for term in one_of) + ")")
    return " AND ".join(parts)


PAGES = 64
"""Of the index that are written anew in one step."""


def compact(statements: Statements, *, first: bool) -> bool:
    """What was replaced stays in the index until it is merged: `first` begins with all of it."""
    before = _changes(statements)
    statements.run(
        "INSERT INTO search_terms (search_terms, rank) VALUES ('merge', :pages)", pages=-PAGES if first else PAGES
    )
    return first or _changes(statements) - before > 1


def _changes(statements: Statements) -> int:
    row = statements.one("SELECT total_changes() AS n")
    return int(row["n"]) if row else 0
