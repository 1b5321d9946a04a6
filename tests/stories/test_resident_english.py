"""An English resident with a Chinese member: each reads her own language, and words are passed on as they were said."""

from __future__ import annotations

import re

import pytest

from tests.stories.house import Play, told

pytestmark = pytest.mark.asyncio


async def test_a_lamp_told_in_english_is_taken_in_chinese(play: Play) -> None:
    wang, alice = await play.member("wang"), play.newcomer(104, "Alice", language="en")
    await alice.starts("gate1")
    assert alice.hears("Hello, this is Little Bench at Peach Court east gate.")
    assert alice.keys == ["Report", "My matters", "Call me", "Help"]
    await alice.says("The street lamp at building 3 is broken")
    assert alice.hears("“The street lamp is broken”", "Wang Fang will answer by 11 am today. Right?")
    await alice.taps("Give it to Wang Fang")
    assert wang.hears("1123-01 The street lamp is broken", "路灯照明", "桃源里3号楼", "今天上午11点前给居民回个话。")
    await wang.taps("接了")
    assert alice.hears("Wang Fang has taken it; a result by Thursday 10 am.")
    await wang.replies("1123-01", "明早来修")
    assert alice.hears("Wang Fang: 明早来修")
    await alice.replies("1123-01", "Thank you, after eight please")
    assert wang.hears("Alice（1123-01 The street lamp is broken）：Thank you, after eight please")


async def test_nothing_of_ours_is_chinese_to_her(play: Play) -> None:
    wang, alice = await play.member("wang"), play.newcomer(104, "Alice", language="en")
    await alice.starts("gate1")
    await alice.says("The lamp in the hall is broken")
    await alice.taps("Change")
    await alice.taps("Unnamed")
    await alice.taps("Give it to")
    await alice.says("any news?")
    await alice.taps("More")
    await alice.taps("How it went")
    await wang.taps("接了")
    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.says("done")
    await play.passes(minutes=3)
    await alice.taps("It is")
    await alice.says("My matters")
    await alice.says("help")
    words = [told(m) for m in alice.inbox] + [b.text for m in alice.inbox for row in m.buttons for b in row]
    assert [line for line in words if re.search("[\u4e00-\u9fff]", line) and line != "中文"] == []


async def test_the_language_is_remembered(play: Play) -> None:
    li = play.newcomer(102, "李叔")
    await li.starts("gate1")
    await li.taps("English")
    assert li.last == "All right, English from now on."
    assert li.keys[0] == "Report"
    await play.restart()
    await li.says("The lamp in the hall is broken")
    assert li.last.startswith("I wrote: ")
    await li.says("中文")
    assert li.last == "好，以后说中文。"
    assert li.keys[0] == "报事"


async def test_typed_yes_and_numbers_work_in_english(play: Play) -> None:
    alice = play.newcomer(104, "Alice", language="en")
    await alice.starts("gate1")
    await alice.says("The lamp in the hall is broken")
    await alice.says("yes please")
    assert alice.hears("Handed in, number 1123-01.")
