"""One browser and one running demo for all tests of this folder."""

import shutil
import signal
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, ViewportSize, async_playwright

from tests.demo.running import Demo

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "/usr/bin/chromium")
QUIET = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
DESK = ViewportSize(width=1440, height=900)
PHONE = ViewportSize(width=390, height=844)
PATIENCE = 10_000  # milliseconds


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        pytest.skip("no Chromium on this machine (looked for " + ", ".join(PROGRAMS) + ")")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=program, args=list(QUIET))
        yield browser
        await browser.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def base(browser: Browser) -> AsyncIterator[str]:
    """The address of a running demo; it must end without a complaint."""
    demo = await Demo.start("--port", "0")
    yield await demo.address()
    demo.process.send_signal(signal.SIGINT)
    assert await demo.ended() == 0
    assert "Traceback" not in demo.words, demo.words


@pytest_asyncio.fixture(loop_scope="session")
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
    assert not broken, broken
