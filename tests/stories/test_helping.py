"""请人帮忙: colleagues who can are asked, the first yes joins, the first member keeps the lead."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.people.person import Appointment, Resource, Role
from tests.stories.duty_people import can, deputy, joins
from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio


async def a_leak(play: Play) -> tuple[Somebody, Somebody, Somebody]:
    """Wang has a leak in hand; Chen and Li can do plumbing."""
    wang, chen, zhao = await play.member("wang"), await play.member("chen"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼2单元厨房水管漏水")
    await wang.taps("接了")
    await can(play, "chen", skills=("plumbing",))
    for somebody in (wang, chen, zhao):
        somebody.rings()
    return wang, chen, zhao


async def asks(wang: Somebody, label: str = "会水电的") -> None:
    await wang.taps("更多")
    await wang.taps("请人帮忙")
    await wang.taps(label)
    wang.rings()


async def test_whoever_has_the_skill_is_asked_and_the_first_yes_joins(play: Play) -> None:
    wang, chen, zhao = await a_leak(play)
    li = await joins(play, "qiang", deputy("qiang"), skills=("plumbing",))
    await asks(wang)
    assert wang.hears("「水电」问了", "陈亮", "李强", "谁先答应谁来，还是您牵头")
    assert chen.rings()[0].startswith("王芳想请您搭把手：1123-01 厨房水管漏水")
    assert chen.hears("因为您会水电")
    assert chen.buttons("王芳想请您搭把手") == ["我来帮", "这次不行"]
    await chen.taps("我来帮")
    assert chen.toast == "谢谢，下面是这件事。"
    assert wang.rings() == ["陈亮来帮1123-01 厨房水管漏水，还是您牵头。要和陈亮说话，回复这条。"]
    assert li.hears("1123-01", "陈亮先答应了，您不用管了，谢谢。")
    assert chen.hears("1123-01", "您在帮忙，王芳牵头。")
    assert wang.hears("1123-01", "陈亮在帮忙。")
    assert zhao.hears("1123-01", "陈亮也来帮忙。")
    assert not zhao.rings()


async def test_a_second_yes_comes_too_late_and_is_thanked(play: Play) -> None:
    wang, chen, _ = await a_leak(play)
    li = await joins(play, "qiang", deputy("qiang"), skills=("plumbing",))
    await asks(wang)
    late = li.button("我来帮", "王芳想请您搭把手")
    await chen.taps("我来帮")
    await li.taps_old(late)
    assert li.toast == "这件不用帮了，谢谢。"
    assert not wang.hears("李强来帮")


async def test_the_lead_asks_by_writing_who_can_and_one_tap(play: Play) -> None:
    wang, chen, zhao = await a_leak(play)
    await wang.replies("1123-01", "谁会修水管？")
    assert wang.last == "1123-01 厨房水管漏水：「谁会修水管？」是问同事吗？"
    assert wang.buttons("是问同事吗") == ["问陈亮", "转给赵奶奶", "算了"]
    assert not zhao.hears("谁会修水管")
    await wang.taps("问陈亮")
    assert chen.hears("王芳想请您搭把手")


async def test_the_same_words_may_be_meant_for_the_resident(play: Play) -> None:
    wang, chen, zhao = await a_leak(play)
    await wang.replies("1123-01", "谁会修水管？")
    await wang.taps("转给赵奶奶")
    assert zhao.hears("王芳：谁会修水管？")
    assert not chen.hears("搭把手")


async def test_said_to_nothing_in_particular_it_is_about_what_she_has(play: Play) -> None:
    wang, chen, _ = await a_leak(play)
    await wang.says("谁会修水管")
    await wang.taps("问陈亮")
    assert chen.hears("王芳想请您搭把手：1123-01")


async def test_a_resident_who_asks_who_can_repair_reports_it(play: Play) -> None:
    await play.member("wang")
    zhao = play.newcomer(101, "赵奶奶")
    await can(play, "chen", skills=("plumbing",))
    await zhao.says("谁会修水管？3号楼厨房漏水")
    assert zhao.hears("我这样记")


async def test_what_a_colleague_lends_is_asked_for_by_its_name(play: Play) -> None:
    wang, chen, _ = await a_leak(play)
    await play.database.transact("thing", lambda tx: tx.resources.save(Resource("r1", "chen", "梯子", "兰石厂")))
    await wang.replies("1123-01", "谁有梯子")
    await wang.taps("问陈亮")
    assert chen.hears("王芳想请您搭把手", "想用一下兰石厂的梯子")


async def test_a_colleague_may_be_asked_by_name(play: Play) -> None:
    wang, chen, _ = await a_leak(play)
    await wang.taps("更多")
    await wang.taps("请人帮忙")
    await wang.says("陈亮")
    assert chen.hears("王芳想请您搭把手")


async def test_nobody_who_can_leads_to_the_desk(play: Play) -> None:
    ma = await play.member("ma")
    wang, _, _ = await a_leak(play)
    ma.rings()
    await wang.taps("更多")
    await wang.taps("请人帮忙")
    await wang.says("谁会开挖掘机")
    assert wang.hears("附近没找到「开挖掘机」")
    await wang.taps("请案头想办法")
    assert ma.rings() == ["王芳在办1123-01 厨房水管漏水，附近没找到能搭手的人，想请您想办法。"]
    assert wang.last == "马丽知道了，会帮着找人。"
    await ma.taps("请人帮忙")
    await ma.taps("陈亮")


async def test_when_all_say_no_the_lead_hears_it_at_once(play: Play) -> None:
    wang, chen, _ = await a_leak(play)
    await asks(wang)
    await chen.taps("这次不行")
    assert chen.hears("1123-01", "好，不打扰您了。")
    assert wang.rings() == ["1123-01 厨房水管漏水，问了的都来不了。再问几位，还是请案头？"]
    await wang.taps("再问几位")
    assert wang.last == "没有别的人可问了。"


async def test_when_nobody_answers_the_lead_hears_it_once(play: Play) -> None:
    wang, _, _ = await a_leak(play)
    await asks(wang)
    await play.passes(hours=1, minutes=5)
    assert wang.hears("1123-01 厨房水管漏水，陈亮还没应。再问几位，还是请案头？")
    assert wang.buttons("还没应") == ["再问几位", "请案头想办法"]


async def test_a_late_yes_is_still_welcome(play: Play) -> None:
    wang, chen, _ = await a_leak(play)
    await asks(wang)
    await play.passes(hours=1, minutes=5)
    await chen.taps("我来帮")
    assert wang.hears("陈亮来帮1123-01")


async def test_the_lead_may_stop_asking(play: Play) -> None:
    wang, chen, _ = await a_leak(play)
    await asks(wang)
    await wang.taps("不问了")
    assert chen.hears("1123-01", "这件不用帮了，谢谢。")
    assert not chen.buttons("这件不用帮了")


async def helped(play: Play) -> tuple[Somebody, Somebody, Somebody]:
    wang, chen, zhao = await a_leak(play)
    await asks(wang)
    await chen.taps("我来帮")
    for somebody in (wang, chen, zhao):
        somebody.rings()
    return wang, chen, zhao


async def test_a_helper_answers_the_resident_by_a_reply_and_the_lead_knows(play: Play) -> None:
    wang, chen, zhao = await helped(play)
    await chen.replies("您在帮忙", "我下午带工具来")
    assert zhao.rings() == ["陈亮：我下午带工具来"]
    assert wang.hears("陈亮对赵奶奶说（1123-01）：我下午带工具来")
    assert not wang.rings()


async def test_what_the_resident_adds_reaches_lead_and_helper(play: Play) -> None:
    wang, chen, zhao = await helped(play)
    await zhao.replies("1123-01", "钥匙在门卫那里")
    assert wang.hears("钥匙在门卫那里")
    assert chen.hears("钥匙在门卫那里")


async def test_what_is_taken_back_disappears_for_the_helper_too(play: Play) -> None:
    _, chen, zhao = await helped(play)
    await zhao.replies("1123-01", "钥匙在门卫那里")
    await zhao.taps("撤回")
    assert not chen.hears("钥匙在门卫那里")


async def test_an_edit_reaches_the_helper_too(play: Play) -> None:
    _, chen, zhao = await helped(play)
    message = await zhao.replies("1123-01", "钥匙在门卫那里")
    await zhao.edits(message, "钥匙在王姐那里")
    assert chen.hears("钥匙在王姐那里")


async def test_lead_and_helper_talk_without_the_resident(play: Play) -> None:
    wang, chen, zhao = await helped(play)
    await wang.replies("陈亮来帮1123-01", "几点能到？")
    assert chen.rings() == ["王芳（1123-01）：几点能到？"]
    await chen.replies("几点能到", "三点")
    assert wang.rings() == ["陈亮（1123-01）：三点"]
    assert not zhao.hears("几点能到")
    assert not zhao.hears("三点")
    await zhao.taps("更多")
    await zhao.taps("经过")
    assert zhao.hears("陈亮来帮忙")
    assert not zhao.hears("几点能到")


async def test_a_reply_to_the_first_question_goes_to_whoever_asks(play: Play) -> None:
    wang, chen, zhao = await a_leak(play)
    await asks(wang)
    await chen.replies("王芳想请您搭把手", "我六点以后才有空")
    assert wang.hears("陈亮（1123-01）：我六点以后才有空")
    assert not zhao.hears("六点以后")


async def test_a_helper_decides_nothing(play: Play) -> None:
    _, chen, _ = await helped(play)
    assert chen.buttons("您在帮忙") == ["我帮完了", "来不了了"]


async def test_done_is_one_tap_and_can_be_taken_back(play: Play) -> None:
    wang, chen, zhao = await helped(play)
    await chen.taps("我帮完了")
    assert wang.rings() == ["陈亮那边帮完了：1123-01 厨房水管漏水。"]
    assert chen.hears("您帮完了，谢谢。王芳接着办。")
    assert not zhao.hears("陈亮也来帮忙")
    await chen.taps("还在帮")
    assert chen.hears("您在帮忙，王芳牵头。")


async def test_the_helper_hears_the_end(play: Play) -> None:
    wang, chen, zhao = await helped(play)
    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.says("换了阀门")
    await play.passes(minutes=3)
    await zhao.taps("好了")
    assert chen.hears("1123-01 厨房水管漏水，居民说好了。谢谢您搭手。")
    assert not chen.rings()
    assert not chen.buttons("居民说好了")


async def test_a_withdrawn_matter_calls_the_helper_off_with_a_ring(play: Play) -> None:
    _, chen, zhao = await helped(play)
    await zhao.taps("更多")
    await zhao.taps("不办了，撤回")
    await zhao.taps("不办了", under="真的不办了吗")
    assert chen.rings() == ["1123-01 厨房水管漏水，不用帮了，谢谢您。"]


async def test_a_helper_who_blocks_the_bot_is_replaced_by_the_leads_word(play: Play) -> None:
    wang, chen, zhao = await helped(play)
    chen.phone.blocks_bot()
    await play.settled()
    assert wang.hears("陈亮来不了了：1123-01 厨房水管漏水。")
    assert wang.buttons("陈亮来不了了") == ["请人帮忙"]
    assert not zhao.hears("陈亮也来帮忙")


async def test_a_helper_on_leave_helps_no_more(play: Play) -> None:
    wang, chen, _ = await helped(play)
    await chen.says("今天请假")
    await chen.taps("就这样")
    assert wang.hears("陈亮来不了了：1123-01")


async def test_whoever_said_yes_may_find_that_she_cannot(play: Play) -> None:
    wang, chen, _ = await helped(play)
    await chen.taps("来不了了")
    assert chen.hears("好，1123-01您不用管了。")
    assert wang.hears("陈亮来不了了：1123-01")


async def test_the_lead_may_let_a_helper_go(play: Play) -> None:
    wang, chen, zhao = await helped(play)
    await asks(wang, "不用陈亮帮了")
    assert chen.rings() == ["1123-01 厨房水管漏水，不用帮了，谢谢您。"]
    assert not zhao.hears("陈亮也来帮忙")


async def test_a_helper_who_gets_the_matter_is_its_lead(play: Play) -> None:
    ma = await play.member("ma")
    _, chen, zhao = await helped(play)
    await ma.says("查 水管")
    await ma.taps("1123-01")
    await ma.taps("派给别人")
    await ma.taps("陈亮")
    assert chen.buttons("1123-01", "前给居民回个话") == ["接了", "不归我", "更多"]
    assert not zhao.hears("也来帮忙")


async def test_what_is_about_a_person_is_not_for_helpers(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await play.member("chen")
    await zhao.says("3号楼楼上半夜跳绳，说了不听")
    await zhao.taps("私下说一声")
    await wang.taps("接了")
    await wang.taps("更多")
    assert "请人帮忙" not in wang.buttons("1123-01，您想做什么")


async def test_her_list_names_what_she_helps_with(play: Play) -> None:
    _, chen, _ = await helped(play)
    await chen.says("我的任务")
    assert chen.hears("您在帮忙的1件", "1123-01 厨房水管漏水", "王芳牵头")
    await chen.taps("1123-01")
    assert chen.hears("您在帮忙，王芳牵头。")


async def test_free_words_of_a_helper_are_offered_to_the_resident(play: Play) -> None:
    _, chen, zhao = await helped(play)
    await chen.says("我到楼下了")
    await chen.taps("赵奶奶")
    assert zhao.hears("陈亮：我到楼下了")


async def test_at_night_a_call_for_help_lies_there_until_the_morning(play: Play) -> None:
    wang, chen, _ = await a_leak(play)
    await play.at(23, 30)
    chen.rings()
    await asks(wang)
    assert chen.hears("王芳想请您搭把手")
    assert not chen.rings()


async def test_three_who_help_are_enough(play: Play) -> None:
    wang, _, _ = await helped(play)
    for n, id in enumerate(("qiang", "zhou")):
        other = await joins(play, id, deputy(id, 3 + n), skills=())
        await wang.taps("更多")
        await wang.taps("请人帮忙")
        await wang.says({"qiang": "李强", "zhou": "周敏"}[id])
        await other.taps("我来帮")
    await wang.taps("更多")
    await wang.taps("请人帮忙")
    assert wang.last == "已经有3位在帮了。"


async def test_a_desk_that_helps_and_ends_it_itself_is_its_lead_and_helps_no_more(play: Play) -> None:
    wang, _, zhao = await a_leak(play)
    ma = await play.member("ma")
    await wang.taps("更多")
    await wang.taps("请人帮忙")
    await wang.says("马丽")
    await ma.taps("我来帮")
    await wang.taps("不归我", under="1123-01")
    await wang.taps("陈亮")
    await ma.taps("更多", under="1123-01")
    await ma.taps("办结")
    await ma.taps("办不了")
    await ma.says("这个归电力公司管")
    await play.passes(minutes=3)
    assert zhao.hears("这个归电力公司管")  # and nobody has helped in vain: that is looked at after every act


async def test_a_desk_that_asks_for_a_member_reads_who_keeps_the_lead_and_hears_who_comes(play: Play) -> None:
    wang, chen, _ = await a_leak(play)
    ma = await play.member("ma")
    await ma.says("1123-01")
    await ma.taps("更多")
    await ma.taps("请人帮忙")
    await ma.taps("会水电的")
    assert ma.hears("「水电」问了陈亮", "还是王芳牵头")
    ma.rings()
    await chen.taps("我来帮")
    assert wang.hears("陈亮来帮1123-01 厨房水管漏水，还是您牵头")
    assert ma.hears("陈亮去帮1123-01 厨房水管漏水，王芳牵头。")
    assert not ma.hears("还是您牵头")
    assert not ma.rings()


async def test_of_a_quiet_matter_only_whoever_says_yes_reads_the_words(play: Play) -> None:
    wang, chen, zhao = await play.member("wang"), await play.member("chen"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼2单元301，一个人在家闷得慌，想有人陪陪")
    await wang.taps("接了")
    await asks(wang, "陈亮")
    assert chen.hears("王芳想请您搭把手：1123-01 想有人陪陪，桃源里3号楼")
    assert not chen.hears("闷得慌")
    await chen.taps("我来帮")
    assert chen.hears("闷得慌")


async def test_of_two_of_one_name_the_nearer_is_asked(play: Play) -> None:
    wang, _, _ = await a_leak(play)
    near = await joins(play, "qiang", Appointment("qiang", "community", Role.MEMBER, 2))
    far = await joins(play, "zhou", Appointment("zhou", "street", Role.MEMBER, 1))
    await play.database.transact("rename", lambda tx: tx.people.save(replace(tx.people.get("zhou"), name="李强")))
    await wang.taps("更多")
    await wang.taps("请人帮忙")
    await wang.says("李强")
    assert near.hears("王芳想请您搭把手")
    assert not far.hears("搭把手")


async def test_said_to_nothing_in_particular_with_two_in_hand_it_is_asked_for_which(play: Play) -> None:
    wang, chen, zhao = await a_leak(play)
    await zhao.files("3号楼楼道的灯坏了")
    await wang.taps("接了")
    await wang.says("谁会修水管？")
    assert wang.buttons("是哪一件要人帮忙")[-1] == "算了"
    await wang.taps("算了")
    await wang.says("谁会修水管？")
    await wang.taps("1123-01", under="是哪一件要人帮忙")
    await wang.taps("问陈亮")
    assert chen.hears("王芳想请您搭把手", "1123-01")
