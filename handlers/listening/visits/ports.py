"""What visits ask of the transaction beyond what the lists ask."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.listening.slip import Slip
from domain.listening.venue import Venue
from domain.listening.visit import Outcome, Visit, Yielded
from domain.reach import Reach
from handlers.listening.ports import ListsTransaction


class Visits(Protocol):
    def add(self, visit: Visit) -> None: ...  # its words lie in `contents` already
    def take_back(self, visit: Visit) -> None: ...
    def get(self, visit_id: str) -> Visit: ...  # raises NotFound
    def lately_by(self, person_id: str, limit: int) -> Sequence[Visit]: ...  # the newest first
    def yields(self, visit_id: str, outcome: Outcome, of_id: str = "") -> None: ...
    def matters_of(self, visit_id: str) -> Sequence[str]: ...  # ids
    def thanked(self, visit_id: str) -> bool: ...
    def of_matter(self, matter_id: str) -> Visit | None: ...  # on which it was heard


class YearOfVisits(Protocol):
    def between(
        self,
        reach: Reach,
        from_at: datetime,
        until_at: datetime,
        *,
        limit: int,
        offset: int = 0,
        with_flyers: bool = False,
    ) -> Sequence[Visit]: ...  # the newest first
    def count_between(self, reach: Reach, from_at: datetime, until_at: datetime) -> int: ...
    def yielded(self, reach: Reach, from_at: datetime, until_at: datetime) -> Yielded: ...


class Venues(Protocol):
    def save(self, venue: Venue) -> None: ...
    def get(self, venue_id: str) -> Venue: ...  # raises NotFound
    def page(
        self, reach: Reach, limit: int, offset: int = 0, named: str = ""
    ) -> Sequence[Venue]: ...  # open ones, the longest not visited first
    def count(self, reach: Reach, named: str = "") -> int: ...


class Slips(Protocol):
    def add(self, slip: Slip) -> None: ...
    def find(self, code_hash: str) -> Slip | None: ...
    def claim(self, matter_id: str, person_id: str) -> None: ...  # every slip of the matter is used up


class AllVisits(Visits, YearOfVisits, Protocol):
    pass


class VisitsTransaction(ListsTransaction, Protocol):
    @property
    def visits(self) -> AllVisits: ...
    @property
    def venues(self) -> Venues: ...
    @property
    def slips(self) -> Slips: ...
