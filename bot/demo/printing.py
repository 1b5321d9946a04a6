"""Prints what appears on the telephones as a chat: each new message, and of an edit only what answers a tap."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Mapping
from typing import Any

from bot.demo.people import BOT_NAME, LANGUAGES, PHONES, RESIDENTS
from sandbox.happenings import Happening
from sandbox.said import SAID

MARKS = {"photo": "📷", "voice": "🎤", "location": "📍", "video": "🎬"}
SLOWLY = 0.3
"""Seconds between two messages where somebody reads along; a file or a pipe gets them at once."""


class Printer:
    """`watched` are the accounts whose telephones are shown."""

    def __init__(self, language: str) -> None:
        self._which = LANGUAGES.index(language)
        self._names = {phone.account: phone.name[self._which] for phone in PHONES}
        self._names |= {resident.account: resident.name[self._which] for resident in RESIDENTS}
        self._lines: list[str] = []
        self._shown: dict[tuple[int | None, int], list[str]] = {}
        self._tapped: tuple[int, int] | None = None
        self.watched: set[int] = set()
        self.acting = 0
        """Whose finger moves; what arrives at others and is not silent rings."""

    def __call__(self, happening: Happening) -> None:
        if happening.type not in ("message", "edited"):
            return
        message = happening.detail["message"]
        place = (happening.chat, message["id"])
        words = self._words(message)
        before = self._shown.get(place)
        self._shown[place] = words
        if happening.chat not in self.watched:
            return
        if before is None:
            self._say(happening.chat, words, message)
        elif place == self._tapped:
            news = [line for line in words if line not in before and not line.startswith(("✓", "["))]
            self._say(happening.chat, [*news, *_buttons(message)] if news else [], message)

    def forget(self) -> None:
        """Everything starts anew, also the numbers of messages."""
        self._shown = {}

    def tapped(self, account: int, message: int, label: str) -> None:
        self._tapped = (account, message)
        if account in self.watched:
            self._lines.append(f"{self._names[account]} ☞ {label}")

    def scene(self, zh: str, en: str) -> None:
        self._lines += ["", f"—— {(zh, en)[self._which]}"]

    async def flush(self) -> None:
        """Writes what has come up, at a reader's pace."""
        for line in self._lines:
            sys.stdout.write(line + "\n")
            sys.stdout.flush()
            if sys.stdout.isatty() and not line.startswith(" "):
                await asyncio.sleep(SLOWLY)
        self._lines = []

    def _say(self, account: int, words: list[str], message: Mapping[str, Any]) -> None:
        if not words:
            return
        rings = message["out"] and not message["silent"] and not message["edited_at"] and account != self.acting
        name = self._names[account]
        who = f"{'🔔 ' if rings else ''}{BOT_NAME[self._which]} → {name}" if message["out"] else name
        self._lines.append(f"{who}: {words[0]}")
        self._lines += [f"      {line}" for line in words[1:]]

    def _words(self, message: Mapping[str, Any]) -> list[str]:
        if not message["out"] and message["text"].startswith("/start"):
            return [("☞ 开始", "☞ Start")[self._which]]
        said = (message["text"] or message["caption"]).split("\n")
        said[0] = f"{self._mark(message)} {said[0]}".strip()
        return [line for line in said if line] + _buttons(message)

    def _mark(self, message: Mapping[str, Any]) -> str:
        """A voice note with its seconds, and with what can be heard in it where a person speaks."""
        mark, media = MARKS.get(message["kind"], ""), message["media"] or {}
        if message["kind"] != "voice":
            return mark
        heard = SAID.get(str(media.get("asset")), {}).get(LANGUAGES[self._which], "")
        return f"{mark} {media.get('duration', 0)}″" + (f" “{heard}”" if heard and not message["out"] else "")


def _buttons(message: Mapping[str, Any]) -> list[str]:
    return [" ".join(f"[{button['text']}]" for button in row) for row in message["buttons"]]
