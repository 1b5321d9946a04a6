"""小板凳: one message from which members and desks come to everything that is listened to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from domain.errors import NoLongerPossible, NotAllowed
from domain.messages import Inbound
from domain.people.person import Person, Role
from domain.phrases import phrase
from handlers.roles import holds
from handlers.speaking import Tap, send
from handlers.turn import Turn

PROMPT = "ls:"
Room = Callable[[Turn[Any], Person], None]
View = Callable[[Turn[Any], Person, str], None]
A_ROW = 3


class Door:
    """`rooms` are opened by their names, in the order in which their buttons stand (`lists.room_<name>`); `views` by
    the first part of a button's value, and get the rest of it. `for_desks` names the rooms that members do not see.
    """

    def __init__(self, rooms: Mapping[str, Room], views: Mapping[str, View], for_desks: Collection[str] = ()) -> None:
        self._rooms = rooms
        self._views = views
        self._for_desks = for_desks

    def opened(self, turn: Turn[Any], person: Person, inbound: Inbound, rest: str) -> None:
        """/bench, 小板凳."""
        taps = [Tap(phrase(f"lists.room_{name}"), name) for name in self._rooms if self._seen(turn, person, name)]
        rows = tuple(tuple(taps[n : n + A_ROW]) for n in range(0, len(taps), A_ROW))
        send(turn, person, phrase("lists.door"), taps=rows, prompt=PROMPT, silent=True)

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


def number(detail: str) -> int:
    """From which row on. Raises NoLongerPossible."""
    if not detail.isdecimal():
        raise NoLongerPossible(detail)
    return int(detail)
