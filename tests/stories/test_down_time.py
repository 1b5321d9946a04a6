"""The bot was away for minutes, a day, a month: what the platform dropped breaks nothing, and all goes on."""

from __future__ import annotations

import pytest

from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio
LAMP = "3号楼2单元门口的路灯坏了"


async def filed(play: Play) -> tuple[Somebody, Somebody]:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.says(LAMP)
    await zhao.taps("交给王芳")
    return wang, zhao


async def away(play: Play, *said: tuple[Somebody, str], **span: float) -> None:
    """The process is down for this span; these say or press something at its beginning."""
    await play.close()
    for who, words in said:
        button = next((m for m in reversed(who.inbox) for row in m.buttons for b in row if b.text == words), None)
        if button is None:
            who.phone.says(words)
        else:
            who.phone.taps(button.id, words)
    play.clock.advance(**span)
    await play.open()
    await play.settled()


async def no_fault(play: Play) -> bool:
    return await play.database.read("quarantine", lambda tx: tx.quarantine.count()) == 0


async def test_a_press_that_was_dropped_after_a_hundred_and_fifty_seconds_can_be_made_again(play: Play) -> None:
    wang, zhao = await filed(play)
    await away(play, (wang, "接了"), seconds=151)
    assert not zhao.hears("王芳接了")
    await wang.taps("接了")
    assert zhao.hears("王芳接了")
    assert await no_fault(play)


async def test_a_press_whose_answer_comes_too_late_has_its_effect(play: Play) -> None:
    wang, zhao = await filed(play)
    play.sandbox.faults.plan(
        "answerCallbackQuery", "refuse",
        description="Bad Request: query is too old and response timeout expired or query ID is invalid",
    )  # fmt: skip
    await wang.taps("接了")
    assert zhao.hears("王芳接了")
    assert await no_fault(play)


async def test_words_that_were_dropped_after_a_day_can_be_said_again(play: Play) -> None:
    wang, zhao = await filed(play)
    await away(play, (zhao, "楼道扶手也松了"), hours=25)
    assert not wang.hears("扶手")
    assert zhao.hears("对不住")
    await zhao.says("桃源里3号楼楼道扶手松了")
    await zhao.taps("交给")
    assert wang.hears("扶手")
    assert await no_fault(play)


@pytest.mark.parametrize("days", [2, 40])
async def test_after_a_long_absence_every_state_goes_on_and_nobody_is_flooded(play: Play, days: int) -> None:
    wang, zhao = await filed(play)
    li, sun = play.newcomer(102, "李叔"), play.newcomer(103, "孙师傅")
    await li.says("3号楼1单元的路灯也坏了")
    await li.taps("交给王芳")
    await wang.taps("接了")
    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.says("换了灯泡")
    await sun.says("3号楼楼道的灯不亮")  # left lying
    before = {who: len(who.inbox) for who in (wang, zhao, li, sun)}
    await away(play, days=days)
    assert await no_fault(play)
    assert all(len(who.inbox) - before[who] <= 4 for who in before)
    await wang.taps("接了")
    await li.taps("好了")
    await sun.says(LAMP)
    await play.passes(days=1)
    assert await no_fault(play)
    assert wang.hears("居民说好了")


async def test_a_leave_that_began_meanwhile_moves_her_matters_before_anything_else(play: Play) -> None:
    wang, zhao = await filed(play)
    chen = await play.member("chen")
    await wang.taps("接了")
    await wang.says("明天请假")
    await wang.taps("就这样")
    await away(play, (zhao, "怎么样了"), hours=23)
    assert chen.hears("1123-01", "前给居民回个话")
    assert zhao.hears("现在由陈亮接着办")
    assert await no_fault(play)
