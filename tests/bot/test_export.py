"""Matters as a file: only those asked for, typed, without what is nobody's business, and never without a trace."""

from __future__ import annotations

import asyncio
import csv
import stat
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from bot.clock import SystemClock
from bot.command_line import obey
from bot.config import load_config
from domain.areas import Area, AreaKind, Spot
from domain.events import Event
from domain.matters.matter import Cause, State, Word
from domain.people.person import Person
from storage.database import open_database
from storage.transaction import Transaction
from tests.bot.program import TOKEN
from tests.storage.support import matter

SENT = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
"""Nine in the morning in the district."""
MINUTE = timedelta(minutes=1)

AREAS = [
    Area("taoyuan", AreaKind.COMMUNITY, "", "桃源社区"),
    Area("xinglin", AreaKind.COMMUNITY, "", "杏林社区"),
    Area("g1", AreaKind.GRID, "taoyuan", "桃源一网格"),
    Area("g4", AreaKind.GRID, "xinglin", "杏林一网格"),
]


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation with two communities and three matters, and its folder to stand in."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "config.toml"
    path.write_text(f'[bot]\ntoken = "{TOKEN}"\n[contacts]\ndesk = "0931-5550100"\n', "utf-8")
    in_rows(path, fill)
    return path


def in_rows(config: Path, act: Callable[[Transaction], Any]) -> Any:
    async def run() -> Any:
        clock = SystemClock()
        url = load_config(config, {}).database.url.get_secret_value()
        database = await open_database(url, now=clock.now, seed=clock.seed)
        try:
            return await database.transact("test", act)
        finally:
            await database.close()

    return asyncio.run(run())


def fill(tx: Transaction) -> None:
    tx.areas.replace(AREAS, [])
    tx.people.save(Person("wang", "王芳"))
    tx.people.save(Person("li", "李秀英", phone="13800000000"))
    add(tx, 1, what="=HYPERLINK(1)", show_phone=True, state=State.ENDED, cause=Cause.SOLVED, word=Word.SOLVED)
    add(tx, 2, anonymous=True, show_phone=True, grid="g4", days=1)
    add(tx, 3, kind="complaint_person", what="老张骂人", grid="", days=2)


def add(tx: Transaction, seq: int, *, grid: str = "g1", days: int = 0, **more: Any) -> None:
    at = SENT + timedelta(days=days)
    more = {"kind": "lighting", **more}
    tx.matters.add(
        matter(
            f"m{seq}", seq=seq, filed_on=at.date(), reporter_id="li", owner_id="wang", spot=Spot(grid, "3号楼"),
            sent_at=at, filed_at=at + MINUTE, contact_due_at=at + 60 * MINUTE, result_due_at=at + 600 * MINUTE, **more,
        )
    )  # fmt: skip
    facts = {
        "owner": "wang", "kind": more["kind"], "tier": "ordinary", "grid": grid, "level": "grid",
        "sent_at": at.isoformat(), "contact_due": (at + 60 * MINUTE).isoformat(),
    }  # fmt: skip
    tx.events.append(Event(f"matter:m{seq}", "MatterFiled", at + MINUTE, "li", facts))
    if seq == 1:
        happened: tuple[tuple[str, int, str, dict[str, str | int | bool]], ...] = (
            ("MatterAccepted", 10, "wang", {}), ("MatterClosed", 90, "wang", {"cause": "solved"}),
            ("MatterReported", 92, "", {"cause": "solved"}), ("ResidentAgreed", 200, "li", {}),
        )  # fmt: skip
        for type, minutes, by, facts in happened:
            tx.events.append(Event(f"matter:m{seq}", type, at + minutes * MINUTE, by, facts))


def rows(path: Path) -> list[dict[str, Any]]:
    page = openpyxl.load_workbook(path)["事项"]
    head, *lines = page.iter_rows(values_only=True)
    return [dict(zip(map(str, head), line, strict=True)) for line in lines]


def test_each_matter_is_a_row_with_what_the_rates_are_made_from(config: Path) -> None:
    assert obey(["export", "--config", str(config), "--out", "out.xlsx"]) == 0
    first = rows(Path("out.xlsx"))[0]
    assert (first["编号"], first["社区"], first["网格"], first["种类"]) == (
        "1120-01", "桃源社区", "桃源一网格", "路灯照明",
    )  # fmt: skip
    assert (first["写来"], first["第一次联系"]) == (datetime(2026, 11, 20, 9, 0), datetime(2026, 11, 20, 9, 10))
    assert (first["按时联系"], first["多久有人联系（分钟）"], first["多久办完（分钟）"]) == ("是", 10, 92)
    assert (first["到哪一步"], first["居民的话"], first["算解决"]) == ("结束了", "解决了", "是")


def test_what_nobody_answered_in_time_says_so(config: Path) -> None:
    obey(["export", "--config", str(config), "--out", "out.xlsx"])
    assert [row["按时联系"] for row in rows(Path("out.xlsx"))] == ["是", "否", "否"]


def test_words_that_look_like_a_formula_are_words(config: Path) -> None:
    obey(["export", "--config", str(config), "--out", "out.xlsx"])
    obey(["export", "--config", str(config), "--out", "out.csv"])
    cell = openpyxl.load_workbook("out.xlsx")["事项"]["F2"]
    assert (cell.data_type, cell.value) == ("s", "=HYPERLINK(1)")
    with Path("out.csv").open(encoding="utf-8-sig", newline="") as file:
        assert next(csv.DictReader(file))["原话"] == "'=HYPERLINK(1)"


def test_every_column_is_explained(config: Path) -> None:
    obey(["export", "--config", str(config), "--out", "out.xlsx", "--with-names"])
    book = openpyxl.load_workbook("out.xlsx")
    explained = {row[0] for row in book["说明"].iter_rows(values_only=True)}
    assert {cell.value for cell in book["事项"][1]} <= explained


def test_names_are_there_only_when_asked_for_and_never_of_the_anonymous(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    obey(["export", "--config", str(config), "--out", "plain.xlsx"])
    assert "居民" not in rows(Path("plain.xlsx"))[0]
    obey(["export", "--config", str(config), "--out", "names.xlsx", "--with-names"])
    named = [(row["居民"], row["电话"]) for row in rows(Path("names.xlsx"))]
    assert named == [("李秀英", "13800000000"), (None, None), (None, None)]
    assert "用完删掉" in capsys.readouterr().out


def test_what_is_about_a_person_is_only_counted(config: Path) -> None:
    obey(["export", "--config", str(config), "--out", "out.xlsx"])
    assert [(row["原话"], row["地点"]) for row in rows(Path("out.xlsx"))][2] == (None, None)


def test_an_area_and_days_bound_it(config: Path) -> None:
    obey(["export", "--config", str(config), "--out", "area.xlsx", "--area", "桃源社区"])
    obey(["export", "--config", str(config), "--out", "days.xlsx", "--from", "2026-11-21", "--to", "2026-11-21"])
    assert [row["编号"] for row in rows(Path("area.xlsx"))] == ["1120-01", "1122-03"]
    assert [row["编号"] for row in rows(Path("days.xlsx"))] == ["1121-02"]


def test_every_export_is_an_event(config: Path) -> None:
    obey(["export", "--config", str(config), "--out", "a.xlsx", "--area", "taoyuan"])
    obey(["export", "--config", str(config), "--out", "b.csv", "--with-names"])
    [community] = in_rows(config, lambda tx: tx.events.of("area:taoyuan"))
    [everything] = in_rows(config, lambda tx: tx.events.of("area:all"))
    assert (community.type, community.facts["matters"], community.facts["names"]) == ("Exported", 2, False)
    assert (everything.facts["format"], everything.facts["names"]) == ("csv", True)


def test_only_its_owner_may_read_it_and_nothing_else_lies_about(config: Path) -> None:
    obey(["export", "--config", str(config)])
    [made] = Path().glob("小板凳-*.xlsx")
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert not list(Path().glob("*.part"))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--area", "桃源"], "您说的是：桃源"),
        (["--from", "2026-12-01", "--to", "2026-11-01"], "换一下"),
        (["--to", "2020-01-01"], "没有报来的事"),
        (["--out", "config.toml"], "已经有"),
        (["--out", "nowhere/out.xlsx"], "没有 nowhere"),
    ],
)
def test_what_cannot_be_done_is_said_and_leaves_no_event(
    config: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert obey(["export", "--config", str(config), *arguments]) == 1
    assert words in capsys.readouterr().err
    assert in_rows(config, lambda tx: tx.events.of("area:all")) == []


def test_it_speaks_english(config: Path) -> None:
    obey(["export", "--config", str(config), "--out", "out.xlsx", "--english"])
    assert openpyxl.load_workbook("out.xlsx").sheetnames == ["Matters", "About"]
