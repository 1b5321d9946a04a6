"""The whole life of a matter's clocks: from its events alone, when each runs out and what its resident was promised."""

from __future__ import annotations

from collections.abc import Iterable

from domain.clocks import Clocks
from domain.events import Happened
from domain.matters.deadlines import Deadlines
from domain.matters.life_steps import STEPS, filed
from domain.matters.matter import Matter, State
from domain.matters.running import Running


def life(history: Iterable[Happened], clocks: Clocks, *, anew: bool = False) -> Deadlines:
    """The clocks after all of a matter's events, in their order. Raises ValueError unless the first files it.

    A deadline that an event holds was told to people and stands as it is; one that it does not hold is reckoned by
    `clocks`. `anew` reckons all of them, as when a calendar has become known. Contact and progress begin again with
    each owner, progress with each real answer too; the result stands unless it has passed. What is automatic
    (reminders, climbing's apologies, questions of the clock) winds nothing up.
    """
    run: Running | None = None
    for event in history:
        if run is None:
            if event.type != "MatterFiled":
                raise ValueError(f"a life begins with {event.type}")
            run = filed(event, clocks, anew=anew)
        elif event.type in STEPS:
            run.event = event
            STEPS[event.type](run)
    if run is None:
        raise ValueError("a life without events")
    return run.deadlines()


def differs(matter: Matter, history: Iterable[Happened], clocks: Clocks) -> list[str]:
    """Which of the matter's columns are not what its events say; only clocks that run now are compared."""
    told = life(history, clocks)
    if matter.joined or not matter.in_hand:
        return []
    names = ["tier", "result_due_at", "promise_at", "paused_until", "pause_why", "asks_until"]
    names.append("contact_due_at" if matter.state is State.WAITING else "progress_due_at")
    said = told.on(matter)
    return [f"{name}: {getattr(matter, name)}, not {getattr(said, name)}" for name in names
            if getattr(matter, name) != getattr(said, name)]  # fmt: skip
