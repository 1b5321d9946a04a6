"""问计: a desk asks an area one thing, people answer by a tap or in their words, and hear what came of it."""

from __future__ import annotations

import pytest

from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio
ROOM = "活动室周末开到几点好"


async def neighbours(play: Play, *names: str) -> list[Somebody]:
    """Each has scanned the code at the gate of the first grid."""
    there = [play.newcomer(101 + n, name) for n, name in enumerate(names)]
    for each in there:
        await each.starts("gate1")
    return there


async def asks(
    ma: Somebody, *, words: str = f"问计 {ROOM}\n六点\n九点", where: str = "桃源社区", until: str = "三天"
) -> None:
    await ma.says(words)
    await ma.taps(where)
    await ma.taps(until)
    await ma.taps("发出去")


async def test_a_desk_asks_sees_nobodys_name_and_tells_the_outcome_to_who_answered(play: Play) -> None:
    ma = await play.member("ma")
    zhao, li, wu = await neighbours(play, "赵奶奶", "李叔", "小吴")
    await ma.says("小板凳")
    await ma.taps("问计")
    await ma.says(ROOM)
    await ma.says("六点\n九点")
    await ma.taps("桃源社区")
    await ma.taps("三天")
    assert ma.hears("居民看到的是这样", "桃源社区想听听您的意思", ROOM, "发给3位", "问到11月26日")
    await ma.taps("发出去")
    assert ma.hears(f"问计：{ROOM}", "发到3位", "0位回了")
    assert zhao.buttons(ROOM) == ["六点", "九点", "我自己说"]
    await zhao.taps("九点")
    assert zhao.hears("✓ 您选的：九点", "11月26日周四以前想改")
    await li.says("1")
    await li.replies(ROOM, "暖气别停就行")
    assert li.hears("✓ 您选的：六点", "✓ 您说的：暖气别停就行")
    await ma.taps("看现在")
    assert ma.hears(f"问计：{ROOM}", "回了的不到5位")
    assert not ma.hears("暖气别停")
    await play.at(9, 0, days=4)
    assert ma.hears(f"「{ROOM}」问完了，2位回了", "六点 1", "九点 1", "自己说的 1")
    await ma.taps("看大家自己说的")
    assert ma.hears("1 暖气别停就行")
    assert not any(ma.hears(name) for name in ("李叔", "赵奶奶"))
    await ma.replies("问完了，2位回了", "周末开到九点，暖气不停")
    assert ma.hears("回过话的2位会看到", "桃源社区有结果了：周末开到九点")
    await ma.taps("发出去")
    for heard in (zhao, li):
        assert heard.hears(f"您回过话的「{ROOM}」", "周末开到九点，暖气不停", "一共2位回了话")
    assert not wu.hears("有结果了")
    assert ma.hears(f"问计：{ROOM}", "告诉大家了：周末开到九点")
