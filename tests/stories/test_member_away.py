"""请假 as people say it: half days, leaves made longer, back earlier, and taking a matter all the same."""

from __future__ import annotations

import pytest

from domain.people.person import Appointment, Role
from tests.stories.duty_people import can, joins
from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio


async def two_members(play: Play) -> tuple[Somebody, Somebody, Somebody]:
    """王芳 has taken 赵奶奶's lamp at ten on Monday; 陈亮 is the deputy."""
    wang, chen, zhao = await play.member("wang"), await play.member("chen"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")
    return wang, chen, zhao


async def rests(wang: Somebody, words: str) -> None:
    await wang.says(words)
    await wang.taps("就这样")


async def test_an_afternoon_moves_them_at_noon_and_is_over_in_the_evening(play: Play) -> None:
    wang, chen, zhao = await two_members(play)
    await wang.says("今天下午不在")
    assert wang.hears("11月23日周一下午您休息。1件由陈亮接着办，居民会知道。")
    await wang.taps("就这样")
    assert not chen.hears("1123-01")
    await play.at(12)
    assert chen.hears("1123-01 路灯坏了", "前给居民回个话")
    await play.at(18, 1)
    await zhao.files("3号楼楼道有垃圾")
    assert wang.hears("1123-02 有垃圾")


async def test_half_a_day_asks_which_half(play: Play) -> None:
    wang, _, _ = await two_members(play)
    await wang.says("明天请半天假")
    assert wang.last == "11月24日周二，上午还是下午？"
    await wang.taps("上午")
    assert wang.hears("11月24日周二上午您休息。")


async def test_of_a_day_half_gone_only_the_rest_is_offered(play: Play) -> None:
    wang, _, _ = await two_members(play)
    await play.at(13)
    await wang.says("今天请半天假")
    assert wang.buttons("上午还是下午") == ["下午", "一整天"]


async def test_what_cannot_be_understood_asks_from_when_to_when_with_buttons(play: Play) -> None:
    wang, _, _ = await two_members(play)
    await wang.says("生病了歇几天")
    assert wang.hears("从哪天到哪天休息？")
    assert wang.buttons("从哪天到哪天") == ["今天", "明天", "今天到周日", "下周"]
    await wang.taps("今天到周日")
    assert wang.hears("11月23日周一到11月29日周日您休息。1件由陈亮接着办")


async def test_days_that_are_past_are_asked_again(play: Play) -> None:
    wang, _, _ = await two_members(play)
    await wang.says("11月20号请假")
    assert wang.hears("从哪天到哪天休息？")


async def test_on_leave_a_further_day_makes_it_longer(play: Play) -> None:
    wang, chen, zhao = await two_members(play)
    await rests(wang, "请假到周三")
    await play.at(9, days=1)
    await wang.says("请假到周五")
    assert wang.hears("11月23日周一到11月27日周五您休息。新来的事由陈亮接。")
    await wang.taps("就这样")
    await play.at(9, days=2)
    await zhao.files("3号楼楼道有垃圾")
    assert chen.hears("1126-01 有垃圾")


async def test_a_day_within_a_leave_need_not_be_asked_for(play: Play) -> None:
    wang, _, _ = await two_members(play)
    await rests(wang, "下周请假")
    await wang.says("下周三请假")
    assert wang.last == "12月2日周三您本来就休息，不用再请。"


async def test_two_leaves_that_overlap_are_one_rest(play: Play) -> None:
    wang, chen, zhao = await two_members(play)
    await rests(wang, "明天到周三请假")
    await rests(wang, "周三到周五请假")
    await play.at(9, days=3)
    await zhao.files("3号楼楼道有垃圾")
    assert chen.hears("1126-01 有垃圾")
    await play.at(9, days=2)
    await zhao.files("3号楼楼梯扶手松了")
    assert wang.hears("1128-01")


async def test_back_earlier_in_her_own_words(play: Play) -> None:
    wang, _, zhao = await two_members(play)
    await rests(wang, "请假到周五")
    await wang.says("提前回来了")
    assert wang.hears("好，从现在起有事又会找您。")
    await zhao.files("3号楼楼道有垃圾")
    assert wang.hears("1123-02 有垃圾")


async def test_back_on_an_earlier_day(play: Play) -> None:
    wang, chen, zhao = await two_members(play)
    await rests(wang, "请假到周五")
    await wang.says("提前回来，周三上班")
    assert wang.last == "好，11月25日周三起有事又会找您。"
    await zhao.files("3号楼楼道有垃圾")
    assert chen.hears("1123-02 有垃圾")
    await play.at(8, days=2)
    await zhao.files("3号楼楼梯扶手松了")
    assert wang.hears("1125-01")


async def test_a_leave_ahead_is_taken_back_in_her_own_words(play: Play) -> None:
    wang, chen, _ = await two_members(play)
    await rests(wang, "明天请假")
    await wang.says("不请假了")
    assert wang.last == "好，往后的假都取消了。"
    await play.at(9, days=1)
    assert not chen.hears("1123-01")


async def test_on_leave_taking_a_matter_is_asked_about_and_then_it_is_hers(play: Play) -> None:
    wang, ma, zhao = await play.member("wang"), await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await play.passes(hours=1)
    await rests(wang, "今天请假")
    await play.passes(minutes=1)
    await wang.taps("接了", under="1123-01")
    assert wang.last == "您在休假，接了1123-01「路灯坏了」就算您办，行吗？"
    assert not zhao.hears("王芳接了这件事")
    await wang.taps("行，我来办")
    assert zhao.hears("王芳接了这件事")
    assert wang.hears("1123-01", "您接了")
    assert ma.hears("1123-01", "现在在王芳手上")


async def test_on_leave_she_may_leave_it(play: Play) -> None:
    wang, ma, zhao = await play.member("wang"), await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await play.passes(hours=1)
    await rests(wang, "今天请假")
    await wang.taps("接了", under="1123-01")
    await wang.taps("不了，我歇着")
    assert wang.last == "好，1123-01还在马丽那儿，您歇着。"
    assert ma.buttons("1123-01")[0] == "接了"


async def test_on_leave_danger_is_taken_at_once(play: Play) -> None:
    await play.member("wang")
    chen, zhao = await play.member("chen"), play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼有煤气味，很浓")
    await rests(chen, "今天请假")
    await play.passes(minutes=1)
    await chen.taps("接了")
    assert zhao.hears("陈亮接了这件事")


async def test_a_report_with_days_in_it_is_no_leave(play: Play) -> None:
    wang = await play.member("wang")
    await wang.says("3号楼明天到周五停水")
    assert not wang.hears("您休息")
    assert not wang.hears("从哪天到哪天")


# ---- what moves, said before the yes -------------------------------------------------------------------------------


async def test_the_plan_says_which_matters_move_and_to_whom(play: Play) -> None:
    wang, chen, zhao = await two_members(play)
    await play.newcomer(102, "李叔").files("3号楼楼道有垃圾")
    await wang.says("明天到周五请假")
    assert wang.last.splitlines() == [
        "11月24日周二到11月27日周五您休息。2件由陈亮接着办，居民会知道。",
        "1123-02 有垃圾 → 陈亮",
        "1123-01 路灯坏了 → 陈亮",
    ]
    await wang.taps("就这样")
    await play.at(8, days=1)
    assert chen.hears("1123-01")
    assert zhao.hears("现在由陈亮接着办")


async def test_of_many_four_are_named(play: Play) -> None:
    wang, _, zhao = await two_members(play)
    for words in ("3号楼楼道有垃圾", "3号楼楼梯扶手松了", "3号楼门口路面塌了", "3号楼门禁坏了", "3号楼树枝断了"):
        await zhao.files(words)
    await wang.says("明天请假")
    assert len([line for line in wang.last.splitlines() if "→" in line]) == 4
    assert wang.last.splitlines()[-1] == "还有2件"


async def test_by_the_kind_they_go_to_different_people(play: Play) -> None:
    wang, ma, zhao = await play.member("wang"), await play.member("ma"), play.newcomer(101, "赵奶奶")
    await play.member("chen")
    await can(play, "chen", refuses=("rubbish",))
    await zhao.files()
    await zhao.files("3号楼楼道有垃圾")
    await wang.says("明天请假")
    assert wang.hears("2件有人接着办，居民会知道：", "1123-01 路灯坏了 → 陈亮", "1123-02 有垃圾 → 马丽")
    await wang.taps("就这样")
    await play.at(8, days=1)
    assert ma.hears("1123-02 有垃圾")


async def test_what_she_took_while_resting_stays_hers_through_the_next_leave(play: Play) -> None:
    wang, chen, zhao = await play.member("wang"), await play.member("chen"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await play.passes(hours=1, minutes=30)
    await rests(wang, "请假到周三")
    await play.passes(minutes=1)
    await wang.taps("接了", under="1123-01")
    await wang.taps("行，我来办")
    await wang.says("周四到周五请假")
    assert wang.hears("新来的事由陈亮接。", "1123-01 路灯坏了，是您休假时接的，还是您办。")
    await wang.taps("就这样")
    await play.at(9, days=3)
    assert wang.hears("1123-01", "您接了")
    assert not chen.hears("1123-01", "您接了")


async def test_a_leave_long_after_moves_it(play: Play) -> None:
    wang, chen, zhao = await play.member("wang"), await play.member("chen"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await play.passes(hours=1, minutes=30)
    await rests(wang, "今天请假")
    await play.passes(minutes=1)
    await wang.taps("接了", under="1123-01")
    await wang.taps("行，我来办")
    await wang.says("周四请假")
    assert wang.hears("1件由陈亮接着办", "1123-01 路灯坏了 → 陈亮")
    await wang.taps("就这样")
    await play.at(8, days=3)
    assert chen.hears("1123-01", "前给居民回个话")
    assert zhao.hears("现在由陈亮接着办")


@pytest.mark.parametrize("words", ["王芳下周请假", "王芳明天请假", "Wang Fang is on leave next week"])
async def test_nobody_takes_leave_for_a_colleague(play: Play, words: str) -> None:
    await play.member("wang")
    chen = await play.member("chen")
    await chen.says(words)
    assert chen.last == "请假要王芳自己跟我说一句，事才会转给别人。联系不上就打0931-1234567。"


@pytest.mark.parametrize("words", ["下周请假，陈亮替我", "王芳下周请假", "我王芳下周请假"])
async def test_a_colleagues_name_in_ones_own_leave_is_no_hindrance(play: Play, words: str) -> None:
    wang = await play.member("wang")
    await play.member("chen")
    await wang.says(words)
    assert wang.hears("您休息。")


async def test_an_absent_deputy_is_noticed_when_asking(play: Play) -> None:
    wang, chen, ma = await play.member("wang"), await play.member("chen"), await play.member("ma")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")
    await rests(chen, "今天到周日请假")
    await wang.says("明天请假")
    assert wang.hears("1件由马丽接着办", "1123-01 路灯坏了 → 马丽")
    await wang.taps("就这样")
    await play.at(8, days=1)
    assert ma.hears("1123-01")
    assert not chen.hears("1123-01")


async def test_who_rests_later_than_she_does_is_noticed_too(play: Play) -> None:
    wang, chen, _ = await two_members(play)
    await play.member("ma")
    await rests(chen, "周三到周日请假")
    await wang.says("明天到周五请假")
    assert wang.hears("1件由陈亮接着办", "陈亮11月25日周三起也休息，那以后由马丽接。")


async def test_nothing_is_said_of_a_leave_that_begins_after_hers(play: Play) -> None:
    wang, chen, _ = await two_members(play)
    await play.member("ma")
    await rests(chen, "下周请假")
    await wang.says("明天到周日请假")
    assert wang.hears("1件由陈亮接着办")
    assert not wang.hears("也休息")


async def test_in_place_of_a_buildings_own_member_the_grids_first_is_named(play: Play) -> None:
    _, _, zhao = await two_members(play)
    qiang = await joins(play, "qiang", Appointment("qiang", "b3", Role.MEMBER))
    await qiang.says("今天请假")
    assert qiang.hears("新来的事由王芳接。")
    await qiang.taps("就这样")
    await zhao.says("3号楼楼道有垃圾")
    assert "交给王芳" in zhao.buttons("有垃圾")


async def test_back_again_she_is_asked_for_what_nobody_has_taken(play: Play) -> None:
    wang, chen, zhao = await two_members(play)
    await rests(wang, "今天请假")
    assert not wang.buttons("1123-01")
    await play.at(8, days=1)
    assert wang.buttons("1123-01", "也请了陈亮")[0] == "接了"
    await wang.taps("接了", under="1123-01")
    assert zhao.hears("王芳接了这件事")
    assert chen.hears("1123-01", "在王芳手上")


async def test_back_again_what_others_have_taken_stays_theirs(play: Play) -> None:
    wang, chen, zhao = await two_members(play)
    await rests(wang, "今天请假")
    await chen.taps("接了", under="1123-01")
    cards = len(wang.inbox)
    await wang.says("销假")
    assert wang.last == "好，从现在起有事又会找您。"
    assert len(wang.inbox) == cards + 1
    assert zhao.hears("陈亮在办")
