"""Me too: a neighbour with the same trouble joins by one tap, keeps her own number, and each is asked at the end."""

from __future__ import annotations

import pytest

from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio

FIRST = "3号楼2单元501门口的路灯坏了"
SECOND = "3号楼路灯坏了"


async def first(play: Play, words: str = FIRST) -> tuple[Somebody, Somebody]:
    """王芳, and 赵奶奶 who has reported the lamp."""
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files(words)
    wang.rings()
    zhao.rings()
    return wang, zhao


async def second(play: Play, words: str = SECOND, id: int = 102, name: str = "李叔") -> Somebody:
    li = play.newcomer(id, name)
    await li.says(words)
    await li.taps("同一件，我也算一个")
    li.rings()
    return li


# ---- at filing -----------------------------------------------------------------------------------------------------


async def test_a_neighbour_reads_what_where_and_when_in_our_words_and_joins_by_one_tap(play: Play) -> None:
    wang, _ = await first(play)
    await wang.taps("接了")
    await play.passes(days=1)
    wang.rings()
    li = play.newcomer(102, "李叔")
    await li.says(SECOND)
    assert li.last == (
        "我这样记：桃源里3号楼，路灯坏了。\n桃源里3号楼的路灯照明，昨天有邻居报过。王芳在办，后天上午10点前有结果。\n"
        "是同一件吗？邻居看不到您的名字和话。"
    )
    assert li.buttons("是同一件吗") == ["同一件，我也算一个", "不是，另报一件", "改一改", "不是报事"]
    await li.taps("同一件，我也算一个")
    assert li.hears("交上去了，编号1124-01", "和邻居报的是同一件，一起办。王芳在办，后天上午10点前有结果。")
    assert not wang.rings()
    assert wang.hears("1123-01", "2户")


async def test_a_yes_in_words_joins_and_another_lamp_is_handed_in(play: Play) -> None:
    wang, _ = await first(play)
    li = play.newcomer(102, "李叔")
    await li.says(SECOND)
    await li.says("是的")
    assert li.hears("交上去了，编号1123-02", "和邻居报的是同一件")
    sun = play.newcomer(103, "孙姐")
    await sun.says(SECOND)
    await sun.taps("不是，另报一件")
    assert sun.hears("交上去了，编号1123-03", "交给了王芳")
    assert wang.hears("1123-03")


@pytest.mark.parametrize(
    "words",
    ["杏林苑8号楼路灯坏了", "3号楼5单元路灯坏了", "3号楼没暖气", "3号楼楼上太吵了", "3号楼路灯坏了，有人触电了"],
)
async def test_another_place_or_kind_and_what_is_discreet_or_dangerous_is_not_asked_about(
    play: Play, words: str
) -> None:
    await first(play)
    li = play.newcomer(102, "李叔")
    await li.says(words)
    assert not li.hears("邻居报过")


async def test_what_has_no_name_is_neither_shown_nor_joined(play: Play) -> None:
    _, zhao = await first(play)
    li = play.newcomer(102, "李叔")
    await li.says(SECOND)
    await li.taps("改一改")
    await li.taps("不留名")
    assert "邻居报过" not in li.last
    await zhao.taps("更多")
    await zhao.taps("改成不留名")
    sun = play.newcomer(103, "孙姐")
    await sun.says(SECOND)
    assert not sun.hears("邻居报过")


async def test_noise_is_shown_to_nobody(play: Play) -> None:
    await play.member("wang")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼楼上太吵了")
    await zhao.taps("私下说")
    li = play.newcomer(102, "李叔")
    await li.says("3号楼楼上太吵了")
    assert not li.hears("邻居报过")


async def test_her_own_is_not_offered_to_her(play: Play) -> None:
    _, zhao = await first(play)
    await zhao.says("又有一个，3号楼的路灯坏了")
    assert not zhao.hears("邻居报过")


async def test_of_several_the_likeliest_is_first_and_three_at_most(play: Play) -> None:
    await first(play, "3号楼路灯坏了")
    for n, unit in enumerate("2345", start=2):
        other = play.newcomer(100 + n, f"邻居{n}")
        await other.files(f"3号楼{unit}单元路灯坏了")
    li = play.newcomer(120, "李叔")
    await li.says("3号楼4单元路灯坏了")
    assert "第1件" in li.last
    assert li.buttons("第1件")[0] == "第1件就是，我也算一个"
    assert "第4件" not in li.last
    await li.taps("第1件就是")
    assert li.hears("和邻居报的是同一件")


async def test_a_pin_near_by_is_the_same_place(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.pins(103.7350, 36.0650)
    await zhao.says("路灯坏了")
    await zhao.taps("交给王芳")
    li, sun = play.newcomer(102, "李叔"), play.newcomer(103, "孙姐")
    await li.pins(103.7353, 36.0651)
    await li.says("这里路灯坏了")
    assert "有邻居报过" in li.last
    await sun.pins(103.7380, 36.0650)
    await sun.says("这里路灯坏了")
    assert "有邻居报过" not in sun.last
    assert wang.hears("路灯坏了")


# ---- what each hears -----------------------------------------------------------------------------------------------


async def test_who_takes_it_is_told_to_all(play: Play) -> None:
    wang, zhao = await first(play)
    li = await second(play)
    await wang.taps("接了")
    for each in (zhao, li):
        assert each.rings() == ["王芳接了这件事，周四上午10点前有结果。"]


async def test_an_answer_to_the_card_goes_to_all_and_is_said_so(play: Play) -> None:
    wang, zhao = await first(play)
    li = await second(play)
    await wang.replies("1123-01", "灯泡下午就换")
    assert zhao.hears("王芳：灯泡下午就换")
    assert li.hears("王芳：灯泡下午就换")
    assert wang.hears("已转给2户，这件算您接了。")
    await wang.taps("撤回", under="已转给2户")
    assert not zhao.hears("灯泡下午就换")
    assert not li.hears("灯泡下午就换")


async def test_an_answer_to_one_household_stays_with_it(play: Play) -> None:
    wang, zhao = await first(play)
    li = await second(play)
    await wang.taps("接了")
    await li.replies("1123-02", "我家门口更黑")
    assert wang.hears("我家门口更黑")
    await wang.replies("我家门口更黑", "好，我去看看")
    assert li.hears("王芳：好，我去看看")
    assert not zhao.hears("我去看看")
    await zhao.replies("王芳接了", "谢谢，几点来")
    await wang.replies("几点来", "五点到")
    assert zhao.hears("王芳：五点到")
    assert not li.hears("五点到")


@pytest.mark.parametrize("words", ["赵奶奶，下午就换", "501门口的下午换"])
async def test_what_names_somebody_goes_to_one_household_only(play: Play, words: str) -> None:
    wang, zhao = await first(play)
    li = await second(play)
    await wang.replies("1123-01", words)
    assert zhao.hears(words)
    assert not li.hears(words)
    assert wang.hears("只转给了赵奶奶")


async def test_what_names_another_household_goes_to_nobody(play: Play) -> None:
    wang, zhao = await first(play)
    li = await second(play)
    await wang.replies("1123-01", "李叔也报了，下午换")
    assert not zhao.hears("下午换")
    assert not li.hears("下午换")
    assert wang.hears("另一户的称呼", "没有转出去")


async def test_a_ready_phrase_reaches_each_in_her_language(play: Play) -> None:
    wang, _ = await first(play)
    tom = play.newcomer(104, "Tom", "en")
    await tom.says("The street light at building 3 is broken")
    await tom.taps("The same, count me in")
    await wang.taps("接了")
    await wang.taps("回一句")
    await wang.taps("我马上去看")
    assert tom.hears("Wang Fang: I am on my way to look.")


async def test_another_owner_is_told_to_all(play: Play) -> None:
    wang, zhao = await first(play)
    li = await second(play)
    chen = await play.member("chen")
    await wang.says("今天请假")
    await wang.taps("就这样")
    assert chen.hears("1123-01", "2户")
    assert zhao.hears("现在由陈亮接着办")
    assert li.hears("现在由陈亮接着办")


async def test_asking_how_it_is_reaches_its_member_once_a_day_for_all(play: Play) -> None:
    wang, zhao = await first(play)
    li = await second(play)
    await li.says("怎么样了")
    assert li.hears("1123-02 路灯坏了：和邻居报的是同一件", "我替您问了王芳")
    assert wang.hears("居民在问：1123-01 路灯坏了")
    await zhao.says("怎么样了")
    assert not zhao.hears("我替您问")
    await zhao.taps("更多")
    await zhao.taps("看经过")
    assert not zhao.hears("李叔")


async def test_what_waits_for_the_first_household_is_not_asked_of_the_next(play: Play) -> None:
    wang, zhao = await first(play)
    li = await second(play)
    await wang.taps("接了")
    await wang.taps("更多")
    await wang.taps("先等一等")
    await wang.taps("等居民")
    await wang.taps("后天")
    await wang.taps("就这样")
    assert zhao.rings()[-1] == "在等一句回话，后天上午9点再看。王芳在办。"
    assert li.rings()[-1] == "在等先报的那户一句回话，后天上午9点再看。王芳在办。"
    sun = play.newcomer(103, "孙姐")
    await sun.says(SECOND)
    assert "在等先报的那户一句回话" in sun.last


# ---- the end -------------------------------------------------------------------------------------------------------


async def closes(play: Play, wang: Somebody, line: str = "换了新灯泡", cause: str = "办好了") -> None:
    await wang.taps("接了")
    await wang.taps("办结")
    await wang.taps(cause)
    await wang.says(line)
    await play.passes(minutes=3)


async def test_closing_the_first_closes_all_and_each_has_her_own_word(play: Play) -> None:
    wang, zhao = await first(play)
    li = await second(play)
    await closes(play, wang)
    for each in (zhao, li):
        assert each.hears("王芳说办好了：换了新灯泡。您看看，好了吗？")
    await zhao.taps("好了")
    wang.rings()
    await li.taps("还没好")
    await li.says("还是不亮")
    assert wang.hears("1123-02", "还是不亮")
    assert li.hears("又开了，王芳接着办")
    assert not zhao.hears("又开了")
    await zhao.says("我的事")
    assert zhao.hears("1123-01", "您说好了")


async def test_a_line_that_names_somebody_is_not_read_to_the_others(play: Play) -> None:
    wang, zhao = await first(play)
    li = await second(play)
    await closes(play, wang, "赵奶奶家门口的换好了")
    assert zhao.hears("赵奶奶家门口的换好了")
    assert li.hears("王芳说办好了。您看看，好了吗？")


async def test_a_photograph_of_somebodys_flat_is_for_that_household(play: Play) -> None:
    wang, zhao = await first(play, "3号楼2单元501没暖气")
    li = await second(play, "3号楼没暖气")
    await wang.taps("接了")
    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.sends_photo(caption="阀门换了")
    await play.passes(minutes=3)
    assert "photo" in [message.kind for message in zhao.inbox]
    assert li.hears("王芳说办好了：阀门换了")
    assert "photo" not in [message.kind for message in li.inbox]


async def test_what_ended_for_one_household_alone_goes_on_for_the_next(play: Play) -> None:
    wang, zhao = await first(play)
    li = await second(play)
    await closes(play, wang, "打了三次没人接", "联系不上")
    assert zhao.hears("没联系上您")
    assert not li.hears("没联系上您")
    assert wang.hears("1123-02 路灯坏了")
    await wang.says("我的任务")
    assert "1123-02" in wang.last


async def test_when_the_first_withdraws_the_next_goes_on_in_the_same_hands(play: Play) -> None:
    wang, zhao = await first(play)
    li, sun = await second(play), await second(play, id=103, name="孙姐")
    await wang.taps("接了")
    for each in (wang, zhao, li, sun):
        each.rings()
    await zhao.taps("更多")
    await zhao.taps("不办了，撤回")
    await zhao.taps("不办了")
    assert wang.hears("1123-01 路灯坏了，这户撤回了；邻居报的1123-02还在，接着办。")
    assert not wang.rings()
    assert not li.rings()
    assert not sun.rings()
    assert li.hears("王芳在办，周四上午10点前有结果。")
    await wang.says("我的任务")
    assert "1123-02 路灯坏了 · 2户" in wang.last
    await wang.taps("1123-02")
    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.says("换好了")
    await play.passes(minutes=3)
    for each in (li, sun):
        assert each.hears("王芳说办好了：换好了")


async def test_who_waits_can_withdraw_hers_and_nobody_is_disturbed(play: Play) -> None:
    wang, zhao = await first(play)
    li = await second(play)
    zhao.rings()
    wang.rings()
    await li.taps("更多")
    await li.taps("不办了，撤回")
    await li.taps("不办了")
    assert li.hears("1123-02撤回了")
    assert not wang.rings()
    assert not zhao.rings()


# ---- late ----------------------------------------------------------------------------------------------------------


async def test_a_broken_promise_is_owned_up_to_by_all(play: Play) -> None:
    wang, zhao = await first(play)
    li = await second(play)
    await wang.taps("接了")
    await play.passes(days=4)
    for each in (zhao, li):
        assert each.hears("没办到，对不住")


async def test_another_matter_is_another_whoever_reports_meanwhile(play: Play) -> None:
    """When a whole house reports at once, an answer to what was shown is not asked for again and again."""
    await play.member("wang")
    first, second, third = (play.newcomer(101 + n, f"邻居{n}") for n in range(3))
    await first.files("3号楼2单元的路灯坏了")
    await second.says("3号楼2单元的路灯坏了")
    await third.says("3号楼2单元门口路灯坏了")
    await second.taps("另报一件")
    await third.taps("另报一件")
    assert [each.hears("交上去了，编号") for each in (second, third)] == [True, True]


async def test_an_answer_that_is_put_right_reads_right_for_all_unless_it_names_somebody_now(play: Play) -> None:
    wang, zhao = await first(play)
    li = await second(play)
    said = await wang.replies("1123-01", "灯泡下午就换")
    await wang.edits(said, "灯泡明早就换")
    for each in (zhao, li):
        assert each.hears("王芳：灯泡明早就换")
        assert not each.hears("下午就换")
    await wang.edits(said, "赵奶奶，灯泡明早就换")
    assert zhao.hears("王芳：赵奶奶，灯泡明早就换")
    assert not li.hears("灯泡明早就换")


async def test_who_waits_with_the_younger_of_two_that_are_put_together_waits_with_the_elder(play: Play) -> None:
    wang, zhao = await first(play)
    await wang.taps("接了")
    await zhao.says("/report 3号楼2单元门口的路灯还是不亮")
    await zhao.taps("是新的")
    await wang.taps("接了")
    li = play.newcomer(102, "李叔")
    await li.says(SECOND)
    await li.taps("第1件")
    elder = await play.database.read("elder", lambda tx: tx.matters.by_number("1123-01")[0].id)
    younger = await play.database.read("younger", lambda tx: tx.matters.by_number("1123-02")[0].id)
    assert await play.database.read("lead", lambda tx: tx.matters.by_number("1123-03")[0].lead_id) == younger
    await wang.taps("更多", under="1123-02")
    await wang.taps("和另一件并起来")
    await wang.taps("1123-01")
    await play.passes(minutes=3)
    assert await play.database.read("lead", lambda tx: tx.matters.by_number("1123-03")[0].lead_id) == elder
    await wang.replies("1123-01", "灯泡下午就换")
    assert li.hears("王芳：灯泡下午就换")


async def test_a_neighbour_who_cannot_be_reached_is_one_to_be_told_in_person(play: Play) -> None:
    wang, _ = await first(play)
    ma, li = await play.member("ma"), await second(play)
    li.phone.blocks_bot()
    await play.settled()
    await wang.replies("1123-01", "灯泡下午就换")
    await ma.says("案头")
    assert ma.hears("李叔收不到消息，当面说一声")
