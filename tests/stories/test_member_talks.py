"""What a member says to a resident is relayed and confirmed, and can be taken back for two minutes."""

from __future__ import annotations

import pytest

from domain.messages import Address
from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio


async def a_lamp(play: Play) -> tuple[Somebody, Somebody]:
    """王芳 has taken 赵奶奶's lamp."""
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")
    zhao.rings()
    return wang, zhao


async def test_replying_to_the_card_reports_progress(play: Play) -> None:
    wang, zhao = await a_lamp(play)
    await wang.replies("1123-01", "明早物业来修")
    assert zhao.rings() == ["王芳：明早物业来修"]
    assert wang.last == "已转给赵奶奶。"
    assert wang.inbox[-1].silent


async def test_replying_before_accepting_takes_the_matter_with_one_ring(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    zhao.rings()
    await wang.replies("1123-01", "明早物业来修")
    assert wang.last == "已转给赵奶奶，这件算您接了。"
    assert zhao.rings() == ["王芳接了这件事，周四上午10点前有结果。"]
    assert zhao.last == "王芳：明早物业来修"


async def test_a_photo_may_be_the_progress(play: Play) -> None:
    wang, zhao = await a_lamp(play)
    await wang._after(wang.phone.sends_photo("lamp", "灯杆到了", reply_to=wang.finds("1123-01").id))
    assert zhao.inbox[-1].kind == "photo"
    assert zhao.last == "王芳：灯杆到了"


async def test_a_ready_phrase_is_two_taps(play: Play) -> None:
    wang, zhao = await a_lamp(play)
    await wang.taps("回一句")
    await wang.taps("在等师傅")
    assert zhao.rings() == ["王芳：报给物业了，在等师傅。"]


async def test_an_english_resident_gets_ready_phrases_in_english(play: Play) -> None:
    wang, ann = await play.member("wang"), play.newcomer(102, "Ann", language="en")
    await ann.starts("gate1")
    await ann.says("The street lamp at building 3 is broken")
    await ann.taps("Give it to")
    await wang.taps("接了")
    await wang.taps("回一句")
    await wang.taps("马上去看")
    assert ann.last == "Wang Fang: I am on my way to look."


async def test_words_without_a_reply_are_shown_first_and_sent_by_one_tap(play: Play) -> None:
    wang, zhao = await a_lamp(play)
    await wang.says("明早物业来修")
    assert not zhao.rings()
    assert wang.hears("「明早物业来修」", "赵奶奶")
    await wang.taps("转给赵奶奶")
    assert zhao.rings() == ["王芳：明早物业来修"]


async def test_with_several_open_it_is_asked_for_whom(play: Play) -> None:
    wang, zhao = await a_lamp(play)
    li = play.newcomer(102, "李叔")
    await li.files("3号楼暖气不热")
    await wang.taps("接了")
    li.rings()
    await wang.says("明早物业来修")
    assert wang.hears("这句话告诉谁？")
    assert wang.buttons("这句话告诉谁？") == ["李叔 · 暖气不热", "赵奶奶 · 路灯坏了", "一件新事"]
    await wang.taps("赵奶奶")
    assert zhao.rings() == ["王芳：明早物业来修"]
    assert not li.rings()


async def test_of_several_the_one_that_the_words_speak_of_is_offered_first(play: Play) -> None:
    wang, _ = await a_lamp(play)
    li = play.newcomer(102, "李叔")
    await li.files("3号楼暖气不热")
    await wang.taps("接了")
    await wang.says("路灯明早换灯泡")
    assert wang.buttons("这句话告诉谁？") == ["赵奶奶 · 路灯坏了", "李叔 · 暖气不热", "一件新事"]
    await li.files("楼下垃圾桶满了没人收")
    await li.says("暖气还是凉的")
    assert li.buttons("这句话告诉谁？")[0].endswith("暖气不热")


async def test_a_card_speaks_for_itself_where_nobody_wrote_down_that_it_had_arrived(play: Play) -> None:
    """As after a power cut just then: the words are for the card, though the end of another matter is awaited."""
    wang, zhao = await a_lamp(play)
    li = play.newcomer(103, "李叔")
    await li.files("3号楼暖气不热")
    await wang.taps("接了", under="1123-02")
    await wang.taps("办结", under="1123-01")
    await wang.taps("办好了")
    card = wang.finds("1123-02", "要有结果")
    await play.database.transact("lost", lambda tx: tx.handles.remove(Address("telegram", "201"), str(card.id)))
    zhao.rings(), li.rings()
    await wang.sends(wang.phone.says("师傅五点到", reply_to=card.id))
    assert li.rings() == ["王芳：师傅五点到"]
    await wang.says("换了灯泡")
    await play.passes(minutes=3)
    assert zhao.hears("王芳说办好了：换了灯泡")


async def test_a_relay_is_taken_back_within_two_minutes(play: Play) -> None:
    wang, zhao = await a_lamp(play)
    await wang.replies("1123-01", "这家人真烦")
    await wang.taps("撤回")
    assert wang.last == "撤回了，对方看不到了。"
    assert not zhao.hears("这家人真烦")


async def test_after_two_minutes_it_is_too_late_and_that_is_said(play: Play) -> None:
    wang, zhao = await a_lamp(play)
    await wang.replies("1123-01", "明早物业来修")
    await play.passes(minutes=3)
    await wang.taps("撤回")
    assert wang.last == "过了两分钟，撤不回了。可以再补一句。"
    assert zhao.hears("明早物业来修")


async def test_the_resident_can_take_back_too(play: Play) -> None:
    wang, zhao = await a_lamp(play)
    await zhao.replies("1123-01", "王芳是不是不想干了")
    assert wang.hears("不想干了")
    await zhao.taps("撤回")
    assert not wang.hears("不想干了")


async def test_what_the_resident_adds_rings_once_and_stands_on_the_card(play: Play) -> None:
    wang, zhao = await a_lamp(play)
    wang.rings()
    await zhao.replies("1123-01", "灯杆也歪了")
    assert wang.rings() == ["赵奶奶（1123-01 路灯坏了）：灯杆也歪了"]
    assert wang.hears("要有结果", "灯杆也歪了")
