"""`little-bench simulate`: a month of an invented district in minutes, and what it came to."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from bot.commands.command import Arguments, Bare, called
from bot.imports import for_life
from bot.speech import language_arguments

GRIDS, MEMBERS, DAYS, A_DAY = 325, 986, 30, 40
"""A real district's size, and a quiet one's month."""
BEGINS_ON = date(2026, 2, 2)
"""A Monday of the heating season, in the month of the Spring Festival: nine free days between two worked Saturdays."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--days", type=int, default=DAYS, help="how many days / 多少天")
    parser.add_argument("--grids", type=int, default=GRIDS, help=f"default {GRIDS} / 多少个网格")
    parser.add_argument("--members", type=int, default=MEMBERS, help=f"default {MEMBERS} / 多少名委员")
    parser.add_argument(
        "--matters-per-day", type=int, default=A_DAY, help="about, without the failure / 每天大约报多少件"
    )
    parser.add_argument(
        "--failure", type=int, help="messages in a minute when the heating fails, 0 for none / 停暖那分钟"
    )
    parser.add_argument("--seed", type=int, default=1, help="the same seed, the same month / 同一个种子，同一个月")
    parser.add_argument(
        "--from", dest="begins_on", type=date.fromisoformat, default=BEGINS_ON, help="2026-02-02 / 哪天起"
    )
    parser.add_argument("--out", type=Path, default=Path("simulated"), help="the folder it is left in / 留在哪个文件夹")
    parser.add_argument("--fast", action="store_true", help="digests by the week only / 只发周报，快一些")
    parser.add_argument("--open", action="store_true", help="no new month: the chat page on what --out holds / 打开看")
    parser.add_argument("--host", default="127.0.0.1", help="of the page / 网页在哪台机器")
    parser.add_argument("--port", type=int, default=8846, help="of the page / 网页的端口")
    parser.add_argument("--json", action="store_true", help="the report as JSON / 报告写成 JSON")
    language_arguments(parser)


def run(given: Arguments) -> int:
    """1 when something did not hold."""
    with for_life():
        from bot.simulation.command import simulated  # the sandbox is imported only where it is wanted

    return simulated(given, called())


SIMULATE = Bare(
    "simulate", "a month of an invented district in minutes, with its figures / 模拟一个区的一个月", run, arguments
)
