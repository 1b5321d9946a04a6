"""What safety asks of the transaction beyond what every family may."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol

from domain.people.erasing import Erasure, Holding
from handlers.matters.ports import MattersTransaction
from handlers.ports import Outbox, Seen


class Letters(Outbox, Protocol):
    def forget(self, before: datetime, limit: int) -> int: ...  # bodies of what was done with before; how many


class Remembered(Seen, Protocol):
    def forget(self, before: datetime, limit: int) -> int: ...  # what was taken in before; how many


class Kept(Protocol):
    """Words and pictures of what ended before an instant, emptied; how many."""

    def words(self, before: datetime, limit: int) -> int: ...
    def photos(self, before: datetime, limit: int) -> int: ...


class Files(Protocol):
    def again(self) -> int: ...  # what was to be taken away and was given up is tried once more


class Erasing(Protocol):
    """Who asked to be forgotten, and forgetting her."""

    def ask(self, person_id: str, due_at: datetime) -> None: ...
    def of(self, person_id: str) -> Erasure | None: ...
    def holding(self, person_id: str) -> Holding: ...  # how much there is of hers
    def cancel(self, person_id: str) -> bool: ...  # False when nothing was waiting
    def begin(self, person_id: str, letter: str) -> None: ...  # she is nobody now; that message alone still leaves
    def cut(self, matter_id: str, person_id: str, names: Iterable[str]) -> None: ...  # to kind, grid, time and end
    def names_of(self, person_id: str) -> Sequence[str]: ...  # to be struck out of what others wrote
    def unfinished(self, before: datetime) -> Sequence[str]: ...  # begun before that and not done: ids


class SafetyTransaction(MattersTransaction, Protocol):
    @property
    def outbox(self) -> Letters: ...
    @property
    def seen(self) -> Remembered: ...
    @property
    def keeping(self) -> Kept: ...
    @property
    def files(self) -> Files: ...
    @property
    def erasing(self) -> Erasing: ...
