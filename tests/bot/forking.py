"""Processes forked from one that has read the program already: what they do is the same, and a start costs a third.

That `python -m bot` starts from nothing is seen in tests/docs and tests/demo, and at terminals.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import chdir
from multiprocessing import forkserver
from multiprocessing.context import ForkServerProcess
from pathlib import Path

ROOT = Path(__file__).parents[2]
_FORK = multiprocessing.get_context("forkserver")
_READ_FIRST = "tests.bot.read_first"
_FORK.set_forkserver_preload([_READ_FIRST])


def nothing() -> None:
    """What is done before a command when nothing is to be different."""


class Forked:
    """Any module's function in a process of its own, with plain data for arguments."""

    def __init__(self, target: Callable[..., None], *arguments: object) -> None:
        with chdir(ROOT):  # what is to be read is looked for where the server is started; unfound it is passed over
            forkserver.ensure_running()
        self._process: ForkServerProcess = _FORK.Process(target=_does, args=(target, *arguments))
        self._process.start()
        assert self._process.pid is not None
        self.pid = self._process.pid
        self._status: int | None = None

    @property
    def returncode(self) -> int | None:
        """None while it lives; negative for the signal that killed it."""
        if self._status is None:
            self._status = self._process.exitcode
        return self._status

    async def wait(self) -> int:
        while (status := self.returncode) is None:  # noqa: ASYNC110 (a process tells no loop of its end)
            await asyncio.sleep(0.005)
        return status

    async def ends(self, seconds: float, words: Callable[[], str] = str) -> int:
        """Waits for its end, and for no longer; `words` say why when it lives on."""
        try:
            return await asyncio.wait_for(self.wait(), seconds)
        except TimeoutError:
            raise AssertionError(f"it lives on:\n{words()}") from None

    def send_signal(self, sign: signal.Signals) -> None:
        os.kill(self.pid, sign)

    def kill(self) -> None:
        if self.returncode is None:
            self._process.kill()

    def is_over(self) -> None:
        """Nothing of it is left, whatever became of the test."""
        self.kill()
        self._process.join()
        self._status = self._process.exitcode


def _does(target: Callable[..., None], *arguments: object) -> None:
    if _READ_FIRST not in sys.modules:
        raise RuntimeError("what every process of the tests reads has not been read before it was forked")
    target(*arguments)


def obeying(
    arguments: Sequence[str], out: Path, err: Path, *, cwd: Path = ROOT, before: Callable[[], None] = nothing
) -> Forked:
    """`python -m bot` with these arguments; what it prints is added to these files, which may be one."""
    return Forked(_obeys, tuple(arguments), str(out), str(err), str(cwd), environment(), before)


def environment() -> dict[str, str]:
    """Ours without what would overrule the configuration, in Chinese whatever the machine speaks."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("LITTLE_BENCH_", "LC_"))}
    return {**ours, "LANG": "C.UTF-8"}


def _obeys(
    arguments: Sequence[str], out: str, err: str, cwd: str, variables: Mapping[str, str], before: Callable[[], None]
) -> None:
    for path, stream in ((out, 1), (err, 2)):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND), stream)
    os.environ.clear()
    os.environ.update(variables)
    os.chdir(cwd)
    sys.argv = [str(ROOT / "bot" / "__main__.py"), *arguments]
    before()
    from bot.__main__ import main

    try:
        status: object = main(arguments)
    except SystemExit as ended:  # what argparse says to a wrong line
        status = ended.code
    sys.stdout.flush()
    os._exit(status if isinstance(status, int) else 0)  # what the fork inherited is not ours to tidy up
