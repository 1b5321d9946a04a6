"""Around the phones: the clock, the plug, the languages, the pocket phones, a dropped line, a narrow screen."""

import pytest
from playwright.async_api import Browser, Page, expect

from sandbox import Sandbox
from tests.page.support import CHEN, ZHAO

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_the_clock_shows_the_districts_time_and_goes_to_the_next_thing(page: Page) -> None:
    await expect(page.locator("#now")).to_have_text("16:20")
    await expect(page.locator("#next")).to_contain_text("16:50")
    await page.locator("#next").click()
    await expect(page.locator("#now")).to_have_text("16:50")
    await page.get_by_role("button", name="+1小时").click()
    await expect(page.locator("#now")).to_have_text("17:50")


async def test_a_pulled_plug_is_told_from_its_fall_to_its_return(page: Page) -> None:
    await page.get_by_role("button", name="拔插头").click()
    await expect(page.locator("#power")).to_contain_text("插头拔了")
    await expect(page.locator("#power")).to_contain_text("一句没丢")


async def test_the_other_language_changes_every_word_of_the_page(page: Page) -> None:
    await page.locator("#language").click()
    await expect(page.locator("#again")).to_have_text("Start over")
    await expect(page.locator(".phone[data-person=wang] .plate")).to_contain_text("Wang Fang")
    assert await page.evaluate("document.documentElement.lang") == "en"


async def test_a_pocket_phone_rings_and_comes_to_the_front(page: Page, sandbox: Sandbox) -> None:
    pocket = page.locator(".pocket[data-person=chen]")
    sandbox.world.people[CHEN].says("在吗")
    await expect(pocket.locator(".badge")).to_have_text("1")
    await pocket.click()
    await expect(page.locator(".phone[data-person=chen] .row.theirs").last).to_be_visible()
    await expect(page.locator(".pocket")).to_have_attribute("data-person", "wang")
    await expect(page.locator(".phone[data-person=zhao]")).to_be_visible()


async def test_a_dropped_line_is_explained_and_mends_itself(page: Page, sandbox: Sandbox) -> None:
    port = int(page.url.rsplit(":", 1)[1].rstrip("/"))
    await sandbox.stop()
    await expect(page.locator("#banner")).to_contain_text("断线了")
    await sandbox.start(port=port)
    sandbox.world.people[ZHAO].says("还在吗")
    await expect(page.locator(".phone[data-person=zhao] .row.mine")).to_contain_text("还在吗")
    await expect(page.locator("#banner")).to_contain_text("又连上了")


async def test_a_narrow_screen_shows_one_chat_with_tabs_and_never_scrolls_sideways(browser: Browser, base: str) -> None:
    page = await browser.new_page(viewport={"width": 390, "height": 844})
    await page.goto(base)
    await expect(page.locator(".phone")).to_have_count(1)
    await page.get_by_role("tab", name="王芳").click()
    await expect(page.locator(".phone")).to_have_attribute("data-person", "wang")
    assert await page.evaluate("document.documentElement.scrollWidth") == 390
    await page.close()


async def test_on_a_narrow_screen_the_bar_is_one_row_and_the_rest_of_it_folds_out(browser: Browser, base: str) -> None:
    page = await browser.new_page(viewport={"width": 390, "height": 844})
    await page.goto(base)
    await page.locator("body.ready").wait_for()
    assert await page.locator(".lines").evaluate("lines => lines.getBoundingClientRect().top") < 200
    for hidden in ("#ten", "#day", "#plug", "#again", "#language"):
        await expect(page.locator(hidden)).to_be_hidden()
    await expect(page.locator("#coach")).to_be_visible()
    await page.get_by_role("tab", name="王芳").click()
    await expect(page.locator("#coach")).to_be_hidden()
    await page.locator("#rest").click()
    await page.locator("#language").click()
    await expect(page.locator("#hour")).to_have_text("+1 h")
    await page.close()
