"""Takes the pictures of docs/method.md: `python docs/pictures/method.py [name …]`, where Chromium is at hand.

Each is one telephone after a few words and taps; without names all are taken.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from io import BytesIO
from typing import NamedTuple

from PIL import Image
from playwright.async_api import Browser
from take import GATE, LANGUAGES, LI, MA, PHONE, WANG, ZHAO, Stage, demo, named

Pair = tuple[str, str]
COLOURS = 128


class Act(NamedTuple):
    """What a person says or, with `tap`, which button she presses, by how it begins."""

    person: int
    words: Pair
    tap: bool = False


class Scene(NamedTuple):
    """`person` is whose telephone is shown; `tab` is how the page calls it."""

    person: int
    tab: str
    acts: Sequence[Act]


def says(person: int, zh: str, en: str) -> Act:
    return Act(person, (zh, en))


def taps(person: int, zh: str, en: str) -> Act:
    return Act(person, (zh, en), tap=True)


SCENES = {
    "visit": Scene(WANG, "wang", (
        says(WANG, "走访", "visit"),
        says(WANG, "3号楼502", "Peach Court 3, 502"),
        says(WANG, "楼道灯不亮，晚上不敢下楼", "The stair light is out, she is afraid at night"),
        taps(WANG, "报成小事", "Report it"),
        taps(WANG, "住户", "A resident"),
        taps(WANG, "交给", "Give it"),
    )),
    "question": Scene(LI, "li", (
        says(MA, "小板凳", "bench"),
        taps(MA, "问计", "Ask the area"),
        taps(MA, "问一件", "Ask something"),
        says(MA, "楼下的健身角，早上几点开始用合适？", "From when in the morning may the exercise corner be used?"),
        says(MA, "六点\n七点\n八点", "6 am\n7 am\n8 am"),
        taps(MA, "桃源社区", "Peach Community"),
        taps(MA, "一周", "A week"),
        taps(MA, "发出去", "Send it"),
    )),
    "invitation": Scene(LI, "li", (
        says(MA, "开会", "meetings"),
        taps(MA, "开个会", "Call one"),
        taps(MA, "小板凳会", "Small bench"),
        taps(MA, "桃源一网格", "Peach grid 1"),
        taps(MA, "桃源里东门", "the east gate"),
        says(MA, "周六下午3点", "Saturday at 3 pm"),
        taps(MA, "3号楼门口", "The step"),
        taps(MA, "就这些", "That is all"),
        taps(MA, "这里的居民", "Residents here"),
        taps(MA, "就请这些", "That is all"),
        taps(MA, "发出去", "Send"),
    )),
    "signs": Scene(ZHAO, "zhao", (
        says(ZHAO, "家里暖气不热，才十四度", "No heating at home, only 14 degrees"),
        taps(ZHAO, "交给", "Give it"),
        taps(ZHAO, "整栋楼", "The whole building"),
    )),
    "feelings": Scene(LI, "li", (
        says(LI, "楼上半夜还在跳绳，睡不着", "My neighbour above is loud at midnight, every night"),
    )),
    "notice": Scene(LI, "li", (
        says(MA, "写通知", "write a notice"),
        taps(MA, "停水停电", "Outage"),
        says(MA, "下周二上午九点到下午五点换阀门，3号楼5号楼停水，请先存一点",
             "Next Tuesday from 9 am to 5 pm a valve is changed: no water in Peach Court 3 and 5"),
        taps(MA, "不是", "No"),
        taps(MA, "桃源社区", "Peach Community"),
        taps(MA, "好，", "Yes, answer so"),
        taps(MA, "发出", "Send"),
    )),
    "story": Scene(LI, "li", ()),
    "book": Scene(LI, "li", (says(LI, "老年卡怎么办？", "How do I get the senior card?"),)),
}  # fmt: skip


async def take(browser: Browser, address: str, name: str, which: int) -> None:
    scene = SCENES[name]
    context = await browser.new_context(base_url=address, viewport=PHONE, reduced_motion="reduce")
    stage = Stage(context.request, which)
    await stage.post("reset")
    await stage.post("language", language=LANGUAGES[which])
    await stage.post("start", person=ZHAO, payload=GATE)
    for act in scene.acts:
        await (stage.tap if act.tap else stage.say)(act.person, act.words)
        await asyncio.sleep(0.5)
    await asyncio.sleep(1)
    await stage.is_read()
    page = await context.new_page()
    await page.goto("/")
    await page.locator("body.ready").wait_for()
    await page.locator(f".tab[data-person={scene.tab}]").click()
    await page.locator(".round.keys").click()
    await page.mouse.move(200, 30)
    await asyncio.sleep(1)
    screen = Image.open(BytesIO(await page.screenshot())).convert("RGB")
    screen.quantize(COLOURS, dither=Image.Dither.NONE).save(named(f"method-{name}", which), optimize=True)
    await context.close()


async def main(names: Sequence[str]) -> None:
    async with demo() as (browser, address):
        for which in range(len(LANGUAGES)):
            for name in names:
                await take(browser, address, name, which)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:] or list(SCENES)))
