"""The command line: `little-bench` or `python -m bot`."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Sequence


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="little-bench",
        description="小板凳 · Little Bench: the small matters of a neighbourhood, told in chat and seen to by somebody with a name.",
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="command")

    demo = commands.add_parser("demo", help="the demo district in your browser; nothing to set up / 演示，打开浏览器就能玩")
    demo.add_argument("--port", type=int, default=8844)
    demo.add_argument("--host", default="127.0.0.1", help="0.0.0.0 to look from another machine")
    demo.add_argument("--language", choices=("zh", "en"), default="zh")
    demo.add_argument("--play", action="store_true", help="print the stories as a chat instead, then end")

    return top


def main(arguments: Sequence[str] | None = None) -> int:
    given = parser().parse_args(arguments)
    if given.command == "demo":
        from bot.demo.command import demo, demo_play  # the sandbox is only imported where it is wanted

        return asyncio.run(demo_play(given.language) if given.play else demo(given.host, given.port, given.language))
    return 2


if __name__ == "__main__":
    sys.exit(main())
