"""What `little-bench simulate` does: lives the month, leaves it in a folder, and says what it came to."""

from __future__ import annotations

import argparse
import asyncio
import logging
import signal
import sys
from pathlib import Path

from bot.simulation.district import Size
from bot.simulation.month import Wanted, simulate
from bot.simulation.opening import opened
from bot.simulation.progress import Told
from bot.simulation.report import Report
from bot.simulation.stage import DATABASE
from bot.simulation.telling import json_of, lines_of
from bot.simulation.words import SIMULATED
from bot.speech import Speech, language_of

PER_GRID, MOST = 6, 2000
"""Households that write in the failure of a small district, by grid, and of a large one."""


def simulated(given: argparse.Namespace, called: str) -> int:
    """1 when something did not hold. Ctrl-C ends it with the figures so far."""
    speech, folder = Speech(language_of(given), SIMULATED), given.out.resolve()
    if given.open:
        asyncio.run(opened(folder, given.host, given.port))
        return 0
    if (folder / DATABASE).exists():
        sys.stderr.write(speech.word("taken", folder=folder) + "\n")
        return 2
    logging.getLogger("bot").setLevel(logging.ERROR)
    failure = given.failure if given.failure is not None else min(MOST, PER_GRID * given.grids)
    size = Size(max(1, given.grids), max(given.grids, given.members))
    wanted = Wanted(size, max(1, given.days), given.matters_per_day, failure, given.seed, given.begins_on, given.fast)
    folder.mkdir(parents=True, exist_ok=True)
    report = asyncio.run(_simulated(wanted, folder, Told(speech, wanted.days)))
    (folder / "figures.json").write_text(json_of(report), "utf-8")
    if given.json:
        speech.show(json_of(report))
    else:
        speech.show(*lines_of(report, speech))
        speech.say("left", folder=folder, command=f"{called} simulate --open --out {given.out}")
    return 1 if report.violations else 0


async def _simulated(wanted: Wanted, folder: Path, told: Told) -> Report:
    stopped = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stopped.set)
    try:
        return await simulate(wanted, folder, told, stopped)
    finally:
        told.gone()
