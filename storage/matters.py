"""Matters, one row each, and the count from which their numbers come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from domain.areas import Spot
from domain.desk.needs import need_of
from domain.errors import NotFound
from domain.matters.matter import Cause, Level, Matter, State, Tier, Wish, Word
from storage.statements import Row, Statements
from storage.values import at_text, at_value, at_value_or_none

NUMBER = re.compile(r"(\d{4})-?(\d{2,})")
STAYS = ("id", "filed_on", "seq", "number")
"""Columns that never change."""


class Matters:
    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def add(self, matter: Matter) -> None:
        columns = columns_of(matter)
        self._db.run(
            f"INSERT INTO matters ({', '.join(columns)}) VALUES ({', '.join(f':{name}' for name in columns)})",
            **columns,
        )

    def save(self, matter: Matter) -> None:
        """Everything but its id and number. Raises NotFound when it was never added."""
        columns = columns_of(matter)
        changing = ", ".join(f"{name} = :{name}" for name in columns if name not in STAYS)
        changed = self._db.run(
            f"UPDATE matters SET {changing} WHERE id = :id",
            **{name: value for name, value in columns.items() if name not in STAYS or name == "id"},
        )
        if not changed:
            raise NotFound(f"matter {matter.id}")
        if not matter.lead_id:
            self._lead_on(columns)

    def _lead_on(self, columns: dict[str, object]) -> None:
        """What other households have joined to it is in the same hands, and promised for the same instant.

        A telephone number was for the one owner who had it.
        """
        self._db.run(
            """
            UPDATE matters SET owner_id = :owner_id, level = :level, promise_at = :promise_at,
                show_phone = CASE WHEN owner_id = :owner_id THEN show_phone ELSE 0 END
            WHERE lead_id = :id AND lead_id <> '' AND state = 'taken' AND trouble_id = ''
                AND (owner_id <> :owner_id OR level <> :level OR promise_at <> :promise_at)
            """,
            **{name: columns[name] for name in ("id", "owner_id", "level", "promise_at")},
        )

    def get(self, matter_id: str) -> Matter:
        """Nobody else changes it until this transaction ends. Raises NotFound."""
        row = self._db.one("SELECT * FROM matters WHERE id = :id FOR UPDATE", id=matter_id)
        if row is None:
            raise NotFound(f"matter {matter_id}")
        return matter_of(row)

    def next_seq(self, filed_on: date) -> int:
        """1 for the first of the day; each call takes the next one."""
        row = self._db.one(
            """
            INSERT INTO matter_numbers (filed_on, newest) VALUES (:day, 1)
            ON CONFLICT (filed_on) DO UPDATE SET newest = matter_numbers.newest + 1
            RETURNING newest
            """,
            day=filed_on.isoformat(),
        )
        assert row is not None
        return int(row["newest"])

    def of_reporter(self, person_id: str, limit: int = 20) -> Sequence[Matter]:
        """The open ones first, then the newest."""
        return self._several(
            """
            SELECT * FROM matters WHERE reporter_id = :person
            ORDER BY CASE WHEN state = 'ended' THEN 1 ELSE 0 END, filed_at DESC, seq DESC LIMIT :limit
            """,
            person=person_id, limit=limit,
        )  # fmt: skip

    def of_owner(self, person_id: str) -> Sequence[Matter]:
        """Those in hand, by what falls due first; not those that wait for the end of something else."""
        return self._several(
            """
            SELECT * FROM matters
            WHERE owner_id = :person AND state <> 'ended' AND state IN ('waiting', 'taken', 'closing')
                AND NOT (state = 'taken' AND (trouble_id <> '' OR lead_id <> ''))
            ORDER BY next_due_at, id
            """,
            person=person_id,
        )

    def said_by(self, matter_id: str, from_id: str, into_id: str, roles: Sequence[str]) -> None:
        """What the first said of it in these roles is the second's own from now on."""
        for role in roles:
            self._db.run(
                "UPDATE contents SET by_id = :into WHERE subject = :subject AND by_id = :from AND role = :role",
                subject=f"matter:{matter_id}", role=role, **{"from": from_id, "into": into_id},
            )  # fmt: skip

    def in_hand(self) -> Sequence[Matter]:
        """All that somebody has to do something about, wherever they are: for checks, never for a turn."""
        return self._several("SELECT * FROM matters WHERE state IN ('waiting', 'taken') ORDER BY id")

    def open_in(self, grid_id: str) -> Sequence[Matter]:
        """Those of a grid that have not ended."""
        return self._several(
            "SELECT * FROM matters WHERE grid_id = :grid AND state <> 'ended' ORDER BY next_due_at, id", grid=grid_id
        )

    def by_number(self, number: str) -> Sequence[Matter]:
        """For "1123-07" or "112307", the newest first; none for what is not a number."""
        read = NUMBER.fullmatch(number.strip())
        if read is None:
            return []
        return self._several(
            "SELECT * FROM matters WHERE number = :number ORDER BY filed_on DESC",
            number=f"{read[1]}-{int(read[2]):02d}",
        )

    def _several(self, sql: str, **values: object) -> list[Matter]:
        return [matter_of(row) for row in self._db.all(sql, **values)]


def _next_due_at(matter: Matter) -> datetime:
    """The clock that runs out first: contact until somebody answered, then progress or result; of a pause its end."""
    if matter.paused_until is not None:
        return matter.paused_until
    return matter.contact_due_at if matter.contacted_at is None else min(matter.progress_due_at, matter.result_due_at)


def columns_of(matter: Matter) -> dict[str, object]:
    return {
        "id": matter.id,
        "filed_on": matter.filed_on.isoformat(),
        "seq": matter.seq,
        "number": matter.number,
        "reporter_id": matter.reporter_id,
        "kind": matter.kind,
        "tier": matter.tier.value,
        "grid_id": matter.spot.grid_id,
        "building_id": matter.spot.building_id,
        "label": matter.spot.label,
        "lat": matter.spot.lat,
        "lon": matter.spot.lon,
        "what": matter.what,
        "state": matter.state.value,
        "owner_id": matter.owner_id,
        "level": matter.level.value,
        "sent_at": at_text(matter.sent_at),
        "filed_at": at_text(matter.filed_at),
        "contact_due_at": at_text(matter.contact_due_at),
        "progress_due_at": at_text(matter.progress_due_at),
        "result_due_at": at_text(matter.result_due_at),
        "next_due_at": at_text(_next_due_at(matter)),
        "promise_at": at_text(matter.promise_at),
        "anonymous": int(matter.anonymous),
        "on_behalf_of": matter.on_behalf_of,
        "show_phone": int(matter.show_phone),
        "contacted_at": at_text(matter.contacted_at),
        "closed_at": at_text(matter.closed_at),
        "ended_at": at_text(matter.ended_at),
        "nudged_at": at_text(matter.nudged_at),
        "cause": None if matter.cause is None else matter.cause.value,
        "word": matter.word.value,
        "grade": matter.grade,
        "reopened": matter.reopened,
        "turn": matter.turn,
        "came": matter.came,
        "trouble_id": matter.trouble_id,
        "wish": matter.wish.value,
        "into_id": matter.into_id,
        "came_for": matter.came_for,
        "watch": matter.watch,
        "hotline_no": matter.hotline_no,
        "hotline_at": at_text(matter.hotline_at),
        "hotline_due": at_text(matter.hotline_due),
        "paused_until": at_text(matter.paused_until),
        "pause_why": matter.pause_why,
        "asks_until": at_text(matter.asks_until),
        "because": matter.because,
        "lead_id": matter.lead_id,
        "photo_shown": int(matter.photo_shown),
        "need": need_of(matter).value,
    }


def matter_of(row: Row) -> Matter:
    return Matter(
        id=row["id"],
        filed_on=date.fromisoformat(row["filed_on"]),
        seq=row["seq"],
        reporter_id=row["reporter_id"],
        kind=row["kind"],
        tier=Tier(row["tier"]),
        spot=Spot(row["grid_id"], row["label"], row["lat"], row["lon"], row["building_id"]),
        what=row["what"],
        state=State(row["state"]),
        owner_id=row["owner_id"],
        level=Level(row["level"]),
        sent_at=at_value(row["sent_at"]),
        filed_at=at_value(row["filed_at"]),
        contact_due_at=at_value(row["contact_due_at"]),
        progress_due_at=at_value(row["progress_due_at"]),
        result_due_at=at_value(row["result_due_at"]),
        promise_at=at_value(row["promise_at"]),
        anonymous=bool(row["anonymous"]),
        on_behalf_of=row["on_behalf_of"],
        show_phone=bool(row["show_phone"]),
        contacted_at=at_value_or_none(row["contacted_at"]),
        closed_at=at_value_or_none(row["closed_at"]),
        ended_at=at_value_or_none(row["ended_at"]),
        nudged_at=at_value_or_none(row["nudged_at"]),
        cause=None if row["cause"] is None else Cause(row["cause"]),
        word=Word(row["word"]),
        grade=row["grade"],
        reopened=row["reopened"],
        turn=row["turn"],
        came=row["came"],
        trouble_id=row["trouble_id"],
        wish=Wish(row["wish"]),
        into_id=row["into_id"],
        came_for=row["came_for"],
        watch=row["watch"],
        hotline_no=row["hotline_no"],
        hotline_at=at_value_or_none(row["hotline_at"]),
        hotline_due=at_value_or_none(row["hotline_due"]),
        paused_until=at_value_or_none(row["paused_until"]),
        pause_why=row["pause_why"],
        asks_until=at_value_or_none(row["asks_until"]),
        because=row["because"],
        lead_id=row["lead_id"],
        photo_shown=bool(row["photo_shown"]),
    )
