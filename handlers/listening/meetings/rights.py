"""Who may call a meeting, and who keeps one: whoever called it, and the desks at and above its area."""

from __future__ import annotations

from domain.areas import AreaKind, Tree
from domain.errors import NotAllowed
from domain.listening.meeting import Meeting, MeetingKind
from domain.people.person import Person, Role
from domain.rights import AreaRight
from handlers.listening.meetings.ports import MeetingsTransaction
from handlers.reach import places_to_note
from handlers.rights import may_at
from handlers.roles import able, desk_for, holds, posts_of
from handlers.turn import Turn


def kinds_for(turn: Turn[MeetingsTransaction], person: Person) -> list[MeetingKind]:
    """A member calls 小板凳会, a desk any."""
    if holds(turn, person, Role.COORDINATOR):
        return list(MeetingKind)
    return [MeetingKind.BENCH] if holds(turn, person, Role.MEMBER) else []


def may_call(turn: Turn[MeetingsTransaction], person: Person, area_id: str, kind: MeetingKind) -> bool:
    """At and below her desks; a member 小板凳会 in her own grid."""
    if may_at(turn, person, area_id, AreaRight.CALL_MEETINGS):
        return True
    return kind is MeetingKind.BENCH and area_id in _own(turn, person)


def areas_to_call(turn: Turn[MeetingsTransaction], person: Person, kind: MeetingKind) -> list[str]:
    """Ids, the most likely first."""
    places = [*_own(turn, person), *places_to_note(turn, person)]
    return [area_id for area_id in dict.fromkeys(places) if may_call(turn, person, area_id, kind)]


def _own(turn: Turn[MeetingsTransaction], person: Person) -> list[str]:
    """A member's grids; whoever answers for a building has its grid."""
    tree: Tree = turn.tx.areas.tree()
    own = [post.area_id for post in posts_of(turn, person.id) if post.role is Role.MEMBER]
    return [tree.grid_of(area_id) or area_id for area_id in own if area_id in tree.areas]


def may_keep(turn: Turn[MeetingsTransaction], person: Person, meeting: Meeting) -> bool:
    """Whoever called it keeps it as long as she serves."""
    called = meeting.convener_id == person.id and bool(posts_of(turn, person.id))
    return called or may_at(turn, person, meeting.area_id, AreaRight.KEEP_MEETINGS)


def must_keep(turn: Turn[MeetingsTransaction], person: Person, meeting: Meeting) -> None:
    """Raises NotAllowed."""
    if not may_keep(turn, person, meeting):
        raise NotAllowed(meeting.id)


def keeper_of(turn: Turn[MeetingsTransaction], meeting: Meeting) -> Person | None:
    """Whoever called it, or who is at the desk where she cannot act; None when nobody can."""
    convener = turn.tx.people.get(meeting.convener_id)
    return convener if able(turn, convener) else next(iter(desk_for(turn, meeting.area_id)), None)


def community_or(turn: Turn[MeetingsTransaction], area_id: str) -> str:
    """Beyond a member's own grid whoever may help lives in the same community."""
    tree: Tree = turn.tx.areas.tree()
    return next((area.id for area in tree.up(area_id) if area.kind is AreaKind.COMMUNITY), area_id)
