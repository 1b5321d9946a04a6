"""Stories, a row each, and which members have them; their words lie in `contents`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from domain.errors import NotFound
from domain.explaining.story import Story, StoryState
from domain.matters.kinds import KINDS
from domain.reach import Reach
from storage.reach import in_reach
from storage.statements import Row, Statements
from storage.values import at_text, at_value, at_value_or_none

_WHOLE = """
    SELECT stories.*, (SELECT text FROM contents WHERE id = stories.words_id) AS text,
        (SELECT salt FROM contents WHERE id = stories.words_id) AS salt
    FROM stories
"""
_EMPTY = "UPDATE contents SET text = '', media = '[]', salt = '' WHERE subject"
_KEPT = "(SELECT text FROM contents WHERE id = stories.words_id) <> ''"
"""What was told and whose words have gone stands on no list."""
_QUIET = ", ".join(f"'{code}'" for code, kind in KINDS.items() if kind.quiet)


class Stories:
    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def save(self, story: Story) -> None:
        """Inserts or updates; its words must lie in `contents` already."""
        self._db.run(
            """
            INSERT INTO stories (id, matter_id, area_id, drafted_by, resident_id, member_id, words_id, drafted_at,
                until_at, photo, named, state, resident_agreed, member_agreed, notice_id, told_at,
                ended_at)
            VALUES (:id, :matter, :area, :drafted_by, :resident, :member, :words, :drafted_at,
                :until_at, :photo, :named, :state, :resident_agreed, :member_agreed, :notice, :told_at,
                :ended_at)
            ON CONFLICT (id) DO UPDATE SET words_id = excluded.words_id, until_at = excluded.until_at,
                photo = excluded.photo, named = excluded.named, state = excluded.state,
                resident_agreed = excluded.resident_agreed, member_agreed = excluded.member_agreed,
                notice_id = excluded.notice_id, told_at = excluded.told_at, ended_at = excluded.ended_at
            """,
            id=story.id, matter=story.matter_id, area=story.area_id, drafted_by=story.drafted_by,
            resident=story.resident_id, member=story.member_id, words=story.words_id,
            drafted_at=at_text(story.drafted_at), until_at=at_text(story.until_at), photo=int(story.photo),
            named=int(story.named), state=story.state.value, resident_agreed=story.resident_agreed,
            member_agreed=story.member_agreed, notice=story.notice_id,
            told_at=at_text(story.told_at), ended_at=at_text(story.ended_at),
        )  # fmt: skip

    def get(self, story_id: str) -> Story:
        """Nobody else changes it until this transaction ends. Raises NotFound."""
        row = self._db.one(f"{_WHOLE} WHERE id = :id FOR UPDATE", id=story_id)
        if row is None:
            raise NotFound(f"story {story_id}")
        return _story(row)

    def of_matter(self, matter_id: str) -> Sequence[Story]:
        rows = self._db.all(f"{_WHOLE} WHERE matter_id = :matter ORDER BY number", matter=matter_id)
        return [_story(row) for row in rows]

    def of_person(self, person_id: str) -> Sequence[Story]:
        """Those she was asked about, as the resident or as the member."""
        rows = self._db.all(
            f"{_WHOLE} WHERE resident_id = :person OR member_id = :person ORDER BY number", person=person_id
        )
        return [_story(row) for row in rows]

    def forget_words(self, story: Story) -> None:
        """Its text, those before it, what its resident would have had otherwise, and the notice with the same words."""
        notice = f"notice:{story.notice_id}" if story.notice_id else story.subject
        self._db.run(f"{_EMPTY} IN (:subject, :notice)", subject=story.subject, notice=notice)

    # ---- lists -----------------------------------------------------------------------------------------------------

    def told(self, reach: Reach, limit: int, offset: int = 0) -> Sequence[Story]:
        """The newest first."""
        where, values = in_reach("area_id", reach)
        rows = self._db.all(
            f"{_WHOLE} WHERE {where} AND state = 'told' AND {_KEPT} ORDER BY told_at DESC LIMIT :limit OFFSET :offset",
            limit=limit, offset=offset, **values,
        )  # fmt: skip
        return [_story(row) for row in rows]

    def waiting(self, reach: Reach, limit: int) -> Sequence[Story]:
        """Those that wait for somebody's yes, the oldest first."""
        where, values = in_reach("area_id", reach)
        rows = self._db.all(
            f"{_WHOLE} WHERE {where} AND state = 'waiting' ORDER BY number LIMIT :limit", limit=limit, **values
        )
        return [_story(row) for row in rows]

    def between(
        self, reach: Reach, from_at: datetime, until_at: datetime, limit: int, offset: int = 0
    ) -> Sequence[Story]:
        """Told in that span and not taken down since, in their order."""
        where, values = _within(reach, from_at, until_at)
        rows = self._db.all(
            f"{_WHOLE} WHERE {where} ORDER BY told_at LIMIT :limit OFFSET :offset", limit=limit, offset=offset, **values
        )
        return [_story(row) for row in rows]

    def count_between(self, reach: Reach, from_at: datetime, until_at: datetime) -> int:
        where, values = _within(reach, from_at, until_at)
        row = self._db.one(f"SELECT COUNT(*) AS n FROM stories WHERE {where}", **values)
        return int(row["n"]) if row else 0

    def ended_well(self, reach: Reach, since: datetime, limit: int) -> Sequence[str]:
        """Ids of matters that ended since then as their residents wished and were never told, the newest first."""
        where, values = in_reach("grid_id", reach)
        rows = self._db.all(
            f"""
            SELECT id FROM matters WHERE {where} AND state = 'ended' AND cause = 'solved' AND word = 'solved'
                AND anonymous = 0 AND on_behalf_of = '' AND what <> '' AND tier <> 'danger'
                AND kind NOT IN ({_QUIET}) AND ended_at >= :since
                AND NOT EXISTS (SELECT 1 FROM stories WHERE matter_id = matters.id)
            ORDER BY ended_at DESC, id LIMIT :limit
            """,
            since=at_text(since), limit=limit, **values,
        )  # fmt: skip
        return [row["id"] for row in rows]

    # ---- who has it ------------------------------------------------------------------------------------------------

    def heard(self, story_id: str, person_id: str) -> None:
        self._db.run(
            """
            INSERT INTO story_hearers (story_id, person_id) VALUES (:story, :person)
            ON CONFLICT (story_id, person_id) DO NOTHING
            """,
            story=story_id, person=person_id,
        )  # fmt: skip

    def hearers(self, story_id: str) -> Sequence[str]:
        """Ids, in order."""
        rows = self._db.all(
            "SELECT person_id FROM story_hearers WHERE story_id = :story ORDER BY person_id", story=story_id
        )
        return [row["person_id"] for row in rows]


def forget_in_stories(statements: Statements, person_id: str) -> None:
    """Nothing that was told of her, or was to be, keeps its words."""
    of_hers = "FROM stories WHERE resident_id = :person OR member_id = :person"
    statements.run(f"{_EMPTY} IN (SELECT 'story:' || id {of_hers})", person=person_id)
    statements.run(f"{_EMPTY} IN (SELECT 'notice:' || notice_id {of_hers})", person=person_id)


def _within(reach: Reach, from_at: datetime, until_at: datetime) -> tuple[str, dict[str, object]]:
    where, values = in_reach("area_id", reach)
    span = {"from_at": at_text(from_at), "until_at": at_text(until_at)}
    return f"{where} AND state = 'told' AND told_at >= :from_at AND told_at < :until_at", {**values, **span}


def _story(row: Row) -> Story:
    return Story(
        row["id"], row["matter_id"], row["area_id"], row["drafted_by"], row["resident_id"], row["member_id"],
        row["words_id"], at_value(row["drafted_at"]), at_value(row["until_at"]), bool(row["photo"]),
        bool(row["named"]), StoryState(row["state"]), row["resident_agreed"], row["member_agreed"],
        row["notice_id"], at_value_or_none(row["told_at"]), at_value_or_none(row["ended_at"]), row["text"] or "",
        row["salt"] or "",
    )  # fmt: skip
