"""`little-bench demo`: opens the stage and says where to look."""

from __future__ import annotations

import asyncio
import signal
import sys

from bot.demo.play import play
from bot.demo.stage import demo_stage
from sandbox.errors import PortBusy


async def demo(host: str, port: int, language: str) -> int:
    """Runs until Ctrl-C. Returns the exit status."""
    _say("正在搭台：一个虚构的街区，三周的往事…… / Setting the stage: an invented district, three weeks of history …")
    try:
        async with demo_stage(host, port, language) as (_, _, url):
            shown = url.replace("0.0.0.0", "127.0.0.1")  # noqa: S104  # only for the eye
            _say("")
            _say(f"  打开 / open   {shown}")
            _say("")
            if host in ("127.0.0.1", "localhost"):
                tunnel = f"ssh -L {port}:127.0.0.1:{port} <this machine>"
                _say(f"  在别的电脑上看 / from another computer: {tunnel}   (or make demo HOST=0.0.0.0)")
            _say("  停下 / stop    Ctrl-C")
            await _until_stopped()
    except PortBusy:
        _say(f"端口 {port} 被别的程序占着。 / Port {port} is taken by another program.")
        _say(f"换一个 / try another:   make demo PORT={port + 1}")
        return 1
    return 0


async def demo_play(language: str) -> int:
    """The plays printed as a chat, for a machine without a browser."""
    async with demo_stage("127.0.0.1", 0, language) as (sandbox, director, _):
        await play(sandbox, director, language)
    return 0


async def _until_stopped() -> None:
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stopped.set)
    await stopped.wait()


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
