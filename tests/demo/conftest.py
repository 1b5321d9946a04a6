"""One running demo for all tests of this folder, and one browser window with as many pages as a test opens."""

import signal
from collections.abc import AsyncIterator

import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, ViewportSize

from tests.demo.running import Demo

DESK = ViewportSize(width=1440, height=900)
PHONE = ViewportSize(width=390, height=844)
PATIENCE = 10_000  # milliseconds


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def base(browser: Browser) -> AsyncIterator[str]:
    """The address of a running demo; it must end without a complaint."""
    demo = await Demo.start("--port", "0")
    yield await demo.address()
    demo.process.send_signal(signal.SIGINT)
    assert await demo.ended() == 0
    assert "Traceback" not in demo.words, demo.words


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def context(browser: Browser, base: str) -> AsyncIterator[BrowserContext]:
    context = await browser.new_context(base_url=base, viewport=DESK, locale="zh-CN", reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    yield context
    await context.close()


async def opened(context: BrowserContext) -> Page:
    """The page, with everything read."""
    page = await context.new_page()
    await page.goto("/")
    await page.locator("body.ready").wait_for()
    return page


@pytest_asyncio.fixture(loop_scope="session")
async def page(context: BrowserContext) -> AsyncIterator[Page]:
    """A fresh start in Chinese."""
    for act, body in (("reset", {}), ("language", {"language": "zh"})):
        answer = await context.request.post(f"/stage/{act}", data=body)
        assert answer.ok, await answer.text()
    page = await opened(context)
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    yield page
    for opened_page in context.pages:
        await opened_page.close()
    assert not broken, broken
