"""Meetings with what is to be spoken of and where they lead, a row each; words lie in `contents`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from domain.errors import NotFound
from domain.listening.meeting import Meeting, MeetingKind, MeetingState, Stop, Topic
from domain.matters.kinds import KINDS
from domain.matters.matter import Matter
from domain.reach import Reach
from storage.matters import matter_of
from storage.reach import in_reach
from storage.statements import Row, Statements
from storage.values import at_text, at_value

_WHOLE = """
    SELECT meetings.*, (SELECT text FROM contents WHERE id = meetings.place_id) AS place,
        (SELECT text FROM contents WHERE id = meetings.came_id) AS came_line
    FROM meetings
"""
_TOPICS = """
    SELECT agenda.*, COALESCE(
        (SELECT text FROM contents WHERE id = agenda.words_id),
        (SELECT text FROM needs JOIN contents ON contents.id = needs.words_id WHERE needs.id = agenda.need_id), ''
    ) AS line
    FROM agenda WHERE meeting_id = :id ORDER BY n
"""
_STOPS = """
    SELECT stops.*, (SELECT text FROM contents WHERE id = stops.words_id) AS line,
        (SELECT text FROM contents WHERE id = stops.finding_id) AS finding
    FROM stops WHERE meeting_id = :id ORDER BY n
"""
SPOKEN_OF = ", ".join(f"'{kind.code}'" for kind in KINDS.values() if not kind.quiet)
"""Kinds of matter that may stand on an agenda: strangers are shown nothing of the others."""


class Meetings:
    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def save(self, meeting: Meeting) -> None:
        """Inserts or updates; its words must lie in `contents` already."""
        self._db.run(
            """
            INSERT INTO meetings (id, area_id, kind, convener_id, place_id, starts_at, called_at, state, news, came,
                came_id)
            VALUES (:id, :area, :kind, :convener, :place, :starts_at, :called_at, :state, :news, :came, :came_id)
            ON CONFLICT (id) DO UPDATE SET place_id = excluded.place_id, starts_at = excluded.starts_at,
                state = excluded.state, news = excluded.news, came = excluded.came, came_id = excluded.came_id
            """,
            id=meeting.id, area=meeting.area_id, kind=meeting.kind.value, convener=meeting.convener_id,
            place=meeting.place_id, starts_at=at_text(meeting.starts_at), called_at=at_text(meeting.called_at),
            state=meeting.state.value, news=meeting.news, came=meeting.came, came_id=meeting.came_id,
        )  # fmt: skip

    def get(self, meeting_id: str) -> Meeting:
        """Nobody else changes it until this transaction ends. Raises NotFound."""
        row = self._db.one(_WHOLE + "WHERE id = :id FOR UPDATE", id=meeting_id)
        if row is None:
            raise NotFound(f"meeting {meeting_id}")
        return _meeting(row)

    def page(self, reach: Reach, person_id: str, limit: int, offset: int = 0) -> Sequence[Meeting]:
        """Those within reach, that she called or is invited to: what is to come first, then the newest."""
        where, values = in_reach("area_id", reach)
        rows = self._db.all(
            f"""
            {_WHOLE} WHERE ({where} OR convener_id = :person OR id IN (
                SELECT meeting_id FROM guests WHERE person_id = :person AND told >= 0))
            ORDER BY CASE WHEN state = 'called' THEN 0 ELSE 1 END, CASE WHEN state = 'called' THEN starts_at END,
                starts_at DESC, number LIMIT :limit OFFSET :offset
            """,
            limit=limit, offset=offset, person=person_id, **values,
        )  # fmt: skip
        return [_meeting(row) for row in rows]

    def places(self, area_id: str, limit: int) -> Sequence[str]:
        """Where meetings of this area were, the newest first."""
        rows = self._db.all(
            """
            SELECT contents.text AS place, MAX(starts_at) AS newest FROM meetings
            JOIN contents ON contents.id = meetings.place_id
            WHERE area_id = :area AND contents.text <> '' GROUP BY contents.text ORDER BY newest DESC LIMIT :limit
            """,
            area=area_id, limit=limit,
        )  # fmt: skip
        return [row["place"] for row in rows]

    # ---- what was held ---------------------------------------------------------------------------------------------

    def held(
        self, reach: Reach, kind: MeetingKind, from_at: datetime, until_at: datetime, limit: int, offset: int = 0
    ) -> Sequence[Meeting]:
        """The oldest first."""
        where, values = _held(reach, from_at, until_at)
        rows = self._db.all(
            f"{_WHOLE} WHERE {where} AND kind = :kind ORDER BY starts_at, number LIMIT :limit OFFSET :offset",
            kind=kind.value, limit=limit, offset=offset, **values,
        )  # fmt: skip
        return [_meeting(row) for row in rows]

    def count_held(self, reach: Reach, from_at: datetime, until_at: datetime) -> dict[MeetingKind, int]:
        """By kind, of those that there were any."""
        where, values = _held(reach, from_at, until_at)
        rows = self._db.all(f"SELECT kind, COUNT(*) AS n FROM meetings WHERE {where} GROUP BY kind", **values)
        counts = {MeetingKind(row["kind"]): int(row["n"]) for row in rows}
        return {kind: counts[kind] for kind in MeetingKind if kind in counts}

    # ---- what is spoken of -----------------------------------------------------------------------------------------

    def put_topics(self, meeting_id: str, topics: Sequence[Topic]) -> None:
        for n, topic in enumerate(topics, 1):
            self._db.run(
                """
                INSERT INTO agenda (meeting_id, n, need_id, matter_id, words_id)
                VALUES (:meeting, :n, :need, :matter, :words)
                """,
                meeting=meeting_id, n=n, need=topic.need_id, matter=topic.matter_id, words=topic.words_id,
            )  # fmt: skip

    def topics(self, meeting_id: str) -> Sequence[Topic]:
        rows = self._db.all(_TOPICS, id=meeting_id)
        return [Topic(row["need_id"], row["matter_id"], row["words_id"], row["line"]) for row in rows]

    def to_speak_of(self, area_id: str, limit: int) -> Sequence[Matter]:
        """Open matters in the area of which strangers may know the kind and the place, by what falls due first."""
        rows = self._db.all(
            f"""
            SELECT * FROM matters
            WHERE state <> 'ended' AND grid_id IN (SELECT grid_id FROM area_grids WHERE area_id = :area)
                AND kind IN ({SPOKEN_OF}) AND wish = '' AND trouble_id = '' AND lead_id = ''
            ORDER BY next_due_at, id LIMIT :limit
            """,
            area=area_id, limit=limit,
        )  # fmt: skip
        return [matter_of(row) for row in rows]

    # ---- stops -----------------------------------------------------------------------------------------------------

    def save_stop(self, stop: Stop) -> None:
        """Inserts or updates; its words must lie in `contents` already."""
        self._db.run(
            """
            INSERT INTO stops (meeting_id, n, words_id, finding_id) VALUES (:meeting, :n, :words, :finding)
            ON CONFLICT (meeting_id, n) DO UPDATE SET finding_id = excluded.finding_id
            """,
            meeting=stop.meeting_id, n=stop.n, words=stop.words_id, finding=stop.finding_id,
        )  # fmt: skip

    def stops(self, meeting_id: str) -> Sequence[Stop]:
        rows = self._db.all(_STOPS, id=meeting_id)
        return [
            Stop(meeting_id, row["n"], row["words_id"], row["finding_id"], row["line"] or "", row["finding"] or "")
            for row in rows
        ]


def _held(reach: Reach, from_at: datetime, until_at: datetime) -> tuple[str, dict[str, object]]:
    where, values = in_reach("area_id", reach)
    condition = f"{where} AND state = 'held' AND starts_at >= :from_at AND starts_at < :until_at"
    return condition, {**values, "from_at": at_text(from_at), "until_at": at_text(until_at)}


def _meeting(row: Row) -> Meeting:
    return Meeting(
        row["id"], row["area_id"], MeetingKind(row["kind"]), row["convener_id"], row["place_id"],
        at_value(row["starts_at"]), at_value(row["called_at"]), MeetingState(row["state"]), row["news"], row["came"],
        row["came_id"], row["place"] or "", row["came_line"] or "",
    )  # fmt: skip
