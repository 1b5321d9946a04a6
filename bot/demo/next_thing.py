"""What the demo's clock would come to next, in words, if it concerns somebody whose telephone lies on the page."""

from __future__ import annotations

from datetime import datetime

from bot.demo.household import ids_with_phones
from bot.demo.stories import Pair
from bot.demo.wording import about, name_of, worded
from domain.errors import NotFound
from domain.open import Due
from handlers.matters.ports import MattersTransaction
from handlers.turn import Turn
from storage.transaction import Transaction

AHEAD = 40
"""Rows of the schedule that are looked through for one that the page can show."""

OF_A_MATTER: dict[str, Pair] = {
    "remind contact": ("催{owner}接：{what}", "nudge {owner}: {what}"),
    "remind contact overdue": ("还没人接：{what}", "not taken in time: {what}"),
    "remind progress": ("问{owner}进展：{what}", "ask {owner} for news: {what}"),
    "remind progress overdue": ("{owner}还没回话：{what}", "no word from {owner}: {what}"),
    "remind result": ("提醒{owner}快到期了：{what}", "{owner}'s promise nears: {what}"),
    "remind result overdue": ("没按时办好，跟{resident}说：{what}", "late, {resident} hears so: {what}"),
    "ladder": ("没人接，找下一位：{what}", "nobody took it, the next one: {what}"),
    "resume": ("问{owner}还等不等：{what}", "ask {owner} whether to wait on: {what}"),
    "announce": ("告诉{resident}办好了：{what}", "tell {resident} it is done: {what}"),
    "ask_again": ("再问{resident}好了没有：{what}", "ask {resident} again: {what}"),
    "lapse": ("{resident}没回音，收起来：{what}", "no answer from {resident}: {what}"),
}
OF_A_PERSON: dict[str, Pair] = {
    "say_reminders": ("提醒{owner}", "remind {owner}"),
    "draft": ("问{owner}那件交不交", "ask {owner}: hand it in?"),
    "leave": ("{owner}的假开始了", "{owner}'s leave begins"),
}


def next_thing(turn: Turn[MattersTransaction], tx: Transaction) -> tuple[datetime, dict[str, str]] | None:
    """The instant and its label in both languages; None when nothing is due that the page could show."""
    known = ids_with_phones(tx)
    for row in (row for row in tx.schedule.ahead(AHEAD) if row.due_at > turn.now):
        try:
            label = _label(turn, row, known)
        except NotFound:  # what it speaks of is gone, so nothing will happen
            continue
        if label is not None:
            return row.due_at, label
    return None


def _label(turn: Turn[MattersTransaction], row: Due, known: set[str]) -> dict[str, str] | None:
    room, subject, *_ = [*row.subject.split(":"), ""]  # what concerns the whole house has no second part
    if room != "matter":
        text = OF_A_PERSON.get(row.kind)
        return worded(text, {"owner": name_of(turn, subject)}) if text and subject in known else None
    matter = turn.tx.matters.get(subject)
    if not known & {matter.owner_id, matter.reporter_id}:
        return None
    text = OF_A_MATTER.get(_key(row))
    return worded(text, about(turn, matter)) if text else None


def _key(row: Due) -> str:
    """Reminders differ by their clock, and by whether it has run out."""
    if row.kind != "remind":
        return row.kind
    clock, which = row.slot.split(":")[:2]
    late = which.startswith(("overdue", "daily"))
    return f"remind {clock} overdue" if late else f"remind {clock}"
