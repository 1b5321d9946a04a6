"""A new day: whose service has ended hands on what she has there in the same act; who begins finds her menu."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from domain.open import Due
from domain.people.person import Person
from handlers.matters.going import move, move_all
from handlers.people.menu import set_menu
from handlers.roles import posts_of
from handlers.roster.changing import to_move
from handlers.roster.ports import RosterTransaction
from handlers.telling import tell
from handlers.turn import Turn

SERVICE, HOUSE = "service", "house"
SEEN = "service:seen"
"""The note that holds the day up to which this was done."""


def plan(turn: Turn[RosterTransaction]) -> None:
    """At every start: a midnight that nobody was there for is made up for before anything else is committed."""
    new_day(turn, ())


def _plan(turn: Turn[RosterTransaction], day: date) -> None:
    midnight = datetime.combine(day, time(), turn.house.zone)
    turn.tx.schedule.add(Due(SERVICE, HOUSE, day.isoformat(), midnight.astimezone(turn.now.tzinfo)))


def new_day(turn: Turn[RosterTransaction], due: Sequence[Due]) -> None:
    """Of several days missed all that they would have done."""
    seen = turn.tx.notes.get(SEEN)
    since = date.fromisoformat(seen) if seen else date.min
    for person_id in turn.tx.choosing.begun(since, turn.today):
        set_menu(turn, turn.tx.people.get(person_id))
    for person_id in turn.tx.choosing.ended(since, turn.today):
        _over(turn, turn.tx.people.get(person_id))
    turn.tx.notes.set(SEEN, turn.today.isoformat())
    _plan(turn, turn.today + timedelta(days=1))


def _over(turn: Turn[RosterTransaction], person: Person) -> None:
    """She may serve elsewhere; then she keeps what lies there."""
    ended = [post for post in turn.tx.roster.of_person(person.id) if post.to_on and post.to_on < turn.today]
    if posts_of(turn, person.id):
        moved = move(turn, person, to_move(turn, person, ended), "service")
    else:
        moved = move_all(turn, person, "service")
        turn.tx.asked.forget(person.id)
    tell(turn, f"person:{person.id}", "ServiceEnded", areas=" ".join(post.area_id for post in ended), moved=moved)
    set_menu(turn, person)
