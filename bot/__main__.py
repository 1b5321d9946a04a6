"""The command line: `little-bench` or `python -m bot`."""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from channels.telegram.redaction import redact

if TYPE_CHECKING:
    from bot.config import Config

CONFIG = "config.toml"
ABOUT = "小板凳 · Little Bench: the small matters of a neighbourhood, told in chat and seen to by somebody with a name."


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="little-bench", description=ABOUT)
    commands = top.add_subparsers(dest="command", required=True, metavar="command")

    demo = commands.add_parser(
        "demo", help="an invented district in your browser, nothing to set up / 演示，打开浏览器就能玩"
    )
    demo.add_argument("--port", type=int, default=8844)
    demo.add_argument("--host", default="127.0.0.1", help="0.0.0.0 to look from another machine / 从别的电脑看")
    demo.add_argument("--language", choices=("zh", "en"), default="zh")
    demo.add_argument("--play", action="store_true", help="print the stories as a chat instead, then end / 打印成聊天")

    for name, words in (
        ("run", "the bot itself, until Ctrl-C / 正式运行"),
        ("check", "is the configuration right? every mistake with what to write instead / 检查配置"),
        ("load", "put the district file in force: areas, talk points, members / 装入区域和名册"),
        ("invite", "one-time links for members and desks who have not joined / 发邀请"),
    ):
        command = commands.add_parser(name, help=words)
        command.add_argument("--config", type=Path, default=Path(CONFIG), help=f"default: {CONFIG}")
        if name == "load":
            command.add_argument("district", type=Path, nargs="?", help="default: the file named in the configuration")
        if name == "invite":
            command.add_argument(
                "who", nargs="?", help="an id or a name on the roster; default: everybody who has not joined"
            )
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns the exit status: 0 done, 1 something to mend (said in words), 2 a wrong command line."""
    given = parser().parse_args(arguments)
    try:
        if given.command == "demo":
            from bot.demo.command import demo, demo_play  # the sandbox is imported only where it is wanted

            played = demo_play(given.language) if given.play else demo(given.host, given.port, given.language)
            return asyncio.run(played)
        return _operate(given)
    except KeyboardInterrupt:
        return 130


def _operate(given: argparse.Namespace) -> int:
    from bot.config import load_config
    from bot.toml_errors import Mistakes

    try:
        config = load_config(given.config, os.environ)
    except Mistakes as mistakes:
        return _sorry(*mistakes.lines)
    redact(*config.secrets())
    try:
        match given.command:
            case "check":
                return _check(given.config, config)
            case "load":
                return _load(config, given.district)
            case "invite":
                return _invite(config, given.who)
            case _:
                return _run(config)
    except Exception as error:  # the last place where anything can be said in words, and without a secret in it
        return _sorry(*_in_words(error))


def _in_words(error: Exception) -> Sequence[str]:
    """What has to be mended; a fault of ours goes to the log with all its details."""
    from bot.running import EmptyDistrict, WebhookRefused
    from bot.server import PortTaken
    from bot.toml_errors import Mistakes
    from channels.base import Revoked
    from domain.errors import NotFound
    from storage.database import SecondInstance, StorageError

    match error:
        case Mistakes():
            return error.lines
        case Revoked():
            return ["bot.token: Telegram refuses it; get a new one from BotFather / 令牌不对，去 BotFather 再要一个"]
        case EmptyDistrict():
            return ["the database holds no district yet; first: little-bench load / 还没有区域，先 little-bench load"]
        case WebhookRefused():
            return [f"webhook.url: Telegram refuses it / Telegram 不收这个网址: {error}"]
        case PortTaken():
            return [f"webhook.listen, webhook.port: {error} / 端口用不了，换一个，或关掉占着它的程序"]
        case NotFound():
            return [f"{error}: nobody on the roster has this id or name / 名册上没有"]
        case SecondInstance():
            return [f"{error}; stop that one first / 进程 {error.pid} 正用着数据库，先停下它"]
        case StorageError():
            return [str(error)]
    logging.getLogger("little-bench").critical("a fault of the program itself", exc_info=error)
    return ["this should not happen: please report the lines above / 这是程序自己的毛病，请把上面几行报给我们"]


def _sorry(*lines: str) -> int:
    print("\n".join(lines), file=sys.stderr)
    return 1


def _check(path: Path, config: Config) -> int:
    from bot.district import read_district

    district = read_district(config.place.district)
    grids, points, people = len(district.tree.grids()), len(district.talk_points), len(district.people)
    print(f"{path}: fine / 没问题")
    print(f"{config.place.district.name}: {grids} grids, {points} talk points, {people} people / 没问题")
    return 0


def _load(config: Config, path: Path | None) -> int:
    from bot.operating import load_district

    loaded = asyncio.run(load_district(config, path or config.place.district))
    print(f"in force / 生效了: {loaded.areas} areas, {loaded.talk_points} talk points, {loaded.people} people")
    for name in loaded.missing:
        print(f"  no longer on the roster, matters given to others / 不在新名册上，手上的事交给了别人: {name}")
    print("next / 下一步: little-bench invite")
    return 0


def _invite(config: Config, who: str | None) -> int:
    from bot.operating import invitations

    found = asyncio.run(invitations(config, who))
    for person, link in found:
        print(f"{person.name}\t{link}")
    if not found:
        print("everybody on the roster has joined / 都加入了", file=sys.stderr)
    else:
        print("each link works once, for seven days / 每个链接只能用一次，七天有效", file=sys.stderr)
    return 0


def _run(config: Config) -> int:
    from bot.running import run

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger("apscheduler").setLevel(logging.WARNING)  # it tells of every alarm that is set
    asyncio.run(run(config))
    return 0


if __name__ == "__main__":
    sys.exit(main())
