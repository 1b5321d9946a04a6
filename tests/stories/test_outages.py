"""An announced outage: planned by the desk, silent until its hour, then answering reports like any known trouble."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.stories.consulting import neighbours
from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio


async def planned(play: Play, line: str = "桃源一网格管网检修，明天9点到17点停水，请提前存水") -> Somebody:
    await play.member("wang")
    ma = await play.member("ma")
    await ma.says(f"大家都在报 {line}")
    await ma.taps("就这样")
    return ma


async def reports(play: Play, id: int, words: str = "3号楼停水了") -> Somebody:
    zhao = play.newcomer(id, f"邻居{id}")
    await zhao.says(words)
    return zhao


def printed(who: Somebody) -> str:
    """What stands on the newest page that she got."""
    media = next(message.media for message in reversed(who.inbox) if message.kind == "document")
    assert media is not None
    content = who.play.sandbox.world.files.get(media.file_id).content
    return PdfReader(BytesIO(content)).pages[0].extract_text().replace(" ", "").replace("\n", "")


async def test_it_answers_nothing_before_its_hour_and_everything_of_its_kind_there_from_then_on(play: Play) -> None:
    ma = await planned(play)
    assert ma.hears("到时候再有人报，先读到您这句", "从明天上午9点到下午5点。", "还没开始，马丽盯着。")
    early = await reports(play, 101)
    assert not early.hears("社区知道了")
    await early.taps("交给王芳")
    await ma.says("案头")
    assert ma.hears("计划中：停水 · 桃源一网格，明天上午9点起")
    await play.at(8, 40, days=1)
    just_before = await reports(play, 106)
    await just_before.taps("不是，另报一件")
    await play.at(9, 1)
    assert ma.hears("到时间了，这件从现在起算")
    assert ma.hears("现在就有1件同样的", "1124-01")
    zhao = await reports(play, 102)
    assert zhao.hears("社区知道了：桃源一网格管网检修，停水，请提前存水，计划到今天下午5点。马丽盯着。")
    await zhao.taps("好，修好告诉我")
    assert zhao.hears("交上去了")
    li = play.newcomer(109, "李叔")
    await li.starts("gate1")
    await li.says("什么时候来水")
    assert li.last.startswith("这件事社区知道了：桃源一网格管网检修，停水")
    away = await reports(play, 108, "杏林苑8号楼路灯坏了")
    await away.says("什么时候来水")
    assert away.last.startswith("刚才那件还没交。\n我这样记：")
    for id, words in ((103, "3号楼停电了"), (104, "杏林苑8号楼停水"), (105, "3号楼停水，插座漏电了有人触电")):
        assert not (await reports(play, id, words)).hears("社区知道了")
    await play.at(17, 1)
    assert zhao.hears("说好今天下午5点，没办到，对不住")
    await ma.taps("好了", "过了今天下午5点")
    await ma.says("阀门换好了，来水了")
    await play.passes(minutes=3)
    assert zhao.hears("阀门换好了，来水了")
    assert not (await reports(play, 107)).hears("社区知道了")


async def test_one_that_nobody_waits_for_ends_at_its_hour_and_asks_no_desk(play: Play) -> None:
    ma = await planned(play)
    await play.at(9, 1, days=1)
    heard = len(ma.inbox)
    await play.at(17, 1)
    assert len(ma.inbox) == heard
    assert ma.hears("停水 · 桃源一网格", "到点了，没有人在等")
    assert not (await reports(play, 107)).hears("社区知道了")


async def test_what_a_notice_announces_answers_reports_and_other_hours_are_told_again(
    play: Play,
) -> None:
    ma = await play.member("ma")
    zhao, li = await neighbours(play, "赵奶奶", "李叔")
    await ma.says("通知 各位邻居：桃源里明天9点到17点停水停电，换变压器。请提前存水。")
    await ma.says("停水")
    await ma.taps("不是")
    await ma.says("火星")
    assert ma.hears("这地方我没认出来")
    await ma.taps("桃源一网格")
    assert ma.hears("从明天上午9点到下午5点。这中间有人报停水、停电，先读到这句", "桃源里停水停电，换变压器")
    await ma.says("换变压器，管网也检修")
    await ma.taps("好，到时候这样答")
    assert ma.hears("有人报停水、停电，先读到「换变压器，管网也检修」")
    await ma.taps("发出")
    assert ma.hears("记下了。到时候再有人报", "停水 · 桃源一网格", "从明天上午9点到下午5点。")
    await ma.taps("传单")
    await ma.taps("A4 一张")
    assert "停水、停电：从11月24日周二上午9点到下午5点。" in printed(ma)
    await play.restart()
    await ma.taps("改时间", "停电 · 桃源一网格")
    await ma.says("后天9点到12点")
    assert ma.hears("改好了，到时候照新的时间")
    assert "要不要再发一句" in ma.last
    assert ma.hears("时间改了。收过通知的那一片，要不要再发一句？", "停电改时间了。从11月25日", "会发给桃源一网格的2位")
    await ma.taps("再发一句")
    assert li.hears("停水停电 · 桃源社区", "停电改时间了。从11月25日")
    await play.at(9, 1, days=1)
    await li.says("什么时候来水")
    assert li.last.startswith("这件事社区知道了：换变压器，管网也检修，计划到今天下午5点")
    await zhao.says("3号楼停水了")
    assert zhao.hears("社区知道了：换变压器，管网也检修，计划到今天下午5点。")
    await zhao.taps("好，修好告诉我")
    await ma.taps("改时间", "停水 · 桃源一网格")
    await ma.says("管子不好配，要到晚上8点")
    assert zhao.hears("要再等等，对不住：管子不好配")
    assert ma.hears("要不要再发一句？", "停水改时间了，预计到11月24日")
    await li.says("3号楼停电了")
    assert "社区知道了" not in li.last
    await ma.taps("作废", "停水停电：各位邻居")
    await ma.taps("作废")
    assert ma.hears("通知作废了。跟着它登记的这件还在", "1户在等，马丽盯着。")
    assert ma.hears("通知作废了。跟着它登记的这件还在", "还没开始，马丽盯着。")
    await ma.taps("取消", "停电 · 桃源一网格")
    await ma.taps("撤销", "真的撤销")
    await play.at(9, 1, days=1)
    await li.says("3号楼又停电了")
    assert "社区知道了" not in li.last
