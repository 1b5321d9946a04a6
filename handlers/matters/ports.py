"""What the matters family asks of the transaction beyond what every family may."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from domain.matters.matter import Matter
from handlers.ports import Transaction


class Matters(Protocol):
    def add(self, matter: Matter) -> None: ...
    def save(self, matter: Matter) -> None: ...
    def get(self, matter_id: str) -> Matter: ...  # raises NotFound
    def next_seq(self, filed_on: date) -> int: ...  # 1 for the first of the day
    def of_reporter(self, person_id: str, limit: int = 20) -> Sequence[Matter]: ...  # open ones first, then the newest
    def of_owner(
        self, person_id: str
    ) -> Sequence[Matter]: ...  # in hand (waiting, taken, closing), by what falls due first
    def in_grids(
        self, grid_ids: Sequence[str], limit: int = 50
    ) -> Sequence[Matter]: ...  # open ones, by what falls due first
    def by_number(self, number: str) -> Sequence[Matter]: ...  # "1123-07" or "112307", the newest first


class Asked(Protocol):
    """Who holds a live card of a matter and may accept it (the owner among them)."""

    def add(self, matter_id: str, person_id: str) -> None: ...
    def of(self, matter_id: str) -> Sequence[str]: ...
    def clear(self, matter_id: str) -> None: ...
    def of_person(self, person_id: str) -> Sequence[str]: ...  # ids of the matters waiting for acceptance


class MattersTransaction(Transaction, Protocol):
    @property
    def matters(self) -> Matters: ...
    @property
    def asked(self) -> Asked: ...
