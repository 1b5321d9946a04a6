"""An empty database that the migrations made once, to be copied: thousands of tests begin with one."""

from __future__ import annotations

import atexit
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from storage.database import open_database
from tests.clock import FakeClock

_EMPTY: list[Path] = []


async def made(url: str) -> None:
    """An SQLite file that is not there yet; for any other URL nothing is done."""
    if (new := _new_file(url)) is None:
        return
    if not _EMPTY:
        folder = TemporaryDirectory(prefix="bench-empty-")
        atexit.register(folder.cleanup)
        empty = Path(folder.name, "empty.db")
        clock = FakeClock()
        await (await open_database(f"sqlite:///{empty}", now=clock.now, seed=clock.seed)).close()
        _EMPTY.append(empty)
    shutil.copy(_EMPTY[0], new)


def _new_file(url: str) -> Path | None:
    scheme, _, path = url.partition(":///")
    return Path(path) if scheme == "sqlite" and not Path(path).exists() else None
