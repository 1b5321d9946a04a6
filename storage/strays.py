"""What lies about without what it belongs to, for a check: a line for each, no names."""

from __future__ import annotations

from collections.abc import Iterator

from storage.transaction import Transaction

MOST = 100
"""More of one sort tells nobody more."""
OFTEN = 20
"""So many tries take half a day; from then on there is one a day."""
QUESTIONS = {
    "content": """
        SELECT subject AS stray FROM contents
        WHERE subject LIKE 'matter:%' AND NOT EXISTS (SELECT 1 FROM matters WHERE 'matter:' || id = contents.subject)
        """,
    "event": """
        SELECT subject || ' ' || seq AS stray FROM events
        WHERE content_id <> '' AND NOT EXISTS (SELECT 1 FROM contents WHERE contents.id = events.content_id)
        """,
    "matter": """
        SELECT number AS stray FROM matters
        WHERE NOT EXISTS (SELECT 1 FROM events WHERE subject = 'matter:' || matters.id AND seq = 1)
        """,
    "schedule": """
        SELECT kind || ' ' || subject AS stray FROM schedule
        WHERE state = 'waiting' AND subject LIKE 'matter:%'
            AND NOT EXISTS (SELECT 1 FROM matters WHERE 'matter:' || id = schedule.subject)
        """,
    "download": f"""
        SELECT subject || ': ' || reason AS stray FROM work AS job
        WHERE kind = 'download' AND (state = 'dead' OR (state = 'queued' AND attempts >= {OFTEN}))
            AND NOT EXISTS (SELECT 1 FROM notes WHERE name = job.subject)
        """,
    "erased": """
        SELECT person_id AS stray FROM erasures
        WHERE begun_at IS NOT NULL AND done_at IS NULL AND NOT EXISTS (
            SELECT 1 FROM work WHERE subject = 'person:' || person_id AND kind = 'erase'
                AND state IN ('queued', 'working'))
        UNION ALL SELECT subject FROM work WHERE kind = 'forget_file' AND state = 'dead'
        """,
}


def strays(tx: Transaction) -> dict[str, list[str]]:
    """By sort: words of a matter that is not there, events whose words are gone as a row, matters that nobody filed,
    what is planned for a matter that is not there, files that could not be brought home (some are tried still), and
    what was to be erased and is not.
    """
    return {
        sort: [row["stray"] for row in tx.statements.all(f"{sql} ORDER BY 1 LIMIT {MOST}")]
        for sort, sql in QUESTIONS.items()
    }


def files(tx: Transaction, page: int = 1000) -> Iterator[tuple[str, str]]:
    """(what the platform calls it, the name under which it lies at home), of all that came home."""
    after = "file:"
    while rows := tx.statements.all(
        "SELECT name, value FROM notes WHERE name > :after AND name < 'file;' ORDER BY name LIMIT :page",
        after=after, page=page,
    ):  # fmt: skip
        yield from ((row["name"], row["value"]) for row in rows)
        after = rows[-1]["name"]
