"""Just writing is filing: one message, one tap."""

from __future__ import annotations

import pytest

from tests.stories.house import Play

pytestmark = pytest.mark.asyncio


async def test_the_first_minute_says_who_sees_what_and_gives_a_lasting_keyboard(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts()
    assert zhao.hears("小板凳", "您的电话谁也看不到")
    assert zhao.hears("只给办这件事的委员和社区案头看", "0931-1234567")
    assert zhao.keys == ["报事", "我的事", "请打电话给我", "帮助"]
    assert len(zhao.rings()) == 1


async def test_the_notice_is_read_out_once(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts()
    await zhao.starts()
    assert sum("只给办这件事的委员" in message.text for message in zhao.inbox) == 1
    assert zhao.last.startswith("又见面了")


async def test_the_usual_report_is_one_message_and_one_tap(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    zhao.rings()
    await zhao.says("楼道灯坏了")
    assert zhao.rings() == ["我这样记：桃源里东门，楼道灯坏了。交给王芳，今天上午11点前给您回话。对吗？"]
    await zhao.taps("交给王芳")
    assert len(zhao.rings()) == 1
    assert wang.hears("1123-01", "楼道灯坏了", "桃源里东门", "赵奶奶")


async def test_the_receipt_has_a_number_for_the_telephone_and_the_emergency_numbers(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.files("楼道灯坏了")
    assert zhao.hears("交上去了，编号1123-01", "120", "119")
    assert zhao.buttons("1123-01") == ["怎么样了", "更多"]
    await zhao.files("有一堆垃圾没人清")
    assert zhao.hears("交上去了，编号1123-02")


@pytest.mark.parametrize("yes", ["对", "好的", "是的，谢谢", "1", "１", "一", "第一个", "交给马丽"])
async def test_a_typed_yes_a_number_or_the_label_is_as_good_as_the_button(play: Play, yes: str) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says("楼道灯坏了")
    await zhao.says(yes)
    assert zhao.hears("编号1123-01")


async def test_a_typed_no_asks_what_to_mend(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says("楼道灯坏了")
    await zhao.says("不对")
    assert zhao.last == "改哪儿？"


async def test_words_can_be_said_anew_before_handing_in(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says("楼道灯坏了")
    await zhao.taps("改一改")
    await zhao.taps("说的话")
    await zhao.says("楼道里有一堆垃圾")
    await zhao.taps("交给王芳")
    assert wang.hears("一堆垃圾", "垃圾卫生")
    assert not wang.hears("灯")


async def test_a_kind_that_is_not_clear_is_asked_and_a_clear_one_never(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says("楼上漏水泡了我家的电线")
    assert zhao.last == "这是哪一类的事？"
    await zhao.taps("供水漏水")
    assert zhao.hears("我这样记")


@pytest.mark.parametrize(
    ("why", "answer"), [("随便聊聊", "好，聊聊。我不记成事。"), ("没事，发错了", "好，没记。有事随时说。")]
)
async def test_what_is_no_matter_is_not_noted(play: Play, why: str, answer: str) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says("今天天气真好啊")
    await zhao.taps("不是报事")
    await zhao.taps(why)
    assert zhao.last.startswith(answer)
    assert not wang.rings()


async def test_a_question_goes_to_the_member_as_a_question(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says("老年活动室")
    await zhao.taps("不是报事")
    await zhao.taps("想问件事")
    assert wang.hears("老年活动室", "想问件事")


async def test_the_key_alone_asks_what_is_wrong_and_takes_whatever_comes(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says("报事")
    assert zhao.last.startswith("您说，哪里坏了")
    await zhao.sends_photo("lamp", "门口这个灯不亮")
    await zhao.taps("交给王芳")
    assert wang.hears("这个灯不亮")


@pytest.mark.parametrize(
    ("word", "slashed", "answer"),
    [
        ("我的事", "/mine", "您现在没有在办的事"),
        ("帮助", "/help", "我能帮您"),
        ("报事", "/report", "您说，哪里坏了"),
        ("请打电话给我", "/call", "打哪个号码"),
        ("隐私", "/privacy", "谁看得到什么"),
        ("english", "/language en", "English from now on"),
    ],
)
async def test_every_command_is_a_word_too(play: Play, word: str, slashed: str, answer: str) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says(word)
    assert answer in zhao.last
    await zhao.says("中文")
    await zhao.says(slashed)
    assert answer in zhao.last


async def test_who_reports_too_much_within_an_hour_hears_when_to_go_on_and_whom_to_ring(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    for n in range(20):
        await zhao.says(f"/report 第{n + 10}户门口有垃圾")
        await zhao.taps("交给")
    await zhao.says("/report 还有垃圾")
    assert zhao.last == "您一小时说了20件，我今天上午11点再收。急事请打0931-1234567。"
    await play.passes(minutes=61)
    await zhao.says("/report 还有垃圾")
    assert zhao.last.startswith("我这样记")
