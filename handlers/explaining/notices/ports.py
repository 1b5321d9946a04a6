"""What telling an area needs of the transaction beyond what the desk needs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from domain.explaining.notice import Delivery, Notice, NoticeQuestion
from domain.explaining.topics import Topic
from domain.reach import Reach
from handlers.desk.ports import DeskTransaction
from handlers.mailing import Letters, Mailings


class Told(Protocol):
    def save(self, notice: Notice) -> None: ...  # its words lie in `contents`, its mailing is there already
    def get(self, notice_id: str) -> Notice: ...  # raises NotFound
    def find(self, notice_id: str) -> Notice | None: ...
    def audience(
        self, area_id: str, but: str, topics: Sequence[Topic] | None, after: str, limit: int
    ) -> Sequence[str]: ...  # ids in order; topics None: also who wants to hear nothing
    def reaches(
        self, area_id: str, but: str, topics: Sequence[Topic] | None, most: int
    ) -> int: ...  # how many, without `but`, counted up to `most`
    def delivery(self, mailing_id: str) -> Delivery: ...
    def missed(self, notice: Notice, after: str, limit: int) -> Sequence[str]: ...  # ids of who can get it now
    def count_missed(self, notice: Notice, most: int) -> int: ...


class NoticeLists(Protocol):
    def of_area(
        self, area_ids: Sequence[str], today: date, limit: int = 50, offset: int = 0
    ) -> Sequence[Notice]: ...  # what still counts there, the newest first
    def page(self, reach: Reach, limit: int, offset: int = 0) -> Sequence[Notice]: ...  # the newest first
    def between(
        self, reach: Reach, from_at: datetime, until_at: datetime, limit: int, offset: int = 0
    ) -> Sequence[Notice]: ...
    def count_between(self, reach: Reach, from_at: datetime, until_at: datetime) -> int: ...


class Notices(Told, NoticeLists, Protocol):
    pass


class Questions(Protocol):
    def save(self, question: NoticeQuestion) -> None: ...
    def get(self, question_id: str) -> NoticeQuestion: ...  # raises NotFound
    def by_content(self, content_id: str) -> NoticeQuestion | None: ...
    def of(self, notice_id: str, limit: int, offset: int = 0) -> Sequence[NoticeQuestion]: ...  # what waits first
    def of_person(self, person_id: str) -> Sequence[NoticeQuestion]: ...
    def waiting(self, notice_id: str, person_id: str) -> int: ...  # how many of hers
    def count(self, notice_id: str) -> tuple[int, int]: ...  # asked, waiting
    def waiting_in(self, reach: Reach) -> int: ...  # under all notices there


class Copies(Protocol):
    """Of notices, on paper."""

    def add(self, visit_id: str, notice_id: str, n: int) -> None: ...
    def of(self, notice_id: str) -> tuple[int, int]: ...  # copies, and visits on which they were handed out


class NoticesTransaction(DeskTransaction, Protocol):
    @property
    def notices(self) -> Notices: ...
    @property
    def notice_questions(self) -> Questions: ...
    @property
    def notice_copies(self) -> Copies: ...
    @property
    def mailings(self) -> Mailings: ...
    @property
    def outbox(self) -> Letters: ...
