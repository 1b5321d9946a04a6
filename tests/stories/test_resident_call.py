"""请打电话给我: the number goes to the one owner, for the one matter, after a yes."""

from __future__ import annotations

import pytest

from tests.stories.house import Play

pytestmark = pytest.mark.asyncio

NUMBER = "+8613912345678"


async def test_her_number_goes_to_the_owner_after_a_yes(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    await zhao.says("请打电话给我")
    assert zhao.last.startswith("打哪个号码？")
    assert zhao.keys[0] == "用这个手机号"
    await zhao.shares_number()
    assert zhao.last == f"{NUMBER}只给王芳看，只为「路灯坏了」这一件。可以吗？"
    assert not wang.hears(NUMBER)
    await zhao.taps("可以")
    assert wang.hears(f"赵奶奶请您打电话：{NUMBER}")
    assert not wang.hears("1123-01 路灯坏了", NUMBER)
    assert wang.buttons("1123-01 路灯坏了")[0] == "📞 看号码"
    assert zhao.hears("号码给王芳了，只为这一件。")
    assert zhao.keys == ["报事", "我的事", "请打电话给我", "帮助"]


async def test_a_no_gives_nothing(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    await zhao.says("请打电话给我")
    await zhao.shares_number()
    await zhao.taps("算了")
    assert zhao.last == "好，电话没给。"
    assert not wang.hears(NUMBER)


async def test_a_number_can_be_typed_and_changed(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    await zhao.says("请打电话给我")
    await zhao.says("0931-8881234")
    await zhao.taps("换个号码")
    await zhao.says("13800001111")
    await zhao.says("可以")
    assert wang.hears("赵奶奶请您打电话：13800001111")
    assert not wang.hears("0931-8881234")


async def test_somebody_elses_contact_is_not_taken(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    await zhao.says("请打电话给我")
    await zhao.sends(zhao.phone.sends_contact(own=False))
    assert zhao.last == "打哪个号码？点下面发，或者写给我。"
    assert not zhao.hears("可以吗")


async def test_neither_the_desk_nor_the_deputy_sees_it(play: Play) -> None:
    people = [await play.member(id) for id in ("wang", "chen", "ma")]
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    await zhao.says("请打电话给我")
    await zhao.shares_number()
    await zhao.taps("可以")
    await play.passes(hours=3)
    for somebody in people[1:]:
        assert somebody.hears("1123-01")
        assert not somebody.hears(NUMBER)


async def test_a_new_owner_does_not_inherit_it(play: Play) -> None:
    wang, chen, zhao = await play.member("wang"), await play.member("chen"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    await zhao.says("请打电话给我")
    await zhao.shares_number()
    await zhao.taps("可以")
    await wang.taps("不归我")
    await wang.taps("陈亮")
    assert chen.hears("1123-01 路灯坏了")
    assert not chen.hears(NUMBER)
    assert not wang.hears("路灯坏了", NUMBER)


async def test_with_several_open_it_is_asked_for_which(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    await zhao.files("有一堆垃圾没人清")
    await zhao.says("请打电话给我")
    assert zhao.last == "为哪一件打？"
    await zhao.taps("1123-02")
    await zhao.shares_number()
    await zhao.taps("可以")
    assert wang.hears("1123-02", NUMBER)
    assert not wang.hears("1123-01", NUMBER)


async def test_with_nothing_open_the_call_is_the_matter(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says("请打电话给我")
    await zhao.shares_number()
    await zhao.taps("可以")
    assert wang.hears("1123-01 请给我打个电话", "桃源里东门")
    assert wang.hears("请您打电话", NUMBER, "1123-01")
    await zhao.says("请打电话给我")
    assert zhao.last.startswith(f"{NUMBER}只给王芳看")


async def test_the_member_may_ask_and_only_a_yes_gives_it(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    await wang.taps("更多")
    await wang.taps("请居民留电话")
    assert zhao.last.startswith("打哪个号码？")
    await zhao.shares_number()
    assert zhao.last == f"王芳想给您打个电话。{NUMBER}只给王芳看，只为「路灯坏了」这一件。可以吗？"
    await zhao.taps("可以")
    assert wang.hears(f"赵奶奶请您打电话：{NUMBER}")


async def test_a_yes_after_the_matter_was_withdrawn_gives_nothing(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    await zhao.says("请打电话给我")
    await zhao.shares_number()
    await zhao.taps("更多", under="1123-01 路灯坏了")
    await zhao.taps("不办了")
    await zhao.taps("不办了")
    await zhao.taps("可以", under="可以吗？")
    assert zhao.hears("这个按钮过时了")
    assert not wang.hears(NUMBER)


async def test_who_takes_it_in_anothers_place_does_not_get_it(play: Play) -> None:
    wang, chen = await play.member("wang"), await play.member("chen")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files()
    await play.passes(hours=1)
    await zhao.says("请打电话给我")
    await zhao.says("13812345678")
    await zhao.taps("可以")
    assert chen.hears("13812345678")
    await wang.taps("接了", under="1123-01")
    assert not wang.hears("13812345678")
