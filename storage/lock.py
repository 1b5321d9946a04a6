"""The lock file beside an SQLite database, by which a second instance notices the first."""

from __future__ import annotations

import fcntl
import os

from storage.errors import SecondInstance


class InstanceLock:
    """Held from construction to `release`; the system lets go of it when the process ends, however it ends."""

    def __init__(self, database_path: str) -> None:
        self._file = os.open(f"{database_path}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.pread(self._file, 20, 0).decode().strip()
            os.close(self._file)
            raise SecondInstance(database_path, holder) from None
        os.ftruncate(self._file, 0)
        os.pwrite(self._file, f"{os.getpid()}\n".encode(), 0)

    def release(self) -> None:
        """The file itself stays: removing it would let two waiting processes lock two different files of one name."""
        os.close(self._file)
