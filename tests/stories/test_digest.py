"""Play c: the morning's digest, two taps to the answer that the street wants."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from domain.digests.rhythm import Rhythm
from tests.stories.house import Play, Somebody, raised

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def play(tmp_path: Path) -> AsyncIterator[Play]:
    """Digests come at half past eight."""
    async with raised(tmp_path, rhythm=Rhythm()) as play:
        yield play


async def closes(play: Play, wang: Somebody, number: str, line: str) -> None:
    await wang.taps("接了", under=number)
    await wang.taps("办结", under=number)
    await wang.taps("办好了")
    await wang.says(line)
    await play.passes(minutes=3)


async def test_play_c(play: Play) -> None:
    wang, ma = await play.member("wang"), await play.member("ma")
    people = [play.newcomer(101 + n, name) for n, name in enumerate(("赵奶奶", "李叔", "孙阿姨"))]
    for number, resident in enumerate(people, 1):
        await resident.files()
        await closes(play, wang, f"1123-0{number}", "换了灯泡")
    for resident in people[:2]:
        await resident.taps("好了")
    await people[2].taps("还没好")
    await people[2].says("又灭了")
    await play.at(8, 30, days=1)
    assert ma.hears("11月24日周二早。先看要您伸手的1件。", "还没好")
    await ma.taps("解决 2/3")
    assert ma.hears("3位表了态，2位说解决了。", "没解决：", "1123-03 路灯坏了：居民说还没好")
    assert "换" not in ma.last.partition("没解决：")[2].partition("\n说解决")[0]  # how it once ended is no news
    await ma.taps("给领导的一段")
    assert "居民自己说解决了的2/3" in ma.last


async def test_where_it_was_settled_and_what_was_opened_again_open_too(play: Play) -> None:
    wang, ma, zhao = await play.member("wang"), await play.member("ma"), play.newcomer(101, "赵奶奶")
    li = play.newcomer(102, "李叔")
    for number, resident in enumerate((zhao, li), 1):
        await resident.files()
        await closes(play, wang, f"1123-0{number}", "换了灯泡")
    await zhao.taps("好了")
    await li.taps("还没好")
    await li.says("又灭了")
    await play.at(8, 30, days=1)
    await ma.taps("在哪办结")
    assert ma.hears("1123-01 路灯坏了：网格办结", "王芳")
    await ma.taps("重开 1")
    assert ma.hears("居民说还没好的1件", "1123-02 路灯坏了")
