"""The page in a real browser, before a sandbox whose bot lives in the test."""

import asyncio
import shutil
from collections.abc import AsyncIterator

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright

from sandbox import BotAccount, Sandbox
from tests.page.support import CAST, CHEN, TOKEN, WANG, ZHAO, MovedClock, PorchBot, Stagehand

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "/usr/bin/chromium")
QUIET = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
PATIENCE = 10_000  # milliseconds


@pytest.fixture(scope="session")
def program() -> str:
    for name in PROGRAMS:
        found = shutil.which(name)
        if found:
            return found
    pytest.skip("no Chromium on this machine (looked for " + ", ".join(PROGRAMS) + ")")


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser(program: str) -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=program, args=list(QUIET))
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def sandbox() -> AsyncIterator[Sandbox]:
    clock = MovedClock()
    director = Stagehand(clock)
    sandbox = Sandbox(TOKEN, BotAccount(110201543, "小板凳", "little_bench_bot"), clock, director, CAST)
    sandbox.world.add_person(ZHAO, "奶奶", "赵")
    for person in (WANG, CHEN):
        sandbox.world.add_person(person, "芳", "王").chat.started = True
    director.opens(sandbox)
    yield sandbox
    await sandbox.stop()


@pytest_asyncio.fixture(loop_scope="session")
async def base(sandbox: Sandbox) -> AsyncIterator[str]:
    base = await sandbox.start()
    async with aiohttp.ClientSession() as session:
        bot = asyncio.create_task(PorchBot(session, base).runs())
        yield base
        bot.cancel()
        await asyncio.gather(bot, return_exceptions=True)


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser, base: str) -> AsyncIterator[Page]:
    page = await browser.new_page(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    page.set_default_timeout(PATIENCE)
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    await page.goto(base)
    await page.locator("body.ready").wait_for()
    yield page
    await page.close()
    assert not broken, broken
