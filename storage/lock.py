"""The lock file beside an SQLite database, by which a second instance notices the first."""

from __future__ import annotations

import fcntl
import os
import time

from storage.errors import SecondInstance


def holder(database_path: str) -> int | None:
    """The process that has the database open alone (a running bot), or None."""
    try:
        file = os.open(f"{database_path}.lock", os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return int(os.pread(file, 20, 0) or 0) or None
    finally:
        os.close(file)
    return None


class InstanceLock:
    """Held from construction to `release`; the system lets go of it when the process ends, however it ends."""

    def __init__(self, database_path: str) -> None:
        self._file = os.open(f"{database_path}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        if not _taken(self._file):
            pid = os.pread(self._file, 20, 0).decode().strip()
            os.close(self._file)
            raise SecondInstance(database_path, pid)
        os.ftruncate(self._file, 0)
        os.pwrite(self._file, f"{os.getpid()}\n".encode(), 0)

    def release(self) -> None:
        """The file itself stays: removing it would let two waiting processes lock two different files of one name."""
        os.close(self._file)


def _taken(file: int) -> bool:
    """Tries a few times: somebody who only asks for the `holder` has it for a moment too."""
    for pause in (0.02, 0.1, 0.0):
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(pause)
        else:
            return True
    return False
