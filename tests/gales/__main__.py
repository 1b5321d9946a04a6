"""`python -m tests.gales --seed 7` repeats one gale; else new ones blow for so many minutes, or until one breaks."""

from __future__ import annotations

import argparse
import itertools
import logging
import sys
import time
from collections import Counter

from tests.gales.gale import Gale
from tests.gales.running import STEPS, run
from tests.storms.stage import Broken


def main() -> int:
    """Returns an exit status: 0 when all held."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--seed", type=int)
    arguments.add_argument("--first", type=int, default=0, help="the first seed when none is given")
    arguments.add_argument("--steps", type=int, default=STEPS)
    arguments.add_argument("--minutes", type=float, default=0.0, help="0: until one breaks")
    given = arguments.parse_args()
    logging.disable()
    ends, figures = time.monotonic() + 60 * given.minutes, Counter[str]()
    for seed in [given.seed] if given.seed is not None else itertools.count(given.first):
        try:
            figures += _figures(run(seed, given.steps))
        except Broken as broken:
            sys.stdout.write(f"{broken}\n")
            return 1
        sys.stdout.write(f"\rseed {seed}: {figures['steps']} steps")
        sys.stdout.flush()
        if given.minutes and time.monotonic() > ends:
            break
    sys.stdout.write("\n" + _row(figures))
    return 0


def _figures(gale: Gale) -> Counter[str]:
    arrived, once = gale.flights.count, gale.once.count
    return Counter(
        gales=1, steps=gale.steps, ends=gale.lives - 1, updates=once["updates"], repeats=once["repeats"],
        messages=gale.flights.put, arrived=arrived["arrived"], marked=arrived["marked"], unknown=arrived["unknown"],
        due=once["due"], reminders=once["reminders"], digests=once["digests"],
    )  # fmt: skip


def _row(figures: Counter[str]) -> str:
    """As a page of ours can hold it."""
    return (
        "{gales:,} gales, {steps:,} steps: {ends:,} ends of the process · {updates:,} updates, {repeats:,} times one "
        "of them came again, each with one effect · {messages:,} messages, {arrived:,} new ones arrived, {marked:,} of "
        "them marked as possible repeats, {unknown:,} unknown · {due:,} instants, {reminders:,} reminders, {digests:,} "
        "digests, each once\n"
    ).format_map(figures)


if __name__ == "__main__":
    sys.exit(main())
