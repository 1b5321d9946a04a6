"""kill -9 in the middle of `load` on PostgreSQL: the district is as it was, and the same load again is the whole."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from bot.config import load_config
from bot.loading import load_district
from storage.database import open_beside
from storage.transaction import Transaction
from tests.bot.crowd import district
from tests.bot.dying import Mortal
from tests.bot.program import Program
from tests.clock import FakeClock

pytestmark = pytest.mark.asyncio
TABLES = ("areas", "area_grids", "people", "appointments", "notes", "events", "schedule", "outbox")
Rows = dict[str, list[str]]


async def rows_of(url: str) -> Rows:
    """All that a load writes to."""

    def query(tx: Transaction) -> Rows:
        found = {table: tx.statements.all(f"SELECT * FROM {table}") for table in TABLES}
        return {table: sorted(str(dict(row)) for row in rows) for table, rows in found.items()}  # type: ignore[call-overload]  # what an engine gives

    clock = FakeClock()
    database = await open_beside(url, now=clock.now, seed=clock.seed)
    try:
        return await database.read("rows", query)
    finally:
        await database.close()


async def test_the_district_is_as_it_was_and_the_same_load_again_is_the_whole(
    tmp_path: Path, postgres_url: str
) -> None:
    program = Program(tmp_path, "http://127.0.0.1:9", database={"url": postgres_url})
    first, second = tmp_path / "first.toml", tmp_path / "second.toml"
    first.write_text(district(), "utf-8")
    second.write_text(district().replace("委员7", "委员七").replace("第9网格", "第九网格"), "utf-8")
    config = load_config(program.config, {})
    await load_district(config, first)
    before = await rows_of(postgres_url)
    loading = Mortal(
        tmp_path / "log", "load", "--config", str(program.config), str(second), "--yes", dies_at="load within"
    )
    try:
        assert await loading.ends(60) == -signal.SIGKILL, loading.log
    finally:
        loading.is_over()
    assert await rows_of(postgres_url) == before
    await load_district(config, second)
    after = await rows_of(postgres_url)
    assert any("委员七" in row for row in after["people"])
    assert any("第九网格" in row for row in after["areas"])
    assert set(before["events"]) < set(after["events"])
