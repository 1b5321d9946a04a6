"""What the page's tests share: a small cast, a director with a clock, and a bot of a few rules."""

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp

from sandbox import Sandbox

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
ZHAO, WANG, CHEN = 5001, 5002, 5003
SUMMARY = "我这样记：东门，路灯坏了。交给王芳。对吗？"
KEYS = [[{"text": "报事"}, {"text": "我在这儿", "request_location": True}], [{"text": "帮助"}]]


def _somebody(person: int, key: str, zh: str, en: str, role: str, size: str) -> dict[str, Any]:
    return {"id": person, "key": key, "name": {"zh": zh, "en": en}, "role": role, "size": size, "about": {}}


CAST: dict[str, Any] = {
    "bot": {"id": 110201543, "first_name": "小板凳", "username": "little_bench_bot"},
    "people": [
        _somebody(ZHAO, "zhao", "赵奶奶", "Grandma Zhao", "resident", "large"),
        _somebody(WANG, "wang", "王芳", "Wang Fang", "member", "large"),
        _somebody(CHEN, "chen", "陈亮", "Chen Liang", "deputy", "pocket"),
    ],
    "posters": [
        {"code": "gate", "name": {"zh": "东门", "en": "east gate"}, "payload": "p_gate", "lat": 36.055, "lon": 103.705}
    ],
    "map": {
        "bounds": [103.70, 36.05, 103.73, 36.07],
        "grids": [{"name": "一格", "polygon": [[103.70, 36.05], [103.73, 36.05], [103.73, 36.07], [103.70, 36.07]]}],
        "buildings": [{"name": "3号楼", "lat": 36.0551, "lon": 103.7051}],
        "points": [],
    },
    "photos": ["lamp", "stairs", "leak"],
    "voices": [{"asset": "voice-lamp", "seconds": 6, "caption": {"zh": "灯又不亮了", "en": "The lamp is out again"}}],
    "chips": [{"label": {"zh": "谢谢", "en": "Thanks"}, "person": "zhao", "do": "say", "text": "谢谢"}],
    "composer": {"zh": "路灯坏了", "en": "The lamp is out"},
    "opening": {"person": "zhao", "poster": "gate"},
}


@dataclass
class MovedClock:
    """Stands still until the director moves it; its ticks are the loop's own."""

    at: datetime = datetime(2026, 7, 15, 8, 20, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return asyncio.get_running_loop().time()


@dataclass
class Stagehand:
    """A director that keeps one due thing half an hour ahead."""

    clock: MovedClock
    sandbox: Sandbox = field(init=False)

    def opens(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.first = sandbox.world.snapshot()

    async def advance(self, seconds: int | None) -> None:
        self.clock.at += timedelta(seconds=1800 if seconds is None else seconds)
        self.sandbox.world.clock_moved(self.next_thing())

    async def reset(self) -> None:
        self.sandbox.world.restore(self.first)

    async def unplug(self) -> None:
        self.sandbox.world.bot_state("down")
        asyncio.get_running_loop().call_later(0.3, self.sandbox.world.bot_state, "up")

    async def language(self, language: str) -> None:
        self.sandbox.world.speak(language)

    def next_thing(self) -> tuple[datetime, dict[str, str]]:
        return self.clock.at + timedelta(minutes=30), {"zh": "提醒王芳", "en": "remind Wang Fang"}

    def bot_state(self) -> str:
        return "up"


@dataclass
class PorchBot:
    """Knows five things: to greet, to sum up, to hand in, to take a place, to tell the member."""

    session: aiohttp.ClientSession
    base: str

    async def __call__(self, method: str, **parameters: Any) -> Any:
        async with self.session.post(f"{self.base}/bot{TOKEN}/{method}", json=parameters) as response:
            body = await response.json()
            assert body["ok"], body
            return body["result"]

    async def runs(self) -> None:
        offset = 0
        while True:
            for update in await self("getUpdates", offset=offset, timeout=20):
                offset = update["update_id"] + 1
                if "callback_query" in update:
                    await self.pressed(update["callback_query"])
                elif "message" in update:
                    await self.heard(update["message"])

    async def heard(self, message: dict[str, Any]) -> None:
        chat = message["chat"]["id"]
        if "location" in message:
            await self("sendVenue", chat_id=chat, **message["location"], title="3号楼", address="一格")
        elif message.get("text", "").startswith("/start"):
            await self("sendMessage", chat_id=chat, text="您好", reply_markup={"keyboard": KEYS})
        elif "text" in message:
            await self.sums_up(chat, message["message_id"])

    async def sums_up(self, chat: int, answered: int) -> None:
        rows = [[{"text": "交给王芳", "callback_data": "in"}], [{"text": "说明", "callback_data": "why"}]]
        await self(
            "sendMessage",
            chat_id=chat,
            text=f"<b>{SUMMARY}</b> <a href='https://example.org/'>说明</a>",
            parse_mode="HTML",
            reply_parameters={"message_id": answered},
            reply_markup={"inline_keyboard": rows},
        )

    async def pressed(self, query: dict[str, Any]) -> None:
        if query["data"] == "why":
            await self("answerCallbackQuery", callback_query_id=query["id"], text="先看一眼", show_alert=True)
            return
        await self("answerCallbackQuery", callback_query_id=query["id"], text="好")
        place = {"chat_id": query["message"]["chat"]["id"], "message_id": query["message"]["message_id"]}
        await self("editMessageText", **place, text="交上去了，编号1123-07。")
        await self("sendMessage", chat_id=WANG, text="1123-07 路灯坏了")
