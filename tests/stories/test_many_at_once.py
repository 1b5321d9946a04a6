"""Very many at once: a telephone rings a few times, everything is there all the same."""

from __future__ import annotations

import pytest

from tests.stories.house import Play

pytestmark = pytest.mark.asyncio


async def test_of_many_new_cards_within_the_hour_six_ring_and_danger_always(play: Play) -> None:
    wang = await play.member("wang")
    for account in range(501, 509):
        await play.newcomer(account, "邻居").files("3号楼2单元暖气不热")
    assert len(wang.rings()) == 6
    assert len([message for message in wang.inbox if "暖气不热" in message.text]) == 8
    await play.newcomer(510, "邻居").says("3号楼有煤气味")
    assert wang.rings()
    await play.passes(hours=1)
    wang.rings()
    await play.newcomer(511, "邻居").files("3号楼垃圾没人收")
    assert any("垃圾没人收" in rung for rung in wang.rings())


async def test_of_many_who_say_not_yet_on_one_day_the_desk_has_one_message_and_one_line(play: Play) -> None:
    wang, ma = await play.member("wang"), await play.member("ma")
    neighbours = [play.newcomer(account, "邻居") for account in range(501, 509)]
    for neighbour in neighbours:
        await neighbour.files("3号楼2单元暖气不热")
        await wang.taps("接了")
        await wang.taps("办结")
        await wang.taps("办好了")
        await wang.says("阀门开了")
    await play.passes(minutes=3)
    for neighbour in neighbours:
        await neighbour.taps("还没好")
        await neighbour.says("还是凉的")
    told = [message.text for message in ma.inbox if "居民说还没好" in message.text]
    assert len(told) == 1
    assert told[0].startswith("今天有8件居民说还没好：1123-01、1123-02")
    await ma.says("案头")
    assert "要您伸手的8件" in ma.last
    li = play.newcomer(102, "李叔")
    await li.says("路灯坏了")
    await li.says("月亮湾老厂那边")
    await li.taps("交给马丽")
    await ma.says("案头")
    assert "1123-09" in ma.last
    assert "居民说还没好的有8件，点「重开 8」一起看。" in ma.last
    assert "暖气不热" not in ma.last
    await ma.taps("重开 8")
    assert "居民说还没好的8件" in ma.last
    assert ma.last.count("暖气不热") == 5
