"""The demo in a real browser, as a stranger uses it."""

import asyncio
import re
import time

import pytest
from playwright.async_api import Browser, BrowserContext, Locator, Page, expect

from tests.demo.conftest import PHONE, opened

pytestmark = pytest.mark.asyncio(loop_scope="session")
A_MOMENT = 120
"""Seconds on a machine that does other things too; alone it is one or two. A day waited for would be 86,400."""

CHINESE = re.compile("[\u4e00-\u9fff]+")
BRAND = {"小板凳", "中", "中文"}
"""What stays Chinese on the English page: the product's name, and the way back to Chinese."""


def phone(page: Page, who: str) -> Locator:
    return page.locator(f".phone[data-person={who}]")


def newest(phone: Locator) -> Locator:
    return phone.locator(".row.theirs").last


async def think(phone: Locator) -> None:
    """People take their time; for the test it passes at once, and the pace of sending with it."""
    answer = await phone.page.request.post("/stage/clock", data={"by": 15})
    assert answer.ok


async def tap(phone: Locator, label: str) -> None:
    """The newest button with this label."""
    await think(phone)
    await phone.locator(".key").filter(has_text=re.compile(rf"^{label}")).last.click()


async def write(phone: Locator, words: str) -> None:
    await think(phone)
    await phone.get_by_role("textbox").fill(words)
    await phone.get_by_role("textbox").press("Enter")


async def scan(page: Page) -> Locator:
    zhao = phone(page, "zhao")
    await zhao.get_by_role("button", name="扫一扫").click()
    await expect(zhao.locator(".row.theirs").first).to_contain_text("您好，这里是小板凳，在桃源里东门")
    return zhao


async def speak(page: Page, phone: Locator) -> None:
    """Holds the microphone and lets go over the first voice note."""
    microphone = await phone.get_by_role("button", name="按住说话").bounding_box()
    assert microphone is not None
    await page.mouse.move(microphone["x"] + 20, microphone["y"] + 20)
    await page.mouse.down()
    await phone.locator(".note").first.hover()
    await page.mouse.up()


async def report(phone: Locator, words: str) -> None:
    await write(phone, words)
    await expect(newest(phone)).to_contain_text("对吗")
    await tap(phone, "交给王芳")
    await expect(newest(phone)).to_contain_text("交上去了")


async def test_a_grandmothers_voice_note_is_seen_to(page: Page) -> None:
    zhao, wang = await scan(page), phone(page, "wang")
    await zhao.get_by_role("textbox").fill("")
    await speak(page, zhao)
    await expect(newest(zhao)).to_contain_text("收到您14秒的语音")
    await tap(zhao, "交给王芳")
    await expect(newest(zhao)).to_contain_text("交上去了，编号")
    await expect(wang.locator(".badge")).not_to_have_text("")
    await expect(newest(wang).locator(".voice")).to_be_visible()
    await tap(wang, "接了")
    await expect(newest(zhao)).to_contain_text("王芳接了这件事")
    await wang.locator(".row.theirs").filter(has=page.locator(".key", has_text="办结")).last.hover()
    await (
        wang.locator(".row.theirs").filter(has=page.locator(".key", has_text="办结")).last.get_by_title("回复").click()
    )
    await write(wang, "师傅五点到")
    await expect(newest(zhao)).to_contain_text("王芳：师傅五点到")
    await tap(wang, "办结")
    await tap(wang, "办好了")
    await wang.get_by_role("button", name="照片、文件、位置").click()
    await wang.get_by_role("button", name="照片", exact=True).click()
    await wang.locator(".tile").last.click()
    await wang.locator(".photos .line").fill("放了气，热了")
    await wang.get_by_role("button", name="发送1张").click()
    await expect(newest(wang)).to_contain_text("两分钟后告诉居民")
    await expect(page.locator("#next")).to_contain_text("告诉赵奶奶办好了")
    await page.locator("#next").click()
    await expect(newest(zhao)).to_contain_text("王芳说办好了：放了气，热了")
    await expect(newest(zhao).locator("img")).to_be_visible()
    await tap(zhao, "好了")
    await expect(newest(zhao)).to_contain_text("那就好")
    await tap(zhao, "很好")
    await expect(newest(zhao)).to_contain_text("记下了，谢谢您")
    await expect(page.locator("#log")).to_contain_text("赵奶奶说好了")


async def test_a_member_between_two_buses(page: Page) -> None:
    zhao, wang = await scan(page), phone(page, "wang")
    await report(zhao, "3号楼2单元门口的路灯坏了")
    await report(zhao, "楼下垃圾桶满了没人收")
    card = zhao.locator(".row.theirs").last
    await card.hover()
    await card.get_by_title("回复").click()
    await write(zhao, "就是槐树巷6号楼那边")
    await expect(newest(wang)).to_contain_text("就是槐树巷6号楼那边")
    await tap(wang, "不归我")
    await expect(newest(wang)).to_contain_text("地图上是桃源二网格陈亮那格")
    await tap(wang, "转给陈亮")
    await expect(newest(wang)).to_contain_text("交给陈亮了")
    await expect(page.locator(".pocket[data-person=chen] .badge")).not_to_have_text("")
    await tap(wang, "接了")
    await expect(wang.locator(".toast")).to_contain_text("接了")
    await write(wang, "明早物业来修")
    await expect(newest(wang)).to_contain_text("这句话告诉谁？")
    await tap(wang, "赵奶奶 · 路灯坏了")
    await expect(newest(wang)).to_contain_text("已转给赵奶奶")
    await expect(newest(zhao)).to_contain_text("王芳：明早物业来修")
    await write(wang, "下周请假")
    await expect(newest(wang)).to_contain_text("由陈亮接着办")
    await tap(wang, "就这样")
    await expect(newest(wang)).to_contain_text("好好休息")


async def test_what_is_said_while_the_plug_is_out_is_answered_later(page: Page) -> None:
    zhao = await scan(page)
    await page.get_by_role("button", name="拔插头").click()
    await expect(page.locator("#power")).to_contain_text("插头拔了")
    await write(zhao, "楼下垃圾桶满了没人收")
    await expect(page.locator("#power")).to_contain_text("一句没丢")
    await expect(newest(zhao)).to_contain_text("楼下垃圾桶满了没人收。交给王芳")
    await expect(page.locator("#log")).to_contain_text("什么都没丢")


async def test_a_day_passes_in_a_moment_and_a_fresh_start_too(page: Page) -> None:
    await scan(page)
    today = await page.locator("#today").inner_text()
    start = time.monotonic()
    await page.locator("#day").click()
    await expect(page.locator("#today")).not_to_have_text(today)
    await expect(page.locator("#now")).to_have_text("09:30")
    assert time.monotonic() - start < A_MOMENT
    start = time.monotonic()
    await page.get_by_role("button", name="重来").click()
    await expect(page.locator(".poster")).to_be_visible()
    assert time.monotonic() - start < A_MOMENT
    await expect(page.locator(".badge:not(:empty)")).to_have_count(0)


async def test_a_chip_shows_what_becomes_of_a_matter_that_nobody_takes(page: Page) -> None:
    await scan(page)
    await page.locator("#chips .pill", has_text="没人接").dispatch_event("click")  # before they offer themselves
    await expect(phone(page, "li").locator(".row.mine")).to_contain_text("垃圾桶")
    await expect(page.locator(".pocket[data-person=ma] .last")).to_contain_text("垃圾桶", timeout=60_000)
    await expect(page.locator("#log")).to_contain_text("也请了陈亮")


async def test_a_chip_brings_mondays_digest_to_the_front_on_a_telephone(
    page: Page, browser: Browser, base: str
) -> None:
    context = await browser.new_context(base_url=base, viewport=PHONE, reduced_motion="reduce", locale="zh-CN")
    small = await opened(context)
    await small.locator("#rest").click()
    for _ in range(2):  # again after a fresh start
        await small.locator("#chips .pill", has_text="周一早上").dispatch_event("click")
        ma = phone(small, "ma")
        digest = ma.locator(".row.theirs", has_text="周一早。先看要您伸手的4件")
        await expect(digest.locator(".words")).to_be_in_viewport(timeout=60_000)
        await expect(digest.locator(".key", has_text="解决 5/7")).to_have_count(1)
        await tap(ma, "解决 5/7")
        await expect(newest(ma)).to_contain_text("7位表了态，5位说解决了；5位没回音")
        async with small.expect_response("**/stage/reset"):
            await small.locator("#again").click()
        await expect(small.locator("#now")).to_have_text("09:30")
    await context.close()


async def test_the_english_page_speaks_english_only(page: Page) -> None:
    async with page.expect_response("**/stage/language"):
        await page.locator("#language").click()
    await expect(page.locator("#again")).to_have_text("Start over")
    zhao = phone(page, "zhao")
    await expect(zhao.locator(".plate")).to_contain_text("Granny Zhao")
    await zhao.get_by_role("button", name="Scan").click()
    await expect(zhao.locator(".row.theirs").first).to_contain_text("Hello, this is Little Bench")
    await zhao.get_by_role("button", name="Send").click()
    await tap(zhao, "Give it to Wang Fang")
    await expect(newest(zhao)).to_contain_text("Handed in")
    await tap(phone(page, "wang"), "Take it")
    await expect(newest(zhao)).to_contain_text("Wang Fang has taken it")
    await page.locator(".pocket[data-person=ma]").click()
    await phone(page, "ma").get_by_role("button", name="Desk", exact=True).click()
    await expect(newest(phone(page, "ma"))).to_contain_text("not taken")
    assert set(CHINESE.findall(await page.locator("body").inner_text())) <= BRAND


async def test_two_browsers_see_the_same_play(page: Page, context: BrowserContext) -> None:
    other = await opened(context)
    zhao = await scan(page)
    await write(zhao, "楼下垃圾桶满了没人收")
    await expect(newest(phone(other, "zhao"))).to_contain_text("对吗")
    await tap(phone(other, "zhao"), "交给王芳")
    await expect(newest(zhao)).to_contain_text("交上去了")


async def test_a_phones_screen_never_scrolls_sideways(page: Page, browser: Browser, base: str) -> None:
    context = await browser.new_context(base_url=base, viewport=PHONE, reduced_motion="reduce", has_touch=True)
    small = await opened(context)
    zhao = await scan(small)
    await zhao.get_by_role("button", name="发送").click()
    await tap(zhao, "交给王芳")
    await small.get_by_role("tab", name="王芳").click()
    await tap(phone(small, "wang"), "接了")
    await expect(small.locator(".tab[data-person=zhao] .badge")).not_to_have_text("")
    await small.locator("#rest").click()
    for language in ("zh", "en"):
        assert await small.evaluate("document.documentElement.scrollWidth") == PHONE["width"], language
        await small.locator("#language").click()
        await asyncio.sleep(0.3)  # the other language's words are as wide as they get
    await context.close()


async def test_a_page_that_is_closed_during_a_fresh_start_leaves_the_demo_whole(page: Page, base: str) -> None:
    await scan(page)
    host, port = base.removeprefix("http://").split(":")
    _, line = await asyncio.open_connection(host, int(port))
    line.write(b"POST /stage/reset HTTP/1.1\r\nHost: demo\r\nContent-Length: 2\r\n\r\n{}")
    await line.drain()
    line.close()
    await expect(page.locator(".poster")).to_be_visible()
    await write(await scan(page), "楼下垃圾桶满了没人收")
    await expect(newest(phone(page, "zhao"))).to_contain_text("对吗")
