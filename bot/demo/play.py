"""Three plays without a browser: people speak and tap, and what appears on their telephones is printed."""

from __future__ import annotations

import asyncio

from bot.demo.director import DemoDirector
from bot.demo.district import demo_district
from bot.demo.people import LI, MA, WANG, ZHAO, Phone
from bot.demo.printing import Printer
from sandbox.people import Person
from sandbox.records import Message
from sandbox.server import Sandbox

PATIENCE = 10.0
"""Seconds that a button may take to appear."""
THOUGHT = 20
"""Seconds that people of the play take before they act; for us they pass at once."""
UNDO, AN_HOUR = 125, 3600
TO_SUNDAY, TO_MONDAY = 59 * AN_HOUR + 900, 10 * AN_HOUR + 2700
"""From the opening on a Friday to a quarter to nine on Sunday night; from there to an hour before Monday's digest."""


class Play:
    """One telling, in one language: words are given as (zh, en)."""

    def __init__(self, sandbox: Sandbox, director: DemoDirector, language: str) -> None:
        self.sandbox, self.director = sandbox, director
        self.which = 1 if language == "en" else 0
        self.printer = Printer(language)

    async def go(self) -> None:
        """Ends by itself. Raises TimeoutError when a button does not appear."""
        stop = self.sandbox.world.subscribe(self.printer)
        zhao, wang, li, ma = (Hand(self, phone) for phone in (ZHAO, WANG, LI, MA))
        await self._grandmother(zhao, wang)
        await self._member(zhao, wang, li)
        await self._desk(li, ma)
        stop()

    async def rest(self) -> None:
        """Until everything said has been answered and printed."""
        await self.sandbox.drained()
        await self.director.settle()
        await self.printer.flush()

    async def _grandmother(self, zhao: Hand, wang: Hand) -> None:
        self.printer.watched = {ZHAO.account, WANG.account}
        self.printer.scene(
            "甲 · 赵奶奶在桃源里东门，扫了一下海报，点「开始」", "a · Granny Zhao scans the poster at the gate"
        )
        await zhao.starts(demo_district().talk_points[0].code)
        await zhao.speaks("voice-heating")
        await zhao.taps("交给", "Give it to")
        await wang.taps("供暖", "heating")
        await wang.taps("接了", "Take it")
        await wang.replies("师傅十点到", "The repairman comes at ten", to=("办结", "Close"))
        await self.director.advance(AN_HOUR)
        self.printer.scene("十点半，王芳拍了照", "Half past ten: Wang Fang takes a photo")
        await wang.taps("办结", "Close")
        await wang.taps("办好了", "Solved")
        await wang.shows("heating-repaired", "放了气，热了", "Bled the radiator, warm now")
        self.printer.scene("两分钟里还能撤回，过了才响", "For two minutes it could be undone; then it rings")
        await self.director.advance(UNDO)
        await zhao.taps("好了", "It is")
        await zhao.taps("很好", "Very good")
        self.printer.scene(
            f"赵奶奶：一条语音，点了{zhao.taps_made}下（连「开始」和打分）",
            f"Granny Zhao: one voice note, {zhao.taps_made} taps (Start and the mark among them)",
        )

    async def _member(self, zhao: Hand, wang: Hand, li: Hand) -> None:
        self.printer.scene("乙 · 王芳在两趟公交之间，三张卡", "b · Wang Fang between two buses, three cards")
        wang.taps_made = wang.lines_written = 0
        self.printer.watched = {WANG.account}
        await zhao.reports("暖气又凉了", "The heating is cold again")
        await li.reports("5号楼门口的路灯不亮", "The lamp at the door of building 5 is out")
        await li.reports("楼下垃圾桶满了没人收", "The bins downstairs are full")
        await li.replies("就是槐树巷6号楼那边", "I mean at Locust Lane 6", to=("更多", "More"))
        await wang.taps("接了", "Take it", under=("暖气", "heating"))
        await wang.taps("接了", "Take it", under=("路灯", "lamp"))
        await wang.taps("不归我", "Not mine", under=("垃圾", "bins"))
        await wang.taps("转给陈亮", "To Chen Liang")
        await wang.says("明早物业来修", "The property office comes tomorrow morning")
        self.printer.watched.add(ZHAO.account)
        await wang.taps("赵奶奶", "Granny Zhao")
        await wang.says("下周请假", "On leave next week")
        await wang.taps("就这样", "Yes")
        self.printer.scene(
            f"王芳：点了{wang.taps_made}下，写了{wang.lines_written}句",
            f"Wang Fang: {wang.taps_made} taps, {wang.lines_written} lines written",
        )
        await self.printer.flush()

    async def _desk(self, li: Hand, ma: Hand) -> None:
        self.printer.watched = set()
        await self.director.reset()
        self.printer.forget()
        await self.director.advance(TO_SUNDAY)
        await li.reports("楼下垃圾桶满了没人收", "The bins downstairs are full")
        await self.director.advance(TO_MONDAY)
        self.printer.scene(
            "丙 · 周一八点半，社区案头；李叔昨晚报的没人接，街道要问上周的数",
            "c · Monday, half past eight, at the desk: nobody took Uncle Li's matter last night; the street will ask",
        )
        self.printer.watched = {MA.account}
        await self.director.advance(AN_HOUR)
        await self.rest()
        digest = ("周一早。", "Good morning, Mon")
        await ma.taps("派", "Give", under=digest)
        await ma.taps("陈亮", "Chen Liang")
        self.printer.scene("街道问：上周解决了多少？", "The street asks: how many were solved last week?")
        await ma.taps("解决", "Solved", under=digest)
        await ma.taps("给领导的一段", "To forward", under=digest)
        self.printer.scene(
            f"马丽：点了{ma.taps_made}下，这一段长按就能转发",
            f"Ma Li: {ma.taps_made} taps; the paragraph is there to forward",
        )
        await self.printer.flush()


class Hand:
    """One person's finger; it takes its time, so that nobody writes faster than people do."""

    def __init__(self, play: Play, phone: Phone) -> None:
        self._play, self._account = play, phone.account
        self.taps_made = self.lines_written = 0

    @property
    def _person(self) -> Person:
        return self._play.sandbox.world.people[self._account]

    async def starts(self, payload: str) -> None:
        self.taps_made += 1
        await self._thinks()
        self._person.starts(payload)
        await self._play.rest()

    async def says(self, zh: str, en: str) -> None:
        await self._thinks()
        self._writes(zh, en)
        await self._play.rest()

    async def replies(self, zh: str, en: str, to: tuple[str, str]) -> None:
        """Answers the newest message that has this button."""
        await self._thinks()
        label = to[self._play.which]
        cards = [m for m in self._person.messages if any(label in b.text for row in m.buttons for b in row)]
        self._writes(zh, en, reply_to=cards[-1].id)
        await self._play.rest()

    async def speaks(self, asset: str) -> None:
        await self._thinks()
        self._person.sends_voice(asset)
        await self._play.rest()

    async def shows(self, asset: str, zh: str, en: str) -> None:
        await self._thinks()
        self.lines_written += 1
        self._person.sends_photo(asset, (zh, en)[self._play.which])
        await self._play.rest()

    async def reports(self, zh: str, en: str) -> None:
        await self.says(zh, en)
        await self.taps("交给", "Give it to")

    async def taps(self, zh: str, en: str, under: tuple[str, str] = ("", "")) -> None:
        """Taps the newest button with these words, under a message with those. Raises TimeoutError."""
        await self._thinks()
        label, words = (zh, en)[self._play.which], under[self._play.which]
        async with asyncio.timeout(PATIENCE):
            while (found := self._button(label, words)) is None:  # noqa: ASYNC110 (another process; nobody tells)
                await asyncio.sleep(0.05)
        message, text = found
        self.taps_made += 1
        self._play.printer.tapped(self._account, message.id, text)
        self._person.taps(message.id, text)
        await self._play.rest()

    def _button(self, label: str, words: str) -> tuple[Message, str] | None:
        for message in reversed(self._person.messages):
            for button in (button for row in message.buttons for button in row):
                if label in button.text and words in message.text:
                    return message, button.text
        return None

    def _writes(self, zh: str, en: str, reply_to: int | None = None) -> None:
        self.lines_written += 1
        self._person.says((zh, en)[self._play.which], reply_to=reply_to)

    async def _thinks(self) -> None:
        await self._play.director.advance(THOUGHT)
        self._play.printer.acting = self._account


async def play(sandbox: Sandbox, director: DemoDirector, language: str) -> None:
    """Plays a, b and c. Raises TimeoutError when a button does not appear."""
    await Play(sandbox, director, language).go()
