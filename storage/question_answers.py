"""What people answered to a question, one row each and one of each; only counts and words leave together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from domain.listening.question import OWN, Answer, Question, Tally
from storage.statements import Row, Statements
from storage.values import at_text, at_value

_WHOLE = """
    SELECT question_answers.*, (SELECT text FROM contents WHERE id = question_answers.words_id) AS words
    FROM question_answers
"""


class QuestionAnswers:
    def __init__(self, statements: Statements, now: datetime) -> None:
        self._db = statements
        self._now = now

    def find(self, question_id: str, person_id: str) -> Answer | None:
        row = self._db.one(
            f"{_WHOLE} WHERE question_id = :question AND person_id = :person AND person_id <> ''",
            question=question_id, person=person_id,
        )  # fmt: skip
        return _answer(row) if row else None

    def save(self, answer: Answer) -> None:
        """Inserts, or takes the place of what she answered before; its words must lie in `contents` already."""
        self._db.run(
            """
            INSERT INTO question_answers (id, question_id, person_id, choice, words_id, at)
            VALUES (:id, :question, :person, :choice, :words, :at)
            ON CONFLICT (id) DO UPDATE SET choice = excluded.choice, words_id = excluded.words_id, at = excluded.at
            """,
            id=answer.id, question=answer.question_id, person=answer.person_id, choice=answer.choice,
            words=answer.words_id, at=at_text(answer.at),
        )  # fmt: skip

    def tally(self, question: Question) -> Tally:
        rows = self._db.all(
            """
            SELECT choice, COUNT(*) AS n, SUM(CASE WHEN words_id <> '' THEN 1 ELSE 0 END) AS own
            FROM question_answers WHERE question_id = :question GROUP BY choice
            """,
            question=question.id,
        )
        by_choice = {row["choice"]: int(row["n"]) for row in rows}
        chosen = tuple(by_choice.get(n, 0) for n in range(OWN + 1, len(question.answers) + 1))
        return Tally(sum(by_choice.values()), chosen, sum(int(row["own"]) for row in rows))

    def own_words(self, question_id: str, limit: int, offset: int = 0) -> Sequence[str]:
        """Without whose they are, and in an order that has nothing to do with when they came."""
        rows = self._db.all(
            """
            SELECT contents.text FROM question_answers JOIN contents ON contents.id = question_answers.words_id
            WHERE question_id = :question AND contents.text <> ''
            ORDER BY question_answers.id LIMIT :limit OFFSET :offset
            """,
            question=question_id, limit=limit, offset=offset,
        )  # fmt: skip
        return [row["text"] for row in rows]

    def answered(self, question_id: str, after: str, limit: int) -> Sequence[str]:
        """Ids in order, those after `after`, of who answered, can be reached and is not about to be forgotten."""
        rows = self._db.all(
            """
            SELECT person_id FROM question_answers AS given
            WHERE question_id = :question AND person_id > :after
                AND EXISTS (SELECT 1 FROM addresses WHERE person_id = given.person_id AND blocked = 0)
                AND NOT EXISTS (SELECT 1 FROM mutes WHERE person_id = given.person_id AND until_at > :now)
                AND NOT EXISTS (SELECT 1 FROM erasures WHERE person_id = given.person_id)
            ORDER BY person_id LIMIT :limit
            """,
            question=question_id, after=after, limit=limit, now=at_text(self._now),
        )  # fmt: skip
        return [row["person_id"] for row in rows]

    def of_person(self, person_id: str) -> Sequence[Answer]:
        """All that she has answered, in the order of time."""
        rows = self._db.all(f"{_WHOLE} WHERE person_id = :person AND person_id <> '' ORDER BY at", person=person_id)
        return [_answer(row) for row in rows]


def _answer(row: Row) -> Answer:
    return Answer(
        row["id"], row["question_id"], row["person_id"], row["choice"], row["words_id"], at_value(row["at"]),
        row["words"] or "",
    )  # fmt: skip
