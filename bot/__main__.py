"""The command line: `little-bench` or `python -m bot`."""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

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
    if given.command == "demo":
        from bot.demo.command import demo, demo_play  # the sandbox is imported only where it is wanted

        return asyncio.run(demo_play(given.language) if given.play else demo(given.host, given.port, given.language))
    return _operate(given)


def _operate(given: argparse.Namespace) -> int:
    from bot.config import load_config
    from bot.toml_errors import Mistakes
    from channels.base import Revoked
    from domain.errors import NotFound
    from storage.database import StorageError

    try:
        config = load_config(given.config, os.environ)
        match given.command:
            case "check":
                return _check(given.config, config)
            case "load":
                return _load(config, given.district)
            case "invite":
                return _invite(config, given.who)
            case _:
                return _run(config)
    except Mistakes as mistakes:
        print("\n".join(mistakes.lines), file=sys.stderr)
    except Revoked:
        print(
            "bot.token: Telegram refuses it; get a new one from BotFather / 令牌不对，去 BotFather 再要一个",
            file=sys.stderr,
        )
    except NotFound as error:
        print(f"{error}: nobody on the roster has this id or name / 名册上没有", file=sys.stderr)
    except StorageError as error:
        print(error, file=sys.stderr)
    return 1


def _check(path: Path, config: object) -> int:
    from bot.config import Config
    from bot.district import read_district

    assert isinstance(config, Config)
    district = read_district(config.place.district)
    grids = district.tree.grids()
    print(f"{path}: fine / 没问题")
    print(
        f"{config.place.district.name}: {len(grids)} grids, {len(district.talk_points)} talk points, {len(district.people)} people / 没问题"
    )
    return 0


def _load(config: object, path: Path | None) -> int:
    from bot.config import Config
    from bot.operating import load_district

    assert isinstance(config, Config)
    loaded = asyncio.run(load_district(config, path or config.place.district))
    print(f"in force / 生效了: {loaded.areas} areas, {loaded.talk_points} talk points, {loaded.people} people")
    for name in loaded.missing:
        print(f"  no longer on the roster, kept with what they have / 不在新名册上，人和手上的事都留着: {name}")
    print("next / 下一步: little-bench invite")
    return 0


def _invite(config: object, who: str | None) -> int:
    from bot.config import Config
    from bot.operating import invitations

    assert isinstance(config, Config)
    found = asyncio.run(invitations(config, who))
    for person, link in found:
        print(f"{person.name}\t{link}")
    if not found:
        print("everybody on the roster has joined / 都加入了", file=sys.stderr)
    else:
        print("each link works once, for seven days / 每个链接只能用一次，七天有效", file=sys.stderr)
    return 0


def _run(config: object) -> int:
    from bot.config import Config
    from bot.running import EmptyDistrict, run

    assert isinstance(config, Config)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    try:
        asyncio.run(run(config))
    except EmptyDistrict:
        print(
            "the database holds no district yet; first: little-bench load / 还没有区域，先 little-bench load",
            file=sys.stderr,
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
