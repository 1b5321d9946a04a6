"""The run: everybody joins, days go by from one thing to the next, and somebody watches how far it has come."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from random import Random

from bot.simulation.agenda import ZONE, Agenda
from bot.simulation.clock import SimulatedClock
from bot.simulation.counts import Counts
from bot.simulation.district import Size, invented
from bot.simulation.failure import breaks_out
from bot.simulation.opening import keep_people
from bot.simulation.report import Report, reported
from bot.simulation.residents import HOURS, SAID, SUMMER, WINTER
from bot.simulation.stage import Stage, raised
from bot.simulation.town import Town, somewhere
from domain.digests.rhythm import Rhythm

DAY = timedelta(days=1)
MONDAY = date(2026, 2, 2)
FAILS_ON, FAILS_AT = 3, time(19, 20)
"""The day (from 0; in a shorter run the middle one) and the hour at which the heating fails."""
HEATED = (11, 12, 1, 2, 3)


@dataclass(frozen=True, slots=True)
class Wanted:
    """How large, how long and how busy; `failure` is how many write within a minute when the heating fails."""

    size: Size = field(default_factory=Size)
    days: int = 30
    matters_a_day: int = 40
    failure: int = 2000
    seed: int = 1
    begins_on: date = MONDAY
    fast: bool = False
    """Desks get their digest by the week only: drawing them takes a good part of the time."""


Progress = Callable[[datetime, float], None]
"""Told the civil instant and the part of the whole that is done, from 0 to 1."""


async def simulate(wanted: Wanted, folder: Path, progress: Progress, stopped: asyncio.Event) -> Report:
    """Lives the days through and counts them; when `stopped` is set, as far as it has come."""
    begins = datetime.combine(wanted.begins_on, time(), ZONE).astimezone(UTC)
    clock = SimulatedClock(begins - timedelta(hours=12), wanted.seed)
    district = invented(wanted.size, wanted.seed)
    async with raised(folder, district, clock, Rhythm(daily=not wanted.fast)) as stage:
        town = Town(stage, district, Agenda(clock.now), wanted.seed)
        progress(clock.now(), 0.0)
        await town.joins()
        counts = Counts(stage.sandbox.world)
        counts.begin()
        _fill(town, wanted, begins)
        if wanted.failure:
            fails = datetime.combine(
                wanted.begins_on + min(FAILS_ON, wanted.days // 2) * DAY, FAILS_AT, ZONE
            ).astimezone(UTC)
            breaks_out(town, district.tree, fails, wanted.failure, Random(f"{wanted.seed}:failure"))  # noqa: S311
        ends = begins + wanted.days * DAY
        await _lives(stage, town, begins, ends, progress, stopped)
        await stage.watch.look_wholly()
        at = min(ends, clock.now())
        report = await reported(stage, town, counts, wanted.seed, begins, at, whole=not stopped.is_set())
        keep_people(folder, town, report, clock.now())
        return report


def _fill(town: Town, wanted: Wanted, begins: datetime) -> None:
    """What residents report, and how each day begins for those on the roster."""
    chance = Random(f"{wanted.seed}:reports")  # noqa: S311
    kinds = WINTER if wanted.begins_on.month in HEATED else SUMMER
    for day in range(wanted.days):
        morning = begins + day * DAY
        town.agenda.at(morning + timedelta(hours=7), town.begins_day)
        for _ in range(round(wanted.matters_a_day * chance.uniform(0.7, 1.3))):
            hour = chance.choices(range(24), HOURS)[0]
            at = morning + timedelta(hours=hour, seconds=chance.uniform(0, 3600))
            resident = somewhere(town, chance)
            words = chance.choice(SAID[chance.choices(list(kinds), list(kinds.values()))[0]])
            town.agenda.at(at, partial(resident.reports, words))


async def _lives(
    stage: Stage, town: Town, begins: datetime, ends: datetime, progress: Progress, stopped: asyncio.Event
) -> None:
    clock, agenda = stage.clock, town.agenda
    while not stopped.is_set():
        due_at = await stage.settle()
        town.looks()
        at = min((at for at in (due_at, agenda.next_at) if at is not None), default=ends)
        if at >= ends:
            break
        clock.move_to(at)
        for act in agenda.due(clock.now()):
            act()
        progress(clock.now(), (clock.now() - begins) / (ends - begins))
    if not stopped.is_set():
        clock.move_to(ends)
        await stage.settle()
