"""What listening asks of the transaction beyond what the desk asks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from domain.listening.entry import Entry, Given, Row, Why
from domain.listening.match import Match
from domain.listening.need import Heard, Need, NeedKind, NeedState
from domain.listening.offer import Offer
from domain.listening.project import Project, ProjectState, Step
from domain.reach import Reach
from handlers.desk.ports import DeskTransaction


class Needs(Protocol):
    def add(self, need: Need) -> None: ...  # its words lie in `contents` already
    def save(self, need: Need) -> None: ...
    def get(self, need_id: str) -> Need: ...  # raises NotFound
    def heard(self, heard: Heard, heard_id: str) -> Sequence[Need]: ...  # what came of this matter, visit, meeting
    def of_project(self, project_id: str) -> Sequence[Need]: ...
    def page(
        self, reach: Reach, states: Sequence[NeedState], limit: int, offset: int = 0
    ) -> Sequence[Need]: ...  # the oldest first
    def taken(self, reach: Reach, limit: int, offset: int = 0) -> Sequence[Need]: ...  # by their last day
    def count(self, reach: Reach, states: Sequence[NeedState]) -> int: ...


class YearOfNeeds(Protocol):
    def between(
        self, reach: Reach, from_at: datetime, until_at: datetime, *, struck: bool, limit: int, offset: int = 0
    ) -> Sequence[Need]: ...
    def count_between(self, reach: Reach, from_at: datetime, until_at: datetime) -> tuple[int, int]: ...


class Offers(Protocol):
    def save(self, offer: Offer) -> None: ...
    def get(self, offer_id: str) -> Offer: ...  # raises NotFound
    def find(self, offer_id: str) -> Offer | None: ...  # None where it is off the roster since
    def of(self, person_id: str) -> Sequence[Offer]: ...  # withdrawn ones too
    def page(self, reach: Reach, on: date, limit: int, offset: int = 0) -> Sequence[Offer]: ...  # by what it is
    def alike(
        self, reach: Reach, on: date, kind: NeedKind, hints: Sequence[str], limit: int
    ) -> Sequence[Offer]: ...  # those with the most hints in their words first
    def count(self, reach: Reach, on: date) -> int: ...


class Matches(Protocol):
    """Which offers were asked for on behalf of which needs."""

    def put(self, match: Match) -> None: ...
    def matches(self, need_id: str) -> Sequence[Match]: ...  # the first asked first
    def match(self, need_id: str, offer_id: str) -> Match | None: ...
    def lent(self, offer_id: str) -> Sequence[Match]: ...  # for which standing needs


class AllOffers(Offers, Matches, Protocol):
    pass


class Projects(Protocol):
    def save(self, project: Project) -> None: ...
    def get(self, project_id: str) -> Project: ...  # raises NotFound
    def page(
        self, reach: Reach, states: Sequence[ProjectState], limit: int, offset: int = 0
    ) -> Sequence[Project]: ...  # the oldest first
    def between(
        self, reach: Reach, from_at: datetime, until_at: datetime, *, struck: bool, limit: int, offset: int = 0
    ) -> Sequence[Project]: ...
    def count_between(self, reach: Reach, from_at: datetime, until_at: datetime) -> tuple[int, int]: ...
    def save_step(self, step: Step) -> None: ...
    def step(self, step_id: str) -> Step: ...  # raises NotFound
    def steps(self, project_id: str) -> Sequence[Step]: ...  # by the day on which they are due


class Sheets(Protocol):
    def add(self, given: Given, entries: Sequence[Entry]) -> None: ...  # instead of her one that still waits
    def get(self, sheet_id: str) -> Given: ...  # raises NotFound
    def take(self, sheet_id: str, at: datetime) -> None: ...
    def rows(self, sheet_id: str) -> Sequence[Row]: ...
    def settle(self, sheet_id: str, number: int, why: Why | None = None) -> None: ...
    def drop(self, sheet_id: str) -> None: ...


class AllNeeds(Needs, YearOfNeeds, Protocol):
    pass


class ListsTransaction(DeskTransaction, Protocol):
    @property
    def needs(self) -> AllNeeds: ...
    @property
    def offers(self) -> AllOffers: ...
    @property
    def projects(self) -> Projects: ...
    @property
    def sheets(self) -> Sheets: ...
