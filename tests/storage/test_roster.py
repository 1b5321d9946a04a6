"""Appointments, leaves and invitations."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.areas import Area, AreaKind
from domain.people.person import Ability, Absence, Appointment, Invitation, Person, Role
from storage.transaction import Transaction
from tests.storage.support import NOON, Run, settle

DAY = timedelta(days=1)
WANG = Appointment("wang", "grid-7", Role.MEMBER, 1, "+86 931 111")
CHEN = Appointment("chen", "grid-7", Role.MEMBER, 2)
DESK = Appointment("wang", "street", Role.COORDINATOR)


@pytest.mark.asyncio
async def test_appointments_of_an_area_come_by_rank_and_of_a_person_from_all_areas(run: Run) -> None:
    def act(tx: Transaction) -> tuple[object, ...]:
        settle(tx, "wang", "chen")
        tx.roster.replace([CHEN, WANG, DESK])
        return tx.roster.of_area("grid-7", Role.MEMBER), tx.roster.of_person("wang"), tx.roster.all()

    assert await run(act) == ([WANG, CHEN], [DESK, WANG], [WANG, CHEN, DESK])


@pytest.mark.asyncio
async def test_replacing_the_roster_forgets_the_old_one_and_keeps_the_people(run: Run) -> None:
    def act(tx: Transaction) -> tuple[object, ...]:
        settle(tx, "wang", "chen")
        tx.roster.replace([WANG])
        tx.roster.replace([CHEN])
        return tx.roster.of_area("grid-7", Role.MEMBER), tx.people.get("wang").id

    assert await run(act) == ([CHEN], "wang")


@pytest.mark.asyncio
async def test_somebody_is_absent_from_the_first_instant_to_before_the_last(run: Run) -> None:
    leave = Absence("wang", NOON, NOON + DAY)

    def act(tx: Transaction) -> list[bool]:
        settle(tx, "wang")
        tx.roster.add_absence(leave)
        instants = (NOON - DAY, NOON, NOON + DAY / 2, NOON + DAY)
        return [tx.roster.absent("wang", at) is not None for at in instants]

    assert await run(act) == [False, True, True, False]


@pytest.mark.asyncio
async def test_the_next_leave_within_a_time_is_found(run: Run) -> None:
    first, second = Absence("wang", NOON + DAY, NOON + 2 * DAY), Absence("wang", NOON + 4 * DAY, NOON + 5 * DAY)

    def act(tx: Transaction) -> object:
        settle(tx, "wang")
        tx.roster.add_absence(second)
        tx.roster.add_absence(first)
        spans = ((NOON, 7 * DAY), (NOON + DAY, 7 * DAY), (NOON + DAY, 3 * DAY))
        return [tx.roster.next_absence("wang", after, after + span) for after, span in spans]

    assert await run(act) == [first, second, None]


@pytest.mark.asyncio
async def test_leaves_that_lie_ahead_can_be_taken_back(run: Run) -> None:
    def act(tx: Transaction) -> object:
        settle(tx, "wang")
        tx.roster.add_absence(Absence("wang", NOON, NOON + DAY))
        tx.roster.add_absence(Absence("wang", NOON + 7 * DAY, NOON + 8 * DAY))
        tx.roster.cancel_absences("wang", NOON)
        return tx.roster.absent("wang", NOON), tx.roster.absent("wang", NOON + 7 * DAY)

    assert await run(act) == (Absence("wang", NOON, NOON + DAY), None)


@pytest.mark.asyncio
async def test_coming_back_early_ends_this_leave_and_not_the_next(run: Run) -> None:
    next_leave = Absence("wang", NOON + 7 * DAY, NOON + 8 * DAY)

    def act(tx: Transaction) -> tuple[object, ...]:
        settle(tx, "wang")
        tx.roster.add_absence(Absence("wang", NOON, NOON + 3 * DAY))
        tx.roster.add_absence(next_leave)
        tx.roster.end_absence("wang", NOON + DAY)
        return (
            tx.roster.absent("wang", NOON + DAY),
            tx.roster.absent("wang", NOON),
            tx.roster.absent("wang", NOON + 7 * DAY),
        )

    assert await run(act) == (None, Absence("wang", NOON, NOON + DAY), next_leave)


@pytest.mark.asyncio
async def test_an_invitation_can_be_used_once(run: Run) -> None:
    def act(tx: Transaction) -> tuple[object, ...]:
        settle(tx, "wang")
        tx.roster.invite(Invitation("hash", "wang", NOON))
        first = tx.roster.use_invitation("hash", NOON + DAY)
        second = tx.roster.use_invitation("hash", NOON + 2 * DAY)
        return first, second, tx.roster.use_invitation("unknown", NOON), tx.roster.invitation("hash")

    assert await run(act) == (True, False, False, Invitation("hash", "wang", NOON, NOON + DAY))
    assert await run(lambda tx: tx.roster.invitation("unknown")) is None


@pytest.mark.asyncio
async def test_one_appointment_is_saved_over_the_one_before_and_dropped_alone(run: Run) -> None:
    later = replace(WANG, rank=2, to_on=date(2026, 12, 31), lead=True)

    def act(tx: Transaction) -> object:
        settle(tx, "wang", "chen")
        tx.roster.replace([WANG, CHEN, DESK])
        tx.roster.save(later)
        tx.roster.drop(CHEN)
        return tx.roster.all()

    assert await run(act) == [later, DESK]


@pytest.mark.asyncio
async def test_appointments_right_below_an_area_come_in_the_order_of_the_map(run: Run) -> None:
    areas = [
        Area("c", AreaKind.COMMUNITY, "", "社区"),
        Area("grid-8", AreaKind.GRID, "c", "八", order=1),
        Area("grid-7", AreaKind.GRID, "c", "七", order=2),
        Area("b", AreaKind.BUILDING, "grid-7", "楼", order=3),
    ]
    eight, building = replace(CHEN, area_id="grid-8"), replace(CHEN, area_id="b")

    def act(tx: Transaction) -> object:
        settle(tx, "wang", "chen")
        tx.areas.replace(areas, [])
        tx.roster.replace([building, CHEN, WANG, eight])
        return tx.roster.below("c")

    assert await run(act) == [eight, WANG, CHEN]


@pytest.mark.asyncio
async def test_whoever_has_a_number_is_found_however_it_was_written(run: Run) -> None:
    desk = replace(DESK, phone="138 0000-0001")

    def act(tx: Transaction) -> object:
        settle(tx, "wang", "chen")
        tx.roster.replace([replace(WANG, phone="+86 138 0000 0001"), desk, CHEN])
        return tx.roster.with_number("13800000001"), tx.roster.with_number("13800000002")

    assert await run(act) == ([desk, replace(WANG, phone="+86 138 0000 0001")], [])


@pytest.mark.asyncio
async def test_what_people_can_do_is_read_together(run: Run) -> None:
    wang, chen = Ability("wang", ("law", "plumbing"), 5, (), ("noise",)), Ability("chen", takes=("heating",))

    def act(tx: Transaction) -> object:
        settle(tx, "wang", "chen")
        for ability in (wang, chen):
            tx.abilities.save(ability)
        return tx.abilities.all(), tx.abilities.of("wang")

    assert await run(act) == ([chen, wang], wang)


@pytest.mark.asyncio
async def test_a_desk_finds_by_name_whoever_serves_at_it_or_below_and_nobody_else(run: Run) -> None:
    areas = (
        Area("street", AreaKind.STREET, "", "街道"), Area("peach", AreaKind.COMMUNITY, "street", "桃源"),
        Area("plum", AreaKind.COMMUNITY, "street", "梅园"), Area("p1", AreaKind.GRID, "peach", "一格"),
        Area("m1", AreaKind.GRID, "plum", "二格"), Area("b1", AreaKind.BUILDING, "p1", "1号楼"),
        Area("c1", AreaKind.BUILDING, "m1", "2号楼"),
    )  # fmt: skip
    posts = [
        Appointment("ma", "peach", Role.COORDINATOR),
        *(Appointment(f"at {area.id}", area.id, Role.COORDINATOR if area.id in ("street", "plum") else Role.MEMBER)
          for area in areas if area.id != "peach"),
    ]  # fmt: skip

    def act(tx: Transaction) -> set[str]:
        tx.areas.replace(areas, [])
        for post in posts:
            tx.people.save(Person(post.person_id, "王芳"))
        tx.roster.replace(posts)
        return {post.person_id for post in tx.roster.named("ma", "王芳")}

    assert await run(act) == {"ma", "at p1", "at b1"}
