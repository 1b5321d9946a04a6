"""How many copies of a notice were handed out on a visit; those of a visit that was withdrawn count no more."""

from __future__ import annotations

from storage.statements import Statements


class NoticeCopies:
    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def add(self, visit_id: str, notice_id: str, n: int) -> None:
        """More of the same are added."""
        self._db.run(
            """
            INSERT INTO notice_copies (visit_id, notice_id, n) VALUES (:visit, :notice, :n)
            ON CONFLICT (visit_id, notice_id) DO UPDATE SET n = notice_copies.n + excluded.n
            """,
            visit=visit_id, notice=notice_id, n=n,
        )  # fmt: skip

    def of(self, notice_id: str) -> tuple[int, int]:
        """Copies, and on how many visits."""
        row = self._db.one(
            """
            SELECT COALESCE(SUM(n), 0) AS copies, COUNT(*) AS visits FROM notice_copies
            JOIN visits ON visits.id = visit_id AND withdrawn = 0
            WHERE notice_id = :notice
            """,
            notice=notice_id,
        )
        return (int(row["copies"]), int(row["visits"])) if row else (0, 0)
