"""What is mine: the list, one matter's whole way, asking for news, adding a word, taking it back."""

from __future__ import annotations

import pytest

from tests.stories.house import Play

pytestmark = pytest.mark.asyncio


async def test_the_list_has_open_ones_first_and_each_opens_by_one_tap(play: Play) -> None:
    await play.member("wang")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    await zhao.files("有一堆垃圾没人清")
    await zhao.taps("更多")
    await zhao.taps("不办了")
    await zhao.taps("不办了")
    await zhao.says("我的事")
    assert "在办的1件\n1123-01 路灯坏了：交给了王芳" in zhao.last
    assert "办过的1件\n1123-02 有一堆垃圾没人清：您撤回了。" in zhao.last
    await zhao.taps("1123-01 路灯坏了")
    assert zhao.last.startswith("1123-01 路灯坏了\n在桃源里3号楼\n交给了王芳")


async def test_one_matters_way_is_told_in_plain_words(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    await play.passes(minutes=20)
    await wang.taps("接了")
    await wang.replies("1123-01", "明早物业来修")
    await zhao.replies("1123-01", "家里有老人")
    await zhao.taps("更多", under="1123-01 路灯坏了")
    await zhao.taps("看经过")
    assert zhao.last.splitlines() == [
        "1123-01 路灯坏了",
        "在桃源里3号楼",
        "今天上午10点 交上来，给王芳",
        "今天上午10点20分 王芳接了",
        "今天上午10点20分 王芳：明早物业来修",
        "今天上午10点20分 您：家里有老人",
        "王芳在办，周四上午10点前有结果。",
    ]


async def test_any_news_gives_the_state_and_one_nudge_a_day(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    await wang.taps("接了")
    wang.rings()
    await zhao.says("怎么样了")
    assert zhao.last == "1123-01 路灯坏了：王芳在办，周四上午10点前有结果。\n我替您问了王芳。"
    assert wang.rings() == ["居民在问：1123-01 路灯坏了，办到哪了？回一句就行。"]
    await zhao.taps("怎么样了")
    assert zhao.last == "1123-01 路灯坏了：王芳在办，周四上午10点前有结果。"
    assert not wang.rings()
    await play.passes(hours=25)
    wang.rings()
    await zhao.says("修好了没")
    assert any("居民在问" in rung for rung in wang.rings())


async def test_who_has_nothing_open_is_told_so(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts()
    await zhao.says("怎么样了")
    assert zhao.last.startswith("您现在没有在办的事")


async def test_the_number_as_it_is_said_on_the_telephone_opens_the_matter(play: Play) -> None:
    zhao, li = play.newcomer(101, "赵奶奶"), play.newcomer(102, "李叔")
    await zhao.files("3号楼路灯坏了")
    await zhao.says("1123-01")
    assert zhao.last.startswith("1123-01 路灯坏了")
    await li.starts("gate1")
    await li.says("1123-01")
    assert not li.hears("路灯坏了")


async def test_a_line_is_passed_on_and_confirmed_without_contacts(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    await zhao.replies("1123-01", "晚上更黑")
    assert zhao.last == "已转给王芳。"
    assert zhao.buttons("已转给王芳") == ["撤回"]
    assert wang.hears("赵奶奶（1123-01 路灯坏了）：晚上更黑")
    assert not any("139" in message.text for message in wang.inbox)


async def test_withdrawing_takes_two_taps_and_both_cards_say_so(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    await zhao.taps("更多")
    await zhao.taps("不办了")
    assert zhao.last == "1123-01真的不办了吗？"
    await zhao.taps("不办了")
    assert zhao.last == "1123-01撤回了。要再办，随时说。"
    assert wang.hears("1123-01", "居民撤回了")
    assert wang.buttons("1123-01", "居民撤回了") == []
    assert zhao.buttons("1123-01 路灯坏了", "您撤回了") == []


async def test_second_thoughts_keep_it(play: Play) -> None:
    await play.member("wang")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    await zhao.taps("更多")
    await zhao.taps("不办了")
    await zhao.taps("接着办")
    assert zhao.hears("1123-01 路灯坏了", "交给了王芳")


async def test_the_card_is_edited_in_place(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    card = zhao.finds("编号1123-01").id
    await wang.taps("接了")
    assert zhao.finds("1123-01", "王芳在办").id == card
    assert zhao.finds("王芳接了这件事").reply_to == card


@pytest.mark.parametrize("words", ["很好", "5", "五分", "满意"])
async def test_a_grade_can_be_typed(play: Play, words: str) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    await wang.taps("接了")
    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.says("换了灯泡")
    await play.passes(minutes=3)
    await zhao.says("好了")
    await zhao.says(words)
    assert zhao.hears("记下了，谢谢您。")
    assert not zhao.hears("对吗？", words)


async def test_what_has_its_end_meanwhile_is_not_withdrawn_any_more(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")
    await zhao.says("我的事")
    await zhao.taps("更多")
    await zhao.taps("撤回")
    await wang.taps("办结", under="1123-01")
    await wang.taps("办好了")
    await wang.says("换了灯泡")
    await play.passes(minutes=3)
    await zhao.taps("不办了", under="真的不办了吗")
    assert zhao.last == "1123-01已经办完了，不用撤。"
    assert not await play.database.read("withdrawn", lambda tx: tx.matters.by_number("1123-01")[0].withdrawn)
