"""Jobs for the child process to do."""

from __future__ import annotations

import fcntl
import os
import sys
import time
from pathlib import Path


def add(left: int, right: int) -> int:
    return left + right


def whoami() -> int:
    return os.getpid()


def stumble() -> None:
    raise ValueError("a stone")


def vanish() -> None:
    os._exit(3)


def chatter() -> str:
    print("words of a library")  # noqa: T201
    os.write(1, b"and of its C code")
    return "done"


def seen() -> tuple[list[str], dict[str, str]]:
    """What others on the machine may see of the process."""
    return sys.orig_argv, dict(os.environ)


def hold(lock: Path, seconds: float) -> int:
    """Keeps the file locked as long as it lives, and says with its pid in the file that it does."""
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.write(str(os.getpid()))
        file.flush()
        time.sleep(seconds)
    return os.getpid()
