"""Whoever is lost, changes her mind or raised a false alarm finds the way out in her own words."""

from __future__ import annotations

import pytest

from tests.stories.house import Play
from tests.stories.test_desk import two_matters

pytestmark = pytest.mark.asyncio


@pytest.mark.parametrize("word", ["取消", "退出", "算了", "不报了", "cancel"])
async def test_a_word_leaves_the_question_where_it_is(play: Play, word: str) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("路灯坏了")
    await zhao.says(word)
    assert zhao.last == "好，没记。有事随时说。"
    assert "报事" in zhao.keys


@pytest.mark.parametrize("word", ["取消", "退出", "不想报了"])
async def test_a_word_leaves_the_summary(play: Play, word: str) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼路灯坏了")
    await zhao.says(word)
    assert zhao.last == "好，没记。有事随时说。"
    await zhao.says("3号楼暖气不热")
    assert "暖气不热" in zhao.last
    assert "路灯" not in zhao.last


async def test_a_word_leaves_an_empty_report(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says("报事")
    await zhao.says("算了")
    assert zhao.last == "好，没记。有事随时说。"


async def test_a_word_leaves_the_question_for_her_number(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says("请打电话给我")
    await zhao.says("取消")
    assert zhao.last == "好，什么也没改。有事随时说。"
    assert "报事" in zhao.keys


async def test_a_member_who_says_cancel_has_not_closed_anything(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")
    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.says("取消")
    await play.passes(minutes=3)
    assert wang.last == "好，什么也没改。有事随时说。"
    assert not zhao.hears("说办好了")


async def test_words_for_nobody_are_dropped_and_the_draft_behind_them_stands(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼路灯坏了")
    await zhao.says("都好几天了")
    await zhao.says("取消")
    assert "我这样记" in zhao.last
    assert "好几天" not in zhao.last


async def test_a_bare_yes_answers_this_or_something_new(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await zhao.says("都好几天了")
    await zhao.says("对")
    assert wang.hears("赵奶奶", "都好几天了")
    await wang.says("明天去看")
    await wang.says("好的")
    assert zhao.hears("王芳：明天去看")


@pytest.mark.parametrize("question", ["你是谁", "什么意思?", "看不懂", "人工", "转人工", "who are you"])
async def test_who_asks_what_this_is_hears_it_and_a_telephone(play: Play, question: str) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says(question)
    assert "不是真人" in zhao.last
    assert "0931-1234567" in zhao.last


async def test_a_question_back_leaves_the_open_question_open(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("路灯坏了")
    await zhao.says("什么意思?")
    assert "0931-1234567" in zhao.last
    assert "在哪儿？" in zhao.last
    await zhao.says("3号楼")
    assert "桃源里3号楼，路灯坏了" in zhao.last


async def test_not_knowing_where_is_no_place(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("路灯坏了")
    await zhao.says("我也说不清楚")
    assert "不清" not in zhao.last
    assert "案头会问您" in zhao.last


async def test_a_place_alone_is_asked_what_is_wrong_there(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼")
    assert "那里怎么了" in zhao.last
    await zhao.says("路灯坏了")
    assert "我这样记：桃源里3号楼，路灯坏了。" in zhao.last


async def test_a_false_alarm_is_heard_at_once_and_called_off_by_one_tap(play: Play) -> None:
    wang, ma, zhao = await play.member("wang"), await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼2单元有煤气味")
    wang.rings()
    ma.rings()
    await zhao.says("没事了，是我闻错了")
    assert wang.hears("赵奶奶", "没事了，是我闻错了")
    await zhao.taps("没事了，不用来")
    assert [len([r for r in who.rings() if "不用去了" in r]) for who in (wang, ma)] == [1, 1]
    assert zhao.hears("撤回了")


async def test_a_prank_is_no_place(play: Play) -> None:
    ma, kid = await play.member("ma"), play.newcomer(101, "淘气")
    await kid.says("着火了")
    await kid.says("哈哈骗你的")
    assert ma.hears("淘气", "哈哈骗你的")
    assert not kid.hears("在哈哈骗你的")
    assert "发位置" not in kid.keys
    await kid.says("没事")
    assert kid.hears("撤回了")


async def test_all_right_after_despair_is_passed_on_and_a_person_still_looks_in(play: Play) -> None:
    ma, kid = await play.member("ma"), play.newcomer(101, "淘气")
    await kid.says("我要跳楼哈哈")
    await kid.says("我没事")
    assert ma.hears("淘气", "我没事")
    assert not kid.hears("在我没事")
    assert "真的没事了吗" not in kid.last


async def test_what_need_not_be_done_is_taken_back_after_a_yes(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await zhao.says("不用来修了，谢谢")
    assert zhao.last == "1123-01真的不办了吗？"
    await zhao.taps("不办了")
    assert wang.hears("居民说不办了")


async def test_a_fire_in_a_closing_line_calls_nobody(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")
    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.says("修好了，之前漏电着火了，现在没事")
    assert wang.last == "1123-01记下了，两分钟后告诉居民。"
    assert not wang.hears("我正在叫")


async def test_an_unknown_place_reads_well(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("着火了")
    assert zhao.hears("地方还没定")
    assert not zhao.hears("在地方还没定")


async def test_the_talk_point_stays_her_place_after_the_first_matter(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.files("路灯坏了")
    await zhao.says("暖气不热")
    assert "桃源里东门，暖气不热" in zhao.last


async def test_what_has_ended_is_not_given_to_anybody(play: Play) -> None:
    wang, ma = await play.member("wang"), await play.member("ma")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files()
    await play.passes(hours=2)
    give = ma.button("派给别人")
    await wang.taps("接了")
    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.says("换了灯泡")
    await play.passes(minutes=3)
    await ma.taps_old(give)
    assert ma.toast == "这个按钮过时了，现在是这样："
    assert not ma.hears("派给谁？")


async def test_danger_at_home_is_asked_where_home_is(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says("家里有煤气味")
    assert wang.hears("先看这件", "煤气味")
    assert "在哪儿？" in zhao.last
    await zhao.says("3号楼2单元501")
    assert wang.hears("先看这件", "3号楼2单元501")


async def test_a_yes_to_nothing_is_no_matter(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says("对")
    assert zhao.last == "好的。有事随时说。"


async def test_a_fire_that_is_out_brings_no_new_advice(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼着火了")
    await zhao.says("火灭了，没事了")
    assert zhao.last.startswith("真的没事了吗？")
    assert not zhao.hears("万一有危险")


async def test_an_unsteady_finger_may_press_twice(play: Play) -> None:
    await play.member("wang")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says("3号楼2单元门口的路灯坏了")
    summary = zhao.finds("我这样记")
    zhao.phone.taps(summary.id, "交给王芳")
    zhao.phone.taps(summary.id, "交给王芳")
    await play.settled()
    assert not zhao.hears("过时了")
    assert zhao.hears("1123-01")
    assert not zhao.hears("1123-02")


async def test_asking_for_news_of_several_is_one_message_to_each(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    for words in ("路灯坏了", "垃圾没人收", "暖气不热"):
        await zhao.says(words)
        await zhao.taps("交给王芳")
    zhao.rings()
    wang.rings()
    await zhao.says("怎么样了")
    assert len(zhao.rings()) == 1
    assert len(wang.rings()) == 1
    assert all(words in zhao.last for words in ("路灯坏了", "垃圾没人收", "暖气不热", "我替您问了王芳"))


async def test_words_that_fit_no_button_of_a_question_need_not_go_to_a_resident(play: Play) -> None:
    _, ma, zhao = await two_matters(play)
    await ma.says("案头")
    await ma.taps("看 1123-02")
    await ma.taps("我来办")
    await ma.says("开会")
    await ma.taps("开个会")
    await ma.says("商量路灯的事")
    assert ma.buttons("商量路灯的事", "转给赵奶奶") == ["转给赵奶奶", "一件新事", "都不是，接着刚才问的"]
    await ma.taps("都不是，接着刚才问的")
    assert "开哪一种" in ma.last
    assert not zhao.hears("商量路灯的事")
    await play.passes(hours=1)
    await ma.says("明早来看看")
    assert ma.buttons("明早来看看", "转给赵奶奶") == ["转给赵奶奶", "一件新事"]
