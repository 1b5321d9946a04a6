"""Visits, venues and slips on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.areas import Area, AreaKind, Spot
from domain.errors import NotFound
from domain.events import Content
from domain.listening.need import Heard, Need, NeedKind
from domain.listening.slip import Slip
from domain.listening.venue import Venue
from domain.listening.visit import Outcome, Visit, VisitSort, Yielded
from domain.reach import Reach
from storage.transaction import Transaction
from tests.storage.support import NOON, Run, matter, settle

pytestmark = pytest.mark.asyncio

HOME = Visit("v1", "b3", VisitSort.HOME, "3号楼501", "wang", NOON, words_id="w1", flyers=3)
NOODLES = Venue("s1", "g7", "老王面馆", VisitSort.SHOP, "东门", "wang", NOON)
SHOP = Visit("v2", "g7", VisitSort.SHOP, "老王面馆", "wang", NOON + timedelta(hours=1), "s1")
ALL = Reach(("community",))
SPAN = (NOON, NOON + timedelta(days=1))


def world(tx: Transaction) -> None:
    settle(tx, "wang", "li")
    tx.areas.replace(
        [
            Area("community", AreaKind.COMMUNITY, "", "桃源社区"),
            Area("g7", AreaKind.GRID, "community", "七网格"),
            Area("b3", AreaKind.BUILDING, "g7", "3号楼"),
        ],
        [],
    )
    tx.venues.save(NOODLES)
    tx.contents.add(Content("w1", HOME.subject, "visit", "wang", NOON, "灯坏了", ({"kind": "voice", "ref": "r"},)))
    for visit in (HOME, SHOP):
        tx.visits.add(visit)
    tx.matters.add(replace(matter("m1"), reporter_id="li", spot=Spot("g7", "3号楼")))
    tx.visits.yields("v1", Outcome.MATTER, "m1")
    tx.visits.yields("v1", Outcome.THANKS)
    tx.contents.add(Content("n1w", "need:n1", "need", "wang", NOON, "灯坏了"))
    tx.needs.add(Need("n1", "g7", NeedKind.OTHER, Heard.VISIT, "v1", "wang", NOON, "n1w"))
    tx.slips.add(Slip("hash", "m1", "wang", NOON))


async def test_visits_come_back_with_their_words_the_newest_first(run: Run) -> None:
    await run(world)
    said = replace(HOME, line="灯坏了", media=1)
    assert await run(lambda tx: tx.visits.between(ALL, *SPAN, limit=9)) == [SHOP, said]
    assert await run(lambda tx: tx.visits.lately_by("wang", 1)) == [SHOP]
    assert await run(lambda tx: tx.visits.of_matter("m1")) == said
    assert await run(lambda tx: tx.visits.matters_of("v1")) == ["m1"]
    assert await run(lambda tx: tx.visits.between(Reach(()), *SPAN, limit=9)) == []
    with pytest.raises(NotFound):
        await run(lambda tx: tx.visits.get("none"))


async def test_what_came_of_them_is_counted_from_the_records(run: Run) -> None:
    await run(world)
    came = Yielded({VisitSort.HOME: 1, VisitSort.SHOP: 1}, 1, 1, 1, 3)
    assert await run(lambda tx: tx.visits.yielded(ALL, *SPAN)) == came
    await run(lambda tx: tx.visits.take_back(HOME))
    assert await run(lambda tx: tx.visits.yielded(ALL, *SPAN)) == Yielded({VisitSort.SHOP: 1})
    assert await run(lambda tx: tx.visits.count_between(ALL, *SPAN)) == 1


async def test_where_nobody_has_been_for_long_stands_first_and_a_visit_taken_back_is_none(run: Run) -> None:
    await run(world)
    school = Venue("s2", "g7", "桃源小学_北", VisitSort.SCHOOL, "北门", "wang", NOON)
    await run(lambda tx: tx.venues.save(school))
    assert [venue.id for venue in await run(lambda tx: tx.venues.page(ALL, 9))] == ["s2", "s1"]
    assert (await run(lambda tx: tx.venues.get("s1"))).visited_at == SHOP.at
    await run(lambda tx: tx.visits.take_back(SHOP))
    assert (await run(lambda tx: tx.venues.get("s1"))).visited_at is None
    await run(lambda tx: tx.venues.save(replace(NOODLES, closed_at=NOON)))
    assert [venue.id for venue in await run(lambda tx: tx.venues.page(ALL, 9))] == ["s2"]


async def test_a_venue_is_found_by_part_of_its_name_and_signs_stand_for_themselves(run: Run) -> None:
    await run(world)
    assert await run(lambda tx: tx.venues.page(ALL, 9, named="面馆")) == [replace(NOODLES, visited_at=SHOP.at)]
    assert await run(lambda tx: (tx.venues.count(ALL, "%"), tx.venues.count(ALL, "_"))) == (0, 0)


async def test_all_open_venues_come_once_however_many_portions_it_takes(run: Run) -> None:
    shops = [Venue(f"k{n:04}", "g7", f"{n}号店", VisitSort.SHOP, "", "wang", NOON) for n in range(1100)]

    def fill(tx: Transaction) -> None:
        world(tx)
        for shop in (*shops, replace(shops[7], closed_at=NOON)):
            tx.venues.save(shop)

    await run(fill)
    known = await run(lambda tx: [venue.id for venue in tx.venues.known(ALL)])
    assert len(known) == len(set(known)) == 1100  # with the one that was there, without the one that is closed


async def test_a_slip_is_used_up_with_all_others_of_its_matter(run: Run) -> None:
    await run(world)
    await run(lambda tx: tx.slips.add(Slip("other", "m1", "wang", NOON)))
    await run(lambda tx: tx.slips.claim("m1", "li"))
    assert await run(lambda tx: tx.slips.find("hash")) == Slip("hash", "m1", "wang", NOON, "li")
    assert await run(lambda tx: tx.slips.find("other")) == Slip("other", "m1", "wang", NOON, "li")
    assert await run(lambda tx: tx.slips.find("none")) is None


async def test_what_was_heard_long_ago_goes_and_that_somebody_was_there_stays(run: Run) -> None:
    await run(world)
    later = NOON + timedelta(minutes=1)
    assert await run(lambda tx: tx.keeping.count(words_before=later, photos_before=NOON)) == (1, 0)
    assert await run(lambda tx: (tx.keeping.words(later, 5), tx.keeping.photos(later, 5))) == (1, 1)
    heard = await run(lambda tx: tx.visits.get("v1"))
    assert (heard.line, heard.media, heard.label) == ("", 0, "3号楼501")


async def test_with_her_matter_goes_what_was_heard_at_her_door(run: Run) -> None:
    await run(world)
    await run(lambda tx: tx.erasing.cut("m1", "li"))
    visit = await run(lambda tx: tx.visits.get("v1"))
    assert (visit.line, visit.media, visit.area_id, visit.label) == ("", 0, "g7", "七网格")
    assert (await run(lambda tx: tx.needs.get("n1"))).line == ""
    assert await run(lambda tx: tx.slips.find("hash")) is None
    assert (await run(lambda tx: tx.visits.get("v2"))).label == "老王面馆"
