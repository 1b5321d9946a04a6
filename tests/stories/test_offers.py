"""资源: what a member lends stands beside the roster's, is proposed with its reasons, asked for and answered."""

from __future__ import annotations

import json

import pytest

from domain.people.person import Resource
from tests.stories.house import Play, Somebody
from tests.stories.test_digest_files import arrived

pytestmark = pytest.mark.asyncio


async def offers_a_projector(chen: Somebody) -> None:
    await chen.says("小板凳")
    await chen.taps("记资源")
    for words in ("投影仪", "街道文化站", "1台", "周末", "一直能用"):
        await chen.says(words)


async def lacks_one(ma: Somebody) -> None:
    await ma.says("小板凳")
    await ma.taps("记需求")
    await ma.says("周末放电影，缺投影仪")
    await ma.taps("物件")
    await ma.taps("桃源社区")


async def test_a_match_says_why_and_both_sides_hear_the_answer(play: Play) -> None:
    chen, ma = await play.member("chen"), await play.member("ma")
    await offers_a_projector(chen)
    assert chen.hears("记下了，有人用得上会来问您", "投影仪（街道文化站，1台，周末，陈亮）")
    await lacks_one(ma)
    assert ma.hears("陈亮能从街道文化站借投影仪，周末能用，离得近")
    await ma.taps("问陈亮：投影仪")
    assert chen.hears("桃源社区要办一件：周末放电影，缺投影仪。马丽想用您登记的投影仪，行吗？")
    assert ma.hears("问了陈亮的投影仪，等回话")
    await chen.taps("行")
    assert chen.hears("谢谢，告诉马丽了")
    assert ma.hears("陈亮答应了投影仪", "时间您跟陈亮约")
    await ma.says("小板凳")
    await ma.taps("问题清单")
    assert ma.hears("有人愿意出")
    await ma.taps("1")
    await ma.taps("销号")
    await ma.says("放了三场")
    assert chen.hears("办成了：放了三场。谢谢您的投影仪")


async def test_what_was_declined_is_told_and_not_proposed_again(play: Play) -> None:
    chen, ma = await play.member("chen"), await play.member("ma")
    await offers_a_projector(chen)
    await lacks_one(ma)
    await ma.taps("问陈亮：投影仪")
    old = chen.button("行", "想用您登记的")
    await chen.taps("这次不行")
    assert ma.hears("陈亮的投影仪这次不行")
    await chen.taps_old(old)
    assert not ma.hears("陈亮答应了")
    await ma.says("小板凳")
    await ma.taps("问题清单")
    await ma.taps("1")
    assert ma.buttons("周末放电影") == ["我来领", "立项", "销号", "撤掉"]


async def test_what_the_roster_knows_and_what_was_offered_in_chat_are_one_list(play: Play) -> None:
    chen, ma = await play.member("chen"), await play.member("ma")
    van = Resource("r1", "wang", "面包车", "汽修厂")
    await play.database.transact("lend", lambda tx: tx.resources.save(van))
    await offers_a_projector(chen)
    await ma.says("小板凳")
    await ma.taps("资源清单")
    assert ma.hears("资源清单，2样", "面包车（汽修厂，王芳）", "投影仪（街道文化站，1台，周末，陈亮）")
    await ma.says("名册 陈亮")
    assert ma.hears("能借：投影仪")
    await ma.taps("1", under="资源清单，2样")
    await ma.taps("撤掉")
    await ma.says("名册 陈亮")
    assert "能借" not in ma.last
    await chen.says("导出我的资料")
    record = json.loads(arrived(play, chen, "document")[1])
    assert [(each["what"], each["unit"], each["state"]) for each in record["offers"]] == [
        ("投影仪", "街道文化站", "withdrawn")
    ]


async def test_nobody_else_answers_for_what_is_hers(play: Play) -> None:
    chen, ma, wang = await play.member("chen"), await play.member("ma"), await play.member("wang")
    await offers_a_projector(chen)
    await lacks_one(ma)
    await ma.taps("问陈亮：投影仪")
    _, data = chen.button("行", "想用您登记的")
    await wang.says("小板凳")
    message, _ = wang.button("问题清单", "看什么")
    await wang.taps_old((message, data))
    assert "不在您手上" in wang.toast
    assert not ma.hears("陈亮答应了")


async def test_what_is_ones_own_needs_no_asking(play: Play) -> None:
    chen, ma = await play.member("chen"), await play.member("ma")
    await offers_a_projector(chen)
    await chen.says("小板凳")
    await chen.taps("记需求")
    await chen.says("放电影缺投影仪")
    await chen.taps("物件")
    await chen.taps("桃源社区")
    await chen.taps("投影仪")
    assert chen.hears("放电影缺投影仪", "说好了：陈亮的投影仪")
    assert not ma.hears("投影仪")


async def test_whoever_cannot_be_reached_is_not_waited_for(play: Play) -> None:
    chen, ma = await play.member("chen"), await play.member("ma")
    await offers_a_projector(chen)
    await lacks_one(ma)
    chen.phone.blocks_bot()
    await play.settled()
    await ma.taps("问陈亮：投影仪")
    assert ma.hears("陈亮", "收不到", "0931-1234567")
