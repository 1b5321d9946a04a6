"""A second desk over the small district of the stories, with two who take turns, and a community beside it."""

from __future__ import annotations

from dataclasses import replace

from domain.areas import Area, AreaKind
from domain.messages import Address
from domain.people.person import Appointment, Person, Role
from storage.transaction import Transaction
from tests.stories.district import AREAS, GATE, appointments
from tests.stories.house import Play, Somebody

PLUM = Area("plum", AreaKind.COMMUNITY, "street", "梅园社区", "Plum")
DESKS = {
    "zhou": ("周敏", 204, (Appointment("zhou", "community", Role.COORDINATOR, 2),)),
    "he": ("何平", 205, (Appointment("he", "street", Role.COORDINATOR),)),
    "sun": ("孙梅", 206, (Appointment("sun", "plum", Role.COORDINATOR),)),
    "qian": ("钱亮", 207, (Appointment("qian", "g9", Role.MEMBER),)),
}


async def settle_desks(play: Play, days: tuple[str, str] = ("", "")) -> None:
    """周敏 beside 马丽 at the community (with their weekdays), 何平 at the street, 孙梅 at the community next door."""

    def act(tx: Transaction) -> None:
        tx.areas.replace((*AREAS, PLUM, Area("g9", AreaKind.GRID, "plum", "梅园一网格", order=9)), [GATE])
        for id, (name, _, _) in DESKS.items():
            tx.people.save(Person(id, name))
        more = [each for _, _, appointed in DESKS.values() for each in appointed]
        weekdays = dict(zip(("ma", "zhou"), days, strict=True))
        tx.roster.replace([replace(a, days=weekdays.get(a.person_id, "")) for a in (*appointments(), *more)])

    await play.database.transact("desks", act)


async def sits_down(play: Play, id: str) -> Somebody:
    """One of them has joined and holds a telephone."""
    name, account, _ = DESKS[id]
    phone = play.sandbox.world.add_person(account, name, language_code="zh-hans")
    phone.starts()
    await play.settled()
    await play.database.transact("bind", lambda tx: tx.people.bind(id, Address("telegram", str(account))))
    somebody = Somebody(play, phone)
    somebody.rings()
    return somebody


async def settle_district(play: Play) -> None:
    """As above, with a district around the street and 孙梅 at its desk."""
    await settle_desks(play)

    def act(tx: Transaction) -> None:
        areas = [replace(a, parent_id="district") if a.id == "street" else a for a in tx.areas.tree().areas.values()]
        tx.areas.replace((Area("district", AreaKind.DISTRICT, "", "河湾区", "Riverbend"), *areas), [GATE])
        others = [a for a in tx.roster.all() if a.person_id != "sun"]
        tx.roster.replace([*others, Appointment("sun", "district", Role.COORDINATOR)])

    await play.database.transact("district", act)
