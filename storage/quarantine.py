"""Inbounds that could not be worked on, kept whole for somebody to look at."""

from __future__ import annotations

from base64 import b32encode
from datetime import datetime
from random import Random

from storage.statements import Statements
from storage.values import at_text


class Quarantine:
    def __init__(self, statements: Statements, chance: Random) -> None:
        self._db = statements
        self._chance = chance

    def add(self, channel: str, event_id: str, raw: str, reason: str, at: datetime) -> str:
        """A reference of six characters that can be read out on the phone. Whatever the raw text holds, it is kept."""
        while True:
            reference = b32encode(self._chance.getrandbits(32).to_bytes(4, "big")).decode().lower()[:6]
            added = self._db.run(
                """
                INSERT INTO quarantine (reference, channel, event_id, raw, reason, at)
                VALUES (:reference, :channel, :event, :raw, :reason, :at)
                ON CONFLICT (reference) DO NOTHING
                """,
                reference=reference, channel=channel, event=_storable(event_id), raw=_storable(raw),
                reason=_storable(reason), at=at_text(at),
            )  # fmt: skip
            if added:
                return reference

    def count(self) -> int:
        row = self._db.one("SELECT COUNT(*) AS entries FROM quarantine")
        return int(row["entries"]) if row else 0


def _storable(text: str) -> str:
    """Half characters and NULs, which no engine takes, are written out: they may be the very reason for being here."""
    return text.encode("utf-8", "backslashreplace").decode().replace("\x00", "\\x00")
