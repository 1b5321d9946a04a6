"""Offers and who was asked for them, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.areas import Area, AreaKind
from domain.events import Content
from domain.listening.match import Match, MatchState
from domain.listening.need import Heard, Need, NeedAct, NeedKind
from domain.listening.offer import Offer, OfferAct
from domain.people.person import Appointment, Resource, Role
from domain.reach import Reach
from storage.transaction import Transaction
from tests.storage.support import NOON, Run, settle

pytestmark = pytest.mark.asyncio

TODAY = NOON.date()
PROJECTOR = Offer(
    "o1", "wang", "投影仪", "文化站", "1台", "周末", date(2025, 12, 1), NeedKind.THINGS, noted_by="wang", noted_at=NOON
)


def world(tx: Transaction) -> None:
    settle(tx, "wang", "ma")
    tx.areas.replace(
        [
            Area("community", AreaKind.COMMUNITY, "", "桃源社区"),
            Area("g7", AreaKind.GRID, "community", "七网格"),
            Area("g8", AreaKind.GRID, "", "八网格"),
        ],
        [],
    )
    tx.roster.replace([Appointment("wang", "g7", Role.MEMBER, 1)])
    tx.offers.save(PROJECTOR)


async def test_it_comes_back_as_saved_and_stands_on_the_roster_until_it_is_withdrawn(run: Run) -> None:
    await run(world)
    assert await run(lambda tx: tx.offers.get("o1")) == PROJECTOR
    assert [each.id for each in await run(lambda tx: tx.resources.of("wang"))] == ["o1"]
    await run(lambda tx: tx.offers.save(PROJECTOR.after(OfferAct.WITHDRAW)))
    assert list(await run(lambda tx: tx.resources.of("wang"))) == []
    assert list(await run(lambda tx: tx.resources.all())) == []
    assert await run(lambda tx: tx.offers.count(Reach(("g7",)), TODAY)) == 0


async def test_it_is_had_where_its_person_serves_or_where_it_lies_up_to_its_last_day(run: Run) -> None:
    await run(world)
    lies = replace(PROJECTOR, id="o2", lies_in="g8", until_on=None)
    await run(lambda tx: tx.offers.save(lies))
    expected = {("community", TODAY): ["o1"], ("g8", TODAY): ["o2"], ("community", date(2025, 12, 2)): []}

    def had(tx: Transaction) -> dict[tuple[str, date], list[str]]:
        return {(top, on): [each.id for each in tx.offers.page(Reach((top,)), on, 9)] for top, on in expected}

    assert await run(had) == expected


async def test_the_roster_changes_its_own_columns_and_leaves_the_others(run: Run) -> None:
    await run(world)
    await run(lambda tx: tx.resources.save(Resource("o1", "wang", "大投影仪")))
    found = await run(lambda tx: tx.offers.get("o1"))
    assert (found.what, found.kind, found.noted_at) == ("大投影仪", NeedKind.THINGS, NOON)


async def test_it_is_lent_as_long_as_a_need_stands_that_it_was_agreed_for(run: Run) -> None:
    await run(world)
    need = Need("n1", "g7", NeedKind.THINGS, Heard.DIRECT, "", "ma", NOON, "w")

    def agreed(tx: Transaction) -> None:
        tx.contents.add(Content("w", need.subject, "need", "ma", NOON, "缺"))
        tx.needs.add(need)
        tx.offers.put(Match("n1", "o1", MatchState.ASKED, "ma", NOON))
        tx.offers.put(Match("n1", "o1", MatchState.AGREED, "ma", NOON))

    await run(agreed)
    assert [match.need_id for match in await run(lambda tx: tx.offers.lent("o1"))] == ["n1"]
    over = need.after(NeedAct.STRIKE, ended_at=NOON + timedelta(days=1))
    await run(lambda tx: tx.needs.save(over))
    assert list(await run(lambda tx: tx.offers.lent("o1"))) == []
