"""The page of a sandbox by itself: nobody is there until somebody is added; the browser chooses the first language."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from sandbox import BotAccount, Sandbox
from sandbox.__main__ import cast_of
from sandbox.newcomers import newcomer
from tests.page.conftest import PATIENCE
from tests.page.support import TOKEN

pytestmark = pytest.mark.asyncio(loop_scope="session")
LINK = "https://t.me/little_bench_bot?start=p7kq2m9"


@pytest_asyncio.fixture(loop_scope="session")
async def lonely() -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(TOKEN, BotAccount(110201543, "小板凳", "little_bench_bot"))
    sandbox.cast = cast_of(sandbox.world)
    sandbox.world.undecided = True
    yield sandbox
    await sandbox.stop()


@pytest_asyncio.fixture(loop_scope="session")
async def visit(browser: Browser, lonely: Sandbox) -> AsyncIterator[Page]:
    page = await browser.new_page(locale="zh-CN", viewport={"width": 390, "height": 844})
    page.set_default_timeout(PATIENCE)
    await page.goto(await lonely.start())
    await page.locator("body.ready").wait_for()
    yield page
    await page.close()


async def test_an_english_browser_finds_an_english_page(browser: Browser, lonely: Sandbox) -> None:
    page = await browser.new_page(locale="en-GB")
    await page.goto(await lonely.start())
    await expect(page.locator(".nobody")).to_contain_text("Nobody is here yet")
    assert lonely.world.language == "en"
    await page.close()


async def test_somebody_joins_with_an_invitation(visit: Page, lonely: Sandbox) -> None:
    await visit.locator(".nobody button").click()
    await visit.get_by_label("叫什么").fill("马丽")
    await visit.get_by_label("手里的链接").fill(LINK)
    await visit.get_by_role("dialog").get_by_role("button", name="加一个人").click()
    await expect(visit.locator(".row.mine")).to_contain_text("/start")
    (ma,) = lonely.world.people.values()
    assert [message.text for message in ma.messages] == ["/start p7kq2m9"]


async def test_a_link_to_another_bot_is_named_as_such(visit: Page, lonely: Sandbox) -> None:
    await visit.locator(".nobody button").click()
    await visit.get_by_label("叫什么").fill("马丽")
    await visit.get_by_label("手里的链接").fill(LINK.replace("little_bench", "other"))
    await visit.get_by_role("dialog").get_by_role("button", name="加一个人").click()
    await expect(visit.locator(".wrong")).to_contain_text("@other_bot")
    assert not lonely.world.people


async def test_a_link_is_opened_from_the_paper_clip(visit: Page, lonely: Sandbox) -> None:
    ma = newcomer(lonely.world, "马丽", "zh")
    ma.starts()
    await visit.get_by_role("button", name="照片、文件、位置").click()
    await visit.get_by_role("button", name="打开链接").click()
    await visit.get_by_label("把海报或邀请上的链接贴在这里").fill(LINK)
    await visit.get_by_role("button", name="打开", exact=True).click()
    await expect(visit.locator(".row.mine")).to_have_count(2)
    assert ma.messages[-1].text == "/start p7kq2m9"


async def test_nothing_is_offered_that_only_a_director_can_do(visit: Page) -> None:
    for control in ("#ten", "#next", "#plug", "#again"):
        await expect(visit.locator(control)).to_be_hidden()
