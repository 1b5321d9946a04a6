"""Joining the roster by a one-time link: confirmed by name, known to the desk, and useless in the wrong hands."""

from __future__ import annotations

import pytest
from telegram import BotCommandScopeChat

from handlers.people.invitations import invite
from storage.transaction import Transaction
from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio


async def an_invitation(play: Play, id: str) -> str:
    """The payload of a fresh link for somebody on the roster."""

    def act(tx: Transaction) -> str:
        return invite(play.bench.turn(tx), tx.people.get(id))

    return await play.database.transact("invite", act)


async def joins(play: Play, id: str, account: int, name: str) -> Somebody:
    somebody = play.newcomer(account, name)
    await somebody.starts(await an_invitation(play, id))
    await somebody.taps("是")
    return somebody


async def test_a_link_asks_are_you_and_then_opens_the_members_side(play: Play) -> None:
    ma, wang = await play.member("ma"), play.newcomer(301, "小芳")
    await wang.starts(await an_invitation(play, "wang"))
    assert wang.buttons("王芳") == ["是", "不是"]
    await wang.taps("是")
    assert wang.hears("王芳，欢迎。桃源一网格有事，我发卡片给您")
    assert ["我的任务"] in wang.phone.keyboard
    assert ma.rings() == ["王芳加入了，账号叫「小芳」。不是本人，点一下就收回。"]
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files()
    assert wang.hears("1123-01 路灯坏了")


async def test_the_command_menu_follows_the_role(play: Play) -> None:
    await joins(play, "wang", 301, "小芳")
    await joins(play, "ma", 303, "马姐")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts()
    menus = {account: await menu_of(play, account) for account in (301, 303, 101)}
    assert "tasks" in menus[301]
    assert "desk" not in menus[301]
    assert "desk" in menus[303]
    assert "report" in menus[101]
    assert "tasks" not in menus[101]


async def menu_of(play: Play, account: int) -> list[str]:
    commands = await play.telegram.bot.get_my_commands(scope=BotCommandScopeChat(account))
    return [command.command for command in commands]


async def test_the_account_keeps_what_it_had_as_a_resident(play: Play) -> None:
    wang = play.newcomer(301, "小芳")
    await play.member("chen")
    await wang.files("3号楼楼道有垃圾")
    await wang.starts(await an_invitation(play, "wang"))
    await wang.taps("是")
    await wang.says("我的事")
    assert wang.hears("1123-01 有垃圾")


async def test_one_account_may_be_resident_member_and_coordinator(play: Play) -> None:
    wang = await joins(play, "wang", 301, "小芳")
    await wang.starts(await an_invitation(play, "ma"))
    await wang.taps("是")
    assert wang.phone.keyboard[0] == ["案头", "我的任务"]


async def test_somebody_else_says_so_and_the_desk_hears(play: Play) -> None:
    ma, stranger = await play.member("ma"), play.newcomer(666, "路人")
    await stranger.starts(await an_invitation(play, "wang"))
    await stranger.taps("不是")
    assert stranger.hears("知道了，没有加入。")
    assert ma.hears("王芳的邀请被别人点开了，那人说不是本人。")
    assert len(ma.rings()) == 1


async def test_a_used_link_opens_nothing(play: Play) -> None:
    code = await an_invitation(play, "wang")
    wang = play.newcomer(301, "小芳")
    await wang.starts(code)
    await wang.taps("是")
    await wang.starts(code)
    assert wang.hears("您已经加入了，不用再点。")
    thief = play.newcomer(666, "路人")
    await thief.starts(code)
    assert thief.last == "这个链接已经用过了。不是您用的话，请马上打0931-1234567。"
    assert not thief.buttons("已经用过")


async def test_a_link_nobody_made_opens_nothing(play: Play) -> None:
    stranger = play.newcomer(666, "路人")
    await stranger.starts("i" + "0" * 32)
    assert stranger.last == "这个链接不对，请向案头0931-1234567要一个新的。"


async def test_an_expired_link_offers_a_new_one_which_the_desk_grants_by_one_tap(play: Play) -> None:
    ma, wang = await play.member("ma"), play.newcomer(301, "小芳")
    code = await an_invitation(play, "wang")
    await play.passes(days=7)
    await wang.starts(code)
    assert wang.hears("这个链接过期了。要我替您要一个新的吗？")
    await wang.taps("要一个新的")
    await wang.taps("要一个新的")
    assert len([words for words in ma.rings() if "想要一个新的" in words]) == 1
    assert ma.hears("有人拿着王芳过期的邀请", "「小芳」")
    await ma.taps("给新的")
    link = next(b.url for row in wang.finds("案头给了您新的邀请").buttons for b in row)
    assert link is not None
    await wang.starts(link.partition("start=")[2])
    await wang.taps("是")
    assert wang.hears("王芳，欢迎。")


async def test_only_the_desk_can_grant(play: Play) -> None:
    chen, wang = await play.member("chen"), play.newcomer(301, "小芳")
    ma = await play.member("ma")
    code = await an_invitation(play, "wang")
    await play.passes(days=7)
    await wang.starts(code)
    await wang.taps("要一个新的")
    _, grant = ma.button("给新的", "想要一个新的")
    await chen.taps_old((chen.inbox[-1].id, grant))
    assert chen.toast == "这件事不在您手上，所以这里改不了。"
    assert not wang.hears("案头给了您新的邀请")


async def test_a_link_that_expires_while_the_question_is_open_is_refused(play: Play) -> None:
    wang = play.newcomer(301, "小芳")
    await play.passes(seconds=1)
    await wang.starts(await an_invitation(play, "wang"))
    await play.passes(days=7)
    await wang.taps("是")
    assert wang.last == "这个链接不对，请向案头0931-1234567要一个新的。"
    assert not wang.hears("王芳，欢迎。")


async def test_moving_to_another_account_alerts_the_old_one_and_the_desk(play: Play) -> None:
    ma, old = await play.member("ma"), await play.member("wang")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files()
    new = await joins(play, "wang", 301, "小芳")
    assert old.hears("您的委员身份刚在另一个账号上登了。不是您，请马上打0931-1234567。")
    assert any("王芳换了账号加入" in words for words in ma.rings())
    await new.says("我的任务")
    assert new.hears("1123-01 路灯坏了")
    await new.taps("1123-01")
    await new.taps("接了")
    assert zhao.hears("王芳接了这件事")


async def test_the_old_account_can_do_nothing_any_more(play: Play) -> None:
    old, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await joins(play, "wang", 301, "小芳")
    await old.taps("接了")
    assert old.toast == "这件事不在您手上，所以这里改不了。"
    await old.says("我的任务")
    assert not old.hears("手上1件")
    assert not zhao.hears("王芳接了这件事")


# ---- not herself ---------------------------------------------------------------------------------------------------


async def test_at_night_the_desk_hears_in_the_morning_that_somebody_has_joined(play: Play) -> None:
    ma = await play.member("ma")
    await play.at(2, days=1)
    await joins(play, "wang", 301, "小芳")
    assert not ma.hears("王芳加入了")
    await play.at(8)
    assert any("王芳加入了" in words for words in ma.rings())


async def test_a_thief_loses_the_place_by_one_tap_of_the_desk_and_what_was_in_hand_goes_to_who_can_act(
    play: Play,
) -> None:
    ma, chen = await play.member("ma"), await play.member("chen")
    thief = await joins(play, "wang", 666, "路人")
    await thief.shares_number()
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files()
    assert thief.hears("1123-01 路灯坏了")
    message, accept = thief.button("接了", "1123-01")
    await ma.taps("不是本人")
    assert thief.hears("案头说这个账号不是王芳本人，身份收回了。")
    assert chen.hears("1123-01 路灯坏了")
    await thief.taps_old((message, accept))
    assert thief.toast == "这件事不在您手上，所以这里改不了。"
    assert "tasks" not in await menu_of(play, 666)
    link = ma.finds("王芳，请您加入小板凳").text.partition("start=")[2]
    wang = play.newcomer(301, "小芳")
    await wang.starts(link)
    await wang.taps("是")
    assert wang.hears("王芳，欢迎。")
    assert ma.hears("王芳加入了，账号叫「小芳」")


async def test_whoever_had_the_place_before_is_told_and_has_it_again_by_two_taps(play: Play) -> None:
    ma, old = await play.member("ma"), await play.member("wang")
    await joins(play, "wang", 666, "路人")
    await ma.taps("不是本人")
    given = old.finds("有人冒王芳的名登过，案头收回了。")
    (link,) = [button.url for row in given.buttons for button in row]
    assert link is not None
    await old.starts(link.partition("start=")[2])
    await old.taps("是")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files()
    assert old.hears("1123-01 路灯坏了")


async def test_a_thief_who_has_blocked_the_bot_does_not_come_back(play: Play) -> None:
    ma = await play.member("ma")
    thief = await joins(play, "wang", 666, "路人")
    thief.phone.blocks_bot()
    await play.settled()
    await ma.taps("不是本人")
    await thief.starts()
    await thief.says("我的任务")
    assert "我的任务" not in thief.keys


async def test_a_resident_who_has_tapped_by_mistake_has_her_own_matters_again(play: Play) -> None:
    ma, chen, zhao = await play.member("ma"), await play.member("chen"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼2单元门口的路灯坏了")
    await zhao.starts(await an_invitation(play, "wang"))
    await zhao.taps("是")
    await zhao.files("有一堆垃圾没人清")
    await ma.taps("不是本人")
    await chen.taps("接了", under="1123-01")
    assert zhao.hears("陈亮接了这件事")
    await zhao.says("我的事")
    assert "1123-01" in zhao.last
    assert "1123-02" in zhao.last
    wang = await joins(play, "wang", 301, "小芳")
    await wang.says("我的事")
    assert "1123-0" not in wang.last
    assert chen.hears("1123-01 路灯坏了", "赵奶奶")


async def test_the_tap_is_for_a_desk_over_her_places_and_for_that_one_joining_only(play: Play) -> None:
    ma, chen = await play.member("ma"), await play.member("chen")
    await joins(play, "wang", 666, "路人")
    button = ma.button("不是本人", "王芳加入了")
    await chen.taps_old((chen.inbox[-1].id if chen.inbox else button[0], button[1]))
    assert chen.toast == "这件事不在您手上，所以这里改不了。"
    await ma.taps("不是本人")
    wang = await joins(play, "wang", 301, "小芳")
    await ma.taps_old(button)
    assert ma.toast.startswith("这个按钮过时了")
    await wang.says("我的任务")
    assert "我的任务" in wang.keys


async def test_a_new_link_puts_the_earlier_one_out_of_use(play: Play) -> None:
    earlier = await an_invitation(play, "wang")
    wang = await joins(play, "wang", 301, "小芳")
    await wang.starts(earlier)
    assert wang.hears("您已经加入了")
    finder = play.newcomer(399, "捡到链接的")
    await finder.starts(earlier)
    assert finder.hears("这个链接过期了")
