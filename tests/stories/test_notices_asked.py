"""What is asked under a notice: whose it is, how it is answered, and what becomes of it when nobody does."""

from __future__ import annotations

from pathlib import Path

import pytest

from domain.digests.rhythm import Rhythm
from tests.stories.consulting import neighbours
from tests.stories.desk_people import settle_desks, sits_down
from tests.stories.house import Play, raised
from tests.stories.telling import OFF, tells

pytestmark = pytest.mark.asyncio
FLOOR = "几楼以上停？"
LETTER = "有效到"
"""Words of the notice that nothing else holds."""


async def test_where_the_author_is_away_the_desk_gets_it_and_after_a_working_day_once_more(play: Play) -> None:
    ma = await play.member("ma")
    await settle_desks(play)
    zhou = await sits_down(play, "zhou")
    (zhao,) = await neighbours(play, "赵奶奶")
    await tells(ma)
    await ma.taps("发出")
    await zhao.taps("我想问")
    await zhao.says(FLOOR)
    assert ma.hears("赵奶奶问", FLOOR)
    assert not zhou.hears(FLOOR)
    await play.on_leave("ma")
    await play.at(11, days=1)
    assert zhou.hears("下面有一句还没回", FLOOR)
    await zhao.replies(LETTER, "那电梯呢？")
    assert zhao.hears("问给周敏了")
    said = await zhou.replies("那电梯呢？", "电梯不停")
    assert zhao.hears("您问的「那电梯呢？」", "电梯不停")
    await zhou.edits(said, "电梯停到十一点")
    assert zhao.hears("您问的「那电梯呢？」", "电梯停到十一点")
    heard = len(zhou.inbox)
    await zhou.taps("回话", under="赵奶奶问")
    await zhou.says("都停")
    assert zhao.hears(f"您问的「{FLOOR}」", "都停")
    await play.passes(days=4)
    assert not [each for each in zhou.inbox[heard:] if "还没回" in each.text]


async def test_a_question_is_put_otherwise_spoken_or_a_cry_and_five_wait_at_most(play: Play) -> None:
    ma = await play.member("ma")
    zhao, li = await neighbours(play, "赵奶奶", "李叔")
    await tells(ma)
    await ma.taps("发出")
    await zhao.taps("我想问")
    asked = await zhao.says("几楼")
    await zhao.edits(asked, FLOOR)
    assert ma.hears("赵奶奶问", FLOOR)
    await zhao.taps("我想问")
    await zhao.sends_voice()
    assert any(message.kind == "voice" for message in ma.inbox)
    await li.replies(LETTER, "3号楼着火了")
    assert li.hears("119")
    assert not ma.hears("李叔问")
    for n in range(3):
        await zhao.replies(LETTER, f"第{n}句")
    await zhao.replies(LETTER, "还有一句")
    assert zhao.hears("您问的5句还在等回话")
    assert not ma.hears("还有一句")
    await ma.replies("第2句", "闻到煤气先打119")
    assert not ma.hears("正在叫")  # she tells what to do, and cries for no help
    await ma.says("通知")
    assert ma.hears("发过的通知", "通知下面有4句还没回")
    await ma.says("1")
    assert ma.hears("问了5句，4句没回")
    await ma.taps("问了什么")
    assert ma.hears("1 赵奶奶：几楼以上停？（还没回）")
    await ma.taps("回1")
    await ma.says("整栋楼")
    assert zhao.hears(f"您问的「{FLOOR}」", "整栋楼")


async def test_a_question_typed_below_a_notice_is_asked_back(play: Play) -> None:
    ma, wang = await play.member("ma"), await play.member("wang")
    (zhao,) = await neighbours(play, "赵奶奶")
    await tells(ma)
    await ma.taps("发出")
    await zhao.says(FLOOR)
    assert zhao.hears("这句是问「周四上午", "的吗？")
    assert not ma.hears(FLOOR)
    await zhao.taps("是，问这条通知")
    assert ma.hears("赵奶奶问", FLOOR)
    await tells(ma, "明天修路")
    await ma.taps("发出")
    await zhao.says("路灯坏了归谁管？")
    await zhao.taps("不是，报另一件事")
    await zhao.taps("交给")
    assert wang.hears("路灯坏了归谁管")


async def test_what_needs_doing_becomes_a_matter_of_whoever_asked(play: Play) -> None:
    ma, wang = await play.member("ma"), await play.member("wang")
    (zhao,) = await neighbours(play, "赵奶奶")
    await tells(ma)
    await ma.taps("发出")
    await zhao.taps("我想问")
    await zhao.sends_album("lamp", "lamp", caption="我家水表早就坏了，谁管？")
    assert [message.kind for message in ma.inbox].count("photo") == 2
    assert "问给马丽了" in zhao.last
    await ma.taps("转成小事")
    assert zhao.hears("您问的「我家水表早就坏了，谁管？」", "当一件小事来办")
    assert zhao.hears("1123-01")
    assert wang.hears("我家水表早就坏了")
    assert ma.hears("赵奶奶问", "✓ 转成了小事 1123-01")
    await ma.taps("看现在")
    assert ma.hears("问了1句，都回了")


async def test_a_withdrawn_notice_says_so_where_it_arrived_and_goes_no_further(play: Play) -> None:
    ma = await play.member("ma")
    zhao, li = await neighbours(play, "赵奶奶", "李叔")
    await tells(ma)
    await ma.taps("发出")
    li.rings()
    await ma.taps("作废")
    await ma.taps("作废", under="悄悄改")
    for each in (zhao, li):
        assert each.hears("作废了：政策 · 桃源社区", OFF, "这条通知不作数了")
        assert each.buttons(OFF) == []
    assert li.rings() == []
    await zhao.replies("不作数了", FLOOR)
    assert zhao.hears("已经作废了")
    await zhao.says("消息")
    assert "现在没有" in zhao.last
    assert ma.hears("政策：周四上午", "作废了")


async def test_it_is_in_the_morning_in_the_year_and_in_her_copy_until_she_is_forgotten(tmp_path: Path) -> None:
    async with raised(tmp_path, rhythm=Rhythm()) as play:
        ma = await play.member("ma")
        zhao, li = await neighbours(play, "赵奶奶", "李叔")
        await tells(ma)
        await ma.taps("发出")
        await zhao.replies(LETTER, FLOOR)
        await li.replies(LETTER, "我家呢？")
        await ma.replies(FLOOR, "整栋楼")
        await play.at(8, 30, days=1)
        assert ma.hears("11月24日", "通知：政策「周四上午九点", "送到2位，问了2句", "通知下面有1句还没回")
        await ma.says("年账")
        await ma.taps("发出的通知 1")
        await ma.taps("1", under="发出的通知")
        assert ma.hears("政策：周四上午", "送到2位", "问了2句，1句没回")
        await zhao.says("我的资料")
        await zhao.taps("导出一份")
        await play.passes(minutes=1)
        page = next(m for m in zhao.inbox if m.kind == "document" and m.media and str(m.media.name).endswith(".html"))
        assert page.media is not None
        told = play.sandbox.world.files.get(page.media.file_id).content.decode()
        assert "您在通知下面问过的" in told
        assert f"{FLOOR} → 整栋楼" in told
        await zhao.says("删掉我的资料")
        await zhao.taps("删，过一天生效")
        await play.passes(days=2)
        kept = await play.database.read("kept", lambda tx: tx.statements.all("SELECT text FROM contents"))
        said = {row["text"] for row in kept}
        assert OFF in said
        assert "我家呢？" in said
        assert not said & {FLOOR, "整栋楼"}
        await ma.says("通知")
        await ma.taps("1", under="发过的通知")
        await ma.taps("问了什么")
        assert ma.hears("1 李叔：我家呢？", "2 居民：（没有字）")
