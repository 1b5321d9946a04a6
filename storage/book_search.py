"""By which terms the entries of the answer book are found, and which of them have most of what was asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from domain.explaining.entry import Entry
from domain.reach import Reach
from storage.reach import in_reach
from storage.statements import Statements

COMMON = 1000
"""Entries from which on a term is just common; nobody counts further."""
MOST_READ = 4000
"""Rows that one question may read."""
FEW_AREAS = 12
SLOTS = 16
"""Lists of parameters are as long as a power of two times this, so that there are few different statements."""


class BookSearch:
    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def put(self, entry: Entry, terms: Mapping[str, float]) -> None:
        """In the place of what it was found by before; one that does not count is not found."""
        self._db.run("DELETE FROM entry_terms WHERE entry = :entry", entry=entry.number)
        found = sorted(terms.items()) if entry.live else []
        for start in range(0, len(found), SLOTS):
            portion = found[start : start + SLOTS]
            rows = ", ".join(f"(:t{n}, :area, :entry, :w{n})" for n in range(len(portion)))
            values = {name: value for n, (t, w) in enumerate(portion) for name, value in ((f"t{n}", t), (f"w{n}", w))}
            self._db.run(
                f"INSERT INTO entry_terms (term, area_id, entry, weight) VALUES {rows}",
                area=entry.area_id, entry=entry.number, **values,
            )  # fmt: skip

    def areas(self, reach: Reach) -> Sequence[str]:
        """Those in reach that have entries of their own."""
        where, values = in_reach("area_id", reach)
        rows = self._db.all(f"SELECT DISTINCT area_id FROM entries WHERE state = 'live' AND {where}", **values)
        return sorted(row["area_id"] for row in rows)

    def size(self, areas: Sequence[str]) -> int:
        """How many entries count in these."""
        names, values = _padded("a", areas)
        row = self._db.one(f"SELECT COUNT(*) AS n FROM entries WHERE area_id IN ({names}) AND state = 'live'", **values)
        return int(row["n"]) if row else 0

    def spread(self, areas: Sequence[str], terms: Sequence[str]) -> Mapping[str, int]:
        """How many entries of these areas each term stands in, COMMON at most; one that stands in none is not there.

        Of many areas it is counted everywhere: that is nearly the same, and each need not be looked up for itself.
        """
        names, values = _padded("a", areas) if len(areas) <= FEW_AREAS else ("", {})
        here = f"AND area_id IN ({names})" if names else ""
        slots, wanted = _padded("t", terms)
        rows = self._db.all(
            f"""
            WITH wanted (term) AS (VALUES {", ".join(f"(CAST({slot} AS TEXT))" for slot in slots.split(", "))})
            SELECT term, (SELECT COUNT(*) FROM (
                SELECT 1 FROM entry_terms WHERE entry_terms.term = wanted.term {here} LIMIT {COMMON}
            ) AS few) AS n FROM wanted WHERE term <> ''
            """,
            **values, **wanted,
        )  # fmt: skip
        return {row["term"]: int(row["n"]) for row in rows if row["n"]}

    def best(self, areas: Sequence[str], terms: Mapping[str, float], limit: int) -> Sequence[str]:
        """Ids of the entries that have most of these terms by their weights."""
        names, values = _padded("a", areas)
        area = "entry_terms.area_id" if len(areas) <= FEW_AREAS else "entry_terms.area_id || ''"  # filtered, not sought
        slots, wanted = _padded("t", list(terms))
        weights = {f"w{slot[1:]}": terms.get(term, 0.0) for slot, term in wanted.items()}
        pairs = ", ".join(
            f"(CAST({slot} AS TEXT), CAST(:w{slot[2:]} AS DOUBLE PRECISION))" for slot in slots.split(", ")
        )
        rows = self._db.all(
            f"""
            WITH wanted (term, weight) AS (VALUES {pairs}),
            best (entry, score) AS (
                SELECT entry_terms.entry, SUM(entry_terms.weight * wanted.weight) FROM entry_terms
                JOIN wanted ON wanted.term = entry_terms.term
                WHERE entry_terms.term IN ({slots}) AND {area} IN ({names})
                GROUP BY entry_terms.entry ORDER BY 2 DESC, 1 LIMIT {limit}
            )
            SELECT entries.id FROM best JOIN entries ON entries.number = best.entry ORDER BY best.score DESC, best.entry
            """,
            **values, **wanted, **weights,
        )  # fmt: skip
        return [row["id"] for row in rows]


def _padded(letter: str, given: Sequence[str]) -> tuple[str, dict[str, str]]:
    """The parameters of a list, and their values; those left over are empty."""
    length = SLOTS
    while length < len(given):
        length *= 2
    values = {f"{letter}{n}": given[n] if n < len(given) else "" for n in range(length)}
    return ", ".join(f":{name}" for name in values), values
