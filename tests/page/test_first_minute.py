"""The first scene, from the poster to the ringing phone of the member."""

import pytest
from playwright.async_api import Page, expect

from sandbox import Sandbox
from tests.page.support import SUMMARY, WANG
from tests.waiting import until

pytestmark = pytest.mark.asyncio(loop_scope="session")

NOTES_MOVES = """phone => {
  window.moves = [];
  phone.addEventListener('animationstart', (move) => window.moves.push(move.animationName));
}"""


async def test_one_tap_on_the_poster_starts_the_chat_and_fills_the_composer(page: Page) -> None:
    zhao = page.locator(".phone[data-person=zhao]")
    await expect(zhao.locator(".poster")).to_contain_text("东门")
    await zhao.get_by_role("button", name="扫一扫").click()
    await expect(zhao.locator(".row.mine")).to_contain_text("/start")
    await expect(zhao.locator(".row.theirs")).to_contain_text("您好")
    await expect(zhao.get_by_role("textbox")).to_have_value("路灯坏了")


async def test_from_the_poster_to_the_ring_it_takes_three_taps(page: Page, sandbox: Sandbox) -> None:
    zhao, wang = page.locator(".phone[data-person=zhao]"), page.locator(".phone[data-person=wang]")
    await zhao.get_by_role("button", name="扫一扫").click()
    await expect(zhao.locator(".row.theirs")).to_contain_text("您好")
    await zhao.get_by_role("button", name="发送").click()
    await expect(zhao.locator(".row.theirs strong")).to_have_text(SUMMARY)
    await page.emulate_media(reduced_motion="no-preference")
    await wang.locator(".case").evaluate(NOTES_MOVES)
    await zhao.get_by_role("button", name="交给王芳").click()
    await page.wait_for_function("window.moves.includes('shake')")
    await expect(wang.locator(".badge")).to_have_text("1")
    await expect(page.locator("#log li").first).to_contain_text("王芳的手机响了")
    await wang.locator(".row.theirs").click()
    await expect(wang.locator(".badge")).to_have_text("")
    await until(lambda: not sandbox.world.chats[WANG].unread)  # the page is ahead of the platform


async def test_starting_over_brings_the_poster_back(page: Page) -> None:
    await page.get_by_role("button", name="扫一扫").click()
    await expect(page.locator(".poster")).to_have_count(0)
    await page.get_by_role("button", name="重来").click()
    await expect(page.locator(".poster")).to_be_visible()


async def test_the_first_minute_needs_no_mouse(page: Page) -> None:
    zhao = page.locator(".phone[data-person=zhao]")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await page.keyboard.press("Tab")
    await expect(zhao.get_by_role("button", name="扫一扫")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(zhao.get_by_role("textbox")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(zhao.locator(".row.theirs strong")).to_have_text(SUMMARY)
    await zhao.get_by_role("log").focus()
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("r")
    await expect(zhao.locator(".subject")).to_contain_text(SUMMARY)
