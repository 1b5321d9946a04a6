"""The page in a real browser, before a sandbox whose bot lives in the test."""

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page

from sandbox import BotAccount, Sandbox
from tests.page.support import CAST, CHEN, TOKEN, WANG, ZHAO, MovedClock, PorchBot, Stagehand

PATIENCE = 10_000  # milliseconds


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


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def context(browser: Browser) -> AsyncIterator[BrowserContext]:
    """One for all: a page in it opens in half the time. Each test has an address, and so a memory, of its own."""
    context = await browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    yield context
    await context.close()


@pytest_asyncio.fixture(loop_scope="session")
async def page(context: BrowserContext, base: str) -> AsyncIterator[Page]:
    page = await context.new_page()
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    await page.goto(base)
    await page.locator("body.ready").wait_for()
    yield page
    await page.close()
    assert not broken, broken
