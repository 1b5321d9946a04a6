"""After a meeting: who came in one line, minutes, what was agreed and what becomes of it, and whether it was kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from domain.digests.rhythm import Rhythm
from tests.stories.house import Play, Somebody, raised
from tests.stories.test_meetings import calls, sends

pytestmark = pytest.mark.asyncio


async def a_meeting_over(ma: Somebody) -> None:
    """It was this afternoon."""
    await calls(ma, when="今天下午3点")
    await sends(ma)
    await ma.play.at(17, 1)


async def notes_who_came(ma: Somebody, line: str = "王芳、李强、赵奶奶等12人") -> None:
    await ma.taps("记谁来了")
    await ma.says(line)


async def agrees_a_task(ma: Somebody) -> None:
    await ma.taps("记决议")
    await ma.says("量好坡道尺寸")
    await ma.taps("派成任务")
    await ma.taps("王芳")
    await ma.says("11月25日")


async def test_who_came_is_one_line_and_minutes_come_in_any_form(play: Play) -> None:
    wang, ma = await play.member("wang"), await play.member("ma")
    await a_meeting_over(ma)
    await notes_who_came(ma, "人不少")
    assert ma.hears("写上几个人")
    await ma.says("王芳、李强、赵奶奶等12人")
    assert ma.hears("来了12人，认得的有王芳", "来了12人：王芳、李强、赵奶奶等12人")
    await ma.taps("记要点")
    await ma.says("坡道由物业出料")
    await ma.sends_voice()
    await ma.sends_album("lamp", "lamp")
    await ma.taps("就这些")
    await ma.taps("看要点（4）")
    assert [message.kind for message in ma.inbox[-4:]].count("photo") == 2
    assert ma.hears("协商议事会", "坡道由物业出料")
    assert not wang.hears("李强")
    await ma.taps("改谁来了")
    await ma.says("王芳等9人")
    assert ma.hears("来了9人：王芳等9人")


async def test_what_was_agreed_becomes_a_task_a_matter_or_a_need(play: Play) -> None:
    wang, ma = await play.member("wang"), await play.member("ma")
    await a_meeting_over(ma)
    await notes_who_came(ma)
    await agrees_a_task(ma)
    assert wang.hears("会上说好一件事，马丽记在您名下：量好坡道尺寸，11月25日前")
    await ma.taps("记决议")
    await ma.says("\n".join(f"第{n}条" for n in range(11)))
    assert ma.hears("您写了11条，一次最多10条")
    await ma.says("长" * 121)
    assert ma.hears("有121个字，一条最多120个字")
    await ma.says("修好3号楼二单元门口的路灯\n腾一间会议室\n常来坐坐")
    await ma.taps("报成小事")
    await ma.taps("记成需求")
    await ma.taps("您")
    await ma.says("12月5日")
    await ma.taps("只记下来")
    assert ma.hears(
        "1 量好坡道尺寸 → 王芳，11月25日前",
        "2 修好3号楼二单元门口的路灯 → 小事1123-01，等王芳接",
        "3 腾一间会议室 → 需求，马丽领了，12月5日前办",
        "4 常来坐坐 → 记着",
    )
    assert wang.hears("1123-01 修好3号楼二单元门口的路灯")
    assert wang.finds("1123-01 修好").text.count("二单元") == 1
    await ma.says("小板凳")
    await ma.taps("问题清单")
    assert ma.hears("腾一间会议室 · 桃源社区，会上提的")
    done = wang.button("办完了", "会上说好一件事")
    await wang.taps("办完了")
    assert ma.hears("王芳把会上说好的办完了：量好坡道尺寸")
    await wang.taps_old(done)
    assert "过时" in wang.toast


async def test_a_month_later_those_who_came_say_whether_it_was_kept_and_the_desk_hears_how_many(play: Play) -> None:
    wang, chen, ma = await play.member("wang"), await play.member("chen"), await play.member("ma")
    await a_meeting_over(ma)
    await notes_who_came(ma, "王芳、陈亮等5人")
    await agrees_a_task(ma)
    await play.at(9, 1, days=2)
    assert wang.hears("今天该办完：量好坡道尺寸")
    await play.at(15, 1, days=28)
    assert wang.hears("11月23日的议事会上，当时说好的，做到了吗？")
    assert not ma.hears("做到了吗")
    await wang.taps("做到了")
    assert wang.hears("您说做到了", "看不到是谁")
    await chen.says("还没")
    await play.at(15, 2, days=3)
    assert ma.hears("当时说好的做到了吗", "1 量好坡道尺寸：做到了1，还没1，没回0")
    await ma.taps("看看", under="当时说好的做到了吗")
    assert ma.hears("来的人说：做到了1，还没1")


async def test_who_came_may_be_written_right_below_the_question_and_a_report_is_still_one(play: Play) -> None:
    _, ma = await play.member("wang"), await play.member("ma")
    await calls(ma, when="今天下午3点")
    await sends(ma)
    await play.at(17, 31)
    assert ma.last.endswith("开完了吧？谁来了，记一句就行。")
    await ma.says("王芳，3号楼的灯坏了")
    assert ma.hears("我这样记：桃源里3号楼")
    await ma.taps("不是报事")
    await ma.taps("没事，发错了")
    await ma.says("开会")
    await ma.taps("1")
    await ma.says("王芳、赵奶奶、孙师傅、何阿姨、谢大姐和周师傅等一共12人")
    assert ma.hears("记下了，来了12人，认得的有王芳")
    assert "撤回" in ma.buttons("记下了，来了12人")


async def test_kept_is_typed_with_its_number_or_for_all_and_else_she_is_asked_which(play: Play) -> None:
    wang, ma = await play.member("wang"), await play.member("ma")
    await a_meeting_over(ma)
    await notes_who_came(ma, "王芳、陈亮等5人")
    await agrees_a_task(ma)
    await ma.taps("记决议")
    await ma.says("常来坐坐")
    await ma.taps("只记下来")
    await play.at(15, 1, days=30)
    await wang.says("做到了")
    assert wang.hears("哪一条？点一下", "1 量好坡道尺寸", "2 常来坐坐")
    await wang.says("2 还没")
    assert wang.hears("2 常来坐坐 · 您说还没")
    await wang.says("都做到了")
    assert wang.hears("1 量好坡道尺寸 · 您说做到了", "2 常来坐坐 · 您说做到了")


async def test_going_out_to_look_has_stops_in_order_and_a_finding_for_each(play: Play) -> None:
    wang, ma = await play.member("wang"), await play.member("ma")
    await ma.says("开会")
    await ma.taps("开个会")
    await ma.taps("走出去调研")
    await ma.taps("桃源社区")
    await ma.says("3号楼门口集合")
    await ma.says("3号楼地下室\n8号楼锅炉房")
    await ma.says("今天下午三点")
    await ma.taps("到时候再说")
    await ma.says("王芳")
    await ma.taps("就请这些")
    await ma.taps("发出去")
    assert wang.hears("桃源社区的调研", "第1站 3号楼地下室", "第2站 8号楼锅炉房")
    await play.at(16)
    await ma.says("开会")
    assert ma.hears("开了，还没记谁来")
    await ma.taps("1", under="开会，先看将开的")
    await ma.taps("记第2站")
    await ma.says("锅炉压力偏低")
    assert ma.hears("第1站 3号楼地下室", "✓ 第2站 8号楼锅炉房：锅炉压力偏低")
    await ma.taps("没开成")
    await ma.taps("留着")
    await ma.taps("记第1站", under="✓ 第2站")
    await ma.sends_album("lamp", "lamp")
    await ma.taps("记谁来了", under="✓ 第1站")
    await ma.says("王芳等3人")
    await ma.taps("看要点（2）")
    assert [message.kind for message in ma.inbox[-2:]] == ["photo", "photo"]


async def test_the_morning_and_the_year_count_what_was_held(tmp_path: Path) -> None:
    async with raised(tmp_path, rhythm=Rhythm()) as play:
        ma = await play.member("ma")
        await play.member("wang")
        await a_meeting_over(ma)
        await notes_who_came(ma)
        await agrees_a_task(ma)
        await play.at(8, 30, days=1)
        assert ma.hears("11月24日", "开会：协商议事会1场", "会上说好1件，办成0件")
        await ma.says("年账")
        assert ma.hears("协商议事会 1", "小板凳会 0")
        await ma.taps("协商议事会 1")
        assert ma.hears("1 协商议事会 · 11月23日周一下午3点 · 社区活动室 · 来了12人")


async def test_her_copy_says_what_she_answered_and_her_name_goes_from_what_was_written_down(play: Play) -> None:
    ma, zhao = await play.member("ma"), play.newcomer(990101, "赵奶奶")
    await zhao.files()
    await zhao.taps("更多")
    await zhao.taps("撤回")
    await calls(ma, when="今天下午3点")
    await ma.taps("这里的居民")
    await ma.taps("就请这些")
    await ma.taps("发出去")
    await zhao.taps("去")
    await play.at(17, 1)
    await notes_who_came(ma, "赵奶奶等3人")
    assert ma.hears("认得的有赵奶奶")
    await zhao.says("我的资料")
    await zhao.taps("导出一份")
    await play.passes(minutes=1)
    page = next(m for m in zhao.inbox if m.kind == "document" and m.media and str(m.media.name).endswith(".html"))
    assert page.media is not None
    words = play.sandbox.world.files.get(page.media.file_id).content.decode()
    assert "请过您的会" in words
    assert "您说去" in words
    await zhao.says("我的资料")
    await zhao.taps("全删掉")
    await zhao.taps("删，过一天生效")
    await play.passes(hours=25)
    await ma.says("开会")
    await ma.taps("1", under="开会，先看将开的")
    assert ma.hears("来了3人：＊＊等3人")


async def test_a_matter_whose_place_nobody_said_is_asked_for_and_a_task_may_go_to_whoever_is_named(play: Play) -> None:
    wang, chen, ma = await play.member("wang"), await play.member("chen"), await play.member("ma")
    await a_meeting_over(ma)
    await notes_who_came(ma, "居民8人")
    await ma.taps("记决议")
    await ma.says("换掉坏了的长椅\n印一份电话表")
    await ma.taps("报成小事")
    assert ma.hears("「换掉坏了的长椅」在哪个网格？")
    await ma.says("杏林苑8号楼")
    await ma.taps("派成任务")
    await ma.says("王芳")
    await ma.says("12月5日")
    assert chen.hears("1123-01", "长椅", "杏林苑8号楼")
    assert wang.hears("马丽记在您名下：印一份电话表，12月5日前")


async def test_who_came_noted_at_the_wrong_meeting_is_taken_back_within_two_minutes(play: Play) -> None:
    wang, ma = await play.member("wang"), await play.member("ma")
    await a_meeting_over(ma)
    await notes_who_came(ma)
    await ma.taps("撤回", under="记下了，来了12人")
    assert ma.hears("撤回了，这场会还没记谁来")
    await ma.says("开会")
    assert ma.hears("开了，还没记谁来")
    await ma.taps("记谁来了", under="撤回了，这场会")
    await ma.says("王芳等3人")
    late = ma.button("撤回", "记下了，来了3人")
    await play.passes(minutes=3)
    await ma.taps_old(late)
    assert "过时" in ma.toast
    await ma.says("开会")
    assert ma.hears("来了3人")
    await ma.taps("改谁来了", under="记下了，来了3人")
    await ma.says("王芳等4人")
    assert "撤回" not in ma.buttons("记下了，来了4人")
    await agrees_a_task(ma)
    await play.at(9, 1, days=31)
    assert wang.hears("当时说好的，做到了吗")


async def test_a_matter_that_was_agreed_goes_to_whom_they_named_where_she_serves(play: Play) -> None:
    wang, chen, ma = [await play.member(id) for id in ("wang", "chen", "ma")]
    await a_meeting_over(ma)
    await notes_who_came(ma, "王芳、陈亮、赵奶奶等12人")
    heard = len(wang.inbox)
    await ma.taps("记决议")
    await ma.says("修好3号楼门口的路灯")
    await ma.taps("报成小事")
    assert ma.buttons("谁来办") == ["王芳", "陈亮"]
    await ma.taps("陈亮")
    assert ma.hears("修好3号楼门口的路灯 → 小事1123-01，等陈亮接")
    assert ma.hears("交给了陈亮", "说好由陈亮来办")
    assert chen.hears("1123-01", "路灯")
    assert len(wang.inbox) == heard
