"""Two records of one person become one, and two again where they were two people: every table that names a person."""

from __future__ import annotations

from storage.statements import Statements

MOVES = (
    "UPDATE matters SET reporter_id = :into WHERE reporter_id = :from",
    "UPDATE matters SET owner_id = :into WHERE owner_id = :from",
    "UPDATE matters SET on_behalf_of = :into WHERE on_behalf_of = :from",
    "UPDATE troubles SET owner_id = :into WHERE owner_id = :from",
    "UPDATE contents SET by_id = :into WHERE by_id = :from",
    "UPDATE duties SET person_id = :into WHERE person_id = :from",
    "UPDATE invitations SET person_id = :into WHERE person_id = :from",
    # the addresses keep their order and come after those that the second person had
    """
    UPDATE addresses SET person_id = :into, bound_order = bound_order
        + (SELECT COALESCE(MAX(bound_order), 0) FROM addresses WHERE person_id = :into)
    WHERE person_id = :from
    """,
    # where both have the same row, the second person's own stands
    """
    DELETE FROM asked WHERE person_id = :from
        AND matter_id IN (SELECT matter_id FROM asked WHERE person_id = :into)
    """,
    "UPDATE asked SET person_id = :into WHERE person_id = :from",
    """
    DELETE FROM appointments WHERE person_id = :from AND EXISTS (
        SELECT 1 FROM appointments AS own
        WHERE own.person_id = :into AND own.area_id = appointments.area_id AND own.role = appointments.role)
    """,
    "UPDATE appointments SET person_id = :into WHERE person_id = :from",
    """
    DELETE FROM absences WHERE person_id = :from
        AND from_at IN (SELECT from_at FROM absences WHERE person_id = :into)
    """,
    "UPDATE absences SET person_id = :into WHERE person_id = :from",
    "DELETE FROM abilities WHERE person_id = :from AND EXISTS (SELECT 1 FROM abilities WHERE person_id = :into)",
    "UPDATE abilities SET person_id = :into WHERE person_id = :from",
    "DELETE FROM skills WHERE person_id = :from AND skill IN (SELECT skill FROM skills WHERE person_id = :into)",
    "UPDATE skills SET person_id = :into WHERE person_id = :from",
    "UPDATE resources SET person_id = :into WHERE person_id = :from",
    "UPDATE resources SET noted_by = :into WHERE noted_by = :from",
    "UPDATE needs SET noted_by = :into WHERE noted_by = :from",
    "UPDATE needs SET taken_by = :into WHERE taken_by = :from",
    "UPDATE projects SET owner_id = :into WHERE owner_id = :from",
    "UPDATE visits SET by_id = :into WHERE by_id = :from",
    "UPDATE venues SET added_by = :into WHERE added_by = :from",
    "UPDATE slips SET by_id = :into WHERE by_id = :from",
    "UPDATE slips SET claimed_by = :into WHERE claimed_by = :from",
    "UPDATE matches SET asked_by = :into WHERE asked_by = :from",
    "UPDATE sheets SET person_id = :into WHERE person_id = :from",
    "UPDATE sheet_outcomes SET person_id = :into WHERE person_id = :from",
    "UPDATE meetings SET convener_id = :into WHERE convener_id = :from",
    "UPDATE resolutions SET owner_id = :into WHERE owner_id = :from",
    """
    DELETE FROM guests WHERE person_id = :from
        AND meeting_id IN (SELECT meeting_id FROM guests WHERE person_id = :into)
    """,
    "UPDATE guests SET person_id = :into WHERE person_id = :from",
    """
    DELETE FROM verdicts WHERE person_id = :from
        AND resolution_id IN (SELECT resolution_id FROM verdicts WHERE person_id = :into)
    """,
    "UPDATE verdicts SET person_id = :into WHERE person_id = :from",
    "UPDATE entries SET owner_id = :into WHERE owner_id = :from",
    "UPDATE entries SET added_by = :into WHERE added_by = :from",
    "UPDATE questions SET asked_by = :into WHERE asked_by = :from",
    "UPDATE notices SET author_id = :into WHERE author_id = :from",
    "UPDATE notice_questions SET person_id = :into WHERE person_id = :from",
    "UPDATE notice_questions SET to_id = :into WHERE to_id = :from",
    """
    DELETE FROM question_answers WHERE person_id = :from
        AND question_id IN (SELECT question_id FROM question_answers WHERE person_id = :into)
    """,
    "UPDATE question_answers SET person_id = :into WHERE person_id = :from",
    "UPDATE stories SET drafted_by = :into WHERE drafted_by = :from",
    "UPDATE stories SET resident_id = :into WHERE resident_id = :from",
    "UPDATE stories SET member_id = :into WHERE member_id = :from",
    """
    DELETE FROM story_hearers WHERE person_id = :from
        AND story_id IN (SELECT story_id FROM story_hearers WHERE person_id = :into)
    """,
    "UPDATE story_hearers SET person_id = :into WHERE person_id = :from",
    """
    DELETE FROM excluded WHERE person_id = :from
        AND matter_id IN (SELECT matter_id FROM excluded WHERE person_id = :into)
    """,
    "UPDATE excluded SET person_id = :into WHERE person_id = :from",
    """
    DELETE FROM helpers WHERE person_id = :from
        AND matter_id IN (SELECT matter_id FROM helpers WHERE person_id = :into)
    """,
    "UPDATE helpers SET person_id = :into WHERE person_id = :from",
    "UPDATE helpers SET asked_by = :into WHERE asked_by = :from",
    """
    DELETE FROM mutes WHERE person_id = :from AND EXISTS (SELECT 1 FROM mutes AS own WHERE own.person_id = :into)
    """,
    "UPDATE mutes SET person_id = :into WHERE person_id = :from",
    "DELETE FROM unwanted WHERE person_id = :from AND topic IN (SELECT topic FROM unwanted WHERE person_id = :into)",
    "UPDATE unwanted SET person_id = :into WHERE person_id = :from",
    # an account that goes on as somebody on the roster is not to be forgotten as long as she serves
    "DELETE FROM erasures WHERE person_id = :from AND begun_at IS NULL",
    # of two dialogs about the same, the first person's goes on: that is where somebody is typing
    """
    DELETE FROM dialogs WHERE person_id = :into AND EXISTS (
        SELECT 1 FROM dialogs AS live
        WHERE live.person_id = :from AND live.script = dialogs.script AND live.subject = dialogs.subject)
    """,
    """
    UPDATE dialogs SET front = 0 WHERE person_id = :into AND EXISTS (
        SELECT 1 FROM dialogs AS live WHERE live.person_id = :from AND live.front = 1)
    """,
    "UPDATE dialogs SET person_id = :into WHERE person_id = :from",
)


def merge_people(statements: Statements, from_id: str, into_id: str) -> None:
    """Merging somebody with herself changes nothing."""
    if from_id != into_id:
        for move in MOVES:
            statements.run(move, **{"from": from_id, "into": into_id})


_REPORTED = """
    SELECT id FROM matters WHERE reporter_id = :from AND (
        filed_at >= :since OR EXISTS (
            SELECT 1 FROM events WHERE subject = 'matter:' || matters.id AND seq = 1 AND by_id = :into))
    """
"""What the account reported: before it joined under its own id, as the ledger has it, and whatever came since."""
PARTS = (
    f"UPDATE mutes SET person_id = :into WHERE person_id = :from AND matter_id IN ({_REPORTED})",
    f"""
    UPDATE contents SET by_id = :into WHERE by_id = :from
        AND subject IN (SELECT 'matter:' || id FROM ({_REPORTED}) AS hers)
    """,
    f"UPDATE matters SET reporter_id = :into WHERE id IN ({_REPORTED})",
)


def part_people(statements: Statements, from_id: str, into_id: str, since: str) -> None:
    """What was the second person's before a merge at that instant (as text), and what she reported after it."""
    for part in PARTS:
        statements.run(part, **{"from": from_id, "into": into_id, "since": since})
