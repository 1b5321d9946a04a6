"""问计: a desk asks an area one thing, people answer by a tap or in their words, and hear what came of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from domain.digests.rhythm import Rhythm
from tests.stories.consulting import ROOM, asks, ends, neighbours
from tests.stories.house import Play, Somebody, raised

pytestmark = pytest.mark.asyncio


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
    assert zhao.buttons(ROOM) == ["六点", "九点", "我自己说", "少收这样的"]
    await zhao.says("开到八点半，孩子们多")
    assert zhao.hears(f"这句是回「{ROOM}」的吗")
    await zhao.says("是")
    assert zhao.hears("✓ 您说的：开到八点半，孩子们多")
    await zhao.taps("九点")
    assert zhao.hears("✓ 您选的：九点", "11月26日周四晚上以前想改")
    await wu.says("3号楼楼道灯坏了")
    assert wu.last.startswith("我这样记")
    await wu.says("取消")
    await li.says("1")
    await li.replies(ROOM, "暖气别停就行")
    assert li.hears("✓ 您选的：六点", "✓ 您说的：暖气别停就行")
    await wu.says("帮助")
    await wu.says("1")  # not below the question any more
    await ma.taps("看现在")
    assert ma.hears(f"问计：{ROOM}", "不到5位回了", "满5位再看")
    message, data = ma.button("看现在", "问计：")
    await ma.taps_old((message, data.replace("look", "words:0")))
    assert not ma.hears("暖气别停")
    await play.at(9, 0, days=4)
    assert ma.hears(f"「{ROOM}」问完了，2位回了", "六点 1", "九点 1", "自己说的 2，有的也选了")
    await ma.taps("看大家自己说的")
    assert ma.hears("暖气别停就行", "开到八点半")
    assert not any(ma.hears(name) for name in ("李叔", "赵奶奶"))
    await ma.replies("问完了，2位回了", "周末开到九点，暖气不停")
    assert ma.hears("回过话的2位会看到", "桃源社区有结果了：周末开到九点")
    await ma.taps("发出去")
    for heard in (zhao, li):
        assert heard.hears(f"您回过话的「{ROOM}」", "周末开到九点，暖气不停", "谢谢您回话")
    assert not wu.hears("有结果了")
    assert ma.hears(f"问计：{ROOM}", "告诉大家了：周末开到九点")
    await ma.taps("再告诉大家一句")
    await ma.says("12月5日起")
    await ma.taps("发出去")
    assert zhao.hears(f"您回过话的「{ROOM}」", "12月5日起")
    assert not wu.hears("12月5日起")


async def five_answer(play: Play, ma: Somebody) -> list[Somebody]:
    there = await neighbours(play, "赵奶奶", "李叔", "小吴", "何阿姨", "孙师傅")
    await asks(ma)
    for each in there:
        await each.taps("九点")
    return there


async def test_from_five_answers_on_the_desk_reads_counts_and_shuffled_words_while_it_is_open(play: Play) -> None:
    ma = await play.member("ma")
    zhao, *_ = await five_answer(play, ma)
    await zhao.taps("我自己说")
    await zhao.sends_voice()
    assert zhao.hears("这里请打字")
    await zhao.says("灯太暗")
    await zhao.taps("我自己说")
    said = await zhao.says("灯太暗了，路上怕")
    await zhao.edits(said, "灯太暗了，路上怕摔")
    assert zhao.hears("✓ 您选的：九点", "✓ 您说的：灯太暗了，路上怕摔")
    await zhao.taps("六点")
    await ma.taps("看现在")
    assert ma.hears("5位回了", "六点 1", "九点 4", "自己说的 1")
    await ma.taps("看大家自己说的")
    assert ma.hears("没有名字", "1 灯太暗了，路上怕摔")
    assert not ma.hears("灯太暗\n")


async def test_an_end_before_its_time_is_told_to_who_comes_too_late(play: Play) -> None:
    ma = await play.member("ma")
    zhao, li, wu, *_ = await five_answer(play, ma)
    await wu.taps("我自己说")
    await ends(ma)
    assert ma.hears("问完了，还没告诉大家结果", "九点 5")
    await li.taps("六点")
    await zhao.replies(ROOM, "再说一句")
    await wu.says("门口的路灯也开晚点")
    for late in (li, zhao, wu):
        assert late.hears(f"「{ROOM}」已经问完了")
    await ma.says("小板凳")
    await ma.taps("问计")
    assert ma.hears("问过大家的事", f"1 {ROOM}", "5位回了")
    await ma.says("年账")
    await ma.taps("问过大家的事 1")
    await ma.taps("1", under="年账")
    assert "九点 5" in ma.last
    await play.at(9, 0, days=3)
    assert ma.hears("问完三天了，5位还等着听结果")
    heard = len(ma.inbox)
    await play.passes(days=5)
    assert len(ma.inbox) == heard


async def test_one_thing_at_a_time_and_twice_a_month_at_most(play: Play) -> None:
    ma = await play.member("ma")
    await neighbours(play, "赵奶奶")
    await asks(ma, where="桃源一网格")
    await ma.says("问计 要不要加个长椅\n要\n不要")
    await ma.taps("桃源社区")
    assert ma.hears(f"「{ROOM}」还在问", "一次只问一件")
    await ma.taps("知道了")
    await ends(ma)
    await asks(ma, "问计 要不要加个长椅\n要\n不要")
    await ma.says("问计 再问一件")
    assert ma.hears("「要不要加个长椅」还在问")
    await ends(ma, "要不要加个长椅")
    await ma.says("问计 还要不要路灯")
    await ma.taps("好 / 不好")
    await ma.taps("桃源一网格")
    assert ma.hears("30天里已经问过2次了", "12月23日周三起可以再问")


async def test_where_nobody_is_nothing_is_sent_and_a_long_time_is_refused(play: Play) -> None:
    ma = await play.member("ma")
    await neighbours(play, "赵奶奶")
    await ma.says("问计")
    await ma.says("8号楼电梯困人，先打谁的电话好")
    assert not ma.hears("正在叫")  # asked of people, it is no alarm of hers
    await ma.says("只有一个")
    assert ma.hears("要两个到4个不一样的答案")
    await ma.says("先打物业；先打119")
    await ma.says("杏林苑8号楼")
    await ma.says("明年三月")
    assert ma.hears("写一个月以内的日子")
    await ma.says("下周五")
    assert ma.hears("那里还没有人用过小板凳")
    await ma.taps("知道了")
    assert ma.hears("没有发")


async def test_whoever_is_muted_gone_or_leaving_is_not_asked_and_at_night_nobody_is_rung(play: Play) -> None:
    ma = await play.member("ma")
    zhao, li, wu = await neighbours(play, "赵奶奶", "李叔", "小吴")
    li.phone.blocks_bot()
    await play.settled()
    await wu.says("删掉我的资料")
    await wu.taps("删，过一天生效")
    await play.at(22, 30)
    zhao.rings()
    await ma.says(f"问计 {ROOM}\n六点\n九点")
    await ma.taps("桃源社区")
    await ma.taps("一周")
    assert ma.hears("发给1位")
    await ma.taps("发出去")
    assert zhao.hears(ROOM)
    assert zhao.rings() == []
    assert not li.hears(ROOM)
    assert not wu.hears(ROOM)


async def test_nobody_but_the_desk_asks_and_nobody_answers_for_another_place(play: Play) -> None:
    ma, wang = await play.member("ma"), await play.member("wang")
    (zhao,) = await neighbours(play, "赵奶奶")
    stranger = play.newcomer(190, "路人")
    await asks(ma)
    _, answer = zhao.button("九点", ROOM)
    _, look = ma.button("看现在", "问计：")
    await wang.says("小板凳")
    assert "问计" not in wang.buttons("看什么")
    await stranger.starts()
    for who, data in ((wang, look), (stranger, answer)):
        await who.taps_old((who.inbox[-1].id, data))
        assert "不在您手上" in who.toast
    await ma.taps("看现在")
    assert ma.hears("0位回了")


async def test_a_cry_for_help_below_a_question_is_no_answer(play: Play) -> None:
    ma = await play.member("ma")
    (zhao,) = await neighbours(play, "赵奶奶")
    await asks(ma)
    await zhao.replies(ROOM, "3号楼着火了")
    assert zhao.hears("119")
    await ma.taps("看现在")
    assert ma.hears("0位回了")


async def test_what_she_answered_is_in_her_copy(play: Play) -> None:
    ma = await play.member("ma")
    (zhao,) = await neighbours(play, "赵奶奶")
    await asks(ma)
    await zhao.replies(ROOM, "开到七点")
    await zhao.replies(ROOM, "开到七点半")
    kept = await play.database.read("said", lambda tx: tx.statements.all("SELECT text FROM contents WHERE text <> ''"))
    assert [row["text"] for row in kept if row["text"].startswith("开到七点")] == ["开到七点半"]
    await zhao.says("我的资料")
    await zhao.taps("导出一份")
    await play.passes(minutes=1)
    page = next(m for m in zhao.inbox if m.kind == "document" and m.media and str(m.media.name).endswith(".html"))
    assert page.media is not None
    told = play.sandbox.world.files.get(page.media.file_id).content.decode()
    assert "您回过的问计" in told
    assert f"{ROOM} 开到七点半" in told


async def test_the_morning_says_what_is_asked_and_what_ended(tmp_path: Path) -> None:
    async with raised(tmp_path, rhythm=Rhythm()) as play:
        ma = await play.member("ma")
        (zhao,) = await neighbours(play, "赵奶奶")
        await asks(ma)
        await zhao.taps("九点")
        await play.at(8, 30, days=1)
        assert ma.hears("11月24日", f"问计：「{ROOM}」桃源社区，问到11月26日，不到5位回了")
        await ends(ma)
        assert ma.hears("结束得早，回的不到5位")
        await play.at(8, 30, days=1)
        assert ma.hears("11月25日", f"问计：「{ROOM}」桃源社区，不到5位回了，问完了，还没告诉大家结果")
