"""Worked examples of every clock over weekends, holidays, days worked in their stead, nights and unknown years."""

from __future__ import annotations

import csv
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.crafts.workdays import Calendar
from domain.clocks import Clocks
from domain.matters.matter import Level, Tier
from domain.workdays import Weekdays

SHANGHAI = ZoneInfo("Asia/Shanghai")
TABLE = Path(__file__).with_name("clock_examples.tsv")


class KnownUntil2026:
    """The public calendar as it was before anything of 2027 was published."""

    known_until = date(2026, 12, 31)

    def is_working(self, day: date) -> bool:
        return (Calendar() if day <= self.known_until else Weekdays()).is_working(day)


CLOCKS = Clocks(workdays=KnownUntil2026())
with TABLE.open(encoding="utf-8", newline="") as file:
    EXAMPLES = [tuple(row.values()) for row in csv.DictReader(file, delimiter="\t")]


def local(said: str) -> datetime:
    return datetime.fromisoformat(said).replace(tzinfo=SHANGHAI)


def reckoned(clock: str, start: datetime, tier: Tier) -> datetime:
    match clock:
        case "contact":
            return CLOCKS.contact_due(start, tier)
        case "night":
            return CLOCKS.contact_due(start, tier, night_duty=True)
        case "progress":
            return CLOCKS.progress_due(start, tier)
        case "rung":
            return CLOCKS.rung_due(start, tier, Level.GRID)
        case "reminded":
            return CLOCKS.reminder_instants(start, CLOCKS.progress_due(start, tier), tier, working=True)[-1].at
    return CLOCKS.result_due(start, tier)


@pytest.mark.parametrize(("tier", "clock", "start", "due", "why"), EXAMPLES)
def test_an_example(tier: str, clock: str, start: str, due: str, why: str) -> None:
    assert reckoned(clock, local(start), Tier(tier)).astimezone(SHANGHAI) == local(due), why


def test_there_are_examples_of_every_clock_and_tier() -> None:
    assert len(EXAMPLES) >= 40
    assert {(tier, clock) for tier, clock, *_ in EXAMPLES} >= {
        (tier.value, clock) for tier in Tier for clock in ("contact", "progress", "result")
    }
