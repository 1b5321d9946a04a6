"""Somebody at a terminal: a command is started, and its questions are answered one after the other."""

from __future__ import annotations

import contextlib
import os
import select
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

PAUSE = 0.3
"""Seconds of silence after which a line that has not ended is taken for a question."""


def typed(
    words: Sequence[str], answers: Sequence[str], folder: Path, environment: Mapping[str, str], patience: float
) -> tuple[int, str]:
    """(exit status, all that was on the screen)."""
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        words, cwd=folder, env=environment, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    )
    os.close(theirs)
    screen, left, until = b"", list(answers), time.monotonic() + patience
    while time.monotonic() < until:
        more = _read(ours)
        if more is None:
            break
        screen += more
        if not more and left and screen and not screen.endswith(b"\n"):
            os.write(ours, left.pop(0).encode() + b"\n")
    os.close(ours)
    process.kill() if process.poll() is None and time.monotonic() >= until else None
    return process.wait(), screen.decode(errors="replace").replace("\r\n", "\n")


def _read(terminal: int) -> bytes | None:
    """What came within a pause; None at the end."""
    if not select.select([terminal], [], [], PAUSE)[0]:
        return b""
    with contextlib.suppress(OSError):  # Linux says so when the other side has closed
        return os.read(terminal, 65536) or None
    return None
