"""A digest's workbook: the stored figures, their definitions, and every matter behind them, read by another library."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import openpyxl
import pytest

from bot.clock import SystemClock
from bot.digest_table import print_table, table_name
from bot.press import Press
from domain.areas import Area, AreaKind, Spot
from domain.digests.figures import Case, Digest, Figure, Named, Part, Side, Span, SpanKind, Step, Times
from domain.people.person import Person
from storage.database import open_database
from storage.digests import written
from storage.transaction import Transaction
from tests.storage.support import matter

MONDAY = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
ZONE = "Asia/Shanghai"
SPAN = Span(SpanKind.WEEK, MONDAY - timedelta(days=7), MONDAY)
SOLVED = (*(Case(f"m{n}") for n in range(5)), Case("m5", Side.OUT, "not_solved"), Case("m6", Side.LEFT, "silent"))
DIGEST = Digest(
    SPAN, (Named("peach", "community", "桃源社区"),),
    {
        Figure.NEW: tuple(Case(f"m{n}") for n in range(7)),
        Figure.CLOSED: (Case("m0", why="solved"),),
        Figure.RESPONSE: (*(Case(f"m{n % 7}") for n in range(9)), Case("m0", Side.OUT, "late")),
        Figure.SOLVED: SOLVED,
        Figure.SATISFIED: (Case("m1", why="5"),),
        Figure.SETTLED: (Case("m0", why="grid"),),
    },
    (Part(Named("g1", "grid", "一网格"), "peach", new=7, open=6, overdue=1),),
    (), Times(7, 20, 300), Times(), (Step(MONDAY.date(), 7, 1, 6),),
)  # fmt: skip


def fill(tx: Transaction) -> None:
    tx.areas.replace(
        [Area("peach", AreaKind.COMMUNITY, "", "桃源社区"), Area("g1", AreaKind.GRID, "peach", "一网格")], []
    )
    for person_id, name in (("li", "李秀英"), ("wang", "王芳")):
        tx.people.save(Person(person_id, name))
    for n in range(7):
        tx.matters.add(matter(f"m{n}", seq=n + 1, spot=Spot("g1", "3号楼"), kind="lighting"))
    text = written(DIGEST)
    for figure, portions in text.figures.items():
        tx.digests.add_cases("d1", figure, 0, portions)
    tx.digests.add("d1", ["peach"], SPAN, text)


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A database that holds the digest d1 and its seven matters."""
    url = f"sqlite:///{tmp_path}/bench.sqlite3"

    async def make() -> None:
        clock = SystemClock()
        database = await open_database(url, now=clock.now, seed=clock.seed)
        await database.transact("test", fill)
        await database.close()

    asyncio.run(make())
    return url


def rows(content: bytes, sheet: str) -> Iterator[dict[str, Any]]:
    head, *lines = openpyxl.load_workbook(BytesIO(content))[sheet].iter_rows(values_only=True)
    return (dict(zip(map(str, head), line, strict=True)) for line in lines)


def test_a_rate_has_both_its_numbers_and_below_ten_no_percent(url: str) -> None:
    figures = {row["哪个数"]: row for row in rows(print_table(url, "d1", "zh", ZONE, MONDAY), "数字")}
    solved, response = figures["解决"], figures["响应"]
    assert (solved["件数"], solved["共（分母）"], solved["百分比"], solved["没算在内"]) == (5, 6, None, 1)
    assert (response["件数"], response["共（分母）"], response["百分比"]) == (9, 10, 0.9)


def test_times_are_minutes_and_empty_when_nobody_was_counted(url: str) -> None:
    figures = {row["哪个数"]: row for row in rows(print_table(url, "d1", "zh", ZONE, MONDAY), "数字")}
    assert figures["有人联系：一半不超过（分钟）"]["件数"] == 20
    assert figures["办完：一半不超过（分钟）"]["件数"] is None


def test_every_case_of_a_rate_is_there_with_its_side_and_reason(url: str) -> None:
    behind = [row for row in rows(print_table(url, "d1", "zh", ZONE, MONDAY), "数字背后") if row["哪个数"] == "解决"]
    assert [(row["编号"], row["算不算"], row["为什么"]) for row in behind[:3]] == [
        ("1123-06", "只在分母", "居民说还没好"), ("1123-07", "不算在内", "没有回音"), ("1123-01", "算", None),
    ]  # fmt: skip


def test_no_resident_is_named(url: str) -> None:
    book = openpyxl.load_workbook(BytesIO(print_table(url, "d1", "zh", ZONE, MONDAY)))
    assert "李秀英" not in {cell for page in book for row in page.iter_rows(values_only=True) for cell in row}


def test_days_are_days_and_places_are_in_order(url: str) -> None:
    content = print_table(url, "d1", "zh", ZONE, MONDAY)
    assert next(rows(content, "每天"))["从这天起"] == datetime(2026, 11, 23)
    assert next(rows(content, "各处")) == {
        "地方": "一网格",
        "属于": "桃源社区",
        "新来": 7,
        "办结": 0,
        "在办": 6,
        "过时": 1,
    }


def test_asked_for_again_it_is_the_same_to_the_byte(url: str) -> None:
    later = MONDAY + timedelta(hours=3)
    assert print_table(url, "d1", "zh", ZONE, MONDAY) == print_table(url, "d1", "zh", ZONE, later)


def test_it_is_called_by_its_area_and_day() -> None:
    assert table_name(DIGEST, "zh", ZoneInfo(ZONE)) == "桃源社区-简报-2026-11-23"


@pytest.mark.asyncio
async def test_the_child_makes_it(url: str) -> None:
    press = Press()
    content = await press.run(print_table, url, "d1", "en", ZONE, MONDAY)
    await press.close()
    assert openpyxl.load_workbook(BytesIO(content)).sheetnames == [
        "Figures", "Places", "Days", "Behind the figures", "About",
    ]  # fmt: skip
