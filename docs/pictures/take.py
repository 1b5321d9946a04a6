"""Takes the documentation's pictures from a running demo: `python docs/pictures/take.py`, where Chromium is at hand."""

from __future__ import annotations

import asyncio
import re
import shutil
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.async_api import APIRequestContext, Browser, ViewportSize, async_playwright

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
DESK, PHONE = ViewportSize(width=1360, height=860), ViewportSize(width=390, height=844)
GATE = "p7kq2m9"
ZHAO, WANG, EVERYBODY = 101, 201, (101, 102, 201, 202, 203)
GIVE, KIND, TAKE = ("交给", "Give it"), ("供暖", "heating"), ("接了", "Take")
CLOSE, SOLVED = ("办结", "Close"), ("办好了", "Solved")
WORD, DONE = ("师傅十点到", "The repairman comes at ten"), ("放了气，热了", "Bled the radiator, warm now")
LANGUAGES = ("zh", "en")


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
        ending = f".{LANGUAGES[which]}" if which else ""
        await page.screenshot(path=HERE / f"{name}{ending}.png")
        await context.close()


async def main() -> int:
    program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        sys.stderr.write("no Chromium here (looked for " + ", ".join(PROGRAMS) + ")\n")
        return 1
    demo = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "demo", "--port", "0", cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    try:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
            address = await _address(demo)
            for which in range(len(LANGUAGES)):
                await take(browser, address, which)
            await browser.close()
    finally:
        demo.send_signal(signal.SIGINT)
        await demo.wait()
    return 0


async def _address(demo: asyncio.subprocess.Process) -> str:
    assert demo.stdout is not None
    async for line in demo.stdout:
        if found := re.search(r"http://127\.0\.0\.1:\d+", line.decode()):
            return found.group()
    raise SystemExit("the demo did not open")


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
