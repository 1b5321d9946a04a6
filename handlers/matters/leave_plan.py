"""What becomes of a member's matters while she rests, told before she says yes: each with who would have it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from domain.matters.matter import Act, Matter
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.matters.assigning import owner_name
from handlers.matters.cards import what_of
from handlers.matters.going import next_able
from handlers.matters.owners import anybody
from handlers.matters.ports import MattersTransaction
from handlers.matters.unowned import by_her_own_word
from handlers.roles import desk_for, on_duty
from handlers.turn import Turn

MOST = 4
A_MOMENT = timedelta(microseconds=1)


def plan_lines(turn: Turn[MattersTransaction], person: Person, from_at: datetime, span: Phrase) -> tuple[Phrase, ...]:
    """How many go to whom, and up to four of them by number."""
    hers = [matter for matter in turn.tx.matters.of_owner(person.id) if matter.can(Act.ASSIGN)]
    kept = [matter for matter in hers if _stays(turn, person, matter, from_at)]
    going = [(matter, next_able(turn, person, matter, from_at).person) for matter in hers if matter not in kept]
    keeps = tuple(phrase("leave.keeps", no=matter.number, what=what_of(matter)) for matter in kept[:MOST])
    if not going:
        deputy = owner_name(_deputy(turn, person, from_at))
        return phrase("leave.plan_idle", span=span, deputy=deputy), *keeps
    return _first(span, [to for _, to in going]), *_each(going), *keeps


def _stays(turn: Turn[MattersTransaction], person: Person, matter: Matter, from_at: datetime) -> bool:
    """She took it while resting, and this leave follows upon that one."""
    return by_her_own_word(turn, matter) and turn.tx.roster.absent(person.id, from_at - A_MOMENT) is not None


def _first(span: Phrase, people: list[Person]) -> Phrase:
    if len({person.id for person in people}) > 1:
        return phrase("leave.plan_several", span=span, n=len(people))
    return phrase("leave.plan", span=span, n=len(people), deputy=owner_name(people[0]))


def _each(going: list[tuple[Matter, Person]]) -> Iterable[Phrase]:
    for matter, to in going[:MOST]:
        yield phrase("leave.goes", no=matter.number, what=what_of(matter), member=owner_name(to))
    if len(going) > MOST:
        yield phrase("list.more", n=len(going) - MOST)


def _deputy(turn: Turn[MattersTransaction], person: Person, at: datetime) -> Person:
    """Who takes what comes in."""
    for appointment in turn.tx.roster.of_person(person.id):
        able = [*on_duty(turn, appointment.area_id, at), *desk_for(turn, appointment.area_id, at)]
        others = [other for other in able if other.id != person.id]
        if others:
            return others[0]
    return anybody(turn)


# ---- whose leave it is ---------------------------------------------------------------------------------------------

_BEFORE = re.compile(
    r"[今明后下这从到请休不出在周星礼月\d]|\b(?:is|will|wants|on|off|away|today|tomorrow|next|this|from)\b"
)
_HERSELF = re.compile(r"我|\bi\b|\bmy\b")
NAME_LENGTHS = (2, 3, 4)


def whose_leave(turn: Turn[MattersTransaction], person: Person, words: str) -> str:
    """The name of a colleague for whom she asks ("王芳下周请假"), "" when it is her own."""
    plain = words.strip().casefold()
    found = _BEFORE.search(plain)
    lead = plain[: found.start()] if found else ""
    if not lead or _HERSELF.search(lead):
        return ""
    spans = [lead[i : i + n] for n in NAME_LENGTHS for i in range(len(lead) - n + 1)] if not lead.isascii() else []
    named = turn.tx.choosing.members_named([lead.strip(), *spans])
    return next((name for name in named if name != person.name), "")
