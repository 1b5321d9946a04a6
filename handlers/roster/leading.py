"""组长: whoever leads a grid's group hears, without a ring, when a matter leaves the grid for a desk."""

from __future__ import annotations

from domain.events import Event
from domain.matters.kinds import kind_of
from domain.matters.matter import Level, Matter
from domain.people.person import Person, Role
from domain.phrases import phrase
from handlers.matters.assigning import owner_name
from handlers.matters.cards import what_of
from handlers.matters.clocks import matter_of
from handlers.matters.ports import MattersTransaction
from handlers.roles import able
from handlers.speaking import send
from handlers.turn import Turn

NEAR = (Level.BUILDING, Level.GRID)


def tell_lead(turn: Turn[MattersTransaction], event: Event) -> None:
    """One line, unless she had or has it, or must not hear of it."""
    matter = matter_of(turn, event.subject)
    if matter.level in NEAR or not _was_near(turn, event) or kind_of(matter.kind).private:
        return
    told = {event.facts["owner"], event.facts["before"], *turn.tx.asked.of(matter.id), *turn.tx.excluded.of(matter.id)}
    for lead in _leads(turn, matter):
        if lead.id not in told and lead.id != matter.reporter_id and able(turn, lead):
            owner = owner_name(turn.tx.people.get(matter.owner_id))
            words = phrase("roster.left_grid", no=matter.number, what=what_of(matter), member=owner)
            send(turn, lead, words, silent=True)


def _leads(turn: Turn[MattersTransaction], matter: Matter) -> list[Person]:
    on = turn.now.astimezone(turn.house.zone).date()
    posts = turn.tx.roster.of_area(matter.spot.grid_id, Role.MEMBER)
    return [turn.tx.people.get(post.person_id) for post in posts if post.lead and post.serves(on)]


def _was_near(turn: Turn[MattersTransaction], event: Event) -> bool:
    """Whether it was in the building or the grid until now."""
    levels = [past.facts["level"] for past in turn.tx.events.of(event.subject) if "level" in past.facts]
    return len(levels) > 1 and levels[-2] in NEAR
