"""What the demo's clock would come to next, in words."""

from __future__ import annotations

from datetime import datetime

from domain.errors import NotFound
from handlers.matters.ports import MattersTransaction
from handlers.turn import Turn

LABELS: dict[str, tuple[str, str]] = {
    "remind": ("提醒{owner}：{what}", "remind {owner}: {what}"),
    "ladder": ("{what}还没人接，找下一位", "{what}: nobody took it, on to the next"),
    "announce": ("告诉居民：{what}办好了", "tell the resident: {what} is done"),
    "ask_again": ("问一句：{what}好了吗", "ask once more: is {what} all right?"),
    "lapse": ("{what}没有回音，收起来", "{what}: no answer, put away"),
    "draft": ("问一句那件交不交", "ask about the report not handed in"),
    "leave": ("{owner}的假开始了", "{owner}'s leave begins"),
}


def next_thing(turn: Turn[MattersTransaction]) -> tuple[datetime, dict[str, str]] | None:
    """The instant and its label in both languages; None when nothing is due at all."""
    coming = turn.tx.schedule.coming()
    if coming is None:
        return None
    zh, en = LABELS.get(coming.kind, (coming.kind, coming.kind))
    room, _, subject = coming.subject.partition(":")
    what = owner = owner_en = ""
    try:
        if room == "matter":
            matter = turn.tx.matters.get(subject)
            person = turn.tx.people.get(matter.owner_id)
            what, owner, owner_en = f"{matter.number} {matter.what}", person.name, person.called("en")
        elif room == "person":
            person = turn.tx.people.get(subject)
            owner, owner_en = person.name, person.called("en")
    except NotFound:
        return coming.due_at, {"zh": coming.kind, "en": coming.kind}
    return coming.due_at, {"zh": zh.format(what=what, owner=owner), "en": en.format(what=what, owner=owner_en)}
