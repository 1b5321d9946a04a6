"""Where a demo keeps its files while it runs, and the sweeping up after one that was killed."""

from __future__ import annotations

import contextlib
import fcntl
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

PREFIX = "little-bench-demo-"
HELD = "held"
"""A file that is locked for as long as its demo lives; the system lets go of the lock, however the demo ends."""


@contextlib.contextmanager
def demo_folder() -> Iterator[Path]:
    """A fresh folder that goes when the demo ends; one that a killed demo left behind goes now."""
    _sweep(Path(tempfile.gettempdir()))
    with tempfile.TemporaryDirectory(prefix=PREFIX) as name, _hold(Path(name)):
        yield Path(name)


@contextlib.contextmanager
def _hold(folder: Path) -> Iterator[None]:
    """Locked before it goes by its name, so that nobody ever finds it there unlocked and takes it for left behind."""
    coming = folder / f"{HELD}.coming"
    with coming.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        coming.rename(folder / HELD)
        yield


def _sweep(where: Path) -> None:
    for held in where.glob(f"{PREFIX}*/{HELD}"):
        with contextlib.suppress(OSError), held.open() as lock:  # somebody else's, or a demo that runs
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(held.parent, ignore_errors=True)
