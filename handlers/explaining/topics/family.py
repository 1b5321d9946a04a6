"""What somebody wants to be told, as the house sees it."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.door import Room, View
from handlers.explaining.topics import hers, page, pressed
from handlers.family import Command, Family

ROOMS: Mapping[str, Room] = {}
VIEWS: Mapping[str, View] = {}
WORDS = (
    "选收什么", "少收", "退订", "td", "少收这样的", "topics", "stop", "unsubscribe", "fewer like this",
    "不收通知", "不想收通知", "我不想收通知", "不要通知", "不要发通知了", "别发通知了", "别给我发通知了",
    "别发消息了", "别给我发消息了", "不想收消息", "我不想收消息", "关掉通知", "关掉消息",
    "no notices", "no more notices", "stop notices", "stop sending me notices", "choose what comes",
)  # fmt: skip
TOPICS = Family(
    name="topics",
    commands=(Command("topics", WORDS, page.command),),
    presses={"topics": pressed.pressed},
    replies={page.ABOUT: pressed.replied, "less": pressed.replied},
    brief=pressed.typed,
    of_hers=(hers.of_hers,),
    in_privacy=hers.in_privacy,
)
