"""A door: one message from which members and desks come to every room of a family (小板凳, 小道理)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from domain.errors import NoLongerPossible, NotAllowed, NotFound
from domain.matters.greetings import chosen_number
from domain.messages import Inbound
from domain.open import Known
from domain.people.person import Person, Role
from domain.phrases import Phrase, phrase
from handlers.roles import holds
from handlers.speaking import Tap, send, voice_of
from handlers.turn import Turn

Room = Callable[[Turn[Any], Person], None]
View = Callable[[Turn[Any], Person, str], None]
A_ROW = 3


class Door:
    """`rooms` are opened by their names, in the order in which their buttons stand; `views` by the first part of a
    button's value, and get the rest of it. `for_desks` names the rooms that members do not see. `title` is the
    message, `label` words a room's button. `below` words the other buttons below lists, by their values, for whoever
    types them there. `also` are other words by which people call something behind the door.
    """

    def __init__(
        self,
        title: Phrase,
        label: Callable[[str], Phrase],
        prompt: str,
        rooms: Mapping[str, Room],
        views: Mapping[str, View],
        for_desks: Collection[str] = (),
        below: Mapping[str, Phrase] | None = None,
        also: Mapping[str, str] | None = None,
    ) -> None:
        self._title = title
        self._label = label
        self._prompt = prompt
        self._rooms = rooms
        self._views = views
        self._for_desks = for_desks
        self._below = below or {}
        self._also = also or {}

    def opened(self, turn: Turn[Any], person: Person, inbound: Inbound, rest: str) -> None:
        """By its word."""
        taps = [Tap(self._label(name), name) for name in self._rooms if self._seen(turn, person, name)]
        rows = tuple(tuple(taps[n : n + A_ROW]) for n in range(0, len(taps), A_ROW))
        send(turn, person, self._title, taps=rows, prompt=self._prompt, about=listed(self._prompt, taps), silent=True)

    def _seen(self, turn: Turn[Any], person: Person, name: str) -> bool:
        return name not in self._for_desks or holds(turn, person, Role.COORDINATOR)

    def pressed(self, turn: Turn[Any], person: Person, subject: str, value: str, inbound: Inbound) -> None:
        """Raises NotAllowed, NotFound, NoLongerPossible."""
        if not any(holds(turn, person, role) for role in Role):
            raise NotAllowed(value)
        act, _, detail = value.partition(":")
        if value in self._rooms:
            self._rooms[value](turn, person)
        elif act in self._views:
            self._views[act](turn, person, detail)
        else:
            raise NoLongerPossible(value)

    def typed(self, turn: Turn[Any], person: Person, inbound: Inbound, last: Known) -> bool:
        """What stands on a room's button, or a number or a button's words below one of its lists (`listed`), as if it
        had been tapped.
        """
        if not any(holds(turn, person, role) for role in Role):
            return False
        value = self._named(turn, person, inbound.text) or self._listed(turn, person, last, inbound.text)
        if not value:
            return False
        try:
            with turn.tx.whole():
                self.pressed(turn, person, "", value, inbound)
        except NotAllowed:
            send(turn, person, phrase("core.not_yours"))
        except (NotFound, NoLongerPossible):
            send(turn, person, phrase("core.stale"))
        return True

    def _named(self, turn: Turn[Any], person: Person, words: str) -> str:
        """The room whose button says just this, or what people call so."""
        said, voice = words.strip(" 。.").casefold(), voice_of(turn, person)
        rooms = [name for name in self._rooms if voice.say(self._label(name)).casefold() == said]
        rooms += [self._also[said]] if said in self._also else []
        return next((name for name in rooms if self._seen(turn, person, name)), "")

    def _listed(self, turn: Turn[Any], person: Person, last: Known, words: str) -> str:
        """What is meant below one of its lists."""
        if not last.about.startswith(self._prompt):
            return ""
        said, voice = words.strip(" 。.").casefold(), voice_of(turn, person)
        meant = (value for value, label in self._below.items() if voice.say(label).casefold() == said)
        return next(meant, "") or self._numbered(last, words)

    def _numbered(self, last: Known, words: str) -> str:
        """What the button with this number opened when it was shown."""
        start, _, values = last.about.removeprefix(self._prompt).partition("=")
        n = (chosen_number(words) or 0) - int(start or 0)
        shown = values.split("|")
        return shown[n - 1] if 0 < n <= len(shown) else ""


def listed(prompt: str, taps: Iterable[Tap], start: int = 0) -> str:
    """What a list is about, so that a number typed below it opens what its button did; `start` are on earlier pages."""
    return f"{prompt}{start}=" + "|".join(tap.value for tap in taps)


def number(detail: str) -> int:
    """From which row on. Raises NoLongerPossible."""
    if not detail.isdecimal():
        raise NoLongerPossible(detail)
    return int(detail)
