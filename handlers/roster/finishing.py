"""The end of a change made in chat: what was done, and for two minutes a way back where nothing else followed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from domain.errors import NoLongerPossible
from domain.messages import Op, Reply
from domain.people.person import Ability, Appointment, Person, Role
from domain.phrases import phrase
from handlers.matters.assigning import owner_name
from handlers.roster.areas_page import PROMPT
from handlers.roster.changing import Plan, carry_out
from handlers.roster.ports import RosterTransaction
from handlers.speaking import Tap, send, voice_of
from handlers.turn import Turn

UNDO_WITHIN = timedelta(minutes=2)


def done(turn: Turn[RosterTransaction], person: Person, plan: Plan | None) -> bool:
    """Carries the plan out and says so; False when there was none. Raises NotAllowed."""
    if plan is None:
        send(turn, person, phrase("small.left"))
        return False
    before = _standing(turn, plan)
    moved = carry_out(turn, person, plan)
    taps = [Tap(phrase("roster.tap_see"), _to_see(turn, plan))]
    if not moved and not plan.dropped and plan.newcomer is None and not plan.lent and not plan.taken_off:
        taps.insert(0, Tap(phrase("roster.tap_undo"), f"undo:{_remember(turn, person, plan, before)}"))
    heard = any(turn.tx.people.get(id).reachable for id in plan.lines if id != person.id)
    words = phrase("roster.done_told") if heard else phrase("roster.done")
    words = phrase("roster.done_moved", n=moved) if moved else words
    send(turn, person, words, taps=(tuple(taps),), prompt=PROMPT, key=f"roster-done:{person.id}")
    return True


def _to_see(turn: Turn[RosterTransaction], plan: Plan) -> str:
    """Her page; the area's where several are concerned, or she answers nowhere any more."""
    whom = next(iter(plan.lines))
    alone = len(plan.lines) == 1 and turn.tx.roster.of_person(whom)
    return f"see:{whom}" if alone else f"area:{plan.areas[0]}"


def _standing(turn: Turn[RosterTransaction], plan: Plan) -> dict[str, Any]:
    """How things stand that the plan changes, to be put back."""
    keys = {(post.person_id, post.area_id, post.role) for post in plan.posts}
    posts = [
        post
        for id in dict.fromkeys(person_id for person_id, _, _ in keys)
        for post in turn.tx.roster.of_person(id)
        if (post.person_id, post.area_id, post.role) in keys
    ]
    ability = turn.tx.abilities.of(plan.ability.person_id) if plan.ability else None
    return {
        "posts": [_post_as_json(post) for post in posts],
        "ability": [ability.person_id, ability.skills, ability.most, ability.takes, ability.refuses] if ability else [],
    }


def _remember(turn: Turn[RosterTransaction], person: Person, plan: Plan, before: Mapping[str, Any]) -> str:
    token = turn.tx.new_id()[:6]
    kept = {"token": token, "at": turn.now.isoformat(), "before": before, "after": _standing(turn, plan)}
    kept["people"] = list(plan.lines)
    turn.tx.notes.set(_note(person), json.dumps(kept, ensure_ascii=False))
    return token


def undo(turn: Turn[RosterTransaction], person: Person, token: str) -> Reply:
    """Puts everything back as it was. Raises NoLongerPossible later than that, or when something changed since."""
    kept = json.loads(turn.tx.notes.get(_note(person)) or "{}")
    if kept.get("token") != token or turn.now - datetime.fromisoformat(kept["at"]) > UNDO_WITHIN:
        raise NoLongerPossible(token)
    after = [_post_from_json(each) for each in kept["after"]["posts"]]
    if any(post not in turn.tx.roster.of_person(post.person_id) for post in after):
        raise NoLongerPossible(token)
    before = [_post_from_json(each) for each in kept["before"]["posts"]]
    places = {(post.person_id, post.area_id, post.role) for post in before}
    added = tuple(post for post in after if (post.person_id, post.area_id, post.role) not in places)
    ability = None
    if kept["before"]["ability"]:
        id, skills, most, takes, refuses = kept["before"]["ability"]
        ability = Ability(id, tuple(skills), most, tuple(takes), tuple(refuses))
    people = [turn.tx.people.get(person_id) for person_id in kept["people"]]
    lines = {whom.id: phrase("roster.as_before", member=owner_name(whom)) for whom in people}
    turn.tx.notes.set(_note(person), "")
    carry_out(turn, person, Plan("undone", lines, tuple(before), added, ability))
    send(turn, person, phrase("roster.undone"), op=Op.UPDATE, key=f"roster-done:{person.id}")
    return Reply(voice_of(turn, person).say(phrase("roster.undone")))


def _note(person: Person) -> str:
    return f"roster.undo:{person.id}"


def _post_as_json(post: Appointment) -> list[Any]:
    days = [day.isoformat() if day else "" for day in (post.from_on, post.to_on)]
    return [
        post.person_id,
        post.area_id,
        post.role.value,
        post.rank,
        post.phone,
        post.days,
        *days,
        post.lead,
        post.night,
    ]


def _post_from_json(row: list[Any]) -> Appointment:
    person_id, area_id, role, rank, phone, days, from_on, to_on, lead, night = row
    first, last = (date.fromisoformat(day) if day else None for day in (from_on, to_on))
    return Appointment(person_id, area_id, Role(role), rank, phone, days, first, last, lead, night)
