"""How far somebody sees on the lists, as a condition of a statement, and what of a list falls into a span of time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.reach import Reach
from storage.statements import Statements
from storage.values import at_text


def in_reach(column: str, reach: Reach) -> tuple[str, dict[str, object]]:
    """The condition, and the values of its parameters (`:w0`…, `:a0`…); nothing is in reach of nobody."""
    within = {f"w{n}": area_id for n, area_id in enumerate(reach.within)}
    also = {f"a{n}": area_id for n, area_id in enumerate(reach.also)}
    tops = ", ".join(f":{name}" for name in within) or "''"
    condition = f"""
        {column} IN (
            WITH RECURSIVE below (id) AS (
                SELECT id FROM areas WHERE id IN ({tops})
                UNION SELECT areas.id FROM areas JOIN below ON areas.parent_id = below.id
            ) SELECT id FROM below)
    """
    if also:  # not without need: an OR has engines fetch each row before they count it
        condition = f"({column} IN ({', '.join(f':{name}' for name in also)}) OR {condition})"
    return condition, {**within, **also}


@dataclass(frozen=True, slots=True)
class Ledger:
    """A list whose rows begin, and end struck off or given up; `begun_at` is the column of the first."""

    table: str
    begun_at: str
    given_up: str

    def within(
        self, reach: Reach, from_at: datetime, until_at: datetime, *, struck: bool
    ) -> tuple[str, dict[str, object]]:
        """The condition for what began in that span and was not given up since; with `struck`, was struck off in it."""
        where, values = in_reach("area_id", reach)
        state, at = ("= 'struck'", "ended_at") if struck else (f"<> '{self.given_up}'", self.begun_at)
        condition = f"{where} AND state {state} AND {at} >= :from_at AND {at} < :until_at"
        return condition, {**values, "from_at": at_text(from_at), "until_at": at_text(until_at)}

    def count(self, statements: Statements, reach: Reach, from_at: datetime, until_at: datetime) -> tuple[int, int]:
        """How many began in that span (and were not given up since), and how many were struck off."""
        counts = []
        for struck in (False, True):
            where, values = self.within(reach, from_at, until_at, struck=struck)
            row = statements.one(f"SELECT COUNT(*) AS entries FROM {self.table} WHERE {where}", **values)
            counts.append(int(row["entries"]) if row else 0)
        return counts[0], counts[1]
