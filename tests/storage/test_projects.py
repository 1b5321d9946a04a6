"""Projects, their steps and a year of them, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.areas import Area, AreaKind
from domain.events import Content
from domain.listening.need import Heard, Need, NeedAct, NeedKind
from domain.listening.project import Project, ProjectAct, ProjectState, Step
from domain.reach import Reach
from storage.transaction import Transaction
from tests.storage.support import NOON, Run, settle

pytestmark = pytest.mark.asyncio

RAMP = Project("p1", "g7", "wang", "p1-words", NOON)
HERE = Reach(("g7",))
DAY = timedelta(days=1)


def world(tx: Transaction) -> None:
    settle(tx, "wang")
    tx.areas.replace([Area("g7", AreaKind.GRID, "", "七网格")], [])
    for id in ("p1", "s1", "s2", "n1"):
        tx.contents.add(Content(f"{id}-words", f"project:{id}", "project", "wang", NOON, f"words of {id}"))
    tx.projects.save(RAMP)


async def test_it_comes_back_with_its_words_and_its_steps_by_their_days(run: Run) -> None:
    await run(world)
    later, sooner = (Step(f"s{n}", "p1", f"s{n}-words", date(2025, 12, 3 - n)) for n in (1, 2))

    def planned(tx: Transaction) -> None:
        tx.projects.save_step(later)
        tx.projects.save_step(sooner)
        tx.projects.save_step(replace(later, done_at=NOON))

    await run(planned)
    assert await run(lambda tx: tx.projects.get("p1")) == replace(RAMP, line="words of p1")
    steps = await run(lambda tx: tx.projects.steps("p1"))
    assert [(step.id, step.line, step.done_at) for step in steps] == [
        ("s2", "words of s2", None),
        ("s1", "words of s1", NOON),
    ]


async def test_a_year_counts_what_was_begun_and_struck_off_in_it_and_not_what_was_dropped(run: Run) -> None:
    await run(world)
    struck = RAMP.after(ProjectAct.STRIKE, ended_at=NOON + DAY)
    dropped = replace(RAMP, id="p2", state=ProjectState.DROPPED)
    await run(lambda tx: tx.projects.save(struck))
    await run(lambda tx: tx.projects.save(dropped))
    assert await run(lambda tx: tx.projects.count_between(HERE, NOON, NOON + 2 * DAY)) == (1, 1)
    assert await run(lambda tx: tx.projects.count_between(HERE, NOON + 2 * DAY, NOON + 3 * DAY)) == (0, 0)
    found = await run(lambda tx: tx.projects.between(HERE, NOON, NOON + 2 * DAY, struck=True, limit=9))
    assert [each.id for each in found] == ["p1"]


async def test_a_year_of_needs_is_counted_and_listed_alike(run: Run) -> None:
    await run(world)
    need = Need("n1", "g7", NeedKind.THINGS, Heard.DIRECT, "", "wang", NOON, "n1-words", project_id="p1")
    await run(lambda tx: tx.needs.add(need))
    await run(lambda tx: tx.needs.save(need.after(NeedAct.STRIKE, ended_at=NOON + DAY, taken_by="wang")))
    assert await run(lambda tx: tx.needs.count_between(HERE, NOON, NOON + 2 * DAY)) == (1, 1)
    found = await run(lambda tx: tx.needs.between(HERE, NOON, NOON + 2 * DAY, struck=True, limit=9))
    assert [each.id for each in found] == ["n1"]
    assert [each.id for each in await run(lambda tx: tx.needs.of_project("p1"))] == ["n1"]
    assert [each.id for each in await run(lambda tx: tx.needs.taken(HERE, 9))] == ["n1"]
