"""`little-bench demo`: opens the stage and says where to look, or prints the plays."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import Coroutine
from typing import Any

from bot.demo.people import LANGUAGES
from bot.demo.play import play
from bot.demo.stage import demo_stage
from sandbox.errors import PortBusy

HERE = ("127.0.0.1", "localhost", "::1")
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104  # what the person who starts it may ask for
STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


async def demo(host: str, port: int, language: str | None) -> int:
    """Runs until Ctrl-C; without a language the browser chooses. Returns the exit status."""
    return await _until_stopped(_open(host, port, language))


async def demo_play(language: str | None) -> int:
    """The plays printed as a chat, for a machine without a browser. Returns the exit status."""
    return await _until_stopped(_play(language or LANGUAGES[0]))


async def _open(host: str, port: int, language: str | None) -> int:
    _say("正在搭台：一个虚构的街区，三周的往事…… / Setting the stage: an invented district, three weeks of history …")
    try:
        async with demo_stage(host, port, language) as (_, _, url):
            _say("", *_where(host, url), "", "  停下 / stop       Ctrl-C")
            await asyncio.Event().wait()
    except PortBusy:
        _say(
            f"端口 {port} 被别的程序占着。 / Port {port} is taken by another program.",
            f"换一个 / take another:   make demo PORT={port + 1}   (little-bench demo --port {port + 1})",
        )
    except (OSError, OverflowError) as error:
        _say(
            f"在 {host}:{port} 上打不开。 / Cannot listen on {host}:{port}.   ({error})",
            "HOST 写这台机器自己的地址，或不写；PORT 写 1024 到 65535。",
            "HOST is an address of this machine, or left out; PORT is a number from 1024 to 65535.",
        )
    return 1


def _where(host: str, url: str) -> list[str]:
    """How a browser comes here, on this machine and from another one."""
    port = url.rpartition(":")[2]
    if host in EVERYWHERE:
        return [
            f"  打开 / open       http://127.0.0.1:{port}",
            f"  别的电脑 / others  http://<这台机器的地址 this machine's address>:{port}",
            "  谁连得上谁就能玩，数据全是编的。 / Whoever can reach it can play; everything in it is invented.",
        ]
    lines = [f"  打开 / open       {url}"]
    if host in HERE:
        lines += [
            "  这台机器没有浏览器？在您自己的电脑上开一条隧道，再打开上面的地址：",
            "  No browser here? Open a tunnel from your own computer, then the address above:",
            f"                    ssh -L {port}:127.0.0.1:{port} <user>@<this machine>",
            "  或 / or           make demo HOST=0.0.0.0      make play",
        ]
    return lines


async def _play(language: str) -> int:
    try:
        async with demo_stage("127.0.0.1", 0, language) as (sandbox, director, _):
            await play(sandbox, director, language)
    except BrokenPipeError:  # whoever was reading has seen enough
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


async def _until_stopped(work: Coroutine[Any, Any, int]) -> int:
    """Whatever it is busy with, Ctrl-C ends it tidily, with status 0; the bot's processes end with it."""
    running = asyncio.create_task(work)
    for name in STOPPING:
        asyncio.get_running_loop().add_signal_handler(name, running.cancel)
    try:
        return await running
    except asyncio.CancelledError:
        _say("", "收摊了。 / Closed.")
        return 0


def _say(*lines: str) -> None:
    for line in lines:
        sys.stdout.write(line + "\n")
    sys.stdout.flush()
