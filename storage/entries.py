"""The answer book, a row for each entry, with its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from domain.errors import NotFound
from domain.explaining.entry import Entry, EntryState
from domain.reach import Reach
from storage.reach import in_reach
from storage.statements import Row, Statements
from storage.values import at_text, at_value, json_text, json_value


class Entries:
    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def add(self, entry: Entry) -> Entry:
        """As it is stored, with its number."""
        row = self._db.one(
            """
            INSERT INTO entries (id, area_id, kind, owner_id, added_by, question, other_ways, answer, source,
                checked_on, review_on, state, from_matter_id, changed_at)
            VALUES (:id, :area, :kind, :owner, :added_by, :question, :other_ways, :answer, :source,
                :checked_on, :review_on, :state, :matter, :changed_at)
            RETURNING number
            """,
            **_values(entry), added_by=entry.added_by, matter=entry.from_matter_id,
        )  # fmt: skip
        return replace(entry, number=row["number"] if row else 0)

    def save(self, entry: Entry) -> None:
        """What may change of one that is stored."""
        self._db.run(
            """
            UPDATE entries SET area_id = :area, kind = :kind, owner_id = :owner, question = :question,
                other_ways = :other_ways, answer = :answer, source = :source, checked_on = :checked_on,
                review_on = :review_on, state = :state, changed_at = :changed_at
            WHERE id = :id
            """,
            **_values(entry),
        )

    def get(self, entry_id: str) -> Entry:
        """Nobody else changes it until this transaction ends. Raises NotFound."""
        row = self._db.one("SELECT * FROM entries WHERE id = :id FOR UPDATE", id=entry_id)
        if row is None:
            raise NotFound(f"entry {entry_id}")
        return _entry(row)

    def some(self, ids: Sequence[str]) -> Sequence[Entry]:
        """Those of these ids that there are, in the order of the ids."""
        named = {f"i{n}": entry_id for n, entry_id in enumerate(ids)}
        wanted = ", ".join(f":{name}" for name in named) or "''"
        found = {
            row["id"]: _entry(row) for row in self._db.all(f"SELECT * FROM entries WHERE id IN ({wanted})", **named)
        }
        return [found[entry_id] for entry_id in ids if entry_id in found]

    def after(self, number: int, limit: int) -> Sequence[Entry]:
        """Those with higher numbers, in whatever state."""
        rows = self._db.all(
            "SELECT * FROM entries WHERE number > :number ORDER BY number LIMIT :limit", number=number, limit=limit
        )
        return [_entry(row) for row in rows]

    def came_of(self, matter_id: str) -> bool:
        """Whether one was written out of this matter."""
        return (
            self._db.one("SELECT 1 FROM entries WHERE from_matter_id = :matter LIMIT 1", matter=matter_id) is not None
        )

    def numbered(self, number: int) -> Entry | None:
        row = self._db.one("SELECT * FROM entries WHERE number = :number", number=number)
        return _entry(row) if row else None

    # ---- pages -----------------------------------------------------------------------------------------------------

    def live_for(self, reach: Reach) -> Sequence[Entry]:
        """All that count there, by number."""
        return self._all(reach, "state = 'live'")

    def page(self, reach: Reach, limit: int, offset: int = 0, kind: str | None = None) -> Sequence[Entry]:
        """Of those that count there, of all kinds for None, by number."""
        of_kind = "" if kind is None else "AND kind = :kind"
        values = {"limit": limit, "offset": offset} | ({} if kind is None else {"kind": kind})
        return self._all(reach, f"state = 'live' {of_kind}", "LIMIT :limit OFFSET :offset", **values)

    def counts(self, reach: Reach) -> Mapping[str, int]:
        """How many count there, by kind; a kind without any is not there."""
        where, values = in_reach("area_id", reach)
        rows = self._db.all(
            f"SELECT kind, COUNT(*) AS n FROM entries WHERE state = 'live' AND {where} GROUP BY kind", **values
        )
        return {row["kind"]: int(row["n"]) for row in rows}

    def known(self, reach: Reach, limit: int, offset: int = 0) -> Sequence[Entry]:
        """Also those that were withdrawn or are only proposed."""
        return self._all(reach, "1 = 1", "LIMIT :limit OFFSET :offset", limit=limit, offset=offset)

    def proposed(self, reach: Reach, limit: int, offset: int = 0) -> Sequence[Entry]:
        return self._all(reach, "state = 'proposed'", "LIMIT :limit OFFSET :offset", limit=limit, offset=offset)

    # ---- reviews ---------------------------------------------------------------------------------------------------

    def by(self, person_id: str) -> Sequence[Entry]:
        """What she wrote or proposed."""
        rows = self._db.all("SELECT * FROM entries WHERE added_by = :person ORDER BY number", person=person_id)
        return [_entry(row) for row in rows]

    def due(self, today: date, limit: int, offset: int, reach: Reach, owner_id: str = "") -> Sequence[Entry]:
        """Whose day of review has come, there or hers to answer for; the longest ago first."""
        where, values = _waits(reach, owner_id)
        rows = self._db.all(
            f"""
            SELECT * FROM entries WHERE state = 'live' AND review_on <= :today AND {where}
            ORDER BY review_on, number LIMIT :limit OFFSET :offset
            """,
            today=today.isoformat(), limit=limit, offset=offset, **values,
        )  # fmt: skip
        return [_entry(row) for row in rows]

    def count_due(self, today: date, reach: Reach, owner_id: str = "") -> int:
        where, values = _waits(reach, owner_id)
        row = self._db.one(
            f"SELECT COUNT(*) AS n FROM entries WHERE state = 'live' AND review_on <= :today AND {where}",
            today=today.isoformat(), **values,
        )  # fmt: skip
        return int(row["n"]) if row else 0

    # ---- figures ---------------------------------------------------------------------------------------------------

    def stirred(self, reach: Reach, from_at: datetime, until_at: datetime) -> tuple[int, int]:
        """Of those that count, how many came in that span, and how many were looked at again and found right."""
        return self._met("EntryAdded", reach, from_at, until_at), self._met("EntryReviewed", reach, from_at, until_at)

    def _met(self, type: str, reach: Reach, from_at: datetime, until_at: datetime) -> int:
        where, values = in_reach("area_id", reach)
        row = self._db.one(
            f"""
            SELECT COUNT(DISTINCT entries.id) AS n FROM entries JOIN events ON events.subject = 'entry:' || entries.id
            WHERE state = 'live' AND changed_at >= :from_at AND {where}
                AND events.type = :type AND events.at >= :from_at AND events.at < :until_at
            """,
            type=type, from_at=at_text(from_at), until_at=at_text(until_at), **values,
        )  # fmt: skip
        return int(row["n"]) if row else 0

    def _all(self, reach: Reach, condition: str, cut: str = "", **more: object) -> Sequence[Entry]:
        where, values = in_reach("area_id", reach)
        rows = self._db.all(
            f"SELECT * FROM entries WHERE {condition} AND {where} ORDER BY number {cut}", **values, **more
        )
        return [_entry(row) for row in rows]


def _values(entry: Entry) -> dict[str, object]:
    return {
        "id": entry.id, "area": entry.area_id, "kind": entry.kind, "owner": entry.owner_id,
        "question": entry.question, "other_ways": json_text(entry.other_ways), "answer": entry.answer,
        "source": entry.source, "checked_on": entry.checked_on.isoformat(),
        "review_on": entry.review_on.isoformat(), "state": entry.state.value,
        "changed_at": at_text(entry.changed_at),
    }  # fmt: skip


def _waits(reach: Reach, owner_id: str) -> tuple[str, dict[str, object]]:
    where, values = in_reach("area_id", reach)
    return f"({where} OR (owner_id <> '' AND owner_id = :owner))", {**values, "owner": owner_id}


def _entry(row: Row) -> Entry:
    changed_at: datetime = at_value(row["changed_at"])
    return Entry(
        row["id"], row["area_id"], row["kind"], row["owner_id"], row["added_by"], row["question"], row["answer"],
        date.fromisoformat(row["checked_on"]), date.fromisoformat(row["review_on"]), changed_at,
        json_value(row["other_ways"]), row["source"], EntryState(row["state"]), row["from_matter_id"], row["number"],
    )  # fmt: skip
