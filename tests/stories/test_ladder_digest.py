"""The level at which each matter was settled, from the building to the street, is counted in the street's digest."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest

from tests.stories.desk_people import settle_desks, sits_down
from tests.stories.house import Play, Somebody
from tests.stories.test_digest_files import arrived
from tests.stories.test_ladder_rungs import of_the_building

pytestmark = pytest.mark.asyncio


async def closes(play: Play, who: Somebody, number: str) -> None:
    await who.taps("接了", under=number)
    await who.taps("办结", under=number)
    await who.taps("办好了")
    await who.says("换好了")
    await play.passes(minutes=3)


async def test_the_digest_counts_what_the_building_the_grid_the_community_and_the_street_settled(play: Play) -> None:
    await settle_desks(play)
    fang, wang = await of_the_building(play), await play.member("wang")
    ma, he = await play.member("ma"), await sits_down(play, "he")
    for number, name in enumerate(("赵奶奶", "李叔", "孙阿姨", "周伯"), 1):
        resident = play.newcomer(100 + number, name)
        await resident.files()
        way_up = (fang, wang, ma, he)[:number]
        for who in way_up[:-1]:
            await who.taps("更多", under=f"1123-0{number}")
            await who.taps("交上一级")
            await who.taps("我管不到")
        await closes(play, way_up[-1], f"1123-0{number}")
    await he.says("简报")
    assert he.hears("办结在：楼院1、网格1、社区1、街道1")
    await he.taps("表格")
    book = openpyxl.load_workbook(BytesIO(arrived(play, he, "document")[1]))
    cells = [cell for page in book for row in page.iter_rows(values_only=True) for cell in row]
    assert {f"在哪一级解决 {level}" for level in ("楼院", "网格", "社区", "街道")} <= set(cells)
