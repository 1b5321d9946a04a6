"""Two days of a small district, a failure of the heating among them: nothing is lost, and the seed decides it all."""

from __future__ import annotations

import asyncio
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from bot.simulation.district import Size, invented
from bot.simulation.month import Wanted, simulate
from bot.simulation.report import Report
from bot.simulation.telling import lines_of
from bot.simulation.words import SIMULATED
from bot.speech import Speech
from domain.areas import AreaKind
from domain.people.person import Role

SMALL = Wanted(Size(12, 37), days=2, matters_a_day=15, failure=40, seed=5)
A_DAY = Wanted(Size(12, 37), days=1, matters_a_day=10, failure=0, seed=6)


async def lived(wanted: Wanted, folder: Path) -> Report:
    return await simulate(wanted, folder, lambda now, part: None, asyncio.Event())


def told(report: Report) -> dict[str, object]:
    """Without what depends on the machine."""
    return asdict(replace(report, turn_ms={}, most_behind=0.0))


@pytest.mark.asyncio
async def test_two_days_end_without_a_violation(tmp_path: Path) -> None:
    report = await lived(SMALL, tmp_path)
    assert not report.violations
    assert report.figures["new"] > 50
    assert report.settled["grid"]


@pytest.mark.asyncio
async def test_the_same_seed_tells_the_same(tmp_path_factory: pytest.TempPathFactory) -> None:
    first, second = [await lived(A_DAY, tmp_path_factory.mktemp("month")) for _ in range(2)]
    assert first.figures["new"] > 5
    assert told(first) == told(second)


@pytest.mark.asyncio
async def test_stopped_on_the_way_it_still_reports(tmp_path: Path) -> None:
    stopped = asyncio.Event()
    stopped.set()
    report = await simulate(replace(SMALL, failure=0), tmp_path, lambda now, part: None, stopped)
    assert not report.whole
    assert "（中途停下）" in next(lines_of(report, Speech("zh", SIMULATED)))


def test_a_real_districts_size_is_invented_to_the_last_member() -> None:
    district = invented(Size(), 1)
    members = {post.person_id for post in district.appointments if post.role is Role.MEMBER}
    assert len(members) == 986
    assert len(district.tree.grids()) == 325
    assert len({area.name for area in district.areas}) == len(district.areas)
    assert {area.kind for area in district.areas} == set(AreaKind)
