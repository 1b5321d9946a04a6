"""The plays without a browser, as the command prints them."""

import asyncio
import re

import pytest

from tests.demo.running import Demo

ZH = (
    "—— 甲",
    "赵奶奶: ☞ 开始",
    "小板凳 → 赵奶奶: 您好，这里是小板凳，在桃源里东门",
    "赵奶奶: 🎤 14″",
    "小板凳 → 赵奶奶: 收到您14秒的语音",
    "赵奶奶 ☞ 交给王芳",
    "🔔 小板凳 → 王芳: 1123-03",
    "王芳 ☞ 接了",
    "🔔 小板凳 → 赵奶奶: 王芳接了这件事",
    "🔔 小板凳 → 赵奶奶: 王芳：师傅十点到",
    "王芳: 📷 放了气，热了",
    "🔔 小板凳 → 赵奶奶: 📷 王芳说办好了：放了气，热了",
    "赵奶奶 ☞ 好了",
    "赵奶奶 ☞ 很好",
    "—— 赵奶奶：一条语音，点了4下",
    "—— 乙",
    "王芳 ☞ 不归我",
    "小板凳 → 王芳: 地图上是桃源二网格陈亮那格",
    "王芳 ☞ 转给陈亮",
    "王芳: 明早物业来修",
    "小板凳 → 王芳: 这句话告诉谁？",
    "小板凳 → 王芳: 已转给赵奶奶",
    "王芳: 下周请假",
    "王芳 ☞ 就这样",
    "—— 王芳：点了6下，写了2句",
    "—— 丙",
    "🔔 小板凳 → 马丽: 11月",
    "      [派 ",
    "小板凳 → 马丽: 📷",
    "马丽 ☞ 派",
    "马丽 ☞ 陈亮",
    "马丽 ☞ 解决 5/7",
    "      7位表了态，5位说解决了；5位没回音",
    "      没解决：",
    "      不算在内的：",
    "马丽 ☞ 给领导的一段",
    "小板凳 → 马丽: 河湾街道",
    "—— 马丽：点了4下",
)
EN = (
    "—— a ·",
    "Little Bench → Granny Zhao: Hello, this is Little Bench at the east gate of Peach Court",
    "Granny Zhao ☞ Give it to Wang Fang",
    "Wang Fang ☞ Take it",
    "🔔 Little Bench → Granny Zhao: Wang Fang has taken it",
    "Granny Zhao ☞ It is",
    "—— Granny Zhao: one voice note, 4 taps",
    "—— b ·",
    "Wang Fang ☞ To Chen Liang (Peach grid 2)",
    "Little Bench → Wang Fang: Whom is this for?",
    "Wang Fang ☞ Yes",
    "—— Wang Fang: 6 taps, 2 lines written",
    "—— c ·",
    "🔔 Little Bench → Ma Li: Good morning, Mon",
    "Ma Li ☞ Give",
    "Ma Li ☞ Solved 5/7",
    "      7 answered, 5 say solved; 5 silent, not counted.",
    "Ma Li ☞ To forward",
    "Little Bench → Ma Li: Riverbend Street",
    "—— Ma Li: 4 taps",
)
"""Beginnings of lines, in the order in which they are printed."""
NUMBER = re.compile(r"\b\d{4}-(\d{2})\b")


async def told(language: str) -> list[str]:
    """The lines that `demo --play` prints, after it has ended well."""
    demo = await Demo.start("--play", "--language", language)
    assert await demo.ended() == 0, demo.words
    return demo.words.splitlines()


def assert_in_order(lines: list[str], beginnings: tuple[str, ...]) -> None:
    rest = iter(NUMBER.sub(r"1123-\1", line) for line in lines)  # the numbers begin with the day's date
    for beginning in beginnings:
        assert any(line.startswith(beginning) for line in rest), f"{beginning!r} is missing or out of order"


@pytest.mark.asyncio
async def test_three_plays_are_told_in_both_languages_and_end_by_themselves() -> None:
    zh, en = await asyncio.gather(told("zh"), told("en"))
    assert_in_order(zh, ZH)
    assert_in_order(en, EN)
    for lines in (zh, en):
        said = [line for line in lines if "→" in line]
        assert not [line for line, before in zip(said[1:], said, strict=False) if line == before]
        assert not [line for line in lines if line.startswith("✎")]
