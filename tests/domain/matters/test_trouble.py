"""Known trouble: its life, its edges, and of which kinds it may be."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.areas import Tree
from domain.errors import NoLongerPossible
from domain.matters.trouble import STEPS, Stage, Step, Trouble, may_be_known
from tests.stories.district import AREAS

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
TREE = Tree({area.id: area for area in AREAS})


def in_area(area_id: str, stage: Stage = Stage.RUNNING) -> Trouble:
    return Trouble("t", "water", area_id, "ma", "w", NOW, stage=stage)


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("step", Step)
def test_every_step_from_every_stage_is_as_the_table_has_it(stage: Stage, step: Step) -> None:
    before = in_area("g1", stage)
    if (stage, step) in STEPS:
        assert before.after(step).stage is STEPS[stage, step]
        assert before.after(step).turn == before.turn + 1
    else:
        with pytest.raises(NoLongerPossible):
            before.after(step)


@pytest.mark.parametrize(
    ("area_id", "grid_id", "building_id", "covered"),
    [
        ("g1", "g1", "", True),
        ("g1", "g2", "", False),
        ("community", "g2", "", True),
        ("b3", "g1", "b3", True),
        ("b3", "g1", "", False),
        ("community", "", "", False),
    ],
)
def test_it_covers_what_lies_inside_and_nothing_across_the_edge(
    area_id: str, grid_id: str, building_id: str, covered: bool
) -> None:
    assert in_area(area_id).covers(TREE, grid_id, building_id) is covered


@pytest.mark.parametrize(
    "kind", ["noise", "neighbours", "company", "complaint_person", "enquiry", "other", "voice", ""]
)
def test_nothing_discreet_and_nothing_vague_is_told_to_all(kind: str) -> None:
    assert not may_be_known(kind)


@pytest.mark.parametrize("kind", ["water", "power", "heating", "lift", "lighting"])
def test_what_breaks_for_many_is(kind: str) -> None:
    assert may_be_known(kind)


def test_what_was_announced_explains_only_what_was_reported_just_before_it_began() -> None:
    begins = NOW + timedelta(days=1)
    assert in_area("g1").gathers[1] == NOW
    assert replace(in_area("g1"), from_at=begins).gathers == (begins - timedelta(minutes=30), begins)
