"""Files at home that belong to words which are erased: they are taken away by a job, after the commit, surely."""

from __future__ import annotations

from collections.abc import Sequence

from storage.statements import Statements
from storage.work import Work

FORGET = "forget_file"
"""The job's kind; its subject is "file:<what the platform calls it>"."""


class Files:
    def __init__(self, statements: Statements, work: Work) -> None:
        self._db = statements
        self._work = work

    def forget(self, refs: Sequence[str]) -> None:
        """They are no longer fetched, and what is at home goes."""
        for subject in (f"file:{ref}" for ref in refs):
            self._db.run("DELETE FROM work WHERE subject = :subject AND state <> 'working'", subject=subject)
            self._work.add(FORGET, subject, {})

    def waiting(self) -> Sequence[str]:
        """Subjects of what is to go and has not gone yet."""
        rows = self._db.all(
            "SELECT DISTINCT subject FROM work WHERE kind = :kind AND state IN ('queued', 'working') ORDER BY subject",
            kind=FORGET,
        )
        return [row["subject"] for row in rows]

    def again(self) -> int:
        """Those that were given up are tried once more; how many."""
        sql = "UPDATE work SET state = 'queued', attempts = 0 WHERE kind = :kind AND state = 'dead'"
        return self._db.run(sql, kind=FORGET)

    def lies(self, subject: str) -> str:
        """The name under which a file lies at home, "" for none or when others that are kept are the same file."""
        row = self._db.one("SELECT value FROM notes WHERE name = :subject", subject=subject)
        if row is None:
            return ""
        other = self._db.one(
            """
            SELECT 1 AS kept FROM notes AS other WHERE name > 'file:' AND name < 'file;' AND value = :value
                AND name <> :subject AND NOT EXISTS (
                    SELECT 1 FROM work
                    WHERE work.subject = other.name AND kind = :kind AND state IN ('queued', 'working'))
            LIMIT 1
            """,
            value=row["value"], subject=subject, kind=FORGET,
        )  # fmt: skip
        return "" if other else str(row["value"])

    def coming(self, subject: str) -> bool:
        """Whether it is being fetched at this moment."""
        found = self._db.one(
            "SELECT 1 AS coming FROM work WHERE subject = :subject AND kind <> :kind AND state = 'working' LIMIT 1",
            subject=subject, kind=FORGET,
        )  # fmt: skip
        return found is not None

    def gone(self, subject: str) -> None:
        """Nothing says any more that there was one."""
        self._db.run("DELETE FROM notes WHERE name = :subject", subject=subject)
        self._db.run("DELETE FROM work WHERE subject = :subject AND state <> 'working'", subject=subject)
