"""The sandbox as its page uses it: people who open links, tap, write, and see what comes."""

from __future__ import annotations

import base64
import json
import re
import time
import urllib.request
from typing import Any

PATIENCE = 20.0
"""Seconds in which an answer must be there, also on a busy machine."""
QUOTED = re.compile(r"[「“](.+)[」”]")
OPENS, SCANS, STARTS = ("打开", "opens"), ("扫", "scans"), ("自己找", "finds")
TAPS, WRITES, SENDS_BACK = ("点", "taps"), ("写", "writes"), ("发回", "sends back")


class Stage:
    """People come into being when they first do something, with a telephone in `language`."""

    def __init__(self, base: str, language: str) -> None:
        self._base, self._language = base, language
        self._people: dict[str, int] = {}

    def plays(self, who: str, does: str, sees: str, link: str) -> None:
        """One row of a scene; `link` is what is opened or scanned. Raises AssertionError for what does not come."""
        person = self._person(who)
        before = self._all_shown(person)
        quoted = QUOTED.search(does)
        if does.startswith(OPENS + SCANS):
            self._post("start", person=person, payload=link.rpartition("start=")[2])
        elif does.startswith(STARTS):
            self._post("start", person=person)
        elif quoted and does.startswith(TAPS):
            self._taps(person, quoted.group(1))
        elif quoted and does.startswith(SENDS_BACK):
            self._sends_back(person, quoted.group(1))
        else:
            assert quoted, does
            assert does.startswith(WRITES), does
            self._post("say", person=person, text=quoted.group(1))
        self._sees(person, sees, before)

    def _person(self, name: str) -> int:
        if name not in self._people:
            self._people[name] = self._post("newcomer", name=name, language=self._language)
        return self._people[name]

    def _taps(self, person: int, label: str) -> None:
        for message in reversed(self._messages(person)):
            for row, buttons in enumerate(message["buttons"]):
                for column, button in enumerate(buttons):
                    if button["text"].startswith(label):
                        self._post("tap", person=person, message=message["id"], row=row, column=column)
                        return
        self._post("key", person=person, label=label)

    def _sends_back(self, person: int, name: str) -> None:
        """A file that the bot has sent her."""
        media = next(
            message["media"] for message in self._messages(person) if (message["media"] or {}).get("name") == name
        )
        with urllib.request.urlopen(f"{self._base}/stage/file/{media['file_id']}") as answer:
            content = base64.b64encode(answer.read()).decode()
        self._post("file", person=person, name=name, mime=media["mime"], content=content)

    def _sees(self, person: int, words: str, before: list[str]) -> None:
        until, new = time.monotonic() + PATIENCE, [""]
        while not any(words in shown for shown in new):
            assert time.monotonic() < until, f"{words!r} not in what is new: {new}"
            time.sleep(0.1)
            new = [shown for shown in self._all_shown(person) if shown not in before]

    def _all_shown(self, person: int) -> list[str]:
        """What the bot wrote, each message with its buttons."""
        found = []
        for message in (message for message in self._messages(person) if message["out"]):
            buttons = (button["text"] for row in message["buttons"] for button in row)
            found.append("\n".join([message["text"] or message["caption"], *buttons]))
        return found

    def _messages(self, person: int) -> list[dict[str, Any]]:
        with urllib.request.urlopen(f"{self._base}/stage/state") as answer:
            found: list[dict[str, Any]] = json.load(answer)["chats"][str(person)]["messages"]
        return found

    def _post(self, act: str, **body: object) -> int:
        asked = urllib.request.Request(
            f"{self._base}/stage/{act}", json.dumps(body).encode(), {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(asked) as answer:
            result: int = json.load(answer)["result"]
        return result
