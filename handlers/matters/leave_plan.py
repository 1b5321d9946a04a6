"""What becomes of a member's matters while she rests, told before she says yes: each with who would have it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from domain.areas import Spot
from domain.matters.matter import Act, Matter
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.matters.assigning import owner_name
from handlers.matters.cards import what_of
from handlers.matters.going import next_able
from handlers.matters.owners import anybody
from handlers.matters.ports import MattersTransaction
from handlers.matters.unowned import by_her_own_word
from handlers.roles import posts_of, rungs
from handlers.texts.say import Day
from handlers.turn import Turn

MOST = 4
A_MOMENT = timedelta(microseconds=1)


def plan_lines(
    turn: Turn[MattersTransaction], person: Person, from_at: datetime, to_at: datetime, rests: Phrase, *, own: bool
) -> tuple[Phrase, ...]:
    """How many go to whom, and up to four of them by number; and who of these rests too before the leave is over.

    `rests` says who rests when; it is said to herself (`own`), or to the desk that takes it down for her.
    """
    hers = [matter for matter in turn.tx.matters.of_owner(person.id) if matter.can(Act.ASSIGN)]
    kept = [matter for matter in hers if _stays(turn, person, matter, from_at)]
    going = [(matter, next_able(turn, person, matter, from_at).person) for matter in hers if matter not in kept]
    keeps = tuple(phrase("leave.keeps", no=matter.number, what=what_of(matter)) for matter in kept[:MOST])
    people = [to for _, to in going] or [_deputy(turn, person, from_at)]
    if person.id in [to.id for to in people]:
        first = phrase("leave.plan_alone", rests=rests, desk=turn.house.contacts.desk)
    elif going:
        first = _first(rests, people)
    else:
        first = phrase("leave.plan_idle", rests=rests, deputy=owner_name(people[0]))
    elsewhere = [(matter, to) for matter, to in going if to.id != person.id]
    return first, *_each(elsewhere), *_rest_too(turn, person, people, from_at, to_at), *(keeps if own else ())


def _stays(turn: Turn[MattersTransaction], person: Person, matter: Matter, from_at: datetime) -> bool:
    """She took it while resting, and this leave follows upon that one."""
    return by_her_own_word(turn, matter) and turn.tx.roster.absent(person.id, from_at - A_MOMENT) is not None


def _first(rests: Phrase, people: list[Person]) -> Phrase:
    if len({person.id for person in people}) > 1:
        return phrase("leave.plan_several", rests=rests, n=len(people))
    return phrase("leave.plan", rests=rests, n=len(people), deputy=owner_name(people[0]))


def _each(going: list[tuple[Matter, Person]]) -> Iterable[Phrase]:
    for matter, to in going[:MOST]:
        yield phrase("leave.goes", no=matter.number, what=what_of(matter), member=owner_name(to))
    if len(going) > MOST:
        yield phrase("list.more", n=len(going) - MOST)


def _rest_too(
    turn: Turn[MattersTransaction], person: Person, people: Iterable[Person], from_at: datetime, to_at: datetime
) -> Iterable[Phrase]:
    """Who goes on in the place of whoever goes on in hers."""
    for to in {to.id: to for to in people if to.id != person.id}.values():
        rest = turn.tx.roster.next_absence(to.id, from_at, to_at)
        then = _deputy(turn, person, rest.from_at) if rest is not None else person
        if rest is not None and then.id not in (person.id, to.id):
            day = Day(rest.from_at.astimezone(turn.house.zone).date())
            yield phrase("leave.rests_too", deputy=owner_name(to), day=day, member=owner_name(then))


def _deputy(turn: Turn[MattersTransaction], person: Person, at: datetime) -> Person:
    """Who takes what comes in then: the next in order where she serves, and on the rungs above."""
    for post in posts_of(turn, person.id, at):
        for rung in rungs(turn, Spot(post.area_id, ""), at):
            others = [other for other in rung.people if other.id != person.id]
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
