"""What a member and a desk do, played so that it can be counted."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from tests.stories.consulting import asks, neighbours
from tests.stories.desk_people import settle_desks, sits_down
from tests.stories.duty_people import can
from tests.stories.hand import ROPE, Hand, a_closed_lamp, a_complaint, a_lamp, people
from tests.stories.house import Play, Somebody


async def accepts(play: Play) -> Hand:
    wang, zhao = await a_lamp(play)
    hand = Hand(wang)
    await hand.taps("接了")
    assert zhao.hears("王芳接了这件事")
    return hand


async def reports_progress(play: Play) -> Hand:
    wang, zhao = await a_lamp(play, taken=True)
    hand = Hand(wang)
    await hand.replies("1123-01", "明早物业来修")
    assert zhao.hears("王芳：明早物业来修")
    return hand


async def says_ready_phrase(play: Play) -> Hand:
    wang, zhao = await a_lamp(play, taken=True)
    hand = Hand(wang)
    await hand.taps("回一句")
    await hand.taps("我马上去看")
    assert zhao.hears("王芳：我马上去看。")
    return hand


async def sees_number(play: Play) -> Hand:
    wang, zhao = await a_lamp(play, taken=True)
    await zhao.says("13800001111")
    await zhao.taps("可以")
    hand = Hand(wang)
    await hand.taps("看号码")
    assert "13800001111" in wang.last
    return hand


async def closes(play: Play) -> Hand:
    wang, zhao = await a_lamp(play, taken=True)
    hand = Hand(wang)
    await hand.taps("办结")
    await hand.taps("办好了")
    await hand.says("换了灯泡")
    await play.passes(minutes=3)
    assert zhao.hears("王芳说办好了：换了灯泡")
    return hand


async def undoes(play: Play) -> Hand:
    wang, _ = await a_closed_lamp(play)
    hand = Hand(wang)
    await hand.taps("撤回", under="两分钟后告诉居民")
    assert wang.hears("撤回了，接着办。")
    return hand


async def hands_on(play: Play) -> Hand:
    chen = await play.member("chen")
    wang, _ = await a_lamp(play, taken=True)
    hand = Hand(wang)
    await hand.taps("不归我")
    await hand.taps("转给陈亮")
    assert chen.hears("1123-01 路灯坏了")
    return hand


async def gives_back(play: Play) -> Hand:
    ma = await play.member("ma")
    wang, _ = await a_lamp(play, taken=True)
    hand = Hand(wang)
    await hand.taps("不归我")
    await hand.taps("交回案头")
    await hand.taps("不是我这片")
    assert ma.hears("1123-01 路灯坏了")
    return hand


async def takes_leave(play: Play) -> Hand:
    wang, _ = await people(play)
    hand = Hand(wang)
    await hand.says("下周请假")
    await hand.taps("就这样")
    assert wang.hears("好好休息")
    return hand


async def comes_back(play: Play) -> Hand:
    wang, _ = await people(play)
    await wang.says("今天请假")
    await wang.taps("就这样")
    hand = Hand(wang)
    await hand.says("销假")
    assert wang.hears("从现在起有事又会找您")
    return hand


async def asks_a_mediator(play: Play) -> Hand:
    chen = await play.member("chen")
    wang, _ = await a_complaint(play, "请人调解")
    hand = Hand(wang)
    await hand.taps("更多", under="1123-01")
    await hand.taps("转调解")
    await hand.taps("陈亮")
    assert chen.hears("想请您来调解")
    return hand


async def agrees_to_mediate(play: Play) -> Hand:
    chen = await play.member("chen")
    wang, zhao = await a_complaint(play, "请人调解")
    await wang.taps("更多", under="1123-01")
    await wang.taps("转调解")
    await wang.taps("陈亮")
    hand = Hand(chen)
    await hand.taps("我与两边没有关系")
    assert zhao.hears("陈亮接了这件事")
    return hand


async def takes_one_out(play: Play) -> Hand:
    wang, zhao = await people(play)
    await zhao.files("3号楼路灯坏了，还有垃圾没人收")
    hand = Hand(wang)
    await hand.taps("更多", under="1123-01")
    await hand.taps("这是两件事")
    await hand.taps("垃圾没人收")
    assert zhao.hears("您说的是两件事")
    return hand


async def puts_it_back(play: Play) -> Hand:
    split = await takes_one_out(play)
    hand = Hand(split.somebody)
    await hand.taps("还是一件")
    assert hand.somebody.hears("1123-02并回1123-01了")
    return hand


async def puts_together(play: Play) -> Hand:
    wang, zhao = await a_lamp(play)
    await zhao.says("/report 3号楼2单元门口的路灯还是不亮")
    await zhao.taps("是新的")
    hand = Hand(wang)
    await hand.taps("更多", under="1123-02")
    await hand.taps("和另一件并起来")
    await hand.taps("1123-01")
    assert wang.hears("1123-02并到1123-01")
    return hand


# ---- the desk ------------------------------------------------------------------------------------------------------


async def at_the_desk(play: Play) -> tuple[Somebody, Somebody]:
    """马丽 has what her member gave back."""
    ma, chen = await play.member("ma"), await play.member("chen")
    wang, _ = await a_lamp(play, taken=True)
    await wang.taps("不归我")
    await wang.taps("交回案头")
    await wang.taps("不是我这片")
    return ma, chen


async def gives(play: Play) -> Hand:
    ma, chen = await at_the_desk(play)
    hand = Hand(ma)
    await hand.taps("派给别人")
    await hand.taps("陈亮")
    assert chen.hears("1123-01 路灯坏了")
    return hand


async def takes_over(play: Play) -> Hand:
    ma = await play.member("ma")
    _, zhao = await a_lamp(play, taken=True)
    await ma.says("1123-01")
    hand = Hand(ma)
    await hand.taps("我来办")
    assert zhao.hears("马丽接了这件事")
    return hand


async def takes_duty(play: Play) -> Hand:
    await settle_desks(play)
    await play.member("ma")
    zhou = await sits_down(play, "zhou")
    hand = Hand(zhou)
    await hand.says("值班")
    await hand.taps("今天我值班")
    assert "今天您值班" in zhou.toast
    return hand


async def opens_words(play: Play) -> Hand:
    ma = await play.member("ma")
    await a_complaint(play, "私下说一声")
    await ma.says("1123-01")
    hand = Hand(ma)
    await hand.taps("看内容")
    assert ROPE in ma.last
    return hand


async def puts_to_a_neighbours(play: Play) -> Hand:
    wang, zhao, li = await play.member("wang"), play.newcomer(101, "赵奶奶"), play.newcomer(102, "李叔")
    await zhao.files()
    await li.files("3号楼路灯不亮")
    await wang.taps("接了", under="1123-02")
    hand = Hand(wang)
    await hand.taps("办结")
    await hand.taps("并入另一件")
    await hand.taps("1123-01")
    assert wang.hears("1123-02并到1123-01了")
    return hand


async def asks_for_a_hand(play: Play) -> Hand:
    wang, chen = await _a_leak_and_a_plumber(play)
    hand = Hand(wang)
    await hand.replies("1123-01", "谁会修水管？")
    await hand.taps("问陈亮")
    assert chen.hears("王芳想请您搭把手")
    return hand


async def asks_for_a_hand_by_taps(play: Play) -> Hand:
    wang, chen = await _a_leak_and_a_plumber(play)
    hand = Hand(wang)
    await hand.taps("更多")
    await hand.taps("请人帮忙")
    await hand.taps("会水电的")
    assert chen.hears("王芳想请您搭把手")
    return hand


async def lends_a_hand(play: Play) -> Hand:
    wang, chen = await _a_leak_and_a_plumber(play)
    await wang.replies("1123-01", "谁会修水管？")
    await wang.taps("问陈亮")
    hand = Hand(chen)
    await hand.taps("我来帮")
    assert wang.hears("陈亮来帮1123-01")
    return hand


async def is_done_with_helping(play: Play) -> Hand:
    hand = await lends_a_hand(play)
    done = Hand(hand.somebody)
    await done.taps("我帮完了")
    assert hand.somebody.hears("您帮完了，谢谢。")
    return done


async def _a_leak_and_a_plumber(play: Play) -> tuple[Somebody, Somebody]:
    wang, chen, zhao = await play.member("wang"), await play.member("chen"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼2单元厨房水管漏水")
    await wang.taps("接了")
    await can(play, "chen", skills=("plumbing",))
    return wang, chen


async def calls_it_none(play: Play) -> Hand:
    wang, _ = await a_lamp(play)
    ma = await play.member("ma")
    hand = Hand(wang)
    await hand.taps("更多")
    await hand.taps("不是正经事")
    assert ma.hears("不是正经事")
    return hand


async def mutes(play: Play) -> Hand:
    ma = await play.member("ma")
    wang, zhao = await a_lamp(play)
    await wang.taps("更多")
    await wang.taps("不是正经事")
    hand = Hand(ma)
    await hand.taps("停七天")
    await hand.taps("开玩笑的")
    assert zhao.hears("1123-01没有当事办")
    return hand


async def notes_a_visit(play: Play) -> Hand:
    wang, _ = await people(play)
    hand = Hand(wang)
    await hand.says("走访")
    await hand.taps("桃源里3号楼")
    await hand.says("李奶奶腿脚好多了")
    await hand.taps("记下")
    assert wang.hears("记下了")
    return hand


async def reports_on_a_visit(play: Play) -> Hand:
    wang, _ = await people(play)
    hand = Hand(wang)
    await hand.says("走访")
    await hand.taps("桃源里3号楼")
    await hand.says("楼道灯坏了")
    await hand.taps("报成小事")
    await hand.taps("住户，本人知道")
    await hand.taps("交给")
    assert wang.hears("认领码")
    return hand


async def calls_the_bench(play: Play) -> Hand:
    wang, zhao = await a_lamp(play)
    hand = Hand(wang)
    await hand.says("开会")
    for label in ("开个会", "桃源里东门", "11月24日", "到时候再说", "这里的居民", "就请这些", "发出去"):
        await hand.taps(label)
    assert zhao.hears("王芳请您参加")
    return hand


async def answers_an_invitation(play: Play) -> Hand:
    chen = await play.member("chen")
    ma = await play.member("ma")
    await ma.says("开会")
    for label in (
        "开个会",
        "小板凳会",
        "桃源社区",
        "桃源里东门",
        "11月24日",
        "到时候再说",
        "这里的委员",
        "就请这些",
        "发出去",
    ):
        await ma.taps(label)
    hand = Hand(chen)
    await hand.taps("去")
    assert chen.hears("您说：去")
    return hand


async def asks_an_area(play: Play) -> Hand:
    (zhao,) = await neighbours(play, "赵奶奶")
    hand = Hand(await play.member("ma"))
    await hand.says("问计 活动室开到几点好\n六点\n九点")
    for label in ("桃源社区", "三天", "发出去"):
        await hand.taps(label)
    assert zhao.hears("活动室开到几点好")
    return hand


async def tells_what_came_of_it(play: Play) -> Hand:
    ma, (zhao,) = await play.member("ma"), await neighbours(play, "赵奶奶")
    await asks(ma)
    await zhao.taps("九点")
    await play.at(9, 0, days=4)
    hand = Hand(ma)
    await hand.replies("问完了", "开到九点")
    await hand.taps("发出去")
    assert zhao.hears("有结果了：开到九点")
    return hand


MEMBER: dict[str, Callable[[Play], Awaitable[Hand]]] = {
    "accept": accepts,
    "report progress": reports_progress,
    "see the number that she gave": sees_number,
    "a ready phrase": says_ready_phrase,
    "close": closes,
    "note a visit": notes_a_visit,
    "report for somebody on a visit": reports_on_a_visit,
    "call a small bench meeting": calls_the_bench,
    "answer an invitation": answers_an_invitation,
    "undo a closing": undoes,
    "hand on to the right grid": hands_on,
    "give back to the desk": gives_back,
    "take leave": takes_leave,
    "back from leave": comes_back,
    "ask somebody to mediate": asks_a_mediator,
    "agree to mediate": agrees_to_mediate,
    "take a second matter out": takes_one_out,
    "undo taking it out": puts_it_back,
    "put two of one person together": puts_together,
    "put one to a neighbour's": puts_to_a_neighbours,
    "ask for a hand": asks_for_a_hand,
    "ask for a hand by taps": asks_for_a_hand_by_taps,
    "lend a hand": lends_a_hand,
    "say that one's part is done": is_done_with_helping,
    "call it no matter": calls_it_none,
    "stop listening for a week": mutes,
    "ask an area": asks_an_area,
    "tell what came of a question": tells_what_came_of_it,
    "give to somebody": gives,
    "take it over": takes_over,
    "take the duty over": takes_duty,
    "open words about a person": opens_words,
}
"""By the name of the act in docs/taps.md."""
