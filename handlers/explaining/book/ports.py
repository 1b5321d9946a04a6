"""What the answer book needs of the transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from domain.explaining.entry import Entry
from domain.reach import Reach
from handlers.desk.ports import DeskTransaction


class Entries(Protocol):
    def add(self, entry: Entry) -> Entry: ...  # with its number
    def save(self, entry: Entry) -> None: ...
    def get(self, entry_id: str) -> Entry: ...  # raises NotFound
    def some(self, ids: Sequence[str]) -> Sequence[Entry]: ...  # those that there are, in the order of the ids
    def after(self, number: int, limit: int) -> Sequence[Entry]: ...  # with higher numbers, in whatever state
    def came_of(self, matter_id: str) -> bool: ...  # one was written out of this matter
    def numbered(self, number: int) -> Entry | None: ...
    def by(self, person_id: str) -> Sequence[Entry]: ...  # what she wrote or proposed


class Pages(Protocol):
    """Of what counts in a reach."""

    def page(self, reach: Reach, limit: int, offset: int = 0, kind: str | None = None) -> Sequence[Entry]: ...
    def counts(self, reach: Reach) -> Mapping[str, int]: ...  # by kind, without those of which there is none
    def live_for(self, reach: Reach) -> Sequence[Entry]: ...
    def known(
        self, reach: Reach, limit: int, offset: int = 0
    ) -> Sequence[Entry]: ...  # withdrawn and proposed ones too
    def proposed(self, reach: Reach, limit: int, offset: int = 0) -> Sequence[Entry]: ...
    def stirred(
        self, reach: Reach, from_at: datetime, until_at: datetime
    ) -> tuple[int, int]: ...  # how many came and stand, how many were looked at again


class Reviews(Protocol):
    """Of those whose day of review has come."""

    def due(
        self, today: date, limit: int, offset: int, reach: Reach, owner_id: str = ""
    ) -> Sequence[Entry]: ...  # there, or hers to answer for
    def count_due(self, today: date, reach: Reach, owner_id: str = "") -> int: ...


class BookSearch(Protocol):
    """By which terms entries are found."""

    def put(self, entry: Entry, terms: Mapping[str, float]) -> None: ...
    def areas(self, reach: Reach) -> Sequence[str]: ...  # those in reach that have entries
    def size(self, areas: Sequence[str]) -> int: ...  # how many entries count there
    def spread(self, areas: Sequence[str], terms: Sequence[str]) -> Mapping[str, int]: ...  # entries with each term
    def best(self, areas: Sequence[str], terms: Mapping[str, float], limit: int) -> Sequence[str]: ...  # their ids


class Book(Entries, Pages, Reviews, Protocol):
    pass


class BookTransaction(DeskTransaction, Protocol):
    @property
    def entries(self) -> Book: ...
    @property
    def book_search(self) -> BookSearch: ...
