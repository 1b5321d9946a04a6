"""Two plays without a browser: people speak and tap, and everything is printed as it appears on their telephones."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Mapping
from typing import Any

from bot.demo.director import DemoDirector
from bot.demo.district import demo_district
from bot.demo.people import LI, PHONES, WANG, ZHAO, Phone
from sandbox.happenings import Happening
from sandbox.people import Person
from sandbox.server import Sandbox

PATIENCE = 5.0
"""Seconds that a button may take to appear."""
MARKS = {"photo": "📷", "voice": "🎤", "location": "📍", "video": "🎬"}


class Printer:
    """Prints what appears: new messages, and edits that change the words."""

    def __init__(self, language: str) -> None:
        self._which = 1 if language == "en" else 0
        self._names = {phone.account: phone.name[self._which] for phone in PHONES}
        self._bot = ("小板凳", "Little Bench")[self._which]
        self._seen: dict[tuple[int, int], str] = {}

    def __call__(self, happening: Happening) -> None:
        if happening.type not in ("message", "edited") or happening.chat not in self._names:
            return
        message = happening.detail["message"]
        words = _words(message)
        key = (happening.chat, message["id"])
        if self._seen.get(key) == words:
            return
        edited = "✎ " if key in self._seen else ""
        self._seen[key] = words
        name = self._names[happening.chat]
        arrow = f"{self._bot} → {name}" if message["out"] else f"{name}"
        _print(f"{edited}{arrow}: {words}")

    def scene(self, zh: str, en: str) -> None:
        _print(f"\n—— {(zh, en)[self._which]}")


def _words(message: Mapping[str, Any]) -> str:
    parts = [MARKS.get(message["kind"], ""), message["text"] or message["caption"]]
    for row in message["buttons"]:
        parts.append(" ".join(f"[{button['text']}]" for button in row))
    return "\n      ".join(line for part in parts if part for line in part.split("\n"))


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


class Hand:
    """One person's finger."""

    def __init__(self, sandbox: Sandbox, director: DemoDirector, phone: Phone) -> None:
        self._person: Person = sandbox.world.people[phone.account]
        self._sandbox, self._director = sandbox, director

    async def starts(self, payload: str) -> None:
        self._person.starts(payload)
        await self._rest()

    async def says(self, text: str) -> None:
        self._person.says(text)
        await self._rest()

    async def replies(self, text: str, button: str) -> None:
        """Answers the newest message that has this button."""
        cards = [m for m in self._person.messages if any(button in b.text for row in m.buttons for b in row)]
        self._person.says(text, reply_to=cards[-1].id)
        await self._rest()

    async def speaks(self, asset: str) -> None:
        self._person.sends_voice(asset)
        await self._rest()

    async def shows(self, asset: str, caption: str) -> None:
        self._person.sends_photo(asset, caption)
        await self._rest()

    async def taps(self, label: str, under: str = "") -> None:
        """Taps the newest button that holds these words; raises AssertionError when it does not appear."""
        async with asyncio.timeout(PATIENCE):
            while True:
                for message in reversed(self._person.messages):
                    for button in (button for row in message.buttons for button in row):
                        if label in button.text and under in message.text:
                            _print(f"      ({self._person.first_name} ☞ {button.text})")
                            self._person.taps(message.id, button.text)
                            await self._rest()
                            return
                await asyncio.sleep(0.05)

    async def _rest(self) -> None:
        await self._sandbox.drained()
        await self._director.settle()


async def play(sandbox: Sandbox, director: DemoDirector, language: str) -> None:
    """Plays a and b; ends by itself. Raises TimeoutError when a button does not appear."""
    en = language == "en"
    printer = Printer(language)
    stop = sandbox.world.subscribe(printer)
    zhao, wang, li = (Hand(sandbox, director, phone) for phone in (ZHAO, WANG, LI))
    gate = demo_district().talk_points[0].code

    printer.scene("甲 · 赵奶奶在东门，扫了一下海报", "a · Granny Zhao scans the poster at the gate")
    await zhao.starts(gate)
    if en:
        await director.language("en")
        await zhao.says("English")
    await zhao.speaks("voice-heating")
    await zhao.taps("Give it to" if en else "交给")
    await wang.taps("Take it" if en else "接了")
    await wang.replies("The repairman comes at five" if en else "师傅五点到", "Close" if en else "办结")
    printer.scene(
        "王芳拍了照，办结；两分钟内还能撤回", "Wang Fang closes with a photo; for two minutes she could undo it"
    )
    await wang.taps("Close" if en else "办结")
    await wang.taps("Solved" if en else "办好了")
    await wang.shows("heating", "Bled the radiator, warm now" if en else "放了气，热了")
    await director.advance(180)
    await zhao.taps("It is" if en else "好了")
    await zhao.taps("Very good" if en else "很好")

    printer.scene("乙 · 王芳在两趟公交之间", "b · Wang Fang between two bus stops")
    await li.says("The lamp at the gate of Peach Court 5 is out" if en else "桃源里5号楼门口的路灯不亮")
    await li.taps("Something new" if en else "新事")
    await li.taps("Give it to" if en else "交给")
    await wang.taps("Take it" if en else "接了")
    await wang.says("The property office comes tomorrow morning" if en else "明早物业来修")
    await wang.taps("Uncle Li" if en else "李叔")
    await wang.says("on leave next week" if en else "下周请假")
    await wang.taps("Yes" if en else "就这样")
    stop()
    _print("")
