"""Every hour all that is in hand is looked over: what nobody can act on gets an owner, and the desk hears it once."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import UTC, timedelta

from domain.duty.choosing import USUAL
from domain.matters.matter import Matter
from domain.open import Due
from domain.phrases import phrase
from handlers.matters.assigning import assign, owner_name
from handlers.matters.cards import owner_of, what_of
from handlers.matters.going import next_able
from handlers.matters.member_card import show_member
from handlers.matters.nagging import may_nag
from handlers.matters.owners import Chosen, must_not_have
from handlers.matters.ports import MattersTransaction
from handlers.matters.unowned import unowned
from handlers.roles import able, desk_for
from handlers.speaking import send
from handlers.telling import tell
from handlers.turn import Turn

_LOGGER = logging.getLogger(__name__)
SWEEP, HOUSE = "sweep", "house"
HOUR = timedelta(hours=1)
MOST = 20
"""Mended in one act; the rest has its turn a minute later."""


def plan(turn: Turn[MattersTransaction]) -> None:
    """At every start: the next full hour."""
    _plan(turn, HOUR)


def _plan(turn: Turn[MattersTransaction], every: timedelta) -> None:
    seconds = every.total_seconds()
    at = turn.now + timedelta(seconds=seconds - turn.now.timestamp() % seconds)
    turn.tx.schedule.add(Due(SWEEP, HOUSE, at.astimezone(UTC).isoformat(timespec="minutes"), at))


def sweep(turn: Turn[MattersTransaction], due: Sequence[Due]) -> None:
    """What looks as if nobody had it is looked at again under its lock."""
    wrong = []
    for matter_id in turn.tx.choosing.suspects(turn.now, turn.today):
        matter = turn.tx.matters.get(matter_id)
        if lines := unowned(turn, [matter]):
            wrong.append((matter, lines))
    for matter, lines in wrong[:MOST]:
        _mend(turn, matter, lines)
    _plan(turn, timedelta(minutes=1) if len(wrong) > MOST else HOUR)


def _mend(turn: Turn[MattersTransaction], matter: Matter, lines: Sequence[str]) -> None:
    """To the next who can act; one whose owner was only not asked stays hers, and she is asked now."""
    _LOGGER.warning("looked after by the sweep: %s", "; ".join(lines))
    owner = owner_of(turn, matter)
    stays = able(turn, owner) and owner.id not in must_not_have(turn, matter)
    to = Chosen(owner, USUAL) if stays else next_able(turn, owner, matter)
    if stays:
        turn.tx.asked.add(matter.id, owner.id)
        tell(turn, matter.subject, "OwnerAsked", owner=owner.id)
        show_member(turn, matter, owner, ring=True)
    else:
        assign(turn, matter, to.person, by="", why="sweep", because=to.reason)
    words = phrase("choice.swept", no=matter.number, what=what_of(matter), member=owner_name(to.person))
    for coordinator in desk_for(turn, matter.spot.grid_id)[:1]:
        silent = coordinator.id == to.person.id or not may_nag(turn, coordinator.id)
        send(turn, coordinator, words, about=matter.subject, silent=silent, dedupe=f"swept:{matter.id}:{matter.turn}")
