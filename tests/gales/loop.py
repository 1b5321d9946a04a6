"""An event loop in which no second really passes: when nothing is ready, it is at once the next timer's instant."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Callable


class Stuck(Exception):
    """Everybody waits, and nothing is coming."""


class Loop(asyncio.SelectorEventLoop):
    """`time()` counts the seconds that have passed so, from 0."""

    def __init__(self) -> None:
        self._passed = 0.0
        super().__init__(_Leaps(self.leap))

    def time(self) -> float:
        return self._passed

    def leap(self, seconds: float | None) -> None:
        """So many seconds later, without anybody having noticed. Raises Stuck for None, which is for ever."""
        if seconds is None:
            raise Stuck
        self._passed += seconds


class _Leaps(selectors.SelectSelector):
    """Nothing comes from outside: there is nothing to select but the next timer."""

    def __init__(self, leap: Callable[[float | None], None]) -> None:
        super().__init__()
        self._leap = leap

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        self._leap(timeout)
        return []
