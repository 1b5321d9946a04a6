"""`python -m tests.storms --seed 7` repeats one storm; without a seed it goes on with new ones until one breaks."""

from __future__ import annotations

import argparse
import itertools
import sys
import time

from tests.storms.running import STEPS, run
from tests.storms.stage import Broken


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--seed", type=int)
    arguments.add_argument("--first", type=int, default=0, help="the first seed when none is given")
    arguments.add_argument("--steps", type=int, default=STEPS)
    given = arguments.parse_args()
    begun, steps = time.perf_counter(), 0
    for seed in [given.seed] if given.seed is not None else itertools.count(given.first):
        try:
            storm = run(seed, given.steps)
        except Broken as broken:
            sys.stdout.write(f"{broken}\n")
            return 1
        steps += storm.steps
        took = time.perf_counter() - begun
        sys.stdout.write(f"seed {seed}: {storm.steps} steps; {1000 * took / steps:.1f} ms a step\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
