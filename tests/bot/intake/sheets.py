"""Lists with a little in them, and spreadsheets that are looked at against them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl

from bot.intake.looking import Reader
from bot.intake.reading import read_lists
from domain.events import Content
from domain.listening.entry import Looked
from domain.listening.need import Heard, Need, NeedAct, NeedKind
from domain.listening.offer import Offer, OfferAct
from domain.listening.project import Project, Step
from domain.listening.venue import Venue
from domain.listening.visit import VisitSort
from domain.people.person import Appointment, Person, Role
from storage.database import open_database
from storage.transaction import Transaction
from tests.clock import FakeClock
from tests.stories.district import AREAS, settle
from tests.stories.house import MONDAY_MORNING

Value = str | int | float | date | bool | None
READER = Reader("ma", ("community",), "zh", "Asia/Shanghai", "s1")
TITLES: Mapping[str, Sequence[str]] = {
    "需求": ("需求", "类别", "在哪里", "谁领的", "到哪天", "归到项目", "结果", "代码"),
    "资源": ("有什么", "谁家的", "多少", "什么时候", "到哪天", "找谁", "代码"),
    "场所": ("场所", "类别", "在哪里", "地址", "上次走访", "关门了", "代码"),
    "项目": ("项目", "在哪里", "牵头", "步骤", "该办", "办完", "结果", "代码"),
}


def made(folder: Path, *more: Callable[[Transaction], None]) -> str:
    """A database with a need, a project with a need and a step, and two offers, one of them withdrawn; its URL."""
    url = f"sqlite:///{folder}/bench.db"

    async def make() -> None:
        clock = FakeClock(MONDAY_MORNING)
        database = await open_database(url, now=clock.now, seed=clock.seed)
        try:
            for act in (_world, *more):
                await database.transact("world", act)
        finally:
            await database.close()

    asyncio.run(make())
    return url


def _world(tx: Transaction) -> None:
    settle(tx, AREAS)
    for n, grid in enumerate(("g1", "g2"), 1):
        tx.people.save(Person(f"li{n}", "李强"))
        tx.roster.save(Appointment(f"li{n}", grid, Role.MEMBER, 5, f"1380000000{n}"))
    words = {"w1": "活动室缺话筒", "w2": "3号楼门口要坡道", "w3": "3号楼坡道", "w4": "量尺寸"}
    for id, said in words.items():
        tx.contents.add(Content(id, "need:n", "need", "ma", tx.now, said, (), "00"))
    tx.needs.add(Need("n1", "community", NeedKind.THINGS, Heard.DIRECT, "", "ma", tx.now, "w1"))
    ramp = Need("n2", "g1", NeedKind.WORKS, Heard.DIRECT, "", "ma", tx.now, "w2")
    tx.projects.save(Project("p1", "g1", "wang", "w3", tx.now))
    tx.projects.save_step(Step("s1", "p1", "w4", date(2026, 12, 1)))
    tx.needs.add(ramp.after(NeedAct.JOIN, project_id="p1", taken_by="wang", until_on=date(2026, 12, 1)))
    tx.offers.save(Offer("o1", "wang", "投影仪", "文化站", "1台", noted_at=tx.now))
    tx.venues.save(Venue("v1", "g1", "老王面馆", VisitSort.SHOP, "东门", "ma", tx.now))
    tx.offers.save(Offer("o2", "wang", "会议室", noted_at=tx.now).after(OfferAct.WITHDRAW))


def book(**sheets: Sequence[Mapping[str, Value]]) -> bytes:
    """Rows by title, sheet by sheet."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets.items():
        page = workbook.create_sheet(name)
        page.append(list(TITLES[name]))
        for row in rows:
            page.append([row.get(title) for title in TITLES[name]])
    out = BytesIO()
    workbook.save(out)
    return out.getvalue()


def look(url: str, content: bytes, name: str = "清单.xlsx", reader: Reader = READER) -> Looked:
    return read_lists(url, content, name, reader, MONDAY_MORNING)
