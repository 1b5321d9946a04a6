"""Appointments, leaves and invitations."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.people.person import Absence, Appointment, Invitation, Role
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
