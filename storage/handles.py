"""Which message of ours on a platform is which: by its handle there, and by the key that we gave it."""

from __future__ import annotations

from datetime import datetime

from domain.messages import Address
from domain.open import Known
from storage.statements import Statements
from storage.values import at_text, at_value


class Handles:
    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def known(self, address: Address, handle: str) -> Known | None:
        row = self._db.one(
            "SELECT key, about FROM handles WHERE channel = :channel AND account = :account AND handle = :handle",
            channel=address.channel, account=address.account, handle=handle,
        )  # fmt: skip
        return None if row is None else Known(row["key"], row["about"])

    def handle(self, address: Address, key: str) -> str | None:
        """Of the newest message with this key."""
        row = self._db.one(
            """
            SELECT handle FROM handles
            WHERE channel = :channel AND account = :account AND key = :key AND key <> ''
            ORDER BY number DESC LIMIT 1
            """,
            channel=address.channel, account=address.account, key=key,
        )  # fmt: skip
        return None if row is None else str(row["handle"])

    def newest(self, address: Address) -> Known | None:
        """What stands last in the chat of all that came from us."""
        row = self._db.one(
            """
            SELECT key, about FROM handles WHERE channel = :channel AND account = :account
            ORDER BY number DESC LIMIT 1
            """,
            channel=address.channel, account=address.account,
        )  # fmt: skip
        return None if row is None else Known(row["key"], row["about"])

    def older(self, address: Address, key: str, than: datetime) -> bool:
        """Whether the newest message with this key was sent before that instant, or nobody knows when."""
        row = self._db.one(
            """
            SELECT sent_at FROM handles
            WHERE channel = :channel AND account = :account AND key = :key AND key <> ''
            ORDER BY number DESC LIMIT 1
            """,
            channel=address.channel, account=address.account, key=key,
        )  # fmt: skip
        return row is not None and (not row["sent_at"] or at_value(row["sent_at"]) < than)

    def add(self, address: Address, handle: str, key: str, about: str, at: datetime) -> None:
        """A handle that is there already keeps its time and place in the order and gets the new key and subject."""
        self._db.run(
            """
            INSERT INTO handles (channel, account, handle, key, about, sent_at)
            VALUES (:channel, :account, :handle, :key, :about, :sent_at)
            ON CONFLICT (channel, account, handle) DO UPDATE SET key = excluded.key, about = excluded.about
            """,
            channel=address.channel, account=address.account, handle=handle, key=key, about=about,
            sent_at=at_text(at),
        )  # fmt: skip

    def remove(self, address: Address, handle: str) -> None:
        """The message is gone from the chat."""
        self._db.run(
            "DELETE FROM handles WHERE channel = :channel AND account = :account AND handle = :handle",
            channel=address.channel, account=address.account, handle=handle,
        )  # fmt: skip
