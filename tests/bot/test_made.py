"""Files made to be sent are there as long as they may be sent, and not for ever."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.made import KEPT, Made

NOW = datetime(2026, 11, 23, tzinfo=UTC)


@pytest.mark.asyncio
async def test_a_file_lies_under_a_name_that_says_nothing(tmp_path: Path) -> None:
    ref = await Made(tmp_path).keep("桃源社区".encode(), ".xlsx", NOW)
    assert ref == f"file:{_only(tmp_path / 'made')}"
    assert "桃源社区" not in ref


@pytest.mark.asyncio
async def test_made_again_it_is_the_same_file(tmp_path: Path) -> None:
    made = Made(tmp_path)
    assert await made.keep(b"1", ".png", NOW) == await made.keep(b"1", ".png", NOW + timedelta(minutes=1))


@pytest.mark.asyncio
async def test_old_files_go_when_a_new_one_comes(tmp_path: Path) -> None:
    made = Made(tmp_path)
    for days, content in ((0, b"old"), (KEPT.days, b"young"), (KEPT.days + 1, b"new")):
        await made.keep(content, ".png", NOW + timedelta(days=days))
    assert {path.read_bytes() for path in (tmp_path / "made").iterdir()} == {b"young", b"new"}


@pytest.mark.asyncio
async def test_what_is_made_again_is_kept_again(tmp_path: Path) -> None:
    made = Made(tmp_path)
    for days, content in ((0, b"a"), (5, b"a"), (9, b"b")):
        await made.keep(content, ".png", NOW + timedelta(days=days))
    assert len(list((tmp_path / "made").iterdir())) == 2


@pytest.mark.asyncio
async def test_what_is_sent_again_is_kept_on_as_long_as_it_is_there(tmp_path: Path) -> None:
    made = Made(tmp_path)
    ref = await made.keep(b"a", ".png", NOW)
    assert await made.still(ref, NOW + timedelta(days=5))
    await made.keep(b"b", ".png", NOW + timedelta(days=9))
    assert await made.still(ref, NOW + timedelta(days=9))
    _forget(tmp_path / "made")
    assert not await made.still(ref, NOW + timedelta(days=10))


def _forget(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()


def _only(folder: Path) -> Path:
    [path] = folder.iterdir()
    return path
