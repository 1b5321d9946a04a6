"""For two minutes a change of the roster can be taken back, where nothing else has followed on it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from domain.errors import NoLongerPossible
from domain.messages import Op, Reply
from domain.people.person import Ability, Appointment, Person, Resource, Role
from domain.phrases import phrase
from handlers.matters.assigning import owner_name
from handlers.roster.changing import Plan, carry_out
from handlers.roster.ports import RosterTransaction
from handlers.speaking import send, voice_of
from handlers.turn import Turn

UNDO_WITHIN = timedelta(minutes=2)
Key = tuple[str, str, str]
"""Of a post: person, area, role."""


class Standing(NamedTuple):
    """What a plan touches, as it stands before or after it."""

    posts: tuple[Appointment, ...]
    abilities: tuple[Ability, ...]
    resources: tuple[Resource, ...]


def done_key(person: Person) -> str:
    return f"roster-done:{person.id}"


def standing(turn: Turn[RosterTransaction], plan: Plan) -> Standing:
    return _of(turn, _people(plan), [_key(post) for post in (*plan.posts, *plan.dropped)])


def remember(turn: Turn[RosterTransaction], person: Person, plan: Plan, before: Standing, moved: int) -> str:
    """The token of the button that takes back what has just been carried out."""
    token = turn.tx.new_id()[:6]
    after = standing(turn, plan)
    kept = {
        "token": token, "at": turn.now.isoformat(), "people": list(plan.lines), "of": _people(plan), "moved": moved,
        "keys": [_key(post) for post in (*plan.posts, *plan.dropped)],
        "before": _as_json(before), "after": _as_json(after), "newcomer": plan.newcomer is not None,
    }  # fmt: skip
    turn.tx.notes.set(_note(person), json.dumps(kept, ensure_ascii=False))
    return token


def undo(turn: Turn[RosterTransaction], person: Person, token: str) -> Reply:
    """Puts everything back as it was, but for matters that have gone to others.

    Raises NoLongerPossible later than that, or when something changed since.
    """
    kept = json.loads(turn.tx.notes.get(_note(person)) or "{}")
    if kept.get("token") != token or turn.now - datetime.fromisoformat(kept["at"]) > UNDO_WITHIN or "of" not in kept:
        raise NoLongerPossible(token)
    before, after = _from_json(kept["before"]), _from_json(kept["after"])
    if _of(turn, kept["of"], [(a, b, c) for a, b, c in kept["keys"]]) != after:
        raise NoLongerPossible(token)
    turn.tx.notes.set(_note(person), "")
    carry_out(turn, person, _back(turn, kept["people"], before, after))
    words = phrase("roster.undone_moved", n=kept["moved"]) if kept["moved"] else phrase("roster.undone")
    words = phrase("roster.undone_added") if kept["newcomer"] else words
    send(turn, person, words, op=Op.UPDATE, key=done_key(person))
    return Reply(voice_of(turn, person).say(words))


def _back(turn: Turn[RosterTransaction], people: list[str], before: Standing, after: Standing) -> Plan:
    named = [turn.tx.people.get(person_id) for person_id in people]
    lines = {whom.id: phrase("roster.as_before", member=owner_name(whom)) for whom in named}
    places = {_key(post) for post in before.posts}
    changed = [ability for ability in before.abilities if ability not in after.abilities]
    return Plan(
        "undone", lines, before.posts, tuple(post for post in after.posts if _key(post) not in places),
        changed[0] if changed else None,  # no plan changes what two people can do
        tuple(each for each in before.resources if each not in after.resources),
        tuple(each for each in after.resources if each not in before.resources),
    )  # fmt: skip


def _of(turn: Turn[RosterTransaction], people: Iterable[str], keys: Iterable[Key]) -> Standing:
    people, wanted = list(people), set(keys)
    posts = [post for id in people for post in turn.tx.roster.of_person(id) if _key(post) in wanted]
    return Standing(
        tuple(posts),
        tuple(turn.tx.abilities.of(id) for id in people),
        tuple(each for id in people for each in turn.tx.resources.of(id)),
    )


def _people(plan: Plan) -> list[str]:
    posted = [post.person_id for post in (*plan.posts, *plan.dropped)]
    lending = [each.person_id for each in (*plan.lent, *plan.taken_off)]
    return list(dict.fromkeys([*posted, *lending, *([plan.ability.person_id] if plan.ability else [])]))


def _key(post: Appointment) -> Key:
    return post.person_id, post.area_id, post.role.value


def _note(person: Person) -> str:
    return f"roster.undo:{person.id}"


# ---- as JSON -------------------------------------------------------------------------------------------------------


def _as_json(standing: Standing) -> dict[str, list[list[Any]]]:
    posts, abilities, resources = standing
    return {
        "posts": [
            [*_key(p), p.rank, p.phone, p.days, _said(p.from_on), _said(p.to_on), p.lead, p.night] for p in posts
        ],
        "abilities": [[a.person_id, a.skills, a.most, a.takes, a.refuses] for a in abilities],
        "resources": [
            [r.id, r.person_id, r.what, r.unit, r.how_much, r.free_when, _said(r.until_on)] for r in resources
        ],
    }


def _from_json(body: dict[str, list[list[Any]]]) -> Standing:
    return Standing(
        tuple(
            Appointment(id, area, Role(role), rank, phone, days, _read(first), _read(last), lead, night)
            for id, area, role, rank, phone, days, first, last, lead, night in body["posts"]
        ),
        tuple(Ability(id, tuple(s), most, tuple(t), tuple(r)) for id, s, most, t, r in body["abilities"]),
        tuple(
            Resource(id, whose, what, unit, how_much, free, _read(until))
            for id, whose, what, unit, how_much, free, until in body["resources"]
        ),
    )


def _said(day: date | None) -> str:
    return day.isoformat() if day else ""


def _read(day: str) -> date | None:
    return date.fromisoformat(day) if day else None
