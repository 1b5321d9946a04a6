"""Owning up to a resident that a promise was not kept: plainly, and once an hour however much of hers is late."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from domain.matters.matter import Matter, Tier
from domain.open import Due
from domain.phrases import Phrase, phrase
from handlers.matters.assigning import owner_name
from handlers.matters.cards import owner_of, show_resident, what_of
from handlers.matters.nagging import SORRY, begin_hour, free_at
from handlers.matters.ports import MattersTransaction
from handlers.matters.ringing import MOST_NAMED, ring, ring_several
from handlers.turn import Turn

SAY = "say_sorry"
AGAIN = "again"
"""It may have been said before, by a database that was lost since."""
MINUTES, AFTER = timedelta(minutes=5), timedelta(minutes=1)
MOVED, SAME, UNANSWERED = "ring.late", "ring.late_same", "ring.unanswered"
"""Another has it now, the same goes on, or everybody was asked and nobody has taken it."""


def own_up(turn: Turn[MattersTransaction], matter: Matter, how: str, promised: datetime) -> None:
    """Says so with the next message of this sort; danger does not wait for that. `matter` holds the new promise."""
    if matter.tier is Tier.DANGER:
        ring(turn, matter, _alone(turn, matter, how, promised), dedupe=_dedupe(matter, how))
        return
    resident = matter.reporter_id
    at = _together(turn, matter, _soonest(turn, resident))
    noted = _noted(turn, resident)
    if at > turn.now or noted:  # it may take minutes until the message comes
        show_resident(turn, matter)
    if not noted:
        _plan(turn, resident, at)
    noted[matter.id] = [how, promised.isoformat(), matter.state.value, *([AGAIN] if turn.maybe_repeat else [])]
    turn.tx.notes.set(_name(resident), json.dumps(noted))


def say(turn: Turn[MattersTransaction], due: Sequence[Due]) -> None:
    """One message to each resident with everything noted that is still so."""
    for person_id in dict.fromkeys(row.subject.partition(":")[2] for row in due):
        at = _soonest(turn, person_id)
        if at > turn.now:
            _plan(turn, person_id, at)
            continue
        late, again = [], False
        for matter_id, (how, promised, state, *more) in _noted(turn, person_id).items():
            matter = turn.tx.matters.get(matter_id)
            if matter.state == state and not (matter.joined and matter.trouble_id):
                late.append((matter, how, datetime.fromisoformat(promised)))
                again = again or AGAIN in more
        turn.tx.notes.set(_name(person_id), "{}")
        if late:
            begin_hour(turn, SORRY, person_id)
            _say(replace(turn, maybe_repeat=again), late)


def _say(turn: Turn[MattersTransaction], late: Sequence[tuple[Matter, str, datetime]]) -> None:
    if len(late) == 1:
        matter, how, promised = late[0]
        ring(turn, matter, _alone(turn, matter, how, promised), dedupe=_dedupe(matter, how))
        return
    lines = [phrase("ring.late_several", n=len(late))]
    lines += [_line(turn, matter, how) for matter, how, _ in late[:MOST_NAMED]]
    if len(late) > MOST_NAMED:
        lines.append(phrase("list.more", n=len(late) - MOST_NAMED))
    ring_several(turn, [m for m, *_ in late], *lines, phrase("ring.late_desk", desk=turn.house.contacts.desk))


def _alone(turn: Turn[MattersTransaction], matter: Matter, how: str, promised: datetime) -> Phrase:
    if how == UNANSWERED:
        return phrase(how, until=promised, desk=turn.house.contacts.desk)
    owner = owner_name(owner_of(turn, matter))
    return phrase(how, until=promised, owner=owner, new_until=matter.promise_at)


def _line(turn: Turn[MattersTransaction], matter: Matter, how: str) -> Phrase:
    named: dict[str, object] = {"no": matter.number, "what": what_of(matter)}
    if how == UNANSWERED:
        return phrase("ring.late_line_unanswered", **named)
    return phrase("ring.late_line", owner=owner_name(owner_of(turn, matter)), new_until=matter.promise_at, **named)


def _dedupe(matter: Matter, how: str) -> str:
    """That nobody has taken it is said once for each time it was opened; danger goes on calling all the while."""
    return f"unanswered:{matter.id}:{matter.reopened}" if how == UNANSWERED else ""


def _soonest(turn: Turn[Any], person_id: str) -> datetime:
    at = free_at(turn, SORRY, person_id)
    return at if at <= turn.now else turn.house.clocks.next_awake(at)


def _together(turn: Turn[MattersTransaction], matter: Matter, at: datetime) -> datetime:
    """A little later when more of hers breaks within minutes: by then what would be said of that is out of date."""
    hers = turn.tx.matters.of_reporter(matter.reporter_id)
    soon = [m.promise_at for m in hers if m.open and m.id != matter.id and at < m.promise_at <= at + MINUTES]
    return max(soon) + AFTER if soon else at


def _plan(turn: Turn[Any], person_id: str, at: datetime) -> None:
    turn.tx.schedule.add(Due(SAY, f"person:{person_id}", turn.tx.new_id(), at))


def _noted(turn: Turn[Any], person_id: str) -> dict[str, list[str]]:
    """By matter: how it is late, the promise that was broken (ISO), the state in which it then was, perhaps AGAIN."""
    noted: dict[str, list[str]] = json.loads(turn.tx.notes.get(_name(person_id)) or "{}")
    return noted


def _name(person_id: str) -> str:
    return f"apologies:{person_id}"
