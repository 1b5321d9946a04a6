"""`python -m sandbox`: Telegram's stand-in by itself, for trying an installation without Telegram."""

import argparse
import asyncio
import contextlib
import re
import signal
import sys
from collections.abc import Sequence
from typing import Any

from sandbox.errors import PortBusy
from sandbox.records import BotAccount
from sandbox.said import SAID
from sandbox.server import Sandbox
from sandbox.world import World

TOKEN = "7700112244:sandbox-token-that-opens-nothing"  # noqa: S105  # known to everybody, and of use nowhere else
SHAPE = re.compile(r"([1-9][0-9]{2,19}):[A-Za-z0-9_-]{3,100}")
USERNAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{1,28}bot", re.IGNORECASE)
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104  # what the person who starts it may ask for
STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def _parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="python -m sandbox",
        description="Telegram's stand-in with a chat page, to try a bot without Telegram; nothing is kept at the end. "
        "/ Telegram 的替身，带聊天页面；全在内存里，关掉就没了。",
    )
    top.add_argument("--port", type=int, default=8845, help="default 8845; 0 takes a free one / 端口")
    top.add_argument("--host", default="127.0.0.1", help="0.0.0.0 to look from another machine / 从别的电脑看")
    top.add_argument("--token", type=_token, default=TOKEN, help="123456:letters; any will do / 随便写一个")
    top.add_argument("--username", type=_username, default="little_bench_try_bot", help="the bot's, ends in bot")
    top.add_argument("--name", default="小板凳", help="what the bot is called / 机器人叫什么")
    return top


def _token(text: str) -> str:
    if not SHAPE.fullmatch(text):
        raise argparse.ArgumentTypeError("digits, a colon, then 3 to 100 letters, digits, _ or -, as in 123456:abc")
    return text


def _username(text: str) -> str:
    if not USERNAME.fullmatch(text):
        raise argparse.ArgumentTypeError('letters, digits or _, ending in "bot", as in my_own_bot')
    return text


def cast_of(world: World) -> dict[str, Any]:
    """What can be sent here; who is here shows by itself."""
    voices = world.assets.of_kind("voice")
    return {
        "bot": {"id": world.bot.id, "first_name": world.bot.first_name, "username": world.bot.username},
        "photos": [asset.name for asset in world.assets.of_kind("photo")],
        "voices": [{"asset": asset.name, "seconds": asset.seconds, "caption": SAID[asset.name]} for asset in voices],
        "timezone": "here",
    }


def _told(url: str, host: str, token: str, username: str) -> str:
    port = url.rpartition(":")[2]
    base = f"http://127.0.0.1:{port}" if host in EVERYWHERE else url
    return f"""
  页面 / page        {base}
  机器人 / bot       @{username}
  令牌 / token       {token}
  接口 / base_url    {base}

  little-bench init --base-url {base}
  停下 / stop        Ctrl-C   （谁说过什么都不留 / nothing is kept）

"""


async def _open(given: argparse.Namespace) -> int:
    account = BotAccount(int(given.token.partition(":")[0]), given.name, given.username)
    sandbox = Sandbox(given.token, account)
    sandbox.cast = cast_of(sandbox.world)
    sandbox.world.undecided = True
    try:
        url = await sandbox.start(given.host, given.port)
    except PortBusy as busy:
        return _sorry(f"{busy}: --port {given.port + 1} ? / 端口 {given.port} 被别的程序占着，换一个")
    except (OSError, OverflowError) as error:
        return _sorry(f"cannot listen on {given.host}:{given.port} / 打不开: {error}")
    sys.stdout.write(_told(url, given.host, given.token, given.username))
    sys.stdout.flush()
    try:
        await _asked_to_stop()
    finally:
        await sandbox.stop()
    return 0


async def _asked_to_stop() -> None:
    asked = asyncio.Event()
    for name in STOPPING:
        asyncio.get_running_loop().add_signal_handler(name, asked.set)
    await asked.wait()


def _sorry(line: str) -> int:
    sys.stderr.write(line + "\n")
    return 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs until Ctrl-C. Returns the exit status."""
    given = _parser().parse_args(arguments)
    with contextlib.suppress(KeyboardInterrupt):
        return asyncio.run(_open(given))
    return 0


if __name__ == "__main__":
    sys.exit(main())
