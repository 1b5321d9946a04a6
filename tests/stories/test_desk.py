"""The desk: a list of what needs a hand, three taps to give a matter to somebody, one to take it."""

from __future__ import annotations

import pytest

from tests.stories.duty_people import can
from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio


async def two_matters(play: Play) -> tuple[Somebody, Somebody, Somebody]:
    """王芳 has the lamp in hand; nobody has taken the rubbish. 马丽 sits at the desk."""
    wang, ma, zhao = await play.member("wang"), await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")
    await zhao.files("3号楼楼道有垃圾")
    zhao.rings()
    ma.rings()
    return wang, ma, zhao


async def test_the_screen_puts_first_what_nobody_took_then_what_is_late(play: Play) -> None:
    _, ma, _ = await two_matters(play)
    await play.passes(hours=2)
    await ma.says("案头")
    assert ma.last.splitlines() == [
        "桃源社区案头，今天马丽值班",
        "要您伸手的1件，在办一共2件。",
        "1123-02 有垃圾，桃源里3号楼楼道，没人接，过了今天中午12点",
        "1123-01 路灯坏了，桃源里3号楼2单元门口，王芳，明天上午10点前",
    ]
    await ma.taps("派 1123-02")
    await ma.taps("我来办")
    await play.passes(days=4)
    await ma.says("案头")
    assert ma.last.splitlines()[1] == "要您伸手的2件，在办一共2件。"


async def test_an_empty_desk_says_so(play: Play) -> None:
    ma = await play.member("ma")
    await ma.says("案头")
    assert ma.last == "桃源社区案头，今天马丽值班\n案头清了，没有在办的事。"


async def test_from_the_desk_three_taps_give_what_a_member_has_to_somebody_else(play: Play) -> None:
    wang, ma, zhao = await two_matters(play)
    chen = await play.member("chen")
    wang.rings()
    await ma.says("案头")
    await ma.taps("看 1123-02")
    assert ma.buttons("1123-02 有垃圾", "在王芳手上") == ["派给别人", "我来办", "更多", "经过"]
    await ma.taps("派给别人")
    await ma.taps("陈亮")
    assert chen.hears("1123-02 有垃圾", "前给居民回个话")
    assert zhao.rings() == ["现在由陈亮接着办，今天上午11点前给您回话。"]
    assert ma.last == "1123-02交给陈亮了，居民会知道。"
    assert wang.hears("1123-02 有垃圾，转给陈亮了，您不用管了，谢谢。")
    assert not wang.rings()


async def test_the_desk_takes_what_a_member_has_in_hand_by_one_tap_and_the_resident_hears_once(play: Play) -> None:
    wang, ma, zhao = await two_matters(play)
    wang.rings()
    await ma.says("案头")
    await ma.taps("看 1123-01")
    await ma.taps("我来办")
    assert zhao.rings() == ["马丽接了这件事，周四上午10点前有结果。"]
    assert ma.buttons("您接了") == ["回一句", "办结", "派给别人", "更多", "经过"]
    assert wang.hears("1123-01", "现在在马丽手上")
    assert not wang.rings()


async def test_the_desk_may_take_it_from_the_names_too(play: Play) -> None:
    _, ma, zhao = await two_matters(play)
    await ma.says("案头")
    await ma.taps("看 1123-02")
    await ma.taps("派给别人")
    await ma.taps("我来办", under="派给谁")
    assert zhao.hears("马丽接了这件事")


async def test_the_desk_may_type_a_name_instead(play: Play) -> None:
    _, ma, _ = await two_matters(play)
    chen = await play.member("chen")
    await ma.says("案头")
    await ma.taps("看 1123-02")
    await ma.taps("派给别人")
    await ma.says("陈亮")
    assert chen.hears("1123-02 有垃圾")


async def test_an_unknown_place_is_given_by_name_and_gets_that_members_grid(play: Play) -> None:
    chen, ma, zhao = await play.member("chen"), await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.says("路灯坏了")
    await zhao.says("月亮湾老厂那边")
    await zhao.taps("交给马丽")
    await ma.taps("派给别人")
    assert ma.buttons("地图上没有") == ["陈亮（桃源一网格）", "陈亮（桃源二网格）", "我来办"]
    await ma.taps("陈亮（桃源二网格）")
    assert chen.hears("1123-01 路灯坏了")
    await chen.taps("接了")
    matter = await play.database.read("grid", lambda tx: tx.matters.by_number("1123-01")[0])
    assert matter.spot.grid_id == "g2"


async def test_a_member_cannot_open_the_desk(play: Play) -> None:
    wang = await play.member("wang")
    await wang.says("/desk")
    assert wang.last.startswith("我不认识/desk。")


async def test_more_than_a_screen_of_things_to_do_stands_on_two(play: Play) -> None:
    ma, zhao = await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.says("路灯坏了")
    await zhao.says("桃源里3号楼")
    await zhao.taps("交给马丽")
    await ma.taps("接了")
    await ma.taps("更多")
    first = ma.buttons("您想做什么")
    assert len(first) <= 12
    assert first[-2:] == ["交出去、别的 ›", "没别的"]
    await ma.taps("交出去")
    assert "转12345" in ma.buttons("该交到哪儿")
    await ma.taps("返回")
    assert ma.buttons("您想做什么") == first


async def test_a_matter_given_away_leaves_no_button_behind_that_works(play: Play) -> None:
    wang, ma, _ = await two_matters(play)
    await play.member("chen")
    close = wang.button("办结", "1123-01", "您接了")
    await ma.says("案头")
    await ma.taps("看 1123-01")
    await ma.taps("派给别人")
    await ma.taps("陈亮")
    await wang.taps_old(close)
    assert wang.toast == "这件事不在您手上，所以这里改不了。"


async def test_a_resident_who_blocks_the_bot_is_told_in_person_and_her_matter_goes_on(play: Play) -> None:
    wang, ma, zhao = await two_matters(play)
    zhao.phone.blocks_bot()
    await play.settled()
    await wang.replies("1123-01", "灯泡在路上")
    assert wang.last == "赵奶奶收不到消息，没送到。案头知道了，请您当面说一声。"
    await wang.taps("办结", under="1123-01")
    await wang.taps("办好了")
    await wang.says("换了灯泡")
    await play.passes(minutes=3)
    assert [words for words in ma.rings() if "收不到" in words] == [
        "赵奶奶收不到消息了，1123-01照常办，有话请当面说一声。",
    ]
    end = ma.finds("赵奶奶收不到消息，1123-01办结的话没送到，请当面说一声。")
    assert end.silent  # her phone rang for this one a few minutes ago


async def test_a_block_that_the_platform_keeps_to_itself_is_noticed_when_a_message_comes_back(play: Play) -> None:
    wang, ma, zhao = await two_matters(play)
    zhao.phone.chat.blocked = True
    await wang.taps("接了", under="1123-02")
    assert [words for words in ma.rings() if "收不到" in words] == [
        "赵奶奶收不到消息了，1123-02照常办，有话请当面说一声。"
    ]


async def test_the_name_of_somebody_anonymous_stays_unknown_when_she_is_gone(play: Play) -> None:
    wang, ma, zhao = await play.member("wang"), await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼路灯坏了")
    await zhao.taps("改一改")
    await zhao.taps("不留名")
    await zhao.taps("交给王芳")
    zhao.phone.blocks_bot()
    await play.settled()
    await wang.taps("接了")
    assert ma.hears("报1123-01的居民没留名，也收不到消息了。事照常办。")
    assert not ma.hears("赵奶奶")


async def test_a_fault_keeps_the_words_and_tells_the_person_and_the_desk(play: Play) -> None:
    _, ma, zhao = await two_matters(play)
    await play.database.transact(
        "damage", lambda tx: tx.statements.run("UPDATE matters SET state = 'melted' WHERE seq = 1")
    )
    await zhao.says("怎么样了")
    reference = zhao.last.partition("编号")[2][:6]
    assert zhao.last == f"我这边出了岔子，您的话没丢，编号{reference}。急的话请打0931-1234567。"
    assert ma.hears("有一条消息没处理成", reference)
    kept = await play.database.read("kept", lambda tx: tx.quarantine.count())
    assert kept == 1


async def test_of_many_faults_the_desk_hears_each_and_one_rings(play: Play) -> None:
    _, ma, zhao = await two_matters(play)
    ma.rings()
    await play.database.transact(
        "damage", lambda tx: tx.statements.run("UPDATE matters SET state = 'melted' WHERE seq = 1")
    )
    for _ in range(3):
        await zhao.says("怎么样了")
    assert len([message for message in ma.inbox if "没处理成" in message.text]) == 3
    assert len(ma.rings()) == 1


async def test_nobody_gets_a_matter_who_went_on_leave_after_the_names_were_shown(play: Play) -> None:
    wang, ma, _ = await two_matters(play)
    chen = await play.member("chen")
    await ma.says("案头")
    await ma.taps("看 1123-02")
    await ma.taps("派给别人")
    await chen.says("今天请假")
    await chen.taps("就这样")
    await ma.taps("陈亮", under="派给谁")
    assert ma.hears("这个按钮过时了")
    assert wang.hears("1123-02 有垃圾", "前给居民回个话")
    assert not chen.hears("1123-02")


async def test_a_question_about_what_has_ended_meanwhile_holds_nobody_back(play: Play) -> None:
    _, ma, zhao = await two_matters(play)
    await ma.says("案头")
    await ma.taps("看 1123-02")
    await ma.taps("派给别人")
    await zhao.taps("更多", under="有垃圾")
    await zhao.taps("撤回")
    await zhao.taps("不办了")
    await ma.says("3号楼井盖松了")
    assert "我这样记：桃源里3号楼，井盖松了" in ma.last
    await ma.taps("我来办", under="派给谁")
    assert ma.toast == "这个按钮过时了，现在是这样："
    assert not await play.database.read("quarantine", lambda tx: tx.quarantine.count())


async def test_what_is_taken_back_from_its_end_goes_to_the_deputy_of_whoever_is_on_leave_since(play: Play) -> None:
    wang, _, _ = await two_matters(play)
    chen = await play.member("chen")
    await wang.taps("办结", under="1123-01")
    await wang.taps("办好了")
    await wang.says("换了灯泡")
    await wang.says("今天请假")
    await wang.taps("就这样")
    await wang.taps("撤回", under="1123-01")
    assert chen.hears("1123-01 路灯坏了", "前给居民回个话")


async def test_the_desk_gives_it_to_somebody_who_can_by_writing_what_for(play: Play) -> None:
    ma, _, chen = await play.member("ma"), await play.member("wang"), await play.member("chen")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼2单元门口的路灯坏了")
    await can(play, "chen", skills=("electric",))
    await ma.says("查 路灯")
    await ma.taps("1123-01")
    await ma.taps("派给别人")
    await ma.says("谁会修电路")
    assert ma.buttons("派给哪一位") == ["陈亮（桃源一网格）"]
    await ma.taps("陈亮")
    assert chen.hears("1123-01", "路灯坏了")


async def test_a_group_is_opened_by_a_tap_and_the_desk_again_by_another(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.desk.screen.PAGE", 1)
    _, ma, _ = await two_matters(play)
    await play.passes(hours=2)
    await ma.says("案头")
    assert ma.buttons("案头，今天马丽值班")[-3:] == ["在办 1", "值班", "查"]
    await ma.taps("在办")
    assert ma.last.splitlines()[1:] == ["正常在办的1件", "1123-01 路灯坏了，桃源里3号楼2单元门口，王芳，明天上午10点前"]
    first = ma.button("回案头", "案头，今天马丽值班")
    await ma.taps("回案头")
    assert "1123-02 有垃圾" in ma.last
    await ma.taps("值班", under="案头，今天")
    assert ma.hears("桃源社区值班", "今天11月23日周一")
    for forged in ("page:nothing:0", "page::x", "swap:7", "nothing"):
        await ma.taps_old((first[0], first[1].replace("page::0", forged)))
        assert ma.toast == "这个按钮过时了，现在是这样："
    await play.dismisses("ma")
    await ma.taps_old(first)
    assert ma.toast == "这件事不在您手上，所以这里改不了。"
