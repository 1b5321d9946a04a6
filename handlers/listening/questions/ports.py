"""What asking an area needs of the transaction beyond what the lists need."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.listening.question import Answer, Question, Tally
from domain.reach import Reach
from handlers.listening.ports import ListsTransaction
from handlers.mailing import Letters, Mailings


class Asked(Protocol):
    def save(self, question: Question) -> None: ...  # its words lie in `contents`, its mailing is there already
    def get(self, question_id: str) -> Question: ...  # raises NotFound
    def of_desk(self, desk_id: str, since: datetime) -> Sequence[Question]: ...  # and what it is asking still
    def page(
        self, reach: Reach, limit: int, offset: int = 0
    ) -> Sequence[Question]: ...  # what waits for its outcome, what is open, then the newest
    def audience(self, area_id: str, but: str, after: str, limit: int) -> Sequence[str]: ...  # ids in order
    def reaches(self, area_id: str, but: str, most: int) -> int: ...  # how many, without `but`, counted up to `most`
    def unwilling(self, area_id: str, but: str, most: int) -> int: ...  # of those left out because they want none


class AskedInTime(Protocol):
    def between(
        self, reach: Reach, from_at: datetime, until_at: datetime, limit: int, offset: int = 0
    ) -> Sequence[Question]: ...
    def count_between(self, reach: Reach, from_at: datetime, until_at: datetime) -> int: ...
    def stirred(
        self, reach: Reach, from_at: datetime, until_at: datetime, limit: int
    ) -> Sequence[Question]: ...  # open at its end, or ended in it


class Questions(Asked, AskedInTime, Protocol):
    pass


class Answers(Protocol):
    def find(self, question_id: str, person_id: str) -> Answer | None: ...
    def save(self, answer: Answer) -> None: ...  # or takes the place of her earlier one
    def tally(self, question: Question) -> Tally: ...
    def own_words(self, question_id: str, limit: int, offset: int = 0) -> Sequence[str]: ...  # nobody's, in no order
    def answered(self, question_id: str, after: str, limit: int) -> Sequence[str]: ...  # ids in order, to be reached
    def of_person(self, person_id: str) -> Sequence[Answer]: ...


class QuestionsTransaction(ListsTransaction, Protocol):
    @property
    def questions(self) -> Questions: ...
    @property
    def question_answers(self) -> Answers: ...
    @property
    def mailings(self) -> Mailings: ...
    @property
    def outbox(self) -> Letters: ...
