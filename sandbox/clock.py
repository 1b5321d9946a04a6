"""The clocks the sandbox reads, civil time and a steady one; the only place here that asks the system."""

import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """What the sandbox needs of a clock; a moved or a fake one may be given instead of the real one."""

    def now(self) -> datetime:
        """Civil time as an aware UTC datetime: the dates of messages."""
        ...

    def monotonic(self) -> float:
        """Seconds from an unknown zero, never backwards: rate limits and the life of button presses."""
        ...


class RealClock:
    """The system's own clocks."""

    def now(self) -> datetime:
        """Civil time as an aware UTC datetime."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds from an unknown zero."""
        return time.monotonic()
