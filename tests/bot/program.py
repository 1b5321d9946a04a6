"""The real program as a process of its own: its configuration, what it says, and how it is ended."""

from __future__ import annotations

import signal
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from bot.config import load_config
from bot.inviting import invited
from bot.loading import load_district
from sandbox import BotAccount, Sandbox
from storage.database import open_beside
from storage.transaction import Transaction
from tests.bot.forking import ROOT, Forked, obeying
from tests.canaries import SAID
from tests.clock import FakeClock
from tests.waiting import until

DISTRICT = ROOT / "bot" / "demo_district" / "district.toml"
TOKEN = "424242:canary-AAHdqTcvCH1vGWJxfSeofSAs0K5P"
SECRET = "canary_of_the_webhook_0123456789"
PASSWORD = "canary-password"
CANARIES = ("canary", *SAID)
"""What may stand in no line that the program writes."""

T = TypeVar("T")


def sandbox_of_one_bot() -> Sandbox:
    """A platform that sets no limits to sending."""
    sandbox = Sandbox(TOKEN, BotAccount(424242, "小板凳", "little_bench_bot"), backoff=(0.05, 0.1, 0.2))
    sandbox.world.limits.on = False
    return sandbox


@dataclass(frozen=True, slots=True)
class Ended:
    """What became of a command."""

    status: int
    out: str
    err: str


class Program:
    """One installation in a folder of its own. Everything that it ever wrote is in `words`."""

    def __init__(self, directory: Path, api: str, **tables: Mapping[str, str | int]) -> None:
        self.directory = directory
        self.words = ""
        self.database_path = directory / "bench.sqlite3"
        self.config = directory / "config.toml"
        self.api = api
        self._runs: list[Running] = []
        self._commands = 0
        self.configure(**tables)

    def configure(self, **tables: Mapping[str, str | int]) -> None:
        """Writes the configuration; `tables` add keys or put others in their place."""
        usual: dict[str, dict[str, str | int]] = {
            "bot": {"token": TOKEN, "base_url": self.api},
            "contacts": {"desk": "0931-5550100"},
            "database": {"url": f"sqlite:///{self.database_path.name}"},
            "place": {"district": str(DISTRICT)},
            "limits": {"reports_per_hour": 1000},
        }
        for name, keys in tables.items():
            usual[name] = {**usual.get(name, {}), **keys}
        self.config.write_text("\n".join(_table(name, keys) for name, keys in usual.items()), "utf-8")

    async def does(self, command: str, *arguments: str, seconds: float = 90) -> Ended:
        """Runs one command to its end."""
        self._commands += 1
        out, err = (self.directory / f"command-{self._commands}.{stream}" for stream in ("out", "err"))
        process = obeying(self._line(command, *arguments), out, err)
        try:
            status = await process.ends(seconds)
        finally:
            process.is_over()
            said, complained = _written(out), _written(err)
            self.words += said + complained
        return Ended(status, said, complained)

    async def runs(self) -> Running:
        """Starts `run` and comes back at once."""
        log = self.directory / f"run-{len(self._runs)}.log"
        self._runs.append(Running(self, obeying(self._line("run"), log, log), log))
        return self._runs[-1]

    async def is_over(self) -> None:
        """Nothing of it runs any more, whatever became of the test."""
        for running in self._runs:
            await running.is_killed()

    async def has_a_district(self, path: Path = DISTRICT) -> Program:
        """What `load` does, without a process of its own."""
        await load_district(load_config(self.config, {}), path)
        return self

    async def invites(self) -> dict[str, str]:
        """A link for each name on the roster that has not joined: what `invite --all` hands out."""
        return {one.who.person.name: one.link for one in await invited(load_config(self.config, {}), None)}

    async def rows(self, act: Callable[[Transaction], T]) -> T:
        """Reads or changes the rows behind the program's back, as a command beside it would."""
        clock = FakeClock()
        database = await open_beside(f"sqlite:///{self.database_path}", now=clock.now, seed=clock.seed)
        try:
            return await database.transact("test", act)
        finally:
            await database.close()

    def _line(self, command: str, *arguments: str) -> list[str]:
        return [command, "--config", str(self.config), *arguments]


class Running:
    """`little-bench run` at work. Its output goes to a file, so that it never waits for a reader."""

    def __init__(self, program: Program, process: Forked, log: Path) -> None:
        self._program, self._process, self._log = program, process, log

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def ended(self) -> bool:
        return self._process.returncode is not None

    @property
    def log(self) -> str:
        return _written(self._log)

    async def says(self, *words: str, seconds: float = 60) -> None:
        """Returns once one line holds all these words."""
        try:
            await until(lambda: any(all(w in line for w in words) for line in self.log.splitlines()), seconds)
        except TimeoutError:
            raise AssertionError(f"never said {words}:\n{self.log}") from None

    async def is_up(self) -> Running:
        await self.says("起来了")
        return self

    async def ends(self, seconds: float = 60) -> int:
        """Waits for its end and returns the exit status (negative: the signal that killed it)."""
        try:
            status = await self._process.ends(seconds, lambda: self.log)
        finally:
            self._process.kill()
            self._program.words += self.log
        return status

    async def is_told_to_stop(self, sign: signal.Signals = signal.SIGTERM, *, seconds: float = 20) -> int:
        self._process.send_signal(sign)
        return await self.ends(seconds)

    async def is_killed(self) -> None:
        """kill -9; nothing when it has ended already."""
        if not self.ended:
            self._process.kill()
            await self.ends()


def _table(name: str, keys: Mapping[str, str | int]) -> str:
    lines = [f'{key} = "{value}"' if isinstance(value, str) else f"{key} = {value}" for key, value in keys.items()]
    return "\n".join([f"[{name}]", *lines, ""])


def _written(log: Path) -> str:
    """Nothing before its process has come as far as to open it."""
    return log.read_text("utf-8") if log.exists() else ""
