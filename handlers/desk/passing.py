"""What waits at a desk goes with the duty, when somebody takes it over and when a new day begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from domain.events import Event
from domain.matters.matter import Matter, State, Tier
from domain.open import Due
from domain.people.person import Person
from handlers.desk.ports import DeskTransaction
from handlers.matters.cards import show_resident
from handlers.matters.clocks import matter_of
from handlers.matters.member_card import has_card, show_member
from handlers.matters.owners import may_have
from handlers.roles import at_desk, desks_of, duty_order
from handlers.telling import tell
from handlers.turn import Turn

MORNING = "duty"


def pass_on_duty(turn: Turn[DeskTransaction], area_id: str, relieved: Person, to: Person, *, by: str) -> int:
    """All that waits with the one relieved and nobody has taken; how many that were."""
    listed = [matter.id for matter in turn.tx.matters.of_owner(relieved.id) if _waits_at(turn, matter, area_id)]
    now = [turn.tx.matters.get(matter_id) for matter_id in listed]  # somebody may have taken one since it was listed
    hers = [matter for matter in now if matter.owner_id == relieved.id and _waits_at(turn, matter, area_id)]
    waiting = [matter for matter in hers if may_have(turn, to, matter)]
    for matter in waiting:
        pass_on(turn, matter, to, by=by)
    return len(waiting)


def _waits_at(turn: Turn[DeskTransaction], matter: Matter, area_id: str) -> bool:
    if matter.state is not State.WAITING or not matter.level.at_a_desk:
        return False
    line = turn.tx.areas.tree().up(matter.spot.grid_id)
    return not line or any(area.id == area_id for area in line)


def pass_on(turn: Turn[DeskTransaction], matter: Matter, to: Person, *, by: str) -> None:
    """Another of the same desk has it. No clock and no promise changes, so nobody's phone rings, but for danger."""
    before = matter.owner_id
    asked = [to.id if id == before else id for id in turn.tx.asked.of(matter.id)]
    turn.tx.asked.clear(matter.id)
    for person_id in dict.fromkeys([to.id, *asked]):
        turn.tx.asked.add(matter.id, person_id)
    passed = replace(matter, owner_id=to.id, show_phone=False)
    turn.tx.matters.save(passed)
    tell(turn, matter.subject, "DutyPassed", by=by, owner=to.id, before=before)
    show_resident(turn, passed)
    relieved = turn.tx.people.get(before)
    if has_card(turn, passed, relieved):
        show_member(turn, passed, relieved)
    if matter.tier is Tier.DANGER or has_card(turn, passed, to):
        show_member(turn, passed, to, ring=matter.tier is Tier.DANGER)


# ---- a new day -----------------------------------------------------------------------------------------------------


def plan_morning(turn: Turn[DeskTransaction], event: Event) -> None:
    """What waits at a desk of several is looked at again when the next day's duty begins."""
    matter = matter_of(turn, event.subject)
    if matter.state is not State.WAITING or not matter.level.at_a_desk:
        return
    desk = _desk_of(turn, matter)
    if desk and len(duty_order(turn, desk, turn.now.astimezone(turn.house.zone).date())) > 1:
        _plan(turn, matter)


def _plan(turn: Turn[DeskTransaction], matter: Matter) -> None:
    tomorrow = turn.now.astimezone(turn.house.zone).date() + timedelta(days=1)
    midnight = datetime.combine(tomorrow, time(), turn.house.zone)
    at = turn.house.clocks.next_awake(midnight)
    turn.tx.schedule.add(Due(MORNING, matter.subject, tomorrow.isoformat(), at))


def _desk_of(turn: Turn[DeskTransaction], matter: Matter) -> str:
    """The area of the desk whose coordinator has it; "" when it is nobody's of a desk."""
    owner = turn.tx.people.get(matter.owner_id)
    desks = desks_of(turn, owner)
    line = [area.id for area in turn.tx.areas.tree().up(matter.spot.grid_id)]
    return next((area_id for area_id in line or desks if area_id in desks), "")


def morning(turn: Turn[DeskTransaction], due: Sequence[Due]) -> None:
    """Whoever is on duty today has what still waits from yesterday."""
    for row in due:
        matter = matter_of(turn, row.subject)
        if matter.state is not State.WAITING or not matter.level.at_a_desk:
            continue
        desk = _desk_of(turn, matter)
        there = [person for person in at_desk(turn, desk) if may_have(turn, person, matter)] if desk else []
        if there and there[0].id != matter.owner_id:
            pass_on(turn, matter, there[0], by="")
        if desk:
            _plan(turn, turn.tx.matters.get(matter.id))
