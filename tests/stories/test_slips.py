"""小票: what a member reported for somebody becomes that somebody's own by a code; nobody gets in by guessing."""

from __future__ import annotations

import json
import re

import pytest

from tests.stories.duty_people import deputy, joins
from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio
CODE = re.compile(r"认领码 (\w{4} \w{4})")


async def reports_for_granny(wang: Somebody) -> str:
    """The code that was read out."""
    await wang.says("走访 3号楼")
    await wang.says("楼道灯坏了")
    await wang.taps("报成小事")
    await wang.says("李奶奶")
    await wang.taps("交给")
    found = CODE.search(wang.finds("认领码").text)
    assert found
    return found[1]


async def test_whoever_sends_the_code_takes_the_matter_over_to_its_end(play: Play) -> None:
    wang, chen, li = await play.member("wang"), await play.member("chen"), play.newcomer(990101, "李秀英")
    code = await reports_for_granny(wang)
    assert wang.hears("交上去了", "这件是您替人报的，由陈亮来办。")
    await li.says("我要认领")
    assert li.hears("小票上的认领码发给我")
    await li.says(code.lower().replace(" ", ""))
    assert li.hears("王芳11月23日替您报过一件：1123-01，路灯照明")
    assert not li.hears("楼道灯坏了")
    await li.taps("是我")
    assert li.hears("1123-01归您了")
    assert li.hears("1123-01 楼道灯坏了", "陈亮")
    assert not li.hears("您自己报的")
    assert wang.hears("李秀英认领了1123-01，以后回音给本人")
    assert wang.hears("1123-01 楼道灯坏了：李秀英认领了")
    assert chen.hears("1123-01 楼道灯坏了", "李秀英")
    await chen.taps("接了")
    await chen.taps("办结")
    await chen.taps("办好了")
    await chen.says("换了灯管")
    await play.passes(minutes=3)
    assert li.hears("陈亮说办好了：换了灯管")
    assert not wang.hears("换了灯管")
    await li.taps("好了")
    assert chen.hears("说好了")


async def test_a_slip_to_leave_at_the_door_has_a_code_of_its_own(play: Play) -> None:
    wang, li = await play.member("wang"), play.newcomer(990101, "李秀英")
    code = await reports_for_granny(wang)
    await wang.taps("打印一张")
    page = wang.inbox[-1]
    assert page.media is not None
    assert page.media.name == "小票-1123-01.pdf"
    printed = play.sandbox.world.files.get(page.media.file_id).content
    assert printed.startswith(b"%PDF")
    await li.starts(f"c{code.replace(' ', '')}")
    assert li.hears("您好，这里是小板凳")
    assert li.hears("王芳11月23日替您报过一件")
    await li.taps("不是")
    assert li.hears("没有动")
    await li.says(code)
    await li.taps("是我")
    assert li.hears("归您了")


async def test_codes_that_are_none_used_up_or_not_hers_are_answered_and_guessing_ends(play: Play) -> None:
    wang, chen = await play.member("wang"), await play.member("chen")
    li, boy = play.newcomer(990101, "李秀英"), play.newcomer(990102, "小吴")
    code = await reports_for_granny(wang)
    await wang.says(code)
    assert wang.hears("是您替人报的，码请给住户自己用")
    await chen.says(code)
    assert chen.hears("这个码您不能用")
    await chen.taps_old((chen.inbox[-1].id, wang.button("打印一张", "认领码")[1]))
    assert "不在您手上" in chen.toast
    for guess in ("K0000001", "认领 00000000", "K0000002", "K000 0003", "1123-01 K0000004"):
        await boy.says(guess)
        assert boy.hears("没有这个码")
    await boy.says(code)
    assert boy.hears("试的次数多了", "上午11点以后再试")
    await li.says(f"认领 {code}")
    await li.taps("是我")
    await li.says(code)
    assert li.hears("1123-01已经是您的了")
    await play.passes(hours=1)
    await boy.says(code)
    assert boy.hears("这个码用过了")


async def test_whoever_reports_for_a_neighbour_without_a_visit_has_a_slip_for_her_too(play: Play) -> None:
    wang, chen = await play.member("wang"), await play.member("chen")
    await wang.says("3号楼路灯坏了")
    await wang.taps("改一改")
    await wang.taps("替别人报")
    await wang.says("李奶奶")
    await wang.taps("交给")
    assert wang.hears("编号1123-01，认领码")
    await chen.taps_old((chen.inbox[-1].id, wang.button("打印一张", "认领码")[1]))
    assert "不在您手上" in chen.toast
    await wang.taps("打印一张")
    assert wang.inbox[-1].kind == "document"


async def test_a_code_runs_out_and_another_is_a_tap_away(play: Play) -> None:
    wang, li = await play.member("wang"), play.newcomer(990101, "李秀英")
    code = await reports_for_granny(wang)
    play.clock.advance(days=30)
    await li.says(code)
    assert li.hears("这个码过期了。请王芳再给一个")
    await wang.says("小板凳")
    await wang.taps("走访")
    await wang.taps("1", under="11月23日 桃源里3号楼")
    await wang.taps("给住户的小票 1123-01")
    fresh = CODE.search(wang.finds("认领码").text)
    assert fresh
    await li.says(fresh[1])
    await li.taps("是我")
    assert li.hears("归您了")


async def test_what_she_claimed_is_in_her_copy_and_goes_with_her(play: Play) -> None:
    wang, li = await play.member("wang"), play.newcomer(990101, "李秀英")
    await li.says(await reports_for_granny(wang))
    await li.taps("是我")
    await li.says("我的资料")
    await li.taps("导出一份")
    await play.passes(minutes=1)
    sent = next(m for m in li.inbox if m.kind == "document" and m.media and str(m.media.name).endswith(".json"))
    assert sent.media is not None
    (matter,) = json.loads(play.sandbox.world.files.get(sent.media.file_id).content)["matters"]
    assert [said["text"] for said in matter["said"]] == ["楼道灯坏了"]
    assert matter["noted"] == ["楼道灯坏了"]
    await li.says("我的资料")
    await li.taps("全删掉")
    await li.taps("删，过一天生效")
    await play.passes(hours=25)
    await wang.says("小板凳")
    await wang.taps("走访")
    await wang.taps("1", under="11月23日 桃源一网格")
    assert wang.hears("走访 桃源一网格", "（已删）")


async def test_her_photo_number_and_closing_question_are_asked_of_her_alone(play: Play) -> None:
    wang, chen, li = await play.member("wang"), await play.member("chen"), play.newcomer(990101, "李秀英")
    code = await reports_for_granny(wang)
    await wang.says("13800002222")
    await wang.taps("可以")
    await chen.taps("接了")
    assert "📞 看号码" in chen.buttons("1123-01 楼道灯坏了")
    await chen.taps("办结")
    await chen.taps("办好了")
    await chen.says("换了灯管")
    await play.passes(minutes=3)
    assert wang.hears("陈亮说办好了：换了灯管")
    old = wang.button("好了", "陈亮说办好了")
    await li.says(code)
    await li.taps("是我")
    assert li.hears("陈亮说办好了：换了灯管")
    assert not wang.hears("陈亮说办好了：换了灯管")
    claimed = (await play.database.read("claimed", lambda tx: tx.matters.by_number("1123-01")))[0]
    assert not claimed.show_phone
    await wang.taps_old((wang.inbox[-1].id, old[1]))
    assert "不在您手上" in wang.toast


async def test_what_she_was_being_asked_as_its_reporter_ends_when_it_is_claimed(play: Play) -> None:
    wang, chen, li = await play.member("wang"), await play.member("chen"), play.newcomer(990101, "李秀英")
    code = await reports_for_granny(wang)
    await chen.taps("接了")
    await chen.taps("办结")
    await chen.taps("办好了")
    await chen.says("换了灯管")
    await play.passes(minutes=3)
    await wang.taps("还没好")
    assert wang.hears("哪里不对，说一句就行")
    await li.says(code)
    await li.taps("是我")
    await wang.says("灯还是不亮")
    assert not chen.hears("灯还是不亮")
    await li.taps("还没好")
    await li.says("开关也坏了")
    assert chen.hears("开关也坏了")


async def test_a_member_who_was_asked_to_take_what_is_her_own_is_asked_no_more(play: Play) -> None:
    wang, qiang, chen = (
        await play.member("wang"),
        await joins(play, "qiang", deputy("qiang")),
        await play.member("chen"),
    )
    code = await reports_for_granny(wang)
    await play.passes(hours=2)
    assert "接了" in chen.buttons("1123-01 楼道灯坏了")
    assert "接了" in qiang.buttons("1123-01 楼道灯坏了")
    await chen.says(code)
    await chen.taps("是我")
    assert "接了" not in chen.buttons("1123-01 楼道灯坏了")
    await qiang.taps("接了")
    assert chen.hears("李强接了这件事")
