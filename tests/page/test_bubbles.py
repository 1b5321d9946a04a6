"""Bubbles: marks and links, replies, buttons with their answers, edits, albums, voice, places on the map."""

import pytest
import pytest_asyncio
from playwright.async_api import Locator, Page, expect

from tests.page.support import SUMMARY

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest_asyncio.fixture(loop_scope="session")
async def zhao(page: Page) -> Locator:
    """The resident's phone with one line said and one summary received."""
    phone = page.locator(".phone[data-person=zhao]")
    await phone.get_by_role("button", name="扫一扫").click()
    await expect(phone.locator(".bigkey")).to_have_count(3)
    await phone.get_by_role("button", name="发送").click()
    await expect(phone.locator(".row.theirs strong")).to_have_text(SUMMARY)
    return phone


async def attach(phone: Locator, kind: str) -> None:
    await phone.get_by_role("button", name="照片、文件、位置").click()
    await phone.get_by_role("button", name=kind, exact=True).click()


async def test_a_link_and_a_reply_are_shown_as_such(zhao: Locator) -> None:
    summary = zhao.locator(".row.theirs").last
    assert await summary.locator("a").get_attribute("href") == "https://example.org/"
    await expect(summary.locator(".quote")).to_have_text("路灯坏了")


async def test_an_alert_waits_for_its_button(zhao: Locator) -> None:
    await zhao.get_by_role("button", name="说明").click()
    await expect(zhao.get_by_role("dialog")).to_contain_text("先看一眼")
    await zhao.get_by_role("button", name="知道了").click()
    await expect(zhao.get_by_role("dialog")).to_have_count(0)
    await expect(zhao.locator(".key.waits")).to_have_count(0)


async def test_a_press_ends_in_a_toast_and_an_edit_without_buttons(zhao: Locator) -> None:
    await zhao.get_by_role("button", name="交给王芳").click()
    await expect(zhao.locator(".toast")).to_have_text("好")
    last = zhao.locator(".row.theirs").last
    await expect(last).to_contain_text("编号1123-07")
    await expect(last).to_contain_text("改过")
    await expect(last.locator(".key")).to_have_count(0)


async def test_her_own_line_can_be_changed(zhao: Locator) -> None:
    own = zhao.locator(".row.mine").last
    await own.hover()
    await own.get_by_role("button", name="改").click()
    await zhao.get_by_role("textbox").fill("三号楼路灯坏了")
    await zhao.get_by_role("textbox").press("Enter")
    await expect(own).to_contain_text("三号楼路灯坏了")
    await expect(own).to_contain_text("改过")


async def test_several_photos_become_one_album(zhao: Locator) -> None:
    await attach(zhao, "照片")
    for picture in ("第1张照片", "第3张照片"):
        await zhao.get_by_role("button", name=picture).click()
    await zhao.get_by_role("button", name="发送2张").click()
    await expect(zhao.locator(".row.mine").last.locator(".album img")).to_have_count(2)


async def test_a_held_microphone_offers_the_voice_notes(page: Page, zhao: Locator) -> None:
    microphone = await zhao.get_by_role("button", name="按住说话").bounding_box()
    assert microphone is not None
    await page.mouse.move(microphone["x"] + 20, microphone["y"] + 20)
    await page.mouse.down()
    await zhao.locator(".note").hover()
    await page.mouse.up()
    await expect(zhao.locator(".row.mine").last.locator(".voice .seconds")).to_have_text("0:06")


async def test_a_place_picked_on_the_map_arrives_there_and_a_venue_comes_back(page: Page, zhao: Locator) -> None:
    await attach(zhao, "位置")
    await page.keyboard.press("ArrowRight")
    await zhao.get_by_role("button", name="发送这个位置").click()
    card = zhao.locator(".row.mine").last.locator(".place-card")
    await expect(card.locator(".pin")).to_be_visible()
    assert float(await card.get_attribute("data-lon") or 0) > 103.705
    await expect(zhao.locator(".row.theirs").last.locator("figcaption")).to_contain_text("3号楼")


async def test_a_key_that_asks_for_the_place_sends_it_only_after_a_yes(zhao: Locator) -> None:
    before = await zhao.locator(".row.mine").count()
    await zhao.get_by_role("button", name="我在这儿").click()
    await zhao.get_by_role("button", name="不给").click()
    await expect(zhao.locator(".row.mine")).to_have_count(before)
    await zhao.get_by_role("button", name="我在这儿").click()
    await zhao.get_by_role("button", name="给", exact=True).click()
    await expect(zhao.locator(".row.mine").last.locator(".place-card")).to_be_visible()
