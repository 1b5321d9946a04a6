"""What has been kept long enough: words and pictures of matters that ended a while ago, counted and emptied."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from storage.files import Files
from storage.search import Search
from storage.statements import Row, Statements
from storage.values import at_text, json_value

OVER = """
    FROM contents JOIN matters ON matters.id = SUBSTR(contents.subject, 8)
    WHERE (contents.text <> '' OR contents.media <> '[]') AND contents.at < :before
        AND contents.subject NOT LIKE 'trouble:%' AND matters.state = 'ended' AND matters.ended_at < :before
"""
ANSWERS = """
    FROM contents JOIN question_answers ON question_answers.words_id = contents.id
        JOIN questions ON questions.id = question_answers.question_id
    WHERE contents.text <> '' AND contents.at < :before AND questions.ended_at < :before
"""
"""What people said to questions that ended before."""
VISITED = """
    FROM contents JOIN visits ON visits.words_id = contents.id
    WHERE (contents.text <> '' OR contents.media <> '[]') AND visits.at < :before
"""
"""What was heard on visits before."""
MET = """
    FROM meetings CROSS JOIN contents
    WHERE contents.subject = 'meeting:' || meetings.id AND contents.role IN ('came', 'minutes', 'finding')
        AND (contents.text <> '' OR contents.media <> '[]') AND meetings.starts_at < :before AND contents.at < :before
"""
"""Who came to meetings before, and what was written down there; what was agreed stays."""
HEARD = (VISITED, MET)
LETTERS = "SELECT COUNT(*) AS n FROM outbox WHERE body <> '' AND done_at IS NOT NULL AND done_at < :before"
UPDATES = "SELECT COUNT(*) AS n FROM seen WHERE at < :before"
WORDS, PHOTOS = "contents.text <> ''", "contents.media <> '[]'"


class Keeping:
    def __init__(self, statements: Statements, files: Files, search: Search) -> None:
        self._db = statements
        self._files = files
        self._search = search

    def words(self, before: datetime, limit: int) -> int:
        """Empties what was said about matters, and to questions, that ended before that instant, or heard on visits
        and at meetings.

        How many, at most `limit`. A matter's one line goes too; kind, place, clocks and end stay, and a question's
        counts.
        """
        rows = self._over(WORDS, before, limit)
        for row in rows:
            self._db.run("UPDATE contents SET text = '', salt = '' WHERE number = :number", number=row["number"])
        for matter_id in sorted({row["id"] for row in rows if row["id"]}):
            self._db.run("UPDATE matters SET what = '', on_behalf_of = '' WHERE id = :matter", matter=matter_id)
            self._search.put(matter_id)
        return len(rows) + self._answers(before, limit - len(rows))

    def _answers(self, before: datetime, limit: int) -> int:
        rows = self._db.all(
            f"SELECT contents.number {ANSWERS} ORDER BY contents.at LIMIT :limit", before=at_text(before), limit=limit
        )
        for row in rows:
            self._db.run("UPDATE contents SET text = '', salt = '' WHERE number = :number", number=row["number"])
        return len(rows)

    def photos(self, before: datetime, limit: int) -> int:
        """The same with photos and voice notes, whose files go by jobs."""
        rows = self._over(PHOTOS, before, limit)
        for row in rows:
            self._files.forget([str(media["ref"]) for media in json_value(row["media"])])
            self._db.run("UPDATE contents SET media = '[]', salt = '' WHERE number = :number", number=row["number"])
        return len(rows)

    def count(self, *, words_before: datetime | None, photos_before: datetime | None) -> tuple[int, int]:
        """How many words and how many photos would go; None for those that are kept for ever."""
        said = self._db.one(f"SELECT COUNT(*) AS n {ANSWERS}", before=at_text(words_before)) if words_before else None
        words = self._count(WORDS, words_before) + (int(said["n"]) if said else 0)
        return words, self._count(PHOTOS, photos_before)

    def letters(self, before: datetime) -> int:
        """How many messages that left before that instant still hold their words."""
        row = self._db.one(LETTERS, before=at_text(before))
        return int(row["n"]) if row else 0

    def updates(self, before: datetime) -> int:
        """How many updates that were taken in before that instant are remembered."""
        row = self._db.one(UPDATES, before=at_text(before))
        return int(row["n"]) if row else 0

    def _over(self, which: str, before: datetime, limit: int) -> Sequence[Row]:
        """With the matter's id, "" for a visit or a meeting."""
        rows = self._db.all(
            f"SELECT contents.number, contents.media, matters.id {OVER} AND {which} ORDER BY contents.at LIMIT :limit",
            before=at_text(before), limit=limit,
        )  # fmt: skip
        for heard in HEARD:
            columns = "contents.number, contents.media, '' AS id"
            more = self._db.all(
                f"SELECT {columns} {heard} AND {which} ORDER BY contents.at LIMIT :limit",
                before=at_text(before), limit=limit - len(rows),
            )  # fmt: skip
            rows = [*rows, *more]
        return rows

    def _count(self, which: str, before: datetime | None) -> int:
        if before is None:
            return 0
        rows = [
            self._db.one(f"SELECT COUNT(*) AS n {kept} AND {which}", before=at_text(before)) for kept in (OVER, *HEARD)
        ]
        return sum(int(row["n"]) for row in rows if row)
