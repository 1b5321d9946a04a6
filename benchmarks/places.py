"""How long the map takes to find a place among ten thousand names: `python -m benchmarks.places`."""

from __future__ import annotations

import sys
import time
from random import Random

from bot.crafts.places import Places
from domain.areas import Area, AreaKind

LETTERS = "桃源理想柳林坊花园新村东西南北中山河金银玉福禄寿康宁安和平春夏秋冬梅兰竹菊松柏"
NAMES, RUNS = 10_000, 200


def main() -> int:
    chance = Random(7)
    grids = [Area(f"g{n}", AreaKind.GRID, "", f"{n}网格") for n in range(300)]
    houses = [
        Area(
            f"b{n}",
            AreaKind.BUILDING,
            chance.choice(grids).id,
            "".join(chance.choices(LETTERS, k=3)) + f"小区{n % 40}号楼",
        )
        for n in range(NAMES)
    ]
    begun = time.perf_counter()
    places = Places([*grids, *houses])
    sys.stdout.write(f"{NAMES} names drawn in {time.perf_counter() - begun:.1f} s\n")
    spent = []
    for _ in range(RUNS):
        sentence = f"{chance.choice(houses).name}2单元门口的路灯坏了，好几天了没人来修"
        begun = time.perf_counter()
        places.find(sentence)
        spent.append((time.perf_counter() - begun) * 1000)
    spent.sort()
    sys.stdout.write(f"found in {spent[RUNS // 2]:.1f} ms, at most {spent[-1]:.1f} ms\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
