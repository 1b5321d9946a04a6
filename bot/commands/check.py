"""`little-bench check`: is the configuration right, and the district file beside it?"""

from __future__ import annotations

from bot.commands.command import Arguments, Command
from bot.config import Config
from bot.district import read_district


def run(given: Arguments, config: Config) -> int:
    district = read_district(config.place.district)
    grids, points, people = len(district.tree.grids()), len(district.talk_points), len(district.people)
    print(f"{given.config}: fine / 没问题")
    print(f"{config.place.district.name}: {grids} grids, {points} talk points, {people} people / 没问题")
    return 0


CHECK = Command("check", "is the configuration right? every mistake with what to write instead / 检查配置", run)
