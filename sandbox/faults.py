"""Planned misfortunes: answers that fail, connections that drop, updates that come twice or out of order."""

from dataclasses import dataclass
from typing import Literal, get_args

from sandbox.records import Json
from sandbox.updates import Updates

FaultKind = Literal["refuse", "timeout", "after", "stall", "429", "500", "html", "reset"]
"""Not done: refuse (a 4xx of the caller's choice), 429, 500, html (a proxy's 502 page), reset (the connection drops),
timeout (never answered). Done all the same: after (then the connection drops), stall (never answered)."""

DONE_FIRST = frozenset({"after", "stall"})


@dataclass
class Fault:
    """One planned misfortune; times counts down to nothing."""

    method: str
    kind: FaultKind
    times: int
    retry_after: int
    code: int
    description: str


class Faults:
    """What will go wrong, in the order it was planned."""

    def __init__(self, updates: Updates) -> None:
        self._updates = updates
        self._planned: list[Fault] = []

    def plan(
        self,
        method: str,
        kind: FaultKind,
        times: int = 1,
        retry_after: int = 3,
        code: int = 400,
        description: str = "Bad Request: refused by plan",
    ) -> None:
        """Let the next calls of a method go wrong: "download" for files, "*" for anything.

        code and description serve "refuse" only, retry_after (seconds) "429" only.
        """
        if kind not in get_args(FaultKind) or times < 1:
            raise ValueError(f"no such fault: {kind} × {times}")
        self._planned.append(Fault(method.lower(), kind, times, retry_after, code, description))

    def clear(self) -> None:
        """Nothing goes wrong any more."""
        self._planned.clear()
        self._updates.reappear = self._updates.shuffled = 0

    @property
    def planned(self) -> bool:
        """Something planned has not struck yet."""
        return bool(self._planned)

    def next_for(self, method: str) -> Fault | None:
        """Take the fault that strikes this call, if one is planned."""
        for fault in self._planned:
            if fault.method in ("*", method.lower()):
                fault.times -= 1
                if fault.times == 0:
                    self._planned.remove(fault)
                return fault
        return None

    def odd_update(self, kind: str, payload: Json) -> None:
        """Deliver an update no parser expects, such as a message without a chat."""
        self._updates.push_odd(kind, payload)

    def repeat_updates(self, count: int) -> None:
        """The next count updates come once more after they were confirmed."""
        self._updates.reappear += count

    def shuffle(self, times: int = 1) -> None:
        """The next batches with more than one update are handed out newest first."""
        self._updates.shuffled += times

    def jump_update_id(self, to: int) -> None:
        """Numbering goes on from here, as it does at random after a week without updates."""
        self._updates.next_id = to
