"""When more is known of holidays than was before: what was reckoned through such days is reckoned again, and told."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from domain.events import Event
from domain.matters.life import life
from domain.matters.matter import Matter, State
from domain.messages import Urgency
from domain.open import Due
from domain.phrases import phrase
from domain.workdays import unlike_weeks
from handlers.matters.assigning import owner_name
from handlers.matters.cards import owner_of, show_resident
from handlers.matters.clocks import matter_of, replan
from handlers.matters.member_card import has_card, show_member
from handlers.matters.ports import MattersTransaction
from handlers.matters.ringing import ring
from handlers.telling import tell
from handlers.turn import Turn

RECKON, HOUSE = "reckon", "house"
NOTE = "calendar"
"""The note of the calendar that was in force at the last start."""
DAYS = 800
"""How far ahead it is noted; nothing is ever due later than that."""
IN_ONE_ACT = 10
CHANGED = "ClocksReckoned"


def plan(turn: Turn[Any]) -> None:
    """At every start: where days to come are worked or free other than at the last one, open matters are looked at."""
    today = turn.today
    unlike = unlike_weeks(turn.house.clocks.workdays, today, DAYS)
    changed = sorted(unlike ^ _noted(turn, unlike))
    until = today + timedelta(days=DAYS)
    noted = {"until": until.isoformat(), "unlike": [day.isoformat() for day in sorted(unlike)]}
    turn.tx.notes.set(NOTE, json.dumps(noted))
    if changed:
        _next(turn, changed[0].isoformat(), _grids(turn)[0], "", turn.now.isoformat())


def _noted(turn: Turn[Any], known: frozenset[date]) -> frozenset[date]:
    """What the last start knew of the days from today on; what none has looked at yet is as `known` now."""
    said = turn.tx.notes.get(NOTE)
    if said is None:
        return known
    noted = json.loads(said)
    until = date.fromisoformat(noted["until"])
    then = (date.fromisoformat(day) for day in noted["unlike"])
    return frozenset(day for day in then if day >= turn.today) | {day for day in known if day >= until}


# ---- a few matters in each act ---------------------------------------------------------------------------------------


def reckon(turn: Turn[MattersTransaction], due: Sequence[Due]) -> None:
    """The next few of a grid that run into the first day that has changed; then a row for those after them."""
    for row in due:
        since, grid_id, after, begun = row.slot.split("|")
        first = datetime.combine(date.fromisoformat(since), time(), turn.house.zone)
        reached = [m for m in turn.tx.matters.open_in(grid_id) if _last_due(m) >= first and m.id > after]
        some = sorted(reached, key=lambda matter: matter.id)[:IN_ONE_ACT]
        for matter in some:
            _anew(turn, matter)
        if len(some) == IN_ONE_ACT:
            _next(turn, since, grid_id, some[-1].id, begun)
        elif later := [id for id in _grids(turn) if id > grid_id]:
            _next(turn, since, later[0], "", begun)


def _last_due(matter: Matter) -> datetime:
    """Of what is late already, the next word may be due later than its result was."""
    return max(matter.progress_due_at, matter.result_due_at)


def _grids(turn: Turn[Any]) -> list[str]:
    """Ids in their order; nowhere ("") comes first."""
    return ["", *sorted(grid.id for grid in turn.tx.areas.tree().grids())]


def _next(turn: Turn[Any], since: str, grid_id: str, after: str, begun: str) -> None:
    """`begun` tells one change of the calendar from the next."""
    turn.tx.schedule.add(Due(RECKON, HOUSE, f"{since}|{grid_id}|{after}|{begun}", turn.now))


def _anew(turn: Turn[MattersTransaction], matter: Matter) -> None:
    """Contact counts every day and stays; where the result is what she was promised, the promise goes with it."""
    if not matter.in_hand or matter.joined:
        return
    told = life(turn.tx.events.of(matter.subject), turn.house.clocks, anew=True)
    promised = matter.state is State.TAKEN and matter.promise_at == matter.result_due_at
    fresh = replace(
        matter, progress_due_at=told.progress_due_at, result_due_at=told.result_due_at,
        promise_at=told.result_due_at if promised else matter.promise_at,
    )  # fmt: skip
    if fresh == matter:
        return
    turn.tx.matters.save(fresh)
    tell(
        turn, matter.subject, CHANGED, progress_due=fresh.progress_due_at.isoformat(),
        result_due=fresh.result_due_at.isoformat(), promise=fresh.promise_at.isoformat(),
        moved=fresh.promise_at != matter.promise_at,
    )  # fmt: skip


def reckoned(turn: Turn[MattersTransaction], event: Event) -> None:
    """The cards say the new time; the resident hears of it only when it is hers that has moved."""
    matter = matter_of(turn, event.subject)
    owner = owner_of(turn, matter)
    if has_card(turn, matter, owner):
        show_member(turn, matter, owner)
    if matter.state is not State.TAKEN:
        return
    replan(turn, matter)
    if event.facts["moved"]:
        words = phrase("ring.calendar", member=owner_name(owner), until=matter.promise_at)
        ring(turn, matter, words, urgency=Urgency.NOTICE)
    else:
        show_resident(turn, matter, urgency=Urgency.NOTICE)
