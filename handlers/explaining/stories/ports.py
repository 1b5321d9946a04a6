"""What telling stories needs of the transaction beyond what the desk needs."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from domain.explaining.story import Story
from domain.people.erasing import Erasure
from domain.reach import Reach
from handlers.explaining.notices.ports import NoticesTransaction


class Told(Protocol):
    def save(self, story: Story) -> None: ...  # its words lie in `contents` already
    def get(self, story_id: str) -> Story: ...  # raises NotFound
    def of_matter(self, matter_id: str) -> Sequence[Story]: ...
    def of_person(self, person_id: str) -> Sequence[Story]: ...  # she is its resident or its member
    def forget_words(self, story: Story) -> None: ...  # and what its resident would have had otherwise
    def heard(self, story_id: str, person_id: str) -> None: ...  # she has it to pass on
    def hearers(self, story_id: str) -> Sequence[str]: ...  # ids


class Listed(Protocol):
    def told(self, reach: Reach, limit: int, offset: int = 0) -> Sequence[Story]: ...  # the newest first
    def waiting(self, reach: Reach, limit: int) -> Sequence[Story]: ...  # the oldest first
    def between(
        self, reach: Reach, from_at: datetime, until_at: datetime, limit: int, offset: int = 0
    ) -> Sequence[Story]: ...
    def count_between(self, reach: Reach, from_at: datetime, until_at: datetime) -> int: ...
    def ended_well(self, reach: Reach, since: datetime, limit: int) -> Sequence[str]: ...  # ids of matters


class Stories(Told, Listed, Protocol):
    pass


class Forgetting(Protocol):
    def of(self, person_id: str) -> Erasure | None: ...


class Wishes(Protocol):
    def unwanted(self, person_id: str) -> Collection[str]: ...  # topics, or all


class StoriesTransaction(NoticesTransaction, Protocol):
    @property
    def stories(self) -> Stories: ...
    @property
    def erasing(self) -> Forgetting: ...
    @property
    def topics(self) -> Wishes: ...
