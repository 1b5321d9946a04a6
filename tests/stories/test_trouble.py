"""Known trouble: the desk marks it, later reports are answered at once, and everybody who waits hears the end."""

from __future__ import annotations

import pytest

from domain.messages import Address
from domain.people.person import Appointment, Person, Role
from storage.transaction import Transaction
from tests.stories.desk_people import settle_desks, sits_down
from tests.stories.district import appointments
from tests.stories.house import Play, Somebody, told

pytestmark = pytest.mark.asyncio

LEAK = "3号楼2单元漏水"


async def marked(
    play: Play, line: str = "水管爆了，六点左右来水", until: str = ""
) -> tuple[Somebody, Somebody, Somebody]:
    """王芳, 马丽 and 李叔, whose leak made 马丽 mark the grid."""
    wang, ma, li = await play.member("wang"), await play.member("ma"), play.newcomer(102, "李叔")
    await li.files(LEAK)
    await opened(ma, "1123-01")
    await begins_to_mark(ma)
    await ma.says(line)
    if until:
        await ma.taps(until)
    await ma.taps("就这样")
    for each in (wang, ma, li):
        each.rings()
    return wang, ma, li


async def begins_to_mark(ma: Somebody) -> None:
    await ma.taps("更多")
    await ma.taps("大家都在报")


async def opened(ma: Somebody, number: str) -> None:
    await ma.says(number)


async def joined(play: Play, id: int = 101, name: str = "赵奶奶") -> Somebody:
    zhao = play.newcomer(id, name)
    await zhao.says("3号楼漏水了")
    await zhao.taps("好，修好告诉我")
    zhao.rings()
    return zhao


# ---- marking -------------------------------------------------------------------------------------------------------


async def test_from_a_matter_it_takes_three_taps_and_one_line(play: Play) -> None:
    _, ma, li = await play.member("wang"), await play.member("ma"), play.newcomer(102, "李叔")
    await li.files(LEAK)
    await opened(ma, "1123-01")
    await begins_to_mark(ma)
    assert ma.last.startswith("供水漏水 · 桃源一网格。写一句知道些什么、到几点")
    await ma.says("水管爆了，六点左右来水")
    assert ma.hears("再有人报，先读到这句", "这件事社区知道了：水管爆了，六点左右来水。马丽盯着。", "到今天晚上6点。")
    await ma.taps("就这样")
    assert ma.hears("标好了", "没有人在等，马丽盯着。")


async def test_a_later_report_is_answered_at_once_and_joins_by_one_tap(play: Play) -> None:
    wang, ma, _ = await marked(play)
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼漏水了")
    assert zhao.last.startswith("我这样记：桃源里3号楼，漏水了。\n这件事社区知道了：水管爆了，六点左右来水。马丽盯着。")
    assert zhao.buttons("社区知道了")[:2] == ["好，修好告诉我", "不是这件，照样交"]
    await zhao.taps("好，修好告诉我")
    assert zhao.hears("交上去了，编号1123-02", "社区知道了：水管爆了，六点左右来水。马丽盯着，好了告诉您。")
    assert not wang.rings()
    assert not ma.rings()
    assert ma.hears("供水漏水 · 桃源一网格", "1户在等，马丽盯着。")
    await ma.says("大家都在报")
    assert "1户在等，马丽盯着。" in ma.inbox[-2].text


async def test_who_means_something_else_hands_it_in_all_the_same(play: Play) -> None:
    wang, _, _ = await marked(play)
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼漏水了")
    await zhao.taps("不是这件，照样交")
    assert wang.hears("1123-02 漏水了", "前给居民回个话")
    assert zhao.hears("交上去了，编号1123-02", "交给了王芳")


@pytest.mark.parametrize("words", ["好", "是的"])
async def test_a_yes_in_words_joins(play: Play, words: str) -> None:
    await marked(play)
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼漏水了")
    await zhao.says(words)
    assert zhao.hears("交上去了，编号1123-02", "社区知道了")


async def test_across_the_edge_of_the_area_and_for_other_kinds_nothing_is_said_of_it(play: Play) -> None:
    await marked(play)
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("杏林苑8号楼漏水")
    assert not zhao.hears("社区知道了")
    await zhao.taps("不是报事")
    await zhao.taps("没事，发错了")
    await zhao.says("3号楼路灯坏了")
    assert not zhao.hears("社区知道了")


async def test_danger_and_what_has_no_name_never_join(play: Play) -> None:
    await marked(play)
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼漏水了")
    await zhao.taps("改一改")
    await zhao.taps("不留名")
    assert zhao.last.startswith("我这样记")
    assert "社区知道了" not in zhao.last
    other = play.newcomer(103, "孙姐")
    await other.says("3号楼漏水漏电了，有人触电")
    assert not other.hears("社区知道了")


async def test_what_may_be_dangerous_is_never_answered_with_what_is_known(play: Play) -> None:
    await play.member("wang")
    ma = await play.member("ma")
    await ma.says("大家都在报 桃源一网格燃气停气检修，六点恢复")
    await ma.taps("就这样")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼燃气灶打不着")
    assert zhao.hears("社区知道了")
    sun = play.newcomer(103, "孙姐")
    await sun.says("3号楼楼道昨天好像有一点煤气味，怕漏气")
    assert not sun.hears("社区知道了")


async def test_a_picture_alone_is_asked_whether_it_is_this(play: Play) -> None:
    wang, _, _ = await marked(play)
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.sends_photo()
    assert zhao.hears("这件事社区知道了：水管爆了，六点左右来水。马丽盯着。", "您说的是这件吗？")
    await zhao.taps("不是这件")
    assert zhao.last.startswith("我这样记")
    await zhao.taps("交给王芳")
    assert wang.hears("1123-02")


async def test_a_voice_note_joins_too_and_is_first_told_that_it_was_not_understood(play: Play) -> None:
    wang, _, _ = await marked(play)
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.sends_voice()
    assert zhao.last.startswith("收到您")
    await zhao.taps("是供水漏水 · 桃源一网格，修好告诉我")
    assert zhao.hears("交上去了，编号1123-02", "马丽盯着，好了告诉您")
    assert not wang.rings()


async def test_one_building_alone(play: Play) -> None:
    await play.member("wang")
    ma, li = await play.member("ma"), play.newcomer(102, "李叔")
    await li.files(LEAK)
    await opened(ma, "1123-01")
    await begins_to_mark(ma)
    await ma.taps("只是桃源里3号楼")
    await ma.says("水管爆了，六点左右来水")
    await ma.taps("就这样")
    zhao = await joined(play)
    assert zhao.hears("交上去了，编号1123-02")
    near = play.newcomer(103, "孙姐")
    await near.starts("gate1")
    await near.says("漏水了")
    assert not near.hears("社区知道了")


async def test_by_command_with_the_whole_line(play: Play) -> None:
    ma = await play.member("ma")
    await ma.says("/trouble 桃源社区停水，晚上八点来水")
    assert ma.hears("供水漏水 · 桃源社区。再有人报，先读到这句", "到今天晚上8点。")
    await ma.taps("就这样")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("杏林苑8号楼没水")
    assert zhao.hears("社区知道了")


async def test_by_command_alone_kind_place_line_and_end_are_asked(play: Play) -> None:
    ma = await play.member("ma")
    await ma.says("大家都在报")
    await ma.taps("停电")
    await ma.says("月亮上")
    assert ma.last.startswith("这地方我没认出来")
    await ma.taps("桃源二网格")
    await ma.says("变压器坏了，在抢修")
    assert ma.last.startswith("大概到什么时候？")
    await ma.says("快了吧")
    assert ma.last.startswith("没看出是几点")
    await ma.taps("今晚六点")
    assert ma.hears("这件事社区知道了：变压器坏了，在抢修，估计今天晚上6点。马丽盯着。")
    await ma.taps("就这样")
    assert ma.hears("停电 · 桃源二网格", "没有人在等")


async def test_a_member_cannot_mark_and_another_desk_neither(play: Play) -> None:
    wang = await play.member("wang")
    await wang.says("大家都在报")
    assert not wang.hears("大家在报哪一类")


# ---- what is open already ------------------------------------------------------------------------------------------


async def test_what_is_open_already_is_listed_and_joins_by_one_tap(play: Play) -> None:
    wang, ma, li = await marked(play)
    assert ma.hears("现在就有1件同样的", "1123-01 漏水，桃源里3号楼2单元，王芳")
    await ma.taps("把已有的1件也并进来")
    assert li.rings() == ["这件事社区知道了：水管爆了，六点左右来水。马丽盯着。您这件跟着一起办，好了告诉您。"]
    assert wang.hears("供水漏水 · 桃源一网格：马丽一起盯着，您手上同样的不用管了，谢谢。")
    assert wang.hears("1123-01 漏水", "大家都在报，马丽一起盯着，您不用管。")
    assert not wang.rings()
    await play.passes(hours=3)
    assert not wang.rings()


# ---- while it runs -------------------------------------------------------------------------------------------------


async def test_another_time_is_one_line_and_all_who_wait_hear_it_once(play: Play) -> None:
    _, ma, _ = await marked(play)
    zhao = await joined(play)
    await ma.says("大家都在报")
    await ma.taps("改时间")
    await ma.says("配件没到，晚上八点")
    assert ma.hears("改好了，1户会听到一次。", "到今天晚上8点。")
    assert zhao.rings() == ["要再等等，对不住：配件没到，晚上八点。马丽盯着，好了告诉您。"]
    await play.passes(hours=1)
    assert zhao.rings() == []
    sun = play.newcomer(103, "孙姐")
    await sun.says("3号楼漏水了")
    assert sun.hears("配件没到，晚上八点")


async def test_a_time_alone_changes_the_time_and_what_is_known_stays_said(play: Play) -> None:
    _, ma, _ = await marked(play)
    zhao = await joined(play)
    await ma.says("大家都在报")
    await ma.taps("改时间")
    await ma.says("九点半")
    assert zhao.rings() == ["要再等等，对不住：水管爆了，估计今天晚上9点半。马丽盯着，好了告诉您。"]
    sun = play.newcomer(103, "孙姐")
    await sun.says("3号楼漏水了")
    assert sun.hears("这件事社区知道了：水管爆了，估计今天晚上9点半。马丽盯着。")


async def test_a_street_named_in_the_words_is_where_it_is(play: Play) -> None:
    await settle_desks(play)
    he = await sits_down(play, "he")
    await he.says("大家都在报 河湾街道停电，晚上八点来电")
    assert he.hears("停电 · 河湾街道。再有人报，先读到这句", "到今天晚上8点。")


async def test_shortly_before_its_end_the_desk_is_asked_and_two_taps_put_it_off(play: Play) -> None:
    _, ma, _ = await marked(play)
    zhao = await joined(play)
    await play.at(17, 50)
    assert [words for words in ma.rings() if "好了吗" in words] == [
        "供水漏水 · 桃源一网格，说好今天晚上6点。好了吗？1户在等。\n水管爆了，六点左右来水"
    ]
    await ma.taps("再等等")
    await ma.taps("两小时")
    assert zhao.rings() == ["要再等等，对不住：水管爆了，估计今天晚上7点50分。马丽盯着，好了告诉您。"]
    await play.at(18, 5)
    assert zhao.rings() == []


async def test_an_end_that_passes_unanswered_is_owned_up_to_once_and_the_desk_is_asked_hourly(play: Play) -> None:
    _, ma, _ = await marked(play)
    zhao = await joined(play)
    await play.at(17, 59)
    ma.rings()
    await play.at(18, 1)
    assert ma.hears("过了今天晚上6点。好了吗？1户在等。")
    assert not ma.rings()
    assert zhao.rings() == ["说好今天晚上6点，没办到，对不住。马丽接着盯，有准信告诉您。"]
    ma.rings()
    await play.at(20, 30)
    assert len([words for words in ma.rings() if "过了今天晚上6点。好了吗" in words]) == 2
    assert zhao.rings() == []
    sun = play.newcomer(103, "孙姐")
    await sun.says("3号楼漏水了")
    assert sun.hears("水管爆了，六点左右来水。说好今天晚上6点，还没好。马丽盯着。")
    await play.at(7, 5, days=1)
    assert zhao.rings() == []


async def test_an_unknown_end_is_asked_for_every_morning(play: Play) -> None:
    _, ma, _ = await marked(play, "管子找不到漏点，在查", "不知道")
    await play.at(9, 1, days=1)
    assert [words for words in ma.rings() if "还没有准时间。好了吗" in words]


async def test_the_desk_sees_what_runs_and_not_each_that_waits(play: Play) -> None:
    _, ma, _ = await marked(play)
    await ma.taps("把已有的1件也并进来")
    await joined(play)
    await ma.says("案头")
    assert "大家都在报：供水漏水 · 桃源一网格，2户在等" in ma.last
    assert "1123-0" not in ma.last
    assert "0件" not in ma.last
    await ma.taps("大家都在报")
    assert ma.hears("供水漏水 · 桃源一网格", "2户在等，马丽盯着。")


# ---- the end -------------------------------------------------------------------------------------------------------


async def test_the_end_is_one_line_and_each_gets_her_own_question(play: Play) -> None:
    wang, ma, li = await marked(play)
    await ma.taps("把已有的1件也并进来")
    zhao = await joined(play)
    li.rings()
    await ma.says("大家都在报")
    await ma.taps("好了")
    assert ma.last == "写一句怎么好的，或发张照片。等着的2户会读到，各自回一句好没好。"
    await ma.says("管子换了，水来了")
    assert ma.hears("两分钟后告诉2户，要改现在撤回。")
    assert not zhao.rings()
    await play.passes(minutes=3)
    assert ma.hears("好了，等着的都告诉了，各自回话。")
    for each in (zhao, li):
        assert each.rings() == ["马丽说办好了：管子换了，水来了。您看看，好了吗？"]
    wang.rings()
    ma.rings()
    await zhao.taps("好了")
    assert zhao.hears("那就好")
    await li.taps("还没好")
    await li.says("我家还是没水")
    assert wang.hears("1123-01", "居民说还没好，第1回")
    assert li.hears("又开了，王芳接着办")
    assert not ma.rings()


async def test_the_end_can_be_taken_back_within_two_minutes(play: Play) -> None:
    _, ma, _ = await marked(play)
    zhao = await joined(play)
    await ma.says("大家都在报")
    await ma.taps("好了")
    await ma.says("好了")
    await ma.taps("撤回", under="两分钟后告诉1户")
    await play.passes(minutes=5)
    assert not zhao.rings()
    assert ma.hears("1户在等，马丽盯着。")


async def test_a_photo_ends_it_too(play: Play) -> None:
    _, ma, _ = await marked(play)
    zhao = await joined(play)
    await ma.says("大家都在报")
    await ma.taps("好了")
    await ma.sends_photo()
    await play.passes(minutes=3)
    assert zhao.hears("马丽说办好了。您看看，好了吗？")
    assert zhao.finds("马丽说办好了").kind == "photo"


async def test_what_was_marked_by_mistake_goes_to_its_members_with_an_honest_word(play: Play) -> None:
    wang, ma, _ = await marked(play)
    zhao = await joined(play)
    await play.passes(hours=2)
    await ma.says("大家都在报")
    await ma.taps("撤销")
    await ma.taps("撤销", under="真的撤销吗")
    assert zhao.rings() == ["刚才说社区知道这件事，弄混了，对不住。这件单独办，交给王芳，今天中午12点半前给您回话。"]
    assert any("1123-02 漏水了" in words for words in wang.rings())
    assert ma.hears("撤销了，都交回各网格了。")
    sun = play.newcomer(103, "孙姐")
    await sun.says("3号楼漏水了")
    assert not sun.hears("社区知道了")


async def test_many_are_told_a_few_at_a_time_and_none_twice(play: Play) -> None:
    _, ma, _ = await marked(play)
    waiting = [await joined(play, 110 + n, f"居民{n}") for n in range(8)]
    await ma.says("大家都在报")
    await ma.taps("好了")
    await ma.says("水来了")
    await play.passes(minutes=3)
    assert [each.rings() for each in waiting] == [["马丽说办好了：水来了。您看看，好了吗？"]] * 8


# ---- never unowned -------------------------------------------------------------------------------------------------


async def second_desk(play: Play) -> Somebody:
    """牛姐 coordinates the street above, and 马丽 helps out in a grid."""

    def settle(tx: Transaction) -> None:
        tx.people.save(Person("niu", "牛姐"))
        tx.people.bind("niu", Address("telegram", "204"))
        tx.roster.replace(
            [
                *appointments(),
                Appointment("niu", "street", Role.COORDINATOR),
                Appointment("ma", "g2", Role.MEMBER, 2),
            ]
        )

    niu = play.newcomer(204, "牛姐")
    await niu.starts()
    await play.database.transact("roster", settle)
    niu.rings()
    return niu


async def test_of_all_who_cannot_be_reached_the_desk_hears_in_one_line_and_at_the_end_in_another(play: Play) -> None:
    _, ma, _ = await marked(play)
    waiting = [await joined(play, 101, "赵奶奶"), await joined(play, 103, "孙姨")]
    for resident in waiting:
        resident.phone.blocks_bot()
    await play.settled()
    ma.rings()
    await ma.says("大家都在报")
    await ma.taps("改时间")
    await ma.says("八点左右来水")
    unheard = "供水漏水 · 桃源一网格：等着的人里有收不到消息的，案头上有名字，请当面说一声。"
    await play.passes(minutes=1)
    assert ma.rings().count(unheard) == 1
    await ma.taps("好了")
    await ma.says("管子换好了")
    await play.passes(minutes=3)
    heard = [told(message) for message in ma.inbox]
    assert sum("收不到" in words for words in heard) == 2
    assert any(words.startswith("供水漏水 · 桃源一网格好了，有人收不到这个消息") for words in heard)
    await ma.says("案头")
    assert ma.hears("要您伸手的2件", "赵奶奶收不到消息", "孙姨收不到消息")


async def test_whoever_watches_goes_on_leave_and_the_next_desk_goes_on_with_all_of_it(play: Play) -> None:
    _, ma, _ = await marked(play)
    zhao, niu = await joined(play), await second_desk(play)
    await ma.says("请假")
    await ma.says("今天到周五")
    await ma.taps("就这样")
    assert niu.hears("这件现在由您盯着", "供水漏水 · 桃源一网格", "1户在等，牛姐盯着。")
    await zhao.says("怎么样了")
    assert zhao.hears("社区知道了：水管爆了，六点左右来水。牛姐盯着")


async def test_whoever_watches_cannot_be_reached_any_more(play: Play) -> None:
    _, ma, _ = await marked(play)
    zhao, niu = await joined(play), await second_desk(play)
    ma.phone.blocks_bot()
    await play.settled()
    assert niu.hears("这件现在由您盯着")
    await niu.taps("好了", under="这件现在由您盯着")
    await niu.says("水来了")
    await play.passes(minutes=3)
    assert zhao.hears("牛姐说办好了：水来了")


async def test_danger_in_a_later_word_leaves_the_others(play: Play) -> None:
    wang, _, _ = await marked(play)
    zhao = await joined(play)
    await zhao.replies("1123-02", "水漫到电表了，有人触电了")
    assert any("1123-02" in words for words in wang.rings())


async def test_its_whole_way_holds_the_line_that_all_have_read(play: Play) -> None:
    _, ma, _ = await marked(play)
    await joined(play)
    await ma.says("大家都在报")
    await ma.taps("好了")
    await ma.says("管子换了，水来了")
    await play.passes(minutes=3)
    await ma.says("1123-02")
    await ma.taps("经过", under="1123-02")
    assert "您办结（办好了）：管子换了，水来了" in ma.last


async def test_the_desk_can_give_one_of_them_to_somebody_alone(play: Play) -> None:
    wang, ma, _ = await marked(play)
    zhao = await joined(play)
    await ma.says("1123-02")
    assert ma.hears("1123-02", "大家都在报，跟着一起办，您盯着。")
    await ma.taps("派给别人", under="1123-02")
    await ma.taps("王芳")
    assert wang.hears("1123-02 漏水了", "前给居民回个话")
    assert any("现在由王芳接着办" in words for words in zhao.rings())


async def test_asking_how_it_stands_tells_what_is_known_and_nudges_nobody(play: Play) -> None:
    _, ma, _ = await marked(play)
    zhao = await joined(play)
    await zhao.says("怎么样了")
    assert zhao.last == "1123-02 漏水了：社区知道了：水管爆了，六点左右来水。马丽盯着，好了告诉您。"
    assert not ma.rings()


async def test_more_than_a_few_are_listed_each_opens_and_another_can_be_marked(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.matters.trouble_list.IN_FULL", 0)
    _, ma, _ = await marked(play)
    await ma.says("大家都在报")
    assert ma.hears("大家都在报的1件", "供水漏水 · 桃源一网格：", "水管爆了")
    await ma.taps("供水漏水 · 桃源一网格")
    assert ma.buttons("没有人在等")
    await ma.taps("再标一件")
    await ma.taps("供水漏水")
    await ma.taps("桃源二网格")
    await ma.says("又爆了一根，七点来水")
    await ma.taps("换个范围")
    await ma.taps("桃源一网格")
    await ma.taps("就这样")
    assert ma.hears("这一片这一类已经标过了，是这样：")
    await ma.taps("再标一件")
    await ma.taps("停电")
    await ma.taps("桃源二网格")
    await ma.says("变压器坏了，七点来电")
    await ma.taps("算了")
    assert ma.last == "好，没标。"
    assert len(await play.database.read("running", lambda tx: tx.troubles.not_over())) == 1


async def test_a_withdrawal_that_is_thought_better_of_changes_nothing_and_old_buttons_only_say_so(play: Play) -> None:
    _, ma, _ = await marked(play)
    await ma.says("大家都在报")
    old = [ma.button(label, "没有人在等") for label in ma.buttons("没有人在等")]
    await ma.taps("撤销")
    await ma.taps("算了", under="真的撤销吗")
    assert ma.last == "好，还在。"
    await ma.taps("撤销")
    await ma.taps("撤销", under="真的撤销吗")
    for button in (*old, (old[0][0], old[0][1].partition(":")[0] + ":nothing")):
        await ma.taps_old(button)
        assert ma.toast == "这个按钮过时了，现在是这样："


async def test_an_end_that_nobody_knows_any_more_is_said_as_such(play: Play) -> None:
    _, ma, _ = await marked(play)
    zhao = await joined(play)
    await ma.says("大家都在报")
    await ma.taps("改时间")
    await ma.taps("不知道")
    assert zhao.rings() == ["刚得的消息：水管爆了。马丽盯着，好了告诉您。"]


async def test_a_no_to_what_is_known_already_is_no_matter(play: Play) -> None:
    await marked(play)
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼漏水了")
    await zhao.says("不用了")
    assert zhao.last.startswith("那您是？")
    assert not zhao.hears("交上去了")


async def test_who_waits_for_its_end_and_says_the_place_nearer_waits_on(play: Play) -> None:
    wang, _, _ = await marked(play)
    zhao = await joined(play)
    wang.rings()
    await zhao.replies("1123-02", "写错了，是3号楼3单元")
    assert zhao.hears("1123-02", "3单元", "马丽盯着")
    assert not wang.rings()
