"""Somebody is forgotten at meetings: her invitations and answers go, and her name in what others wrote down there."""

from __future__ import annotations

from collections.abc import Iterable

from storage.statements import Statements
from storage.striking import STRUCK, pattern_of


def forget_at_meetings(statements: Statements, person_id: str, names: Iterable[str]) -> None:
    """How many came stays, and what was agreed."""
    named = pattern_of(names)
    rows = statements.all(
        """
        SELECT contents.number, text FROM guests JOIN contents ON contents.subject = 'meeting:' || meeting_id
        WHERE person_id = :person AND text <> ''
        """,
        person=person_id,
    )
    for row in rows:
        struck = named.sub(STRUCK, row["text"])
        if struck != row["text"]:
            statements.run(
                "UPDATE contents SET text = :text, salt = '' WHERE number = :number", text=struck, number=row["number"]
            )
    for table in ("guests", "verdicts"):
        statements.run(f"DELETE FROM {table} WHERE person_id = :person", person=person_id)
