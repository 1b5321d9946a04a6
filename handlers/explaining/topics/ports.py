"""What choosing topics needs of the transaction."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Protocol

from handlers.ports import Transaction


class Topics(Protocol):
    def unwanted(self, person_id: str) -> Mapping[str, datetime]: ...  # topics, or ALL among them, and since when
    def choose(self, person_id: str, off: Collection[str]) -> None: ...  # these and no others


class TopicsTransaction(Transaction, Protocol):
    @property
    def topics(self) -> Topics: ...
