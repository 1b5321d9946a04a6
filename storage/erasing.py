"""Forgetting somebody: who asked for it, and what goes, in portions that may be begun again after a crash."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from domain.people.erasing import Erasure, Holding
from storage.files import Files
from storage.heard import close_the_door, written_down
from storage.met import forget_at_meetings
from storage.notice_questions import said_under_notices
from storage.search import Search
from storage.statements import Row, Statements
from storage.stories import forget_in_stories
from storage.striking import STRUCK, names_in, pattern_of
from storage.traces import Traces
from storage.values import at_text, at_value, at_value_or_none, json_text, json_value
from storage.work import Work

WORDS_AT_ONCE, MATTERS_AT_ONCE = 50, 5
HELD = """
    SELECT COUNT(*) AS words, SUM(CASE WHEN text = '' THEN 1 ELSE 0 END) AS mute,
        SUM((LENGTH(media) - LENGTH(REPLACE(media, '"ref":', ''))) / 6) AS media
    FROM contents WHERE
"""
HERS = """
    by_id = :person AND (text <> '' OR media <> '[]') AND subject NOT LIKE 'trouble:%' AND subject NOT LIKE 'need:%'
    AND subject NOT LIKE 'notice:%' AND (subject NOT LIKE 'nq:%' OR role <> 'notice_answer')
    AND subject NOT LIKE 'visit:%' AND subject NOT LIKE 'project:%' AND subject NOT LIKE 'question:%'
    AND subject NOT LIKE 'meeting:%' AND (subject NOT LIKE 'story:%' OR role = 'story_wish') AND NOT EXISTS (
        SELECT 1 FROM matters WHERE id = SUBSTR(contents.subject, 8) AND reporter_id <> :person)
"""
"""What she wrote as a resident; what she wrote on duty belongs to the matters of others."""
OWN_ROWS = (
    "dialogs", "absences", "appointments", "abilities", "skills", "resources", "mutes", "excluded", "addresses",
    "sheet_outcomes", "sheets", "story_hearers", "unwanted",
)  # fmt: skip


class Erasing:
    def __init__(self, statements: Statements, now: datetime, search: Search) -> None:
        self._db = statements
        self._now = now
        self._search = search
        self._files = Files(statements, Work(statements, now))
        self._traces = Traces(statements, now)

    # ---- asked for -------------------------------------------------------------------------------------------------

    def ask(self, person_id: str, due_at: datetime) -> None:
        """From now on it waits; asked for a second time, it waits anew."""
        self._db.run(
            """
            INSERT INTO erasures (person_id, asked_at, due_at, names, addresses, matter_id, letter, looked)
            VALUES (:person, :now, :due_at, '[]', '[]', '', 0, 0)
            ON CONFLICT (person_id) DO UPDATE SET asked_at = excluded.asked_at, due_at = excluded.due_at
                WHERE erasures.begun_at IS NULL
            """,
            person=person_id, now=at_text(self._now), due_at=at_text(due_at),
        )  # fmt: skip

    def of(self, person_id: str) -> Erasure | None:
        row = self._row(person_id)
        if row is None:
            return None
        begun_at, done_at = at_value_or_none(row["begun_at"]), at_value_or_none(row["done_at"])
        return Erasure(person_id, at_value(row["asked_at"]), at_value(row["due_at"]), begun_at, done_at)

    def holding(self, person_id: str) -> Holding:
        """How much there is of hers, without reading it."""
        matters = self._db.one(
            "SELECT COUNT(*) AS n, MIN(filed_at) AS since FROM matters WHERE reporter_id = :person", person=person_id
        )
        said = self._db.one(f"{HELD} {HERS}", person=person_id)
        assert matters is not None
        assert said is not None
        words = said["words"] - (said["mute"] or 0)
        return Holding(matters["n"], at_value_or_none(matters["since"]), words, int(said["media"] or 0))

    def cancel(self, person_id: str) -> bool:
        """False when nothing was waiting."""
        sql = "DELETE FROM erasures WHERE person_id = :person AND begun_at IS NULL"
        return self._db.run(sql, person=person_id) > 0

    # ---- done ------------------------------------------------------------------------------------------------------

    def begin(self, person_id: str, letter: str = "") -> None:
        """From here on she is nobody the house knows: name, number, addresses and questions are gone.

        What waits for her is never sent, except the message with the key `letter`.
        """
        known = self._db.one("SELECT * FROM people WHERE id = :person", person=person_id)
        assert known is not None
        addresses = self._db.all("SELECT channel, account FROM addresses WHERE person_id = :person", person=person_id)
        letters = self._db.one("SELECT COALESCE(MAX(number), 0) AS newest FROM outbox")
        if self._row(person_id) is None:
            self.ask(person_id, self._now)
        self._db.run(
            """
            UPDATE erasures SET begun_at = :now, done_at = NULL, names = :names, addresses = :addresses,
                matter_id = '', letter = :letter, looked = 0
            WHERE person_id = :person
            """,
            now=at_text(self._now), names=json_text(names_in(known)), letter=letters["newest"] if letters else 0,
            addresses=json_text([[each["channel"], each["account"]] for each in addresses]), person=person_id,
        )  # fmt: skip
        for each in addresses:
            self._traces.leave(each["channel"], each["account"], letter)
        self._db.run("UPDATE invitations SET used_at = :now WHERE person_id = :person AND used_at IS NULL",
                     now=at_text(self._now), person=person_id)  # fmt: skip
        # what she answered still counts, and is nobody's
        self._db.run("UPDATE question_answers SET person_id = '', words_id = '' WHERE person_id = :p", p=person_id)
        forget_in_stories(self._db, person_id)
        self._empty(said_under_notices(self._db, person_id))
        # the desk answers for what she wrote on duty for everybody
        for whose in ("owner_id", "added_by"):
            self._db.run(f"UPDATE entries SET {whose} = '' WHERE {whose} = :person", person=person_id)
        forget_at_meetings(self._db, person_id, names_in(known))
        for table in OWN_ROWS:
            self._db.run(f"DELETE FROM {table} WHERE person_id = :person", person=person_id)
        self._db.run(
            """
            UPDATE people SET name = '', name_en = '', phone = '', spot_grid = '', spot_label = '', welcomed = 0
            WHERE id = :person
            """,
            person=person_id,
        )

    def portion(self, person_id: str) -> bool:
        """Some of what she said and of her matters; False once all of it is gone."""
        return self._words(person_id) or self._matters(person_id)

    def letter_waits(self, person_id: str) -> bool:
        """Whether the last message is still on its way to her."""
        row = self._row(person_id)
        return row is not None and self._traces.waits(row)

    def give_up_letter(self, person_id: str) -> None:
        """It has had time enough."""
        row = self._row(person_id)
        if row is not None:
            self._traces.give_up(row)

    def trace(self, person_id: str) -> bool:
        """Some of the messages to her and about her, then what is noted of her; False once there is nothing more."""
        row = self._row(person_id)
        if row is None or row["done_at"] is not None:
            return False
        if row["looked"] < row["letter"]:
            self._traces.look_through(row)
            return True
        self._traces.ends(row)
        self._db.run(
            "UPDATE erasures SET done_at = :now, names = '[]', addresses = '[]' WHERE person_id = :person",
            now=at_text(self._now), person=person_id,
        )  # fmt: skip
        return False

    def cut(self, matter_id: str, person_id: str, names: Iterable[str] = ()) -> None:
        """Of the matter stays what kind it was, in which grid, when, and how it ended."""
        subject = f"matter:{matter_id}"
        said = self._db.all("SELECT * FROM contents WHERE subject = :subject", subject=subject)
        self._empty([row for row in said if row["by_id"] == person_id])
        behalf = self._db.one("SELECT on_behalf_of FROM matters WHERE id = :matter", matter=matter_id)
        named = pattern_of([*names, behalf["on_behalf_of"] if behalf else ""])
        for row in said:
            struck = named.sub(STRUCK, row["text"])
            if row["by_id"] != person_id and struck != row["text"]:
                self._db.run(
                    "UPDATE contents SET text = :text, salt = '' WHERE number = :number",
                    text=struck, number=row["number"],
                )  # fmt: skip
        self._db.run(
            """
            UPDATE matters SET what = '', label = COALESCE((SELECT name FROM areas WHERE id = grid_id), ''),
                building_id = '', lat = NULL, lon = NULL, on_behalf_of = '', anonymous = 1, show_phone = 0,
                photo_shown = 0
            WHERE id = :matter
            """,
            matter=matter_id,
        )
        self._empty(written_down(self._db, matter_id))
        close_the_door(self._db, matter_id)
        self._db.run("DELETE FROM unheard WHERE matter_id = :matter", matter=matter_id)
        self._db.run("DELETE FROM dialogs WHERE subject = :matter", matter=matter_id)
        self._search.put(matter_id)

    def names_of(self, person_id: str) -> Sequence[str]:
        """What is struck out of what others wrote: as she is called now, or was when it began."""
        row = self._row(person_id)
        if row is not None and row["begun_at"] is not None:
            return list(json_value(row["names"]))
        known = self._db.one("SELECT * FROM people WHERE id = :person", person=person_id)
        return names_in(known) if known is not None else []

    def waiting(self) -> Sequence[str]:
        """Who has asked and can still take it back."""
        rows = self._db.all("SELECT person_id FROM erasures WHERE begun_at IS NULL ORDER BY person_id")
        return [row["person_id"] for row in rows]

    def at_once(self, person_ids: Iterable[str]) -> Sequence[str]:
        """Forgets those of these whom this database knows, in one transaction that nobody waits for; who they were.

        What they have open is not ended by this.
        """
        forgotten = list[str]()
        for person_id in person_ids:
            known = self._db.one("SELECT 1 AS known FROM people WHERE id = :person", person=person_id)
            erasure = self.of(person_id)
            if known is None or (erasure is not None and erasure.done_at is not None):
                continue
            if erasure is None or erasure.begun_at is None:
                self.begin(person_id)
            while self.portion(person_id):
                pass
            self.give_up_letter(person_id)
            while self.trace(person_id):
                pass
            forgotten.append(person_id)
        if forgotten:
            self.merged(first=True)
            while self.merged(first=False):
                pass
        return forgotten

    def unfinished(self, before: datetime) -> Sequence[str]:
        """Whom it began to forget before that instant and has not forgotten yet."""
        rows = self._db.all(
            "SELECT person_id FROM erasures WHERE begun_at < :before AND done_at IS NULL ORDER BY person_id",
            before=at_text(before),
        )
        return [row["person_id"] for row in rows]

    def merged(self, *, first: bool) -> bool:
        """A step towards an index without what was taken out of it; False once nothing is left to do."""
        return self._search.compact(first=first)

    # ---- portions --------------------------------------------------------------------------------------------------

    def _words(self, person_id: str) -> bool:
        rows = self._db.all(
            f"SELECT * FROM contents WHERE {HERS} ORDER BY number LIMIT :limit", person=person_id, limit=WORDS_AT_ONCE
        )
        self._empty(rows)
        return bool(rows)

    def _empty(self, rows: Iterable[Row]) -> None:
        """Without its salt a commitment cannot be guessed from words that somebody may try."""
        for row in rows:
            self._files.forget([str(media["ref"]) for media in json_value(row["media"])])
            self._db.run(
                """
                UPDATE contents SET text = '', media = '[]', salt = '', album = '', handle = ''
                WHERE number = :number
                """,
                number=row["number"],
            )

    def _matters(self, person_id: str) -> bool:
        at = self._row(person_id)
        rows = self._db.all(
            "SELECT id FROM matters WHERE reporter_id = :person AND id > :after ORDER BY id LIMIT :limit",
            person=person_id, after=at["matter_id"] if at else "", limit=MATTERS_AT_ONCE,
        )  # fmt: skip
        names = self.names_of(person_id)
        for row in rows:
            self.cut(row["id"], person_id, names)
        if rows:
            self._db.run(
                "UPDATE erasures SET matter_id = :last WHERE person_id = :person", last=rows[-1]["id"], person=person_id
            )
        return bool(rows)

    def _row(self, person_id: str) -> Row | None:
        return self._db.one("SELECT * FROM erasures WHERE person_id = :person FOR UPDATE", person=person_id)
