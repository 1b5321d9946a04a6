"""What somebody has left in messages, their handles, notes and other people's questions, when she is forgotten.

Each takes her row of the table erasures.
"""

from __future__ import annotations

import re
from datetime import datetime

from domain.people.erasing import letter_key
from storage.notes import Notes
from storage.statements import Row, Statements
from storage.striking import pattern_of
from storage.values import at_text, json_value

LETTERS_AT_ONCE = 250
SOUGHT = "find:"
"""How the notes begin that hold what a desk looked for."""
ID, NUMBER = re.compile(r"\b[a-z2-7]{16}\b"), re.compile(r"\b\d{4}-\d{2,}\b")


class Traces:
    def __init__(self, statements: Statements, now: datetime) -> None:
        self._db = statements
        self._now = now

    def leave(self, channel: str, account: str, letter: str) -> None:
        """What is hers by her address alone goes; of what waits only the message with the key `letter` still leaves."""
        at = {"channel": channel, "account": account}
        self._db.run(
            """
            UPDATE outbox SET state = 'cancelled', done_at = :now, reason = 'erased'
            WHERE state = 'queued' AND channel = :channel AND account = :account AND (key <> :letter OR key = '')
            """,
            now=at_text(self._now), letter=letter, **at,
        )  # fmt: skip
        self._db.run("DELETE FROM handles WHERE channel = :channel AND account = :account", **at)
        self._db.run("DELETE FROM outbox_once WHERE channel = :channel AND account = :account", **at)
        raw = self._db.all(
            "SELECT reference, raw FROM quarantine WHERE channel = :channel AND raw LIKE :like",
            channel=channel, like=f"%{account}%",
        )  # fmt: skip
        for row in raw:
            if re.search(rf"(?<!\d){re.escape(account)}(?!\d)", row["raw"]):
                self._db.run("UPDATE quarantine SET raw = '' WHERE reference = :one", one=row["reference"])

    def waits(self, row: Row) -> bool:
        """Whether the last message is still on its way."""
        return any(
            self._db.one(
                """
                SELECT 1 AS waits FROM outbox WHERE number <= :letter AND state IN ('queued', 'sending')
                    AND channel = :channel AND account = :account LIMIT 1
                """,
                letter=row["letter"], channel=channel, account=account,
            )
            for channel, account in json_value(row["addresses"])
        )  # fmt: skip

    def give_up(self, row: Row) -> None:
        """Whatever waits for her never leaves."""
        for channel, account in json_value(row["addresses"]):
            self._db.run(
                """
                UPDATE outbox SET state = 'cancelled', done_at = :now, reason = 'erased', body = ''
                WHERE state = 'queued' AND number <= :letter AND channel = :channel AND account = :account
                """,
                now=at_text(self._now), letter=row["letter"], channel=channel, account=account,
            )  # fmt: skip

    def look_through(self, row: Row) -> None:
        """The next few rows of the outbox: hers lose words and address, those that speak of her their words."""
        window = {"after": row["looked"], "upto": min(row["looked"] + LETTERS_AT_ONCE, row["letter"])}
        for channel, account in json_value(row["addresses"]):
            self._db.run(
                """
                UPDATE outbox SET account = '', body = '' WHERE number > :after AND number <= :upto
                    AND channel = :channel AND account = :account AND done_at IS NOT NULL
                """,
                channel=channel, account=account, **window,
            )  # fmt: skip
        full = self._db.all(
            "SELECT number, state, key, body FROM outbox WHERE number > :after AND number <= :upto AND body <> ''",
            **window,
        )
        named = pattern_of(json_value(row["names"]))
        matters = self._ids(row["person_id"]) if full else frozenset()
        for each in full:
            speaks_of = {*ID.findall(each["body"]), *NUMBER.findall(each["body"])}
            if matters & speaks_of or named.search(each["body"]):
                self._blank(each)
        self._db.run(
            "UPDATE erasures SET looked = :upto WHERE person_id = :person",
            upto=window["upto"], person=row["person_id"],
        )  # fmt: skip

    def ends(self, row: Row) -> None:
        """What is left once all messages were looked through."""
        for channel, account in json_value(row["addresses"]):
            self._db.run(
                "DELETE FROM handles WHERE channel = :channel AND account = :account AND key = :key",
                channel=channel, account=account, key=letter_key(row["person_id"]),
            )  # fmt: skip
        self._questions(row)

    def _questions(self, row: Row) -> None:
        """What is noted of her, what desks looked for with her name, and questions of others that offer it."""
        notes, named = Notes(self._db), pattern_of(json_value(row["names"]))
        notes.forget_person(row["person_id"])
        for name, value in notes.begun_with(SOUGHT).items():
            if named.search(value):
                notes.drop(name)
        for open_one in self._db.all("SELECT person_id, script, subject, options FROM dialogs WHERE options <> '[]'"):
            if named.search(open_one["options"]):
                self._db.run(
                    "DELETE FROM dialogs WHERE person_id = :person AND script = :script AND subject = :subject",
                    person=open_one["person_id"], script=open_one["script"], subject=open_one["subject"],
                )  # fmt: skip

    def _blank(self, letter: Row) -> None:
        """What still waits to say how things stand may leave; what passes on her words may not."""
        waits = letter["state"] in ("queued", "sending")
        if not waits:
            self._db.run("UPDATE outbox SET body = '' WHERE number = :number", number=letter["number"])
        elif letter["state"] == "queued" and letter["key"].startswith(("relay:", "material:")):
            self._db.run(
                "UPDATE outbox SET body = '', state = 'cancelled', done_at = :now, reason = 'erased' WHERE number = :n",
                now=at_text(self._now), n=letter["number"],
            )  # fmt: skip

    def _ids(self, person_id: str) -> frozenset[str]:
        rows = self._db.all("SELECT id, number FROM matters WHERE reporter_id = :person", person=person_id)
        return frozenset(name for row in rows for name in (row["id"], row["number"]))
