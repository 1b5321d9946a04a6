"""The agenda: who means to do what when, by whole seconds and by day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial
from random import Random

from bot.simulation.agenda import ZONE, Agenda

EVENING = datetime(2026, 2, 2, 12, 0, 0, tzinfo=UTC)


def test_what_falls_into_the_same_second_happens_together_in_the_order_of_meaning_it() -> None:
    agenda, done = Agenda(lambda: EVENING), list[str]()
    for name, seconds in (("li", 0.2), ("sun", 0.9), ("zhao", 1.5)):
        agenda.at(EVENING + timedelta(seconds=seconds), partial(done.append, name))
    assert agenda.next_at == EVENING + timedelta(seconds=1)
    for act in agenda.due(EVENING + timedelta(seconds=1)):
        act()
    assert done == ["li", "sun"]


def test_whoever_means_to_do_something_at_night_does_it_in_the_morning() -> None:
    agenda = Agenda(lambda: EVENING)
    agenda.after(timedelta(hours=4), lambda: None, Random(1))
    assert agenda.next_at is not None
    assert agenda.next_at.astimezone(ZONE).hour in (7, 8)
