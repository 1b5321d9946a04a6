"""What happened in the world, as told to subscribers and streamed to the chat page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Happening:
    """One thing that happened; detail is JSON-ready and depends on the type.

    Types: message, edited, deleted, keyboard, toast, ring, typing, passed (all with chat), clock, log, bot, reset,
    language, people.
    """

    id: int
    type: str
    chat: int | None
    detail: Mapping[str, Any]

    def as_json(self) -> dict[str, Any]:
        """The object the page receives."""
        head: dict[str, Any] = {"type": self.type}
        if self.chat is not None:
            head["chat"] = self.chat
        return head | dict(self.detail)


Listener = Callable[[Happening], None]
"""Called at once, in the thread of the world; must not raise and must not wait."""
