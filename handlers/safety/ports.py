"""What safety asks of the transaction beyond what every family may."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from handlers.ports import Outbox, Seen, Transaction


class Letters(Outbox, Protocol):
    def forget(self, before: datetime, limit: int) -> int: ...  # bodies of what was done with before; how many


class Remembered(Seen, Protocol):
    def forget(self, before: datetime, limit: int) -> int: ...  # what was taken in before; how many


class SafetyTransaction(Transaction, Protocol):
    @property
    def outbox(self) -> Letters: ...
    @property
    def seen(self) -> Remembered: ...
