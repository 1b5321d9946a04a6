"""A disk that is really full: nothing is confirmed, nobody hears that it was handed in, and it goes on by itself."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from sandbox import Sandbox
from tests.bot.crowd import heard
from tests.bot.dying import Mortal
from tests.bot.program import Program
from tests.waiting import until

LAMP = "桃源里3号楼2单元门口的路灯坏了"
SIZE = 48 * 1024 * 1024


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small one of its own, in memory."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", folder], capture_output=True, text=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"A FULL DISK CANNOT BE TRIED HERE, it takes the right to mount: {mounted.stderr.strip()}")
    yield folder
    subprocess.run(["umount", "--lazy", folder], check=True)


def fill(ballast: Path) -> None:
    """To the last byte."""
    with ballast.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(1 << 16))


@pytest.mark.asyncio
async def test_what_is_said_meanwhile_waits_at_the_platform_and_is_answered_once(
    sandbox: Sandbox, api: str, disk: Path, tmp_path: Path
) -> None:
    program = await Program(disk, api).has_a_district()
    people = [sandbox.world.add_person(101 + n, f"居民{n}") for n in range(5)]
    bot = Mortal(tmp_path / "bot.log", "run", "--config", str(program.config))
    try:
        await until(lambda: "起来了" in bot.log)
        fill(disk / "ballast")
        for person in people:
            person.says(LAMP)
        await until(lambda: "disk is full" in bot.log)
        await asyncio.sleep(1)
        assert sandbox.pending_updates == len(people)
        assert [heard(person) for person in people] == [[]] * len(people)
        (disk / "ballast").unlink()
        await until(lambda: sandbox.pending_updates == 0 and all(heard(person) for person in people))
        assert await bot.gets(signal.SIGTERM) == 0
    finally:
        bot.is_over()
    assert [["我这样记" in message.text for message in heard(person)] for person in people] == [[True]] * len(people)
    assert "Traceback" not in bot.log
