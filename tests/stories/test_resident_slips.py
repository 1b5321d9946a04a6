"""Small slips of people who write as they speak: half a sentence, a number alone, a typing error mended afterwards."""

from __future__ import annotations

import pytest

from tests.stories.house import Play

pytestmark = pytest.mark.asyncio


# ---- a place, and nothing else -------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["桃源里", "桃源里。", "在桃源里", "杏林苑8号楼"])
async def test_an_estate_alone_is_asked_what_is_wrong_there(play: Play, words: str) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says(words)
    assert "那里怎么了" in zhao.last
    assert not zhao.hears("我这样记")


async def test_what_is_wrong_there_follows_and_the_place_is_said_once(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("桃源里")
    await zhao.says("路灯坏了")
    assert zhao.last.startswith("我这样记：桃源里，路灯坏了。")


async def test_an_estate_in_front_of_what_is_wrong_is_said_once(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("桃源里路灯坏了")
    assert zhao.last.startswith("我这样记：桃源里，路灯坏了。")
    await zhao.taps("交给王芳" if "王芳" in zhao.last else "交给")
    assert zhao.hears("1123-01 路灯坏了", "在桃源里")


@pytest.mark.parametrize("send", ["voice", "photo"])
async def test_a_voice_note_or_picture_at_the_place_question_is_kept_and_the_place_is_still_needed(
    play: Play, send: str
) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.says("路灯坏了")
    assert "在哪儿" in zhao.last
    await (zhao.sends_voice() if send == "voice" else zhao.sends_photo())
    assert zhao.last.startswith("收下了，一起交上去。")
    assert "可我从里面认不出地方" in zhao.last
    assert "写个楼号" in zhao.last
    await zhao.says("桃源里3号楼")
    await zhao.taps("交给王芳")
    assert wang.hears("1123-01 路灯坏了")


# ---- a telephone number alone --------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", ["13912345678", "0931-7654321", "139 1234 5678"])
async def test_a_telephone_number_alone_is_an_offer_to_be_rung_back(play: Play, number: str) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says(number)
    assert zhao.last.startswith(f"{number}只给王芳看，只为回这个电话。可以吗？")
    await zhao.taps("可以")
    assert any(number in words and "请您打电话" in words for words in wang.rings())


async def test_a_number_after_a_matter_is_for_that_matter(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await zhao.says("13912345678")
    assert "13912345678只给王芳看，只为「路灯坏了」这一件。可以吗？" in zhao.last
    await zhao.taps("可以")
    assert wang.hears("请您打电话：13912345678（1123-01")


async def test_the_question_for_a_number_can_be_left_by_a_key(play: Play) -> None:
    await play.member("wang")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files()
    await zhao.says("请打电话给我")
    assert "算了" in zhao.keys
    await zhao.says("算了")
    assert zhao.last == "好，电话没给。"
    assert "算了" not in zhao.keys


async def test_call_me_says_why_it_asks_where(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("请打电话给我")
    assert zhao.last.startswith("好，请人给您回电话。先说在哪一片，我好找到管那里的人。")


# ---- nothing that can be understood --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words", ["asdfgh", "qwerty", "。。。", "😀", "啊啊啊啊", "dfgsdf", "111111", "asdf asdf", "？？？"]
)
async def test_nonsense_is_no_matter(play: Play, words: str) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says(words)
    assert zhao.last.startswith(("这句我没看懂。", "好的。有事随时说。"))
    assert not zhao.hears("我这样记")
    assert not zhao.hears("哪一类")


@pytest.mark.parametrize("words", ["没水", "漏了", "mice", "WC坏了", "pm2.5", "灯", "it stinks", "rhythm"])
async def test_short_words_that_may_mean_something_are_taken(play: Play, words: str) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says(words)
    assert zhao.last.startswith(f"我这样记：桃源里东门，{words}。")


# ---- what is mended afterwards -------------------------------------------------------------------------------------


async def test_a_place_mended_by_editing_the_answer_is_taken_over(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("路灯坏了")
    answer = await zhao.says("桃源里3号楼")
    assert zhao.last.startswith("我这样记：桃源里3号楼")
    await zhao.edits(answer, "杏林苑8号楼")
    assert zhao.last.startswith("我这样记：杏林苑8号楼，路灯坏了。")
    assert not zhao.hears("我这样记：桃源里3号楼")


async def test_a_name_mended_by_editing_the_answer_is_taken_over(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼路灯坏了")
    await zhao.taps("改一改")
    await zhao.taps("替别人报")
    answer = await zhao.says("三楼章大爷")
    await zhao.edits(answer, "三楼张大爷")
    assert "替三楼张大爷报的。" in zhao.last
    assert not zhao.hears("章大爷")


async def test_an_edit_that_changes_the_matter_after_it_was_taken_is_told_once(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    said = await zhao.says("3号楼路灯坏了")
    await zhao.taps("交给王芳")
    await wang.taps("接了")
    wang.rings()
    await zhao.edits(said, "3号楼门禁坏了")
    await zhao.edits(said, "3号楼门禁又坏了")
    told = [message for message in wang.inbox if "居民改了说法" in message.text]
    assert [message.text for message in told] == ["1123-01 居民改了说法：门禁坏了。"]
    assert all(message.silent for message in told)


async def test_asking_whether_it_is_all_right_reads_well_whatever_broke(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")
    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.says("换了灯泡")
    await play.passes(days=1, minutes=10)
    assert zhao.last.startswith("「路灯坏了」这件，现在好了吗？不回也没关系")
