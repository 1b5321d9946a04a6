"""The demo's invented district and the house that answers for it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from bot.bootstrap import digest_blocks, reactions
from bot.crafts.places import Places
from bot.crafts.workdays import Calendar
from bot.district import District, read_district
from domain.clocks import Clocks
from domain.digests.rhythm import Rhythm
from domain.matters.seasons import Practice, heating_pack
from handlers.turn import Contacts, House

FILE = Path(__file__).parent.parent / "demo_district" / "district.toml"
DESK = "0931-5550100"
NIGHT = {
    "heating": "0931-5550112",
    "water": "0931-5550113",
    "power": "0931-5550114",
    "gas": "0931-5550115",
    "lift": "0931-5550116",
}


@cache
def demo_district() -> District:
    return read_district(FILE)


def demo_house(bot_link: str, language: str = "zh") -> House:
    contacts = Contacts(DESK, NIGHT["gas"], NIGHT)
    return House(
        Clocks(workdays=Calendar()), contacts, Places(demo_district().areas), bot_link, language, reactions(),
        digests=Rhythm(), digest_blocks=digest_blocks(),
        practice=Practice(packs=(heating_pack(),)),
    )  # fmt: skip
