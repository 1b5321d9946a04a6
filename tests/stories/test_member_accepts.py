"""A card reaches the member and is taken by one tap; the first tap wins."""

from __future__ import annotations

import pytest

from tests.stories.house import Play

pytestmark = pytest.mark.asyncio


async def test_the_card_says_what_where_until_when_and_has_three_buttons(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼2单元门口的路灯坏了，已经三天了，晚上看不见")
    card = wang.finds("1123-01")
    assert wang.hears("1123-01", "桃源里3号楼2单元门口", "路灯照明", "赵奶奶", "今天上午11点前给居民回个话")
    assert wang.hears("已经三天了，晚上看不见")
    assert not card.silent
    assert wang.buttons("1123-01") == ["接了", "不归我", "更多"]


async def test_the_card_does_not_say_the_same_thing_twice(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼2单元门口的路灯坏了")
    assert wang.last.count("路灯坏了") == 1


async def test_photos_and_the_pin_hang_under_the_card_without_a_ring(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.says("路灯坏了")
    await zhao.pins(103.735, 36.065)
    await zhao.sends_photo("lamp")
    await zhao.taps("交给王芳")
    card = wang.finds("1123-01")
    below = [message for message in wang.inbox if message.id > card.id]
    assert [message.kind for message in below] == ["venue", "photo"]
    assert below[0].reply_to == card.id
    assert all(message.silent for message in below)


async def test_one_tap_takes_it_and_the_resident_hears_who_and_until_when(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    zhao.rings()
    await wang.taps("接了")
    assert wang.toast == "接了。回复卡片就是给居民回话。"
    assert wang.buttons("1123-01") == ["回一句", "办结", "不归我", "更多"]
    assert zhao.rings() == ["王芳接了这件事，周四上午10点前有结果。"]
    assert zhao.hears("1123-01", "王芳在办，周四上午10点前有结果")


async def test_taking_it_again_changes_nothing(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    accept = wang.button("接了", "1123-01")
    await wang.taps("接了")
    zhao.rings()
    await wang.taps_old(accept)
    assert not zhao.rings()


async def test_of_two_members_at_once_one_wins_and_the_other_is_told_who(play: Play) -> None:
    wang, chen, zhao = await play.member("wang"), await play.member("chen"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await play.passes(hours=1)
    for member in (chen, wang):
        member.phone.taps(member.finds("1123-01").id, "接了")
    await play.settled()
    winner, loser = (wang, chen) if wang.toast.startswith("接了") else (chen, wang)
    name = winner.phone.first_name
    assert loser.toast == f"{name}刚接了，您不用管了，谢谢。"
    assert not loser.finds("1123-01", f"现在在{name}手上").buttons
    assert zhao.hears(f"{name}接了这件事")


async def test_what_a_member_reports_herself_is_somebody_elses_to_do(play: Play) -> None:
    wang, chen = await play.member("wang"), await play.member("chen")
    await wang.says("报事 3号楼楼道有垃圾")
    await wang.taps("交给陈亮")
    assert wang.hears("交上去了，编号1123-01", "这件是您自己报的，由陈亮来办。")
    await chen.taps("接了")
    assert wang.hears("陈亮接了这件事")


async def test_a_voice_note_is_heard_as_it_is_and_one_tap_says_what_it_is_about(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.sends_voice()
    await zhao.taps("交给王芳")
    card = wang.finds("1123-01")
    voice = [message for message in wang.inbox if message.kind == "voice"]
    assert [message.reply_to for message in voice] == [card.id]
    wang.rings()
    await wang.taps("供暖")
    assert wang.hears("1123-01 供暖")
    assert not wang.rings()
    assert "供暖" not in wang.buttons("1123-01")


async def test_a_kind_that_is_more_urgent_brings_the_clocks_forward(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.sends_voice()
    await zhao.taps("交给王芳")
    await wang.taps("接了")
    assert wang.hears("周四上午10点前要有结果")
    await wang.taps("供暖")
    assert wang.hears("明天上午10点前要有结果")
    assert zhao.hears("1123-01 供暖", "明天上午10点前有结果")
