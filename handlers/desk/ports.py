"""What the desk asks of the transaction beyond what the matters family asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from domain.desk.needs import Group
from domain.matters.matter import Level, Matter
from handlers.matters.ports import MattersTransaction


class Desk(Protocol):
    """What stands on the desks of this coordinator, the widest of which is of `level`; what lies in no grid stands on
    every desk.
    """

    def counts(self, person_id: str, now: datetime, level: Level | None = None) -> Mapping[Group, int]: ...
    def page(
        self, person_id: str, group: Group, now: datetime, limit: int, offset: int = 0, level: Level | None = None
    ) -> Sequence[Matter]: ...  # by what falls due first
    def members_gone(self, person_id: str, limit: int) -> Sequence[str]: ...  # ids


class Search(Protocol):
    def put(self, matter_id: str) -> None: ...  # findable by what is known of it now


class DeskTransaction(MattersTransaction, Protocol):
    @property
    def desk(self) -> Desk: ...
    @property
    def search(self) -> Search: ...
