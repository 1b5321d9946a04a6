"""What the stage asks of whoever directs the demo: moving the clock, starting over, pulling the plug."""

from datetime import datetime
from typing import Protocol


class Director(Protocol):
    """Given to the sandbox by the demo; without one, the buttons that need it answer 501."""

    async def advance(self, seconds: int | None) -> None:
        """Move the clock on by this many seconds; None moves it to the next thing that is due."""
        ...

    async def reset(self) -> None:
        """Start the play over."""
        ...

    async def unplug(self) -> None:
        """Kill the bot and start it again."""
        ...

    async def language(self, language: str) -> None:
        """Switch the language of the play, "zh" or "en"."""
        ...

    def next_thing(self) -> tuple[datetime, dict[str, str]] | None:
        """The next due instant and its label in both languages."""
        ...

    def bot_state(self) -> str:
        """ "up", "down" or "starting"."""
        ...
