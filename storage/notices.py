"""Notices, a row each, whom they go to, and how many have them; their words lie in `contents`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from domain.errors import NotFound
from domain.explaining.notice import Delivery, Notice, NoticeKind, NoticeState
from domain.explaining.topics import Topic
from domain.reach import Reach
from storage.audience import EVERYBODY, Audience
from storage.reach import in_reach
from storage.statements import Row, Statements
from storage.values import at_text, at_value, at_value_or_none, json_text, json_value
from storage.willing import willing

_WHOLE = """
    SELECT notices.*, contents.text AS words, contents.media AS media
    FROM notices JOIN contents ON contents.id = notices.content_id
"""

_LETTER = "urgency = 3 AND op = 'send' AND key <> '' AND key = :key"
_ARRIVES = f"""
    EXISTS (
        SELECT 1 FROM handles WHERE handles.channel = her.channel AND handles.account = her.account AND key = :key)
    OR EXISTS (
        SELECT 1 FROM outbox WHERE {_LETTER} AND state IN ('unknown', 'queued', 'sending')
            AND outbox.channel = her.channel AND outbox.account = her.account)
"""
"""Whether an address (`her`) has the letter, may have it, or will."""
_CAME_BACK = f"""
    (SELECT DISTINCT channel, account FROM outbox WHERE {_LETTER} AND state = 'dead') AS her WHERE NOT ({_ARRIVES})
"""
_UNWANTED = f"outbox WHERE {_LETTER} AND state = 'cancelled' AND reason = 'unwanted'"


class Notices:
    def __init__(self, statements: Statements, now: datetime) -> None:
        self._db = statements
        self._now = now

    def save(self, notice: Notice) -> None:
        """Inserts or updates; its words must lie in `contents`, and its mailing must be there already."""
        self._db.run(
            """
            INSERT INTO notices (id, desk_id, area_id, author_id, kind, topics, danger, content_id, sent_at, until_on,
                mailing_id, state, withdrawn_at)
            VALUES (:id, :desk, :area, :author, :kind, :topics, :danger, :content, :sent_at, :until_on,
                :mailing, :state, :withdrawn_at)
            ON CONFLICT (id) DO UPDATE SET state = excluded.state, withdrawn_at = excluded.withdrawn_at
            """,
            id=notice.id, desk=notice.desk_id, area=notice.area_id, author=notice.author_id, kind=notice.kind.value,
            topics=json_text([topic.value for topic in notice.topics]), danger=int(notice.danger),
            content=notice.content_id, sent_at=at_text(notice.sent_at), until_on=notice.until_on.isoformat(),
            mailing=notice.mailing_id, state=notice.state.value, withdrawn_at=at_text(notice.withdrawn_at),
        )  # fmt: skip

    def get(self, notice_id: str) -> Notice:
        """Raises NotFound."""
        row = self._db.one(_WHOLE + "WHERE notices.id = :id", id=notice_id)
        if row is None:
            raise NotFound(f"notice {notice_id}")
        return _notice(row)

    def find(self, notice_id: str) -> Notice | None:
        row = self._db.one(_WHOLE + "WHERE notices.id = :id", id=notice_id)
        return None if row is None else _notice(row)

    # ---- lists -----------------------------------------------------------------------------------------------------

    def of_area(self, area_ids: Sequence[str], today: date, limit: int = 50, offset: int = 0) -> Sequence[Notice]:
        """What still counts of the notices to these very areas, the newest first."""
        names = {f"a{n}": area_id for n, area_id in enumerate(area_ids)}
        places = ", ".join(f":{name}" for name in names) or "''"
        rows = self._db.all(
            f"""
            {_WHOLE} WHERE area_id IN ({places}) AND until_on >= :today AND state = 'out'
            ORDER BY notices.number DESC LIMIT :limit OFFSET :offset
            """,
            today=today.isoformat(), limit=limit, offset=offset, **names,
        )  # fmt: skip
        return [_notice(row) for row in rows]

    def page(self, reach: Reach, limit: int, offset: int = 0) -> Sequence[Notice]:
        """All that these desks' areas were told, the newest first."""
        where, values = in_reach("area_id", reach)
        rows = self._db.all(
            f"{_WHOLE} WHERE {where} ORDER BY notices.number DESC LIMIT :limit OFFSET :offset",
            limit=limit, offset=offset, **values,
        )  # fmt: skip
        return [_notice(row) for row in rows]

    def between(
        self, reach: Reach, from_at: datetime, until_at: datetime, limit: int, offset: int = 0
    ) -> Sequence[Notice]:
        """Sent in that span, in their order."""
        where, values = _within(reach, from_at, until_at)
        rows = self._db.all(
            f"{_WHOLE} WHERE {where} ORDER BY notices.number LIMIT :limit OFFSET :offset",
            limit=limit, offset=offset, **values,
        )  # fmt: skip
        return [_notice(row) for row in rows]

    def count_between(self, reach: Reach, from_at: datetime, until_at: datetime) -> int:
        where, values = _within(reach, from_at, until_at)
        row = self._db.one(f"SELECT COUNT(*) AS n FROM notices WHERE {where}", **values)
        return int(row["n"]) if row else 0

    # ---- whom it goes to -------------------------------------------------------------------------------------------

    def audience(self, area_id: str, but: str, topics: Sequence[Topic] | None, after: str, limit: int) -> Sequence[str]:
        """Ids in order, those after `after`; never `but`, who tells. `topics` None: also who wants to hear nothing."""
        return Audience(self._db, self._now, area_id, but).after(after, limit, *_wants(topics))

    def reaches(self, area_id: str, but: str, topics: Sequence[Topic] | None, most: int) -> int:
        """How many they are, counted up to `most`."""
        return Audience(self._db, self._now, area_id, but).count(most, *_wants(topics))

    def delivery(self, mailing_id: str) -> Delivery:
        """What became of its letters."""
        rows = self._db.all(
            """
            SELECT state, COUNT(*) AS n FROM outbox
            WHERE urgency = 3 AND op = 'send' AND key <> '' AND key = :key GROUP BY state
            """,
            key=f"mailing:{mailing_id}",
        )
        by_state = {row["state"]: int(row["n"]) for row in rows}
        flying = by_state.get("queued", 0) + by_state.get("sending", 0)
        missed = self._count(_CAME_BACK, mailing_id) if by_state.get("dead") else 0
        unwanted = self._count(_UNWANTED, mailing_id) if by_state.get("cancelled") else 0
        return Delivery(by_state.get("sent", 0), missed, by_state.get("unknown", 0), flying, unwanted)

    def _count(self, what: str, mailing_id: str) -> int:
        row = self._db.one(f"SELECT COUNT(*) AS n FROM {what}", key=f"mailing:{mailing_id}")
        return int(row["n"]) if row else 0

    def missed(self, notice: Notice, after: str, limit: int) -> Sequence[str]:
        """Ids in order, those after `after`, of who was sent it in vain, can be reached now and still wants it."""
        return self._of(notice).after(after, limit, *_missed(notice))

    def count_missed(self, notice: Notice, most: int) -> int:
        """How many they are, counted up to `most`."""
        return self._of(notice).count(most, *_missed(notice))

    def _of(self, notice: Notice) -> Audience:
        return Audience(self._db, self._now, notice.area_id, notice.author_id)


def _missed(notice: Notice) -> tuple[str, dict[str, object]]:
    """Where she has several addresses, none of them has it."""
    which, values = _wants(None if notice.danger else notice.topics)
    condition = f"""
        {which} AND id IN (
            SELECT person_id FROM addresses JOIN outbox
                ON outbox.channel = addresses.channel AND outbox.account = addresses.account
            WHERE {_LETTER} AND state = 'dead')
        AND NOT EXISTS (SELECT 1 FROM addresses AS her WHERE her.person_id = people.id AND ({_ARRIVES}))
    """
    return condition, {**values, "key": f"mailing:{notice.mailing_id}"}


def _wants(topics: Sequence[Topic] | None) -> tuple[str, dict[str, object]]:
    return (EVERYBODY, {}) if topics is None else willing(topics)


def _within(reach: Reach, from_at: datetime, until_at: datetime) -> tuple[str, dict[str, object]]:
    where, values = in_reach("area_id", reach)
    span = {"from_at": at_text(from_at), "until_at": at_text(until_at)}
    return f"{where} AND sent_at >= :from_at AND sent_at < :until_at", {**values, **span}


def _notice(row: Row) -> Notice:
    return Notice(
        row["id"], row["desk_id"], row["area_id"], row["author_id"], NoticeKind(row["kind"]), row["content_id"],
        at_value(row["sent_at"]), date.fromisoformat(row["until_on"]), row["mailing_id"],
        tuple(Topic(topic) for topic in json_value(row["topics"])), bool(row["danger"]), NoticeState(row["state"]),
        at_value_or_none(row["withdrawn_at"]), row["words"], json_value(row["media"]),
    )  # fmt: skip
