"""A bar on the terminal for work that takes a while; silent where nobody watches."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Self

_WIDTH = 30


class Bar:
    """Counts up to `total` on standard error; gone when it is left."""

    def __init__(self, total: int) -> None:
        self._total = max(total, 1)
        self._done = 0
        self._shown = sys.stderr.isatty()

    def add(self, n: int) -> None:
        """So many more are done."""
        self._done += n
        if self._shown:
            part = min(self._done / self._total, 1.0)
            full = round(_WIDTH * part)
            sys.stderr.write(f"\r{'█' * full}{'░' * (_WIDTH - full)} {self._done}/{self._total}")
            sys.stderr.flush()

    def __enter__(self) -> Self:
        self.add(0)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")


class Counting:
    """A bar that hears how far it is, and of how much, only while the work goes on."""

    def __init__(self) -> None:
        self._bar: Bar | None = None
        self._at = 0

    def at(self, done: int, total: int) -> None:
        """So many of so many are done."""
        bar = self._bar or Bar(total)
        self._bar = bar
        bar.add(done - self._at)
        self._at = done

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.__exit__(kind, error, trace)
