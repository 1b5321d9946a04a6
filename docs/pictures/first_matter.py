"""Takes the pictures of an operator's first ten minutes: `python docs/pictures/first_matter.py`, with Chromium.

Telegram's stand-in, `init` and `run` in a folder of their own; then the coordinator joins and a resident reports.
"""

from __future__ import annotations

import asyncio
import re
import shutil
import sys
import tempfile
from contextlib import AsyncExitStack
from pathlib import Path

from playwright.async_api import APIRequestContext, BrowserContext, ViewportSize, async_playwright

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PHONE = ViewportSize(width=390, height=844)
WORDS = {
    "zh": ("桃源社区", "马丽", "赵奶奶", "是", "3号楼门口的路灯坏了", "交给", "--chinese", "zh"),
    "en": ("Peach Community", "Ma Li", "Granny Zhao", "Yes", "The light at block 3 is out", "Give", "--english", "en"),
}  # fmt: skip


async def started(closing: AsyncExitStack, folder: Path, *command: str, until: str) -> str:
    """A program of ours that goes on running; what it said up to the line with these words."""
    program = await asyncio.create_subprocess_exec(
        sys.executable, "-m", *command, cwd=folder, env={"PYTHONPATH": str(ROOT)},
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    closing.callback(program.terminate)
    assert program.stdout is not None
    said = ""
    async for line in program.stdout:
        said += line.decode()
        if until in line.decode():
            return said
    raise SystemExit(said)


async def said_once(folder: Path, *command: str) -> str:
    program = await asyncio.create_subprocess_exec(
        sys.executable, "-m", *command, cwd=folder, env={"PYTHONPATH": str(ROOT)},
        stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    out, _ = await program.communicate()
    return out.decode()


class Page:
    """What people do on the sandbox's page, by its own interface."""

    def __init__(self, request: APIRequestContext) -> None:
        self._request = request

    async def does(self, act: str, **body: object) -> int:
        answer = await self._request.post(f"/stage/{act}", data=body)
        assert answer.ok, await answer.text()
        await asyncio.sleep(1.5)
        return int((await answer.json())["result"] or 0)

    async def taps(self, person: int, label: str) -> None:
        state = await (await self._request.get("/stage/state")).json()
        for message in reversed(state["chats"][str(person)]["messages"]):
            for row, buttons in enumerate(message["buttons"]):
                for column, button in enumerate(buttons):
                    if button["text"].startswith(label):
                        await self.does("tap", person=person, message=message["id"], row=row, column=column)
                        return
        raise AssertionError(f"no button {label!r}")


async def take(language: str, closing: AsyncExitStack) -> None:
    community, coordinator, resident, yes, report, give, speak, _ = WORDS[language]
    folder = Path(closing.enter_context(tempfile.TemporaryDirectory()))
    told = await started(closing, folder, "sandbox", "--port", "0", until="stop")
    base, token = re.findall(r"http://\S+", told)[0], re.findall(r"\d+:\S+-\S+", told)[0]
    (folder / "token").write_text(token, "utf-8")
    told = await said_once(
        folder, "bot", "init", speak, "--base-url", base, "--token-file", "token", "--community", community,
        "--street", "", "--district", "", "--telephone", "0931-5550100", "--coordinator", coordinator,
    )  # fmt: skip
    payload = re.findall(r"start=(\S+)", told)[0]
    await started(closing, folder, "bot", "run", until="起来了" if language == "zh" else " is up")
    context = await _browser(closing, base, language)
    page = Page(context.request)
    await page.does("language", language=language)
    desk = await page.does("newcomer", name=coordinator, language=language)
    await page.does("start", person=desk, payload=payload)
    await page.taps(desk, yes)
    neighbour = await page.does("newcomer", name=resident, language=language)
    await page.does("start", person=neighbour)
    await page.does("say", person=neighbour, text=report)
    await page.taps(neighbour, give)
    for person in (neighbour, desk):
        await page.does("read", person=person)
    window = await context.new_page()
    await window.goto("/")
    await window.locator("body.ready").wait_for()
    await window.get_by_text(coordinator, exact=True).first.click()
    await asyncio.sleep(1.5)
    ending = ".en" if language == "en" else ""
    await window.screenshot(path=HERE / f"first-matter{ending}.png")


async def _browser(closing: AsyncExitStack, base: str, language: str) -> BrowserContext:
    program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise SystemExit("no Chromium here (looked for " + ", ".join(PROGRAMS) + ")")
    playwright = await closing.enter_async_context(async_playwright())
    browser = await playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
    closing.push_async_callback(browser.close)
    return await browser.new_context(
        base_url=base, viewport=PHONE, reduced_motion="reduce", locale=WORDS[language][-1], device_scale_factor=1
    )


async def main() -> None:
    for language in WORDS:
        async with AsyncExitStack() as closing:
            await take(language, closing)


if __name__ == "__main__":
    asyncio.run(main())
