"""Somebody at a terminal in an empty folder: types answers, reads what is printed, presses Ctrl-C."""

from __future__ import annotations

import asyncio
import io
import os
import signal
import sys
from pathlib import Path

import pytest

from bot.command_line import obey
from tests.bot.forking import ROOT
from tests.bot.program import Ended


class Operator:
    """Works in `folder`; `said` is all that was ever printed."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.said = ""
        self._patch = patch
        self._capsys = capsys
        patch.chdir(folder)
        for name in [name for name in os.environ if name.startswith(("LITTLE_BENCH_", "LC_"))]:
            patch.delenv(name)
        self.has(LANG="C.UTF-8")

    def has(self, **environment: str) -> None:
        """From now on, in the environment of every command."""
        for name, value in environment.items():
            self._patch.setenv(name, value)

    async def does(self, *arguments: str, typed: str = "") -> Ended:
        """One command to its end, in a thread; `typed` are the lines of the answers, after which nobody answers."""
        self._patch.setattr(sys, "stdin", io.StringIO(typed))
        status = await asyncio.wait_for(asyncio.to_thread(obey, arguments), 60)
        printed = self._capsys.readouterr()
        self.said += printed.out + printed.err
        return Ended(status, printed.out, printed.err)

    async def begins(self, *arguments: str) -> asyncio.subprocess.Process:
        """Starts a command as a process of its own, which waits for answers."""
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", *arguments, env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip

    async def leaves(self, process: asyncio.subprocess.Process, *, after: str) -> int:
        """Presses Ctrl-C once these words were printed; the exit status."""
        assert process.stdout is not None
        read = ""
        while after not in read:
            piece = await asyncio.wait_for(process.stdout.read(4096), 60)
            assert piece, f"ended without {after!r}: {read}"
            read += piece.decode(errors="replace")
        await asyncio.sleep(0.3)  # a signal between a question and the reading of its answer is noticed only with it
        process.send_signal(signal.SIGINT)
        _, err = await asyncio.wait_for(process.communicate(), 60)
        self.said += read + err.decode()
        return process.returncode or 0

    @property
    def files(self) -> set[str]:
        """What lies in the folder."""
        return {path.name for path in self.folder.iterdir()}
