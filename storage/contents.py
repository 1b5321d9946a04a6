"""Words and media, apart from the events that point to them, so that they can be erased."""

from __future__ import annotations

from collections.abc import Sequence

from domain.errors import NotFound
from domain.events import Content
from storage.statements import Row, Statements
from storage.values import at_text, at_value, json_text, json_value


class Contents:
    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def add(self, content: Content) -> None:
        self._db.run(
            """
            INSERT INTO contents (id, subject, role, by_id, at, text, media, salt, album, handle)
            VALUES (:id, :subject, :role, :by, :at, :text, :media, :salt, :album, :handle)
            """,
            id=content.id, subject=content.subject, role=content.role, by=content.by, at=at_text(content.at),
            text=content.text, media=_media(content), salt=content.salt, album=content.group, handle=content.handle,
        )  # fmt: skip

    def save(self, content: Content) -> None:
        """Text and media are replaced; the rest stays as it was added."""
        self._db.run(
            "UPDATE contents SET text = :text, media = :media WHERE id = :id",
            text=content.text, media=_media(content), id=content.id,
        )  # fmt: skip

    def get(self, content_id: str) -> Content:
        """Raises NotFound."""
        row = self._db.one("SELECT * FROM contents WHERE id = :id", id=content_id)
        if row is None:
            raise NotFound(f"content {content_id}")
        return _content(row)

    def of(self, subject: str) -> Sequence[Content]:
        """The oldest first."""
        rows = self._db.all("SELECT * FROM contents WHERE subject = :subject ORDER BY at, number", subject=subject)
        return [_content(row) for row in rows]

    def by_group(self, person_id: str, group: str) -> Content | None:
        """The newest of this album."""
        row = self._db.one(
            """
            SELECT * FROM contents WHERE by_id = :person AND album = :album AND album <> ''
            ORDER BY number DESC LIMIT 1
            """,
            person=person_id, album=group,
        )  # fmt: skip
        return None if row is None else _content(row)

    def by_handle(self, person_id: str, handle: str) -> Content | None:
        row = self._db.one(
            """
            SELECT * FROM contents WHERE by_id = :person AND handle = :handle AND handle <> ''
            ORDER BY number DESC LIMIT 1
            """,
            person=person_id, handle=handle,
        )  # fmt: skip
        return None if row is None else _content(row)


def _media(content: Content) -> str:
    return json_text([dict(media) for media in content.media])


def _content(row: Row) -> Content:
    return Content(
        id=row["id"],
        subject=row["subject"],
        role=row["role"],
        by=row["by_id"],
        at=at_value(row["at"]),
        text=row["text"],
        media=json_value(row["media"]),
        salt=row["salt"],
        group=row["album"],
        handle=row["handle"],
    )
