"""Questions to an area, a row each, and whom they go to; their words lie in `contents`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from domain.errors import NotFound
from domain.explaining.topics import Topic
from domain.listening.question import Question, QuestionState
from domain.reach import Reach
from storage.audience import Audience
from storage.reach import in_reach
from storage.statements import Row, Statements
from storage.values import at_text, at_value, at_value_or_none
from storage.willing import unwilling, willing

_WHOLE = """
    SELECT questions.*, (SELECT text FROM contents WHERE id = questions.words_id) AS words,
        (SELECT text FROM contents WHERE id = questions.outcome_id) AS outcome
    FROM questions
"""
_WANTS, _TOPICS = willing([Topic.QUESTIONS])
_WANTS_NONE, _ = unwilling([Topic.QUESTIONS])


class Questions:
    def __init__(self, statements: Statements, now: datetime) -> None:
        self._db = statements
        self._now = now

    def save(self, question: Question) -> None:
        """Inserts or updates; its words must lie in `contents`, and its mailing must be there already."""
        self._db.run(
            """
            INSERT INTO questions (id, desk_id, area_id, asked_by, words_id, asked_at, until_on, mailing_id, state,
                ended_at, early, outcome_id)
            VALUES (:id, :desk, :area, :asked_by, :words, :asked_at, :until_on, :mailing, :state,
                :ended_at, :early, :outcome)
            ON CONFLICT (id) DO UPDATE SET state = excluded.state, ended_at = excluded.ended_at,
                early = excluded.early, outcome_id = excluded.outcome_id
            """,
            id=question.id, desk=question.desk_id, area=question.area_id, asked_by=question.asked_by,
            words=question.words_id, asked_at=at_text(question.asked_at), until_on=question.until_on.isoformat(),
            mailing=question.mailing_id, state=question.state.value, ended_at=at_text(question.ended_at),
            early=int(question.early), outcome=question.outcome_id,
        )  # fmt: skip

    def get(self, question_id: str) -> Question:
        """Nobody else changes it until this transaction ends. Raises NotFound."""
        row = self._db.one(_WHOLE + "WHERE id = :id FOR UPDATE", id=question_id)
        if row is None:
            raise NotFound(f"question {question_id}")
        return _question(row)

    def of_desk(self, desk_id: str, since: datetime) -> Sequence[Question]:
        """What this desk has asked since then, or is asking still."""
        rows = self._db.all(
            f"{_WHOLE} WHERE desk_id = :desk AND (asked_at >= :since OR state = 'open') ORDER BY number",
            desk=desk_id, since=at_text(since),
        )  # fmt: skip
        return [_question(row) for row in rows]

    # ---- lists -----------------------------------------------------------------------------------------------------

    def page(self, reach: Reach, limit: int, offset: int = 0) -> Sequence[Question]:
        """What waits for something first: for its outcome, for answers; then the newest."""
        where, values = in_reach("area_id", reach)
        rows = self._db.all(
            f"""
            {_WHOLE} WHERE {where}
            ORDER BY CASE state WHEN 'ended' THEN 0 WHEN 'open' THEN 1 ELSE 2 END, number DESC
            LIMIT :limit OFFSET :offset
            """,
            limit=limit, offset=offset, **values,
        )  # fmt: skip
        return [_question(row) for row in rows]

    def between(
        self, reach: Reach, from_at: datetime, until_at: datetime, limit: int, offset: int = 0
    ) -> Sequence[Question]:
        """Asked in that span, in their order."""
        where, values = _within(reach, from_at, until_at)
        rows = self._db.all(
            f"{_WHOLE} WHERE {where} ORDER BY number LIMIT :limit OFFSET :offset", limit=limit, offset=offset, **values
        )
        return [_question(row) for row in rows]

    def count_between(self, reach: Reach, from_at: datetime, until_at: datetime) -> int:
        where, values = _within(reach, from_at, until_at)
        row = self._db.one(f"SELECT COUNT(*) AS n FROM questions WHERE {where}", **values)
        return int(row["n"]) if row else 0

    def stirred(self, reach: Reach, from_at: datetime, until_at: datetime, limit: int) -> Sequence[Question]:
        """What was being asked at the end of that span, or ended in it."""
        where, values = in_reach("area_id", reach)
        rows = self._db.all(
            f"""
            {_WHOLE} WHERE {where} AND asked_at < :until_at AND (ended_at IS NULL OR ended_at >= :from_at)
            ORDER BY number LIMIT :limit
            """,
            limit=limit, from_at=at_text(from_at), until_at=at_text(until_at), **values,
        )  # fmt: skip
        return [_question(row) for row in rows]

    # ---- whom it goes to -------------------------------------------------------------------------------------------

    def audience(self, area_id: str, but: str, after: str, limit: int) -> Sequence[str]:
        """Ids in order, those after `after`; never `but`, who asks."""
        return self._audience(area_id, but).after(after, limit, _WANTS, _TOPICS)

    def reaches(self, area_id: str, but: str, most: int) -> int:
        """How many they are, counted up to `most`."""
        return self._audience(area_id, but).count(most, _WANTS, _TOPICS)

    def unwilling(self, area_id: str, but: str, most: int) -> int:
        """How many more it would reach if they wanted questions, counted up to `most`."""
        return self._audience(area_id, but).count(most, _WANTS_NONE, _TOPICS)

    def _audience(self, area_id: str, but: str) -> Audience:
        return Audience(self._db, self._now, area_id, but)


def _within(reach: Reach, from_at: datetime, until_at: datetime) -> tuple[str, dict[str, object]]:
    where, values = in_reach("area_id", reach)
    span = {"from_at": at_text(from_at), "until_at": at_text(until_at)}
    return f"{where} AND asked_at >= :from_at AND asked_at < :until_at", {**values, **span}


def _question(row: Row) -> Question:
    line, *answers = (row["words"] or "").split("\n")
    return Question(
        row["id"], row["desk_id"], row["area_id"], row["asked_by"], row["words_id"], at_value(row["asked_at"]),
        date.fromisoformat(row["until_on"]), row["mailing_id"], QuestionState(row["state"]),
        at_value_or_none(row["ended_at"]), bool(row["early"]), row["outcome_id"], line, tuple(answers),
        row["outcome"] or "",
    )  # fmt: skip
