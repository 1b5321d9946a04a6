"""What stands on a desk: groups with their counts, pages in order, and never another desk's."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from domain.areas import Area, AreaKind, Spot
from domain.desk.needs import Group
from domain.matters.matter import Level, Matter, State, Tier
from domain.messages import Address
from domain.people.person import Appointment, Role
from storage.transaction import Transaction
from tests.storage.support import NOON, Run, matter, settle

HOUR = timedelta(hours=1)
AREAS = (
    Area("street", AreaKind.STREET, "", "街道"),
    Area("peach", AreaKind.COMMUNITY, "street", "桃源"),
    Area("plum", AreaKind.COMMUNITY, "street", "梅园"),
    Area("p1", AreaKind.GRID, "peach", "一格", order=1),
    Area("p2", AreaKind.GRID, "peach", "二格", order=2),
    Area("m1", AreaKind.GRID, "plum", "三格", order=3),
    Area("b1", AreaKind.BUILDING, "p1", "1号楼"),
)
ROSTER = [
    Appointment("ma", "peach", Role.COORDINATOR),
    Appointment("he", "street", Role.COORDINATOR),
    Appointment("wang", "p1", Role.MEMBER),
    Appointment("chen", "m1", Role.MEMBER),
]


def district(tx: Transaction) -> None:
    settle(tx, "li", "wang", "chen", "ma", "he")
    tx.areas.replace(AREAS, [])
    tx.roster.replace(ROSTER)


def filed(tx: Transaction, seq: int, grid: str, due: timedelta = HOUR, **more: Any) -> Matter:
    """A matter due so long after noon, whichever clock runs."""
    at = NOON + due
    clocks = {"contact_due_at": at, "progress_due_at": at, "result_due_at": at + HOUR}
    made = matter(f"m{seq}", seq=seq, spot=Spot(grid, ""), **(clocks | more))
    tx.matters.add(made)
    return made


TAKEN: dict[str, Any] = {"state": State.TAKEN, "contacted_at": NOON}


@pytest.mark.asyncio
async def test_the_grids_of_a_desk_come_in_map_order(run: Run) -> None:
    def act(tx: Transaction) -> object:
        district(tx)
        return [list(tx.areas.grids_of_desk(who)) for who in ("ma", "he", "wang")]

    assert await run(act) == [["p1", "p2"], ["p1", "p2", "m1"], []]


@pytest.mark.asyncio
async def test_each_matter_stands_in_the_most_urgent_group_that_it_belongs_to(run: Run) -> None:
    def act(tx: Transaction) -> object:
        district(tx)
        filed(tx, 1, "p1", tier=Tier.DANGER, reopened=1)
        filed(tx, 2, "p1", level=Level.COMMUNITY)
        filed(tx, 3, "p1", level=Level.COMMUNITY, came="return")
        filed(tx, 4, "p2", reopened=1, **TAKEN)
        filed(tx, 5, "p2", -HOUR, **TAKEN)
        filed(tx, 6, "p2", **TAKEN)
        filed(tx, 7, "p2")
        filed(tx, 8, "p2", -HOUR)
        filed(tx, 9, "p2", state=State.REPORTED)
        filed(tx, 10, "p2", -HOUR, paused_until=NOON + HOUR, **TAKEN)
        filed(tx, 11, "p2", -HOUR, asks_until=NOON + HOUR, **TAKEN)
        return tx.desk.counts("ma", NOON)

    assert await run(act) == {
        Group.DANGER: 1, Group.UNTAKEN: 2, Group.RETURNED: 1, Group.REOPENED: 1, Group.LATE: 1, Group.IN_HAND: 2,
        Group.PAUSED: 1, Group.EXTENSION: 1,
    }  # fmt: skip


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("level", "groups"),
    [
        (None, {Group.ABOVE: 2, Group.LATE: 1, Group.IN_HAND: 1}),
        (Level.COMMUNITY, {Group.ABOVE: 2, Group.LATE: 1, Group.IN_HAND: 1}),
        (Level.STREET, {Group.CLIMBED: 2, Group.ABOVE: 1, Group.IN_HAND: 1}),
        (Level.DISTRICT, {Group.LATE: 2, Group.IN_HAND: 2}),
    ],
)
async def test_what_climbed_stands_first_where_it_climbed_to_and_apart_below(
    run: Run, level: Level | None, groups: dict[Group, int]
) -> None:
    def act(tx: Transaction) -> object:
        district(tx)
        filed(tx, 1, "p1", -HOUR, level=Level.STREET)
        filed(tx, 2, "p1", level=Level.DISTRICT, **TAKEN)
        filed(tx, 3, "p1", -HOUR, watch="street", **TAKEN)
        filed(tx, 4, "p1", **TAKEN)
        counts = tx.desk.counts("ma", NOON, level)
        return counts, {group: len(tx.desk.page("ma", group, NOON, 9, level=level)) for group in counts}

    assert await run(act) == (groups, groups)


@pytest.mark.asyncio
async def test_a_desk_counts_its_own_areas_and_what_lies_nowhere(run: Run) -> None:
    def act(tx: Transaction) -> object:
        district(tx)
        for seq, grid in enumerate(("p1", "m1", "m1", ""), start=1):
            filed(tx, seq, grid, **TAKEN)
        return [tx.desk.counts(who, NOON) for who in ("ma", "he", "wang")]

    assert await run(act) == [{Group.IN_HAND: 2}, {Group.IN_HAND: 4}, {Group.IN_HAND: 1}]


@pytest.mark.asyncio
async def test_a_page_goes_on_where_the_last_one_ended_by_what_falls_due_first(run: Run) -> None:
    def act(tx: Transaction) -> object:
        district(tx)
        for seq in range(1, 6):
            filed(tx, seq, ("p1", "p2")[seq % 2], -seq * HOUR, **TAKEN)
        pages = [tx.desk.page("ma", Group.LATE, NOON, 2, offset) for offset in (0, 2, 4)]
        return [[one.id for one in page] for page in pages]

    assert await run(act) == [["m5", "m4"], ["m3", "m2"], ["m1"]]


@pytest.mark.asyncio
async def test_who_could_not_be_told_stands_on_the_desk_until_told(run: Run) -> None:
    def act(tx: Transaction) -> tuple[object, ...]:
        district(tx)
        ended = filed(tx, 1, "p1", state=State.ENDED)
        noted = [tx.unheard.add(ended.id, NOON), tx.unheard.add(ended.id, NOON + HOUR)]
        before = tx.desk.counts("ma", NOON), [one.id for one in tx.desk.page("ma", Group.UNHEARD, NOON, 5)]
        known = tx.unheard.since(ended.id), list(tx.unheard.of_reporter("li"))
        done = [tx.unheard.end(ended.id), tx.unheard.end(ended.id)]
        return noted, before, known, done, tx.desk.counts("ma", NOON), tx.unheard.since(ended.id)

    assert await run(act) == (
        [True, False], ({Group.UNHEARD: 1}, ["m1"]), (NOON, ["m1"]), [True, False], {}, None,
    )  # fmt: skip


@pytest.mark.asyncio
async def test_members_of_the_desk_who_joined_and_are_out_of_reach_are_named(run: Run) -> None:
    def act(tx: Transaction) -> object:
        district(tx)
        tx.roster.replace([*ROSTER, Appointment("li", "b1", Role.MEMBER)])
        for n, who in enumerate(("wang", "chen", "li", "he")):
            tx.people.bind(who, Address("telegram", str(n)))
            tx.people.block(Address("telegram", str(n)), True)
        before = [list(tx.desk.members_gone(who, 5)) for who in ("ma", "he")]
        tx.people.bind("wang", Address("telegram", "9"))
        tx.people.bind("li", Address("telegram", "8"))
        return before, list(tx.desk.members_gone("ma", 5))

    assert await run(act) == ([["li", "wang"], ["chen", "li", "wang"]], [])


@pytest.mark.asyncio
async def test_duty_of_a_single_day_is_kept_and_may_change_hands_again(run: Run) -> None:
    def act(tx: Transaction) -> object:
        district(tx)
        day = NOON.date()
        found = [tx.roster.duty("peach", day)]
        for who in ("ma", "he"):
            tx.roster.set_duty("peach", day, who)
            found.append(tx.roster.duty("peach", day))
        return found, list(tx.roster.desks())

    assert await run(act) == (["", "ma", "he"], ["street", "peach"])


@pytest.mark.asyncio
async def test_what_is_said_of_herself_stands_on_nobodys_desk_but_others(run: Run) -> None:
    def act(tx: Transaction) -> object:
        district(tx)
        for seq, who in ((1, "ma"), (2, "wang")):
            filed(tx, seq, "p1", **TAKEN)
            tx.excluded.add(f"m{seq}", who, "about", NOON)
        filed(tx, 3, "p1", **TAKEN)
        tx.excluded.add("m3", "ma", "member", NOON)  # she declined it, and may well see it
        tx.unheard.add("m1", NOON)
        pages = [[m.id for m in tx.desk.page(who, Group.IN_HAND, NOON, 9)] for who in ("ma", "he")]
        unheard = [[m.id for m in tx.desk.page(who, Group.UNHEARD, NOON, 9)] for who in ("ma", "he")]
        return tx.desk.counts("ma", NOON), tx.desk.counts("he", NOON), pages, unheard

    counted = {Group.IN_HAND: 2}, {Group.IN_HAND: 3, Group.UNHEARD: 1}
    assert await run(act) == (*counted, [["m2", "m3"], ["m1", "m2", "m3"]], [[], ["m1"]])
