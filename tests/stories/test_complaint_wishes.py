"""What becomes of a complaint about a person: a quiet word, somebody who mediates, or a note that bothers nobody."""

from __future__ import annotations

import pytest

from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio
ROPE = "3号楼501楼上半夜跳绳"


async def complains(play: Play, wish: str) -> tuple[Somebody, Somebody]:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.says(ROPE)
    await zhao.taps(wish)
    return wang, zhao


async def test_after_a_quiet_word_she_is_asked_whether_it_is_better(play: Play) -> None:
    wang, zhao = await complains(play, "私下说一声")
    await wang.taps("接了")
    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.says("说好了十点以后不跳")
    await play.passes(minutes=3)
    assert zhao.hears("王芳私下说过了：说好了十点以后不跳。现在好些了吗？")
    await zhao.taps("还没好")
    await zhao.says("昨晚又跳了")
    assert wang.hears("居民说还没好，第1回", "昨晚又跳了")


async def test_what_is_only_noted_bothers_nobody_and_is_over(play: Play) -> None:
    wang, zhao = await complains(play, "只记下来")
    assert zhao.hears("记下了，编号1123-01", "没有找任何人")
    assert wang.hears("1123-01 桃源里3号楼", "只让记下来，不用您做什么")
    assert not wang.hears("跳绳")
    assert not wang.rings()
    await play.passes(days=20)
    assert not wang.rings()
    assert zhao.rings()[1:] == [zhao.finds("没有找任何人").text]


async def test_what_was_noted_is_taken_up_by_one_tap(play: Play) -> None:
    wang, zhao = await complains(play, "只记下来")
    await play.passes(days=2)
    await zhao.taps("还是请人说一声")
    assert wang.hears("1123-01 噪音", ROPE, "居民想请您私下说一声")
    assert zhao.hears("现在由王芳接着办")
    await wang.taps("接了")
    assert zhao.hears("王芳接了这件事")


async def test_taking_up_still_goes_past_whom_it_is_about(play: Play) -> None:
    wang, ma = await play.member("wang"), await play.member("ma")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼，王芳说话难听")
    await zhao.taps("只记下来")
    await zhao.taps("还是请人说一声")
    assert ma.hears("1123-01 对人的意见", "王芳说话难听")
    assert not wang.rings()


async def test_a_mediator_reads_nothing_before_standing_apart(play: Play) -> None:
    chen = await play.member("chen")
    wang, zhao = await complains(play, "请人调解")
    assert zhao.hears("1123-01 噪音", "王芳会找一位两边都信得过的人来。")
    assert wang.hears("居民想请人调解", "两边都信得过")
    await wang.taps("更多", under="1123-01")
    await wang.taps("转调解")
    await wang.taps("陈亮")
    assert zhao.hears("想请陈亮来调解，正在问")
    assert chen.hears("1123-01 噪音", "想请您来调解")
    assert not chen.hears("跳绳")
    assert chen.buttons("想请您来调解") == ["我与两边没有关系，我来", "我不合适"]
    await chen.taps("我与两边没有关系")
    assert chen.hears("1123-01 噪音", ROPE, "您来调解")
    assert zhao.hears("陈亮接了这件事")
    await zhao.taps("更多", under="陈亮在办")
    await zhao.taps("看经过")
    assert "陈亮说与两边没有关系" in zhao.last


async def test_who_is_not_the_right_one_gives_it_back_unasked_and_is_not_asked_again(play: Play) -> None:
    chen = await play.member("chen")
    wang, _ = await complains(play, "私下说一声")
    await wang.taps("接了")
    await wang.taps("更多", under="您接了")
    await wang.taps("转调解")
    await wang.taps("陈亮")
    await chen.taps("我不合适")
    assert "不会问为什么" in chen.last
    assert wang.hears("1123-01 噪音", ROPE, "居民想请人调解")
    await wang.taps("更多", under="居民想请人调解")
    await wang.taps("转调解")
    assert not any("陈亮" in label for label in wang.buttons("谁来调解"))


async def test_she_may_mediate_herself(play: Play) -> None:
    wang, zhao = await complains(play, "请人调解")
    await wang.taps("更多", under="1123-01")
    await wang.taps("转调解")
    await wang.taps("我来，我与两边没有关系")
    assert zhao.hears("王芳接了这件事")
    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.says("两家说开了")
    await play.passes(minutes=3)
    assert zhao.hears("王芳调解过了：两家说开了。现在好些了吗？")


async def test_a_mediator_who_does_not_answer_holds_nobody_up(play: Play) -> None:
    await play.member("chen")
    ma = await play.member("ma")
    wang, zhao = await complains(play, "请人调解")
    await wang.taps("更多", under="1123-01")
    await wang.taps("转调解")
    await wang.taps("陈亮")
    await play.passes(hours=6)
    assert ma.hears("1123-01 噪音")
    assert zhao.hears("没办到，对不住")


async def test_a_kind_set_later_hides_the_words_from_lists(play: Play) -> None:
    wang, ma = await play.member("wang"), await play.member("ma")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼有个事，三楼那位又来了")
    await wang.taps("接了")
    await wang.taps("更多", under="您接了")
    await wang.taps("是哪一类")
    await wang.taps("对人的意见")
    assert wang.hears("1123-01 对人的意见", "三楼那位又来了")
    await ma.says("案头")
    assert "三楼那位" not in ma.last


async def test_nobody_is_asked_to_mediate_after_second_thoughts(play: Play) -> None:
    wang, _ = await complains(play, "请人调解")
    await wang.taps("更多", under="1123-01")
    await wang.taps("转调解")
    await wang.taps("先不请")
    await wang.taps("接了", under="1123-01")
    await wang.taps("更多", under="1123-01")
    await wang.taps("转调解")
    await wang.taps("我来，我与两边没有关系")
    assert not wang.toast.startswith("这个按钮过时了")
    events = await play.database.read("events", lambda tx: tx.events.of(tx.matters.by_number("1123-01")[0].subject))
    assert [e.type for e in events if e.type in ("StoodApart", "MatterAccepted")] == ["MatterAccepted", "StoodApart"]
