"""Which inbounds were taken already, so that a second delivery has no effect."""

from __future__ import annotations

from datetime import datetime

from storage.statements import Statements
from storage.values import at_text


class Seen:
    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def first_time(self, channel: str, event_id: str, at: datetime) -> bool:
        added = self._db.run(
            """
            INSERT INTO seen (channel, event_id, at) VALUES (:channel, :event, :at)
            ON CONFLICT (channel, event_id) DO NOTHING
            """,
            channel=channel, event=event_id, at=at_text(at),
        )  # fmt: skip
        return added == 1

    def forget(self, before: datetime, limit: int) -> int:
        """What was taken in before that instant; how many, so that a caller goes on until fewer than `limit`."""
        return self._db.run(
            """
            DELETE FROM seen WHERE (channel, event_id) IN (
                SELECT channel, event_id FROM seen WHERE at < :before ORDER BY at LIMIT :limit)
            """,
            before=at_text(before), limit=limit,
        )  # fmt: skip
