"""A rung without anybody is passed over, and the desk above it hears so, once a day for each area."""

from __future__ import annotations

from domain.areas import Area
from domain.events import Event
from domain.matters.matter import Matter
from domain.phrases import phrase
from handlers.matters.accused import its_desk
from handlers.matters.assigning import owner_name
from handlers.matters.cards import owner_of
from handlers.matters.clocks import matter_of
from handlers.matters.ladder import empty_below
from handlers.matters.nagging import may_nag
from handlers.matters.ports import MattersTransaction
from handlers.matters.whom import named
from handlers.roles import desk_for
from handlers.speaking import send
from handlers.telling import tell
from handlers.turn import Turn


def passed_over(turn: Turn[MattersTransaction], event: Event) -> None:
    """Follows every filing and assignment that brings a matter to a desk."""
    matter = matter_of(turn, event.subject)
    if not matter.in_hand or matter.joined or not matter.level.at_a_desk:
        return
    for area in empty_below(turn, matter.spot, matter.level):
        tell(turn, matter.subject, "RungSkipped", area=area.id)
        _alarm(turn, matter, area)


def _alarm(turn: Turn[MattersTransaction], matter: Matter, area: Area) -> None:
    today = turn.now.astimezone(turn.house.zone).date().isoformat()
    note = f"empty:{area.id}"
    if turn.tx.notes.get(note) == today:
        return
    turn.tx.notes.set(note, today)
    owner = owner_name(owner_of(turn, matter))
    its = its_desk(turn, matter)
    for coordinator in [each for each in desk_for(turn, area.id) if each in its][:1]:
        whose = phrase("who.you") if coordinator.id == matter.owner_id else owner
        words = phrase("ladder.empty", area=named(area), no=matter.number, member=whose)
        silent = coordinator.id == matter.owner_id or not may_nag(turn, coordinator.id)  # the card rings already
        send(turn, coordinator, words, about=matter.subject, silent=silent)
