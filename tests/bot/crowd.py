"""A district of many grids, its residents and members, who go on writing and tapping whatever becomes of the bot."""

from __future__ import annotations

import asyncio
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random

from sandbox import Message, Person, Sandbox
from sandbox.happenings import Happening

GRIDS = 50
"""So many that a member has few matters: at one message a second to each, the last one is soon done."""
TAG = re.compile(r"甲\d{3}")
"""Every report carries one of its own, by which its traces are found."""
LOOKS_EVERY = 0.02
PATIENCE = 150.0
"""Seconds: what leaves later than two minutes after a closing has no way back on it any more."""


def district() -> str:
    """The district file: a building, a member and a deputy (the next grid's member) for each grid, and one desk."""
    tables = ['[[area]]\nid = "street"\nkind = "street"\nname = "河湾街道"']
    for n in range(GRIDS):
        west, deputy = 103.5 + n / 100, (n - 1) % GRIDS
        corners = [[west, 36.06], [west + 0.01, 36.06], [west + 0.01, 36.07], [west, 36.07]]
        tables += [
            f'[[area]]\nid = "g{n}"\nkind = "grid"\nparent = "street"\nname = "第{n}网格"\npolygon = {corners}',
            f'[[area]]\nid = "b{n}"\nkind = "building"\nparent = "g{n}"\nname = "{place(n)}"',
            f'[[member]]\nid = "m{n}"\nname = "委员{n}"\ngrids = {{ g{n} = 1, g{deputy} = 2 }}',
        ]
    return "\n\n".join([*tables, '[[coordinator]]\nid = "desk"\nname = "马丽"\nareas = ["street"]', ""])


def place(grid: int) -> str:
    return f"桃源里{grid + 1}号楼"


class Resident:
    """Reports one thing and hands it in, as another than the neighbours' lamps; every fifth taps twice."""

    def __init__(self, phone: Person, tag: str, grid: int, *, hasty: bool) -> None:
        self.phone, self.tag, self.grid = phone, tag, grid
        self._words = f"{place(grid)}2单元门口的路灯坏了，灯上写着{tag}"
        self._hasty = hasty
        self._tapped: set[tuple[int, str, object]] = set()

    def reports(self) -> None:
        self.phone.says(self._words)

    def looks(self) -> None:
        for message in heard(self.phone):
            label = _label(message, "另报一件") or _label(message, "交给")
            shown = (message.id, label, message.edited_at)  # asked anew, she answers anew
            if label and shown not in self._tapped:
                self._tapped.add(shown)
                for _ in range(1 + self._hasty):
                    self.phone.taps(message.id, label)


class Member:
    """Takes about half of what comes, reports progress on some and closes some, one after the other."""

    def __init__(self, phone: Person, chance: Random) -> None:
        self.phone = phone
        self.accepted: list[str] = []
        self.progressed: list[str] = []
        self.closed: list[str] = []
        self._chance = chance
        self._decided: set[tuple[str, str]] = set()
        self._to_close: list[Message] = []
        self._closing: tuple[str, str, int] | None = None
        self._patience = 0

    @property
    def busy(self) -> bool:
        return bool(self._closing or self._to_close)

    def looks(self) -> None:
        for message in heard(self.phone):
            found = TAG.search(message.text)
            if found:
                self._looks_at(message, found.group())
        self._goes_on_closing()

    def _looks_at(self, card: Message, tag: str) -> None:
        if _label(card, "接了") and self._decides(tag, "accept", 0.5):
            self.phone.taps(card.id, "接了")
            self.accepted.append(tag)
        if _label(card, "办结") and self._decides(tag, "progress", 0.4):
            self.phone.says(f"已经报给物业{tag}", reply_to=card.id)
            self.progressed.append(tag)
        if _label(card, "办结") and self._decides(tag, "close", 0.4):
            self._to_close.append(card)

    def _decides(self, tag: str, about: str, likely: float) -> bool:
        """Yes or no, once for each matter, though its card may come twice."""
        if (tag, about) in self._decided:
            return False
        self._decided.add((tag, about))
        return self._chance.random() < likely

    def _goes_on_closing(self) -> None:
        if self._closing is None:
            if self._to_close:
                card = self._to_close.pop(0)
                found = TAG.search(card.text)
                assert found is not None
                if _label(card, "办结"):
                    self._closing = (found.group(), "办好了", self._newest + 1)
                    self.phone.taps(card.id, "办结")
            return
        tag, awaited, since = self._closing
        later = [m for m in heard(self.phone) if m.id >= since]
        if awaited == "办好了":
            for question in (m for m in later if _label(m, "办好了")):
                self._closing = (tag, "写一句", question.id)  # it may become the next question itself
                self.phone.taps(question.id, "办好了")
                return
        elif awaited == "写一句" and any("写一句" in m.text for m in later):
            self._closing, self._patience = (tag, "撤回", 0), round(PATIENCE / LOOKS_EVERY)
            self.closed.append(tag)
            self.phone.says(f"换了灯泡，亮了{tag}")
        elif awaited == "撤回":
            self._patience -= 1
            if not self._patience or any(tag in m.text and _label(m, "撤回") for m in later):
                self._closing = None

    @property
    def _newest(self) -> int:
        return max(m.id for m in heard(self.phone))


@dataclass
class Crowd:
    """Everybody. `arrived` holds, by chat, each message of the bot as it first read."""

    sandbox: Sandbox
    chance: Random
    residents: list[Resident] = field(default_factory=list)
    members: list[Member] = field(default_factory=list)
    arrived: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))

    def gather(self, count: int, span: float) -> None:
        """So many residents, who report at moments of their own within so many seconds."""
        for n in range(count):
            phone = self.sandbox.world.add_person(10_001 + n, f"居民{n}")
            self.residents.append(Resident(phone, f"甲{n:03d}", self.chance.randrange(GRIDS), hasty=n % 5 == 0))
        self._moments = sorted((self.chance.uniform(0, span), n) for n in range(count))
        self._changed: set[int] = set()
        self._phones: dict[int, Resident | Member] = {r.phone.id: r for r in self.residents}
        self.sandbox.world.subscribe(self._happens)

    def joins(self, name: str) -> Person:
        """Somebody of the roster gets a telephone."""
        phone = self.sandbox.world.add_person(20_001 + len(self.members), name)
        member = Member(phone, self.chance)
        self.members.append(member)
        self._phones[phone.id] = member
        return phone

    @property
    def busy(self) -> bool:
        return bool(self._moments or self._changed or any(member.busy for member in self.members))

    async def lives(self) -> None:
        """Until cancelled."""
        began = asyncio.get_running_loop().time()
        while True:
            now = asyncio.get_running_loop().time() - began
            while self._moments and self._moments[0][0] <= now:
                self.residents[self._moments.pop(0)[1]].reports()
            changed, self._changed = self._changed, set()
            for chat in changed | {member.phone.id for member in self.members if member.busy}:
                self._phones[chat].looks()
            await asyncio.sleep(LOOKS_EVERY)

    def _happens(self, happening: Happening) -> None:
        if happening.chat is None:
            return
        self._changed.add(happening.chat)
        if happening.type == "message" and happening.detail["message"]["out"]:
            self.arrived[happening.chat].append(happening.detail["message"]["text"])


def heard(phone: Person) -> Iterable[Message]:
    return [message for message in phone.messages if message.out]


def _label(message: Message, words: str) -> str:
    """The label of the message's button that holds these words, "" when there is none."""
    return next((b.text for row in message.buttons for b in row if words in b.text), "")
