"""What people ask under notices, a row each; questions and answers lie in `contents`."""

from __future__ import annotations

from collections.abc import Sequence

from domain.errors import NotFound
from domain.explaining.notice import NoticeQuestion
from domain.reach import Reach
from storage.reach import in_reach
from storage.statements import Row, Statements
from storage.values import at_text, at_value, at_value_or_none, json_value

_WHOLE = """
    SELECT notice_questions.*, said.text AS words, said.media AS media,
        (SELECT text FROM contents WHERE id = notice_questions.answer_id) AS answer
    FROM notice_questions LEFT JOIN contents AS said ON said.id = notice_questions.content_id
"""
OPEN = "answered_at IS NULL AND matter_id = ''"


class NoticeQuestions:
    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def save(self, question: NoticeQuestion) -> None:
        """Inserts or updates; its words must lie in `contents`."""
        self._db.run(
            """
            INSERT INTO notice_questions (id, notice_id, person_id, content_id, asked_at, to_id, answer_id,
                answered_at, matter_id)
            VALUES (:id, :notice, :person, :content, :asked_at, :to, :answer, :answered_at, :matter)
            ON CONFLICT (id) DO UPDATE SET to_id = excluded.to_id, answer_id = excluded.answer_id,
                answered_at = excluded.answered_at, matter_id = excluded.matter_id
            """,
            id=question.id, notice=question.notice_id, person=question.person_id, content=question.content_id,
            asked_at=at_text(question.asked_at), to=question.to_id, answer=question.answer_id,
            answered_at=at_text(question.answered_at), matter=question.matter_id,
        )  # fmt: skip

    def get(self, question_id: str) -> NoticeQuestion:
        """Raises NotFound."""
        row = self._db.one(_WHOLE + "WHERE notice_questions.id = :id", id=question_id)
        if row is None:
            raise NotFound(f"question {question_id} under a notice")
        return _question(row)

    def by_content(self, content_id: str) -> NoticeQuestion | None:
        row = self._db.one(_WHOLE + "WHERE notice_questions.content_id = :id", id=content_id)
        return None if row is None else _question(row)

    def of(self, notice_id: str, limit: int, offset: int = 0) -> Sequence[NoticeQuestion]:
        """What waits for an answer first, the oldest first."""
        rows = self._db.all(
            f"""
            {_WHOLE} WHERE notice_id = :notice
            ORDER BY CASE WHEN {OPEN} THEN 0 ELSE 1 END, notice_questions.number LIMIT :limit OFFSET :offset
            """,
            notice=notice_id, limit=limit, offset=offset,
        )  # fmt: skip
        return [_question(row) for row in rows]

    def of_person(self, person_id: str) -> Sequence[NoticeQuestion]:
        rows = self._db.all(_WHOLE + "WHERE person_id = :person ORDER BY notice_questions.number", person=person_id)
        return [_question(row) for row in rows]

    def waiting(self, notice_id: str, person_id: str) -> int:
        """How many of hers under this notice wait for an answer."""
        row = self._db.one(
            f"""
            SELECT COUNT(*) AS n FROM notice_questions
            WHERE notice_id = :notice AND person_id = :person AND person_id <> '' AND {OPEN}
            """,
            notice=notice_id, person=person_id,
        )  # fmt: skip
        return int(row["n"]) if row else 0

    def count(self, notice_id: str) -> tuple[int, int]:
        """How many were asked, and how many of these wait for an answer."""
        row = self._db.one(
            f"""
            SELECT COUNT(*) AS asked, COALESCE(SUM(CASE WHEN {OPEN} THEN 1 ELSE 0 END), 0) AS waiting
            FROM notice_questions WHERE notice_id = :notice
            """,
            notice=notice_id,
        )
        return (int(row["asked"]), int(row["waiting"])) if row else (0, 0)

    def waiting_in(self, reach: Reach) -> int:
        """How many wait for an answer under all notices there."""
        where, values = in_reach("area_id", reach)
        row = self._db.one(
            f"""
            SELECT COUNT(*) AS n FROM notice_questions JOIN notices ON notices.id = notice_questions.notice_id
            WHERE {OPEN} AND {where}
            """,
            **values,
        )
        return int(row["n"]) if row else 0


def said_under_notices(statements: Statements, person_id: str) -> Sequence[Row]:
    """What she asked and what was answered to her, rows of `contents` to be emptied; from here on nobody asked it."""
    rows = statements.all(
        """
        SELECT * FROM contents WHERE (text <> '' OR media <> '[]') AND subject IN (
            SELECT 'nq:' || id FROM notice_questions WHERE person_id = :person)
        """,
        person=person_id,
    )
    statements.run("UPDATE notice_questions SET person_id = '' WHERE person_id = :person", person=person_id)
    return rows


def _question(row: Row) -> NoticeQuestion:
    return NoticeQuestion(
        row["id"], row["notice_id"], row["person_id"], row["content_id"], at_value(row["asked_at"]), row["to_id"],
        row["answer_id"], at_value_or_none(row["answered_at"]), row["matter_id"], row["words"] or "",
        json_value(row["media"]) if row["media"] else (), row["answer"] or "",
    )  # fmt: skip
