"""A change of the roster made in chat: refused where nobody would answer any more, else done with all that follows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from domain.areas import Tree
from domain.duty.cover import uncovered_from
from domain.errors import NotAllowed
from domain.matters.matter import Act, Matter
from domain.people.person import Ability, Appointment, Person, Resource, Role
from domain.phrases import Phrase, phrase
from handlers.matters.assigning import assign, owner_name
from handlers.matters.going import move_all, next_able
from handlers.people.menu import set_menu
from handlers.roles import posts_of
from handlers.roster.ports import RosterTransaction
from handlers.roster.scope import in_scope, posts_in_scope
from handlers.speaking import send
from handlers.telling import tell
from handlers.texts.say import Day, Named, Several
from handlers.turn import Turn

ROSTER_CHANGED = "RosterChanged"
"""Of a person: `how` "chat" or "file", `what` codes and `areas` ids with spaces between."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be different: appointments to be saved or dropped, what somebody can do, what she lends.

    `lines` are what the change is for each person, by id; they stand in the preview and she is told hers.
    """

    what: str
    lines: Mapping[str, Phrase]
    posts: tuple[Appointment, ...] = ()
    dropped: tuple[Appointment, ...] = ()
    ability: Ability | None = None
    lent: tuple[Resource, ...] = ()
    taken_off: tuple[Resource, ...] = ()
    newcomer: Person | None = None
    """Somebody who was nobody here before."""

    @property
    def areas(self) -> list[str]:
        return list(dict.fromkeys(post.area_id for post in (*self.posts, *self.dropped)))


def refused(turn: Turn[RosterTransaction], plan: Plan) -> Phrase | None:
    """Why it cannot be: some grid would lose the last desk above it, now or on a later day."""
    altered = {post.area_id for post in (*plan.posts, *plan.dropped) if post.role is Role.COORDINATOR}
    if not altered:
        return None
    tree, today = turn.tx.areas.tree(), turn.now.astimezone(turn.house.zone).date()
    desks: dict[str, list[Appointment]] = {}
    one_of_each = {grid.parent_id: grid for grid in reversed(tree.grids())}  # what lies together has the same desks
    for grid in reversed(one_of_each.values()):
        line = [area.id for area in tree.up(grid.parent_id)]
        if not altered.intersection(line):
            continue
        for area_id in line:
            if area_id not in desks:
                desks[area_id] = _desk_after(turn, plan, area_id)
        posts, name = [post for area_id in line for post in desks[area_id]], Named(grid.name, grid.name_en)
        day = uncovered_from(posts, today)
        if day is not None:
            return phrase("roster.refused_on" if day > today else "roster.refused", area=name, day=Day(day))
        if not any(post.serves(today) and turn.tx.people.get(post.person_id).reachable for post in posts):
            return phrase("roster.refused_unreachable", area=name)
    return None


def _desk_after(turn: Turn[RosterTransaction], plan: Plan, area_id: str) -> list[Appointment]:
    now = {post.person_id: post for post in turn.tx.roster.of_area(area_id, Role.COORDINATOR)}
    for post in plan.dropped:
        if (post.area_id, post.role) == (area_id, Role.COORDINATOR):
            now.pop(post.person_id, None)
    now.update(
        {post.person_id: post for post in plan.posts if (post.area_id, post.role) == (area_id, Role.COORDINATOR)}
    )
    return list(now.values())


def carry_out(turn: Turn[RosterTransaction], by: Person, plan: Plan) -> int:
    """Saves it, moves what is in hand, tells whom it is about; how many matters moved. Raises NotAllowed."""
    _must_be_hers(turn, by, plan)
    _save(turn, plan)
    for person_id in plan.lines:
        tell(
            turn, f"person:{person_id}", ROSTER_CHANGED, by=by.id, how="chat", what=plan.what,
            areas=" ".join(plan.areas),
        )  # fmt: skip
    given_up = _given_up(turn, plan)
    moved = sum(_move(turn, turn.tx.people.get(id), given_up, by) for id in {post.person_id for post in given_up})
    for person_id, line in plan.lines.items():
        whom = turn.tx.people.get(person_id)
        set_menu(turn, whom)
        if person_id != by.id:
            send(turn, whom, phrase("roster.told", by=owner_name(by), change=line), silent=True)
    return moved


def _save(turn: Turn[RosterTransaction], plan: Plan) -> None:
    if plan.newcomer is not None:
        turn.tx.people.save(plan.newcomer)
    for post in plan.dropped:
        turn.tx.roster.drop(post)
    for post in plan.posts:
        turn.tx.roster.save(post)
    if plan.ability is not None:
        turn.tx.abilities.save(plan.ability)
    for resource in plan.taken_off:
        turn.tx.resources.drop(resource.id)
    for resource in plan.lent:
        turn.tx.resources.save(resource)
    for person_id in {post.person_id for post in plan.dropped}:
        _forget_what_she_can(turn, person_id)


def _forget_what_she_can(turn: Turn[RosterTransaction], person_id: str) -> None:
    """Who is on the roster no more keeps neither skills nor resources on it."""
    if turn.tx.roster.of_person(person_id):
        return
    turn.tx.abilities.save(Ability(person_id))
    for resource in turn.tx.resources.of(person_id):
        turn.tx.resources.drop(resource.id)


def _must_be_hers(turn: Turn[RosterTransaction], by: Person, plan: Plan) -> None:
    """Posts lie in her areas; what somebody can do and lends may be changed where she answers anywhere in them."""
    outside = [area_id for area_id in plan.areas if not in_scope(turn, by, area_id)]
    strangers = [] if plan.areas else [id for id in plan.lines if not posts_in_scope(turn, by, id)]
    if outside or strangers:
        raise NotAllowed("roster")


# ---- what is in hand -----------------------------------------------------------------------------------------------


def to_move(turn: Turn[RosterTransaction], person: Person, given_up: Iterable[Appointment]) -> list[Matter]:
    """What she has in hand in areas that she gives up, and in no other of hers; all of it when she gives up all."""
    tree: Tree = turn.tx.areas.tree()
    gone = {post.area_id for post in given_up if post.person_id == person.id}
    kept = {post.area_id for post in posts_of(turn, person.id)} - gone
    found = []
    for matter in turn.tx.matters.of_owner(person.id):
        around = {area.id for area in tree.up(matter.spot.area_id)}
        if matter.can(Act.ASSIGN) and not around & kept and (around & gone or not kept):
            found.append(matter)
    return found


def _given_up(turn: Turn[RosterTransaction], plan: Plan) -> list[Appointment]:
    """What is dropped, and what holds on other days than today."""
    today = turn.now.astimezone(turn.house.zone).date()
    return [*plan.dropped, *(post for post in plan.posts if not post.serves(today))]


def _move(turn: Turn[RosterTransaction], person: Person, given_up: Sequence[Appointment], by: Person) -> int:
    if not posts_of(turn, person.id):
        moved = move_all(turn, person, "gone")
        turn.tx.asked.forget(person.id)
        return moved
    matters = to_move(turn, person, given_up)
    for matter in [turn.tx.matters.get(matter.id) for matter in matters]:
        to = next_able(turn, person, matter)
        assign(turn, matter, to.person, by=by.id, why="gone", because=to.reason)
    return len(matters)


def handed_to(turn: Turn[RosterTransaction], person: Person, plan: Plan) -> Phrase | None:
    """To whom how many of hers would go, for the preview; None when there is nothing."""
    counts: dict[str, int] = {}
    given_up = [post for post in _given_up(turn, plan) if post.person_id == person.id]
    for matter in to_move(turn, person, given_up) if given_up else ():
        to = next_able(turn, person, matter).person
        counts[to.id] = counts.get(to.id, 0) + 1
    if not counts:
        return None
    parts = [phrase("roster.hands", n=n, to=owner_name(turn.tx.people.get(id))) for id, n in counts.items()]
    return phrase("roster.handed", parts=Several(tuple(parts)))
