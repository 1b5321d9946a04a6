"""Every hour all that is in hand is looked over: what nobody can act on gets an owner, and the desk hears it once."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from domain.events import Event
from domain.matters.matter import Matter
from domain.open import Due
from domain.people.person import Person
from domain.phrases import phrase
from handlers.matters import leave
from handlers.matters.accused import its_desk
from handlers.matters.assigning import assign, owner_name
from handlers.matters.cards import owner_of, what_of
from handlers.matters.going import next_able
from handlers.matters.member_card import show_member
from handlers.matters.nagging import may_nag
from handlers.matters.owners import must_not_have
from handlers.matters.ports import MattersTransaction
from handlers.matters.unowned import unowned
from handlers.roles import able
from handlers.speaking import send
from handlers.telling import tell
from handlers.turn import Turn

_LOGGER = logging.getLogger(__name__)
SWEEP, HOUSE = "sweep", "house"
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
MOST, MOST_LOOKED = 50, 200
"""Mended, and looked at, in one act; the rest has its turn a minute later."""


# ---- when ----------------------------------------------------------------------------------------------------------


def plan(turn: Turn[MattersTransaction]) -> None:
    """At every start: the next full hour."""
    seconds = HOUR.total_seconds()
    _plan_at(turn, turn.now + timedelta(seconds=seconds - turn.now.timestamp() % seconds))


def _plan_at(turn: Turn[MattersTransaction], at: datetime, after: str = "") -> None:
    """`after`: the matters up to this id have been looked at."""
    slot = at.astimezone(UTC).isoformat(timespec="seconds")
    turn.tx.schedule.add(Due(SWEEP, HOUSE, f"{slot}|{after}" if after else slot, at))


def sweep(turn: Turn[MattersTransaction], due: Sequence[Due]) -> None:
    """The hour, somebody's leave is over, or the rest of what was too much for one act.

    A leave that begins at this very instant is no fault, though its own row may come later.
    """
    leave.plan(turn)
    for after in sorted({row.slot.partition("|")[2] for row in due}):
        _look(turn, alarm=True, after=after)
    plan(turn)


def somebody_is_there(turn: Turn[MattersTransaction], event: Event | Person) -> None:
    """Follows whatever may make somebody able to act: what lay with whoever cannot has somewhere to go now."""
    _look(turn, alarm=False)


def leave_taken(turn: Turn[MattersTransaction], event: Event) -> None:
    """Follows LeaveTaken: at its end somebody is there again."""
    _plan_at(turn, datetime.fromisoformat(str(event.facts["to_at"])))


def leave_ended(turn: Turn[MattersTransaction], event: Event) -> None:
    """Follows LeaveEnded: now, or on a day to come."""
    to_at = datetime.fromisoformat(str(event.facts.get("to_at", turn.now.isoformat())))
    if to_at > turn.now:
        _plan_at(turn, to_at)
    else:
        _look(turn, alarm=False)


# ---- what nobody has -----------------------------------------------------------------------------------------------


def _look(turn: Turn[MattersTransaction], *, alarm: bool, after: str = "") -> None:
    """What looks as if nobody had it is looked at again under its lock. With `alarm` that is a fault, and told."""
    wrong, suspects = [], turn.tx.choosing.suspects(turn.now, turn.today, after, MOST_LOOKED)
    for matter_id in suspects:
        matter = turn.tx.matters.get(matter_id)
        if unowned(turn, [matter]):
            wrong.append(matter)
    for matter in wrong[:MOST]:
        to = _mend(turn, matter)
        if alarm:
            _alarm(turn, matter, to)
    if len(wrong) > MOST:
        _plan_at(turn, turn.now + MINUTE, wrong[MOST - 1].id)
    elif len(suspects) == MOST_LOOKED:
        _plan_at(turn, turn.now + MINUTE, suspects[-1])


def _mend(turn: Turn[MattersTransaction], matter: Matter) -> Person:
    """To the next who can act; one whose owner was only not asked stays hers, and she is asked now."""
    owner = owner_of(turn, matter)
    if able(turn, owner) and owner.id not in must_not_have(turn, matter):
        turn.tx.asked.add(matter.id, owner.id)
        tell(turn, matter.subject, "OwnerAsked", owner=owner.id)
        show_member(turn, matter, owner, ring=True)
        return owner
    to = next_able(turn, owner, matter)
    assign(turn, matter, to.person, by="", why="sweep", because=to.reason)
    return to.person


def _alarm(turn: Turn[MattersTransaction], matter: Matter, to: Person) -> None:
    """The log, and the desk once."""
    _LOGGER.warning("nobody could act on %s, found by the sweep; it is with %s now", matter.number, to.id)
    words = phrase("choice.swept", no=matter.number, what=what_of(matter), member=owner_name(to))
    for coordinator in its_desk(turn, matter)[:1]:
        silent = coordinator.id == to.id or not may_nag(turn, coordinator.id)
        send(turn, coordinator, words, about=matter.subject, silent=silent, dedupe=f"swept:{matter.id}:{matter.turn}")
