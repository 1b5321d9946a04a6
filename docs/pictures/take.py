"""Takes the documentation's pictures from a running demo: `python docs/pictures/take.py`, where Chromium is at hand."""

from __future__ import annotations

import asyncio
import re
import shutil
import signal
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.async_api import APIRequestContext, Browser, ViewportSize, async_playwright

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
DESK, PHONE = ViewportSize(width=1360, height=860), ViewportSize(width=390, height=844)
GATE = "p7kq2m9"
ZHAO, LI, WANG, MA, EVERYBODY = 101, 102, 201, 203, (101, 102, 201, 202, 203, 204)
GIVE, KIND, TAKE = ("交给", "Give it"), ("供暖", "heating"), ("接了", "Take")
CLOSE, SOLVED, RATE = ("办结", "Close"), ("办好了", "Solved"), ("解决", "Solved")
WORD, DONE = ("师傅十点到", "The repairman comes at ten"), ("放了气，热了", "Bled the radiator, warm now")
TO_THE_ROW = "row => row.scrollIntoView({ block: row.querySelector('img') ? 'end' : 'start' })"
LANGUAGES = ("zh", "en")
BINS = ("楼下垃圾桶满了没人收", "The bins downstairs are full")
SUNDAY_NIGHT, MONDAY_MORNING = 59 * 3600 + 900, 11 * 3600 + 2700
"""Seconds from the opening, on a Friday at half past nine, to Sunday at a quarter to nine; and on to the digest."""
PATIENCE = 30
"""Seconds that the digest's picture may take."""
GAP = 24


class Stage:
    """The stage's own interface, as the page uses it; `which` is 0 for Chinese and 1 for English."""

    def __init__(self, request: APIRequestContext, which: int) -> None:
        self._request, self.which = request, which

    async def post(self, act: str, **body: object) -> None:
        answer = await self._request.post(f"/stage/{act}", data=body)
        assert answer.ok, await answer.text()
        await asyncio.sleep(0.2)

    async def messages(self, person: int) -> Sequence[dict[str, Any]]:
        state = await (await self._request.get("/stage/state")).json()
        found: Sequence[dict[str, Any]] = state["chats"][str(person)]["messages"]
        return found

    async def tap(self, person: int, words: tuple[str, str]) -> None:
        await self.post("clock", by=20)
        for message in reversed(await self.messages(person)):
            for row, buttons in enumerate(message["buttons"]):
                for column, button in enumerate(buttons):
                    if button["text"].startswith(words[self.which]):
                        await self.post("tap", person=person, message=message["id"], row=row, column=column)
                        return
        raise AssertionError(f"no button {words[self.which]!r}")

    async def say(self, person: int, words: tuple[str, str]) -> None:
        await self.post("clock", by=20)
        await self.post("say", person=person, text=words[self.which])

    async def begins(self) -> None:
        await self.post("reset")
        await self.post("language", language=LANGUAGES[self.which])
        await self.post("start", person=ZHAO, payload=GATE)
        await self.post("voice", person=ZHAO, asset="voice-heating")

    async def goes_on(self) -> None:
        """From the voice note to the question whether it is warm again."""
        await self.tap(ZHAO, GIVE)
        await self.tap(WANG, KIND)
        card = (await self.messages(WANG))[-2]["id"]
        await self.tap(WANG, TAKE)
        await self.post("say", person=WANG, text=WORD[self.which], reply_to=card)
        await self.tap(WANG, CLOSE)
        await self.tap(WANG, SOLVED)
        await self.post("photos", person=WANG, assets=["heating-repaired"], caption=DONE[self.which])
        await self.post("clock", to="next")

    async def goes_to_the_morning(self) -> None:
        """To Monday's digest, with its picture; nobody takes what came in on Sunday night."""
        await self.post("reset")
        await self.post("language", language=LANGUAGES[self.which])
        await self.post("clock", by=SUNDAY_NIGHT)
        await self.post("say", person=LI, text=BINS[self.which])
        await self.tap(LI, GIVE)
        await self.post("clock", by=MONDAY_MORNING)
        for _ in range(PATIENCE):
            if any(message["kind"] == "photo" for message in await self.messages(MA)):
                break
            await asyncio.sleep(1)

    async def is_read(self) -> None:
        for person in EVERYBODY:
            await self.post("read", person=person)


async def take(browser: Browser, address: str, which: int) -> None:
    for name, size in (("chat", DESK), ("phone", PHONE)):
        context = await browser.new_context(base_url=address, viewport=size, reduced_motion="reduce")
        stage = Stage(context.request, which)
        await stage.begins()
        if name == "chat":
            await stage.goes_on()
        await stage.is_read()
        page = await context.new_page()
        await page.goto("/")
        await page.locator("body.ready").wait_for()
        await asyncio.sleep(1)  # photos and fonts
        await page.screenshot(path=named(name, which))
        await context.close()


async def take_digest(browser: Browser, address: str, which: int) -> None:
    """The coordinator's telephone on Monday morning: the words, the picture, a figure she pressed, side by side."""
    context = await browser.new_context(base_url=address, viewport=PHONE, reduced_motion="reduce")
    stage = Stage(context.request, which)
    await stage.goes_to_the_morning()
    await stage.tap(MA, RATE)
    await asyncio.sleep(1)
    await stage.is_read()
    page = await context.new_page()
    await page.goto("/")
    await page.locator("body.ready").wait_for()
    await page.locator(".tab[data-person=ma]").click()
    await page.locator(".round.keys").click()
    await page.mouse.move(200, 30)
    screens = []
    for row in (-3, -2, -1):
        await page.locator(".row.theirs").nth(row).evaluate(TO_THE_ROW)
        await asyncio.sleep(1)
        screens.append(Image.open(BytesIO(await page.screenshot())))
    beside = PHONE["width"] + GAP
    whole = Image.new("RGB", (len(screens) * beside - GAP, PHONE["height"]), "white")
    for at, screen in enumerate(screens):
        whole.paste(screen, (at * beside, 0))
    whole.save(named("desk", which))
    await context.close()


def named(name: str, which: int) -> Path:
    return HERE / (f"{name}.{LANGUAGES[which]}.png" if which else f"{name}.png")


@asynccontextmanager
async def demo() -> AsyncIterator[tuple[Browser, str]]:
    """A browser and the address of a demo that runs as long as it is looked at."""
    program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise SystemExit("no Chromium here (looked for " + ", ".join(PROGRAMS) + ")")
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "demo", "--port", "0", cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    try:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
            yield browser, await _address(child)
            await browser.close()
    finally:
        child.send_signal(signal.SIGINT)
        await child.wait()


async def main() -> None:
    async with demo() as (browser, address):
        for which in range(len(LANGUAGES)):
            await take(browser, address, which)
            await take_digest(browser, address, which)


async def _address(child: asyncio.subprocess.Process) -> str:
    assert child.stdout is not None
    async for line in child.stdout:
        if found := re.search(r"http://127\.0\.0\.1:\d+", line.decode()):
            return found.group()
    raise SystemExit("the demo did not open")


if __name__ == "__main__":
    asyncio.run(main())
