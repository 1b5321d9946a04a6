"""Who gets an inbound when several could: one story for each row of the order."""

from __future__ import annotations

import pytest

from tests.stories.house import Play

pytestmark = pytest.mark.asyncio


async def test_a_duplicate_has_no_second_effect(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    play.sandbox.faults.repeat_updates(3)
    await zhao.says("3号楼着火了")
    assert wang.hears("1123-01")
    assert not wang.hears("1123-02")
    assert len(zhao.inbox) == 2


async def test_a_hint_of_danger_is_answered_and_never_ends_the_turn(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says("没有着火，就是楼道灯坏了")
    assert zhao.hears("万一有危险，别等我")
    assert zhao.hears("我这样记")


async def test_a_command_comes_before_the_open_question_and_leaves_it_standing(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("路灯坏了")
    assert zhao.last.startswith("在哪儿？")
    await zhao.says("帮助")
    assert "我能帮您" in zhao.last
    await zhao.says("桃源里3号楼")
    assert zhao.hears("我这样记：桃源里3号楼，路灯坏了")


async def test_a_press_belongs_to_its_own_question_whatever_is_in_front(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says("楼道灯坏了")
    await zhao.says("报事")
    assert zhao.last.startswith("您说，哪里坏了")
    await zhao.taps("交给王芳", under="楼道灯坏了")
    assert wang.hears("1123-01", "楼道灯坏了")


async def test_a_reply_goes_to_what_it_answers_before_the_open_question(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    await zhao.says("有一堆垃圾")
    assert zhao.hears("我这样记", "垃圾")
    await zhao.replies("1123-01", "晚上更黑")
    assert wang.hears("赵奶奶（1123-01 路灯坏了）：晚上更黑")
    await zhao.says("1")
    assert zhao.hears("编号1123-02")


async def test_a_valid_answer_goes_to_the_question_in_front(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says("楼道灯坏了")
    await zhao.says("改一改")
    await zhao.says("第二个")
    assert zhao.last.startswith("在哪儿？")


async def test_media_go_to_the_draft_whatever_is_asked(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says("楼道灯坏了")
    await zhao.taps("改一改")
    await zhao.sends_photo()
    assert zhao.last == "改哪儿？"
    await zhao.says("返回")
    assert zhao.hears("我这样记", "带上1张照片。")


async def test_an_edit_goes_to_the_draft_whatever_is_asked(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    said = await zhao.says("楼道灯坏了")
    await zhao.taps("改一改")
    await zhao.edits(said, "楼道灯全坏了")
    await zhao.says("返回")
    assert zhao.hears("我这样记：桃源里东门，楼道灯全坏了")


async def test_words_beside_an_open_question_are_asked_about(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says("楼道灯坏了")
    await zhao.says("是二楼的")
    assert zhao.last == "您说的是「楼道灯坏了」这件，还是一件新事？"
    await zhao.taps("刚才那件")
    await zhao.taps("交给王芳")
    assert wang.hears("楼道灯坏了", "二楼")


async def test_words_beside_an_open_matter_are_asked_about_by_one_tap(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    await zhao.says("旁边那个也快不行了")
    assert zhao.buttons("还是一件新事") == ["王芳 · 路灯坏了", "一件新事"]
    await zhao.taps("王芳 · 路灯坏了")
    assert wang.hears("赵奶奶（1123-01 路灯坏了）：旁边那个也快不行了")
    assert zhao.last == "已转给王芳。"


async def test_lines_that_follow_each_other_are_one_question(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    for line in ("昨晚我差点摔了", "旁边那个也快不行了"):
        await zhao.says(line)
    assert sum("还是一件新事" in message.text for message in zhao.inbox) == 1
    await zhao.taps("王芳 · 路灯坏了")
    assert wang.hears("昨晚我差点摔了\n旁边那个也快不行了")


async def test_something_new_can_be_said_to_be_new(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    await zhao.says("旁边那个也快不行了")
    await zhao.taps("一件新事")
    assert zhao.hears("我这样记：桃源里3号楼，旁边那个也快不行了", "对吗？")


async def test_another_kind_of_trouble_is_new_without_asking(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    await zhao.says("有一堆垃圾没人清")
    assert zhao.last.startswith("我这样记：桃源里3号楼，有一堆垃圾没人清")


async def test_a_voice_note_that_nobody_has_heard_may_be_about_anything(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.sends_voice()
    await zhao.taps("交给")
    await zhao.says("暖气不热")
    assert zhao.last == "您说的是「语音里说的事」这件，还是一件新事？"


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("谢谢", "不客气"),
        ("好的，谢谢您", "不客气"),
        ("你好", "您好。哪里坏了"),
        ("嗯嗯", "好的"),
        ("👍", "好的"),
        ("校长是猪", "这里收小区的事"),
    ],
)
async def test_small_talk_gets_a_kind_short_answer_and_no_matter(play: Play, words: str, answer: str) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says(words)
    assert zhao.last.startswith(answer)
    await zhao.says("我的事")
    assert "您现在没有在办的事" in zhao.last


async def test_a_sticker_is_no_matter(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.sends(zhao.phone.sends_sticker("👍"))
    assert zhao.last == "好的。有事随时说。"


async def test_a_member_is_a_resident_too(play: Play) -> None:
    wang, chen = await play.member("wang"), await play.member("chen")
    await wang.says("/report 杏林苑8号楼路灯坏了")
    await wang.taps("交给陈亮")
    assert chen.hears("1123-01", "路灯坏了", "王芳")


async def test_a_members_words_without_a_reply_are_never_guessed_to_be_progress(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    await wang.taps("接了")
    await wang.says("明早物业来修")
    assert not zhao.hears("明早物业来修")
    await wang.taps("转给赵奶奶")
    assert zhao.hears("王芳：明早物业来修")


async def test_what_was_ended_and_is_broken_again_is_recognised_by_asking(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    await wang.taps("接了")
    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.says("换了灯泡")
    await play.passes(minutes=3)
    await zhao.taps("好了")
    await play.passes(days=2)
    await zhao.says("又坏了")
    assert zhao.last == "您说的是「路灯坏了」这件，还是一件新事？"
    await zhao.taps("王芳 · 路灯坏了")
    assert zhao.hears("又开了，王芳接着办")
    assert wang.hears("1123-01", "又坏了")
