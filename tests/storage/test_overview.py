"""What an operator is told of an installation is counted from its rows, on either engine."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from domain.matters.matter import State
from domain.messages import Address
from domain.people.person import Appointment, Role
from storage.overview import Overview, overview
from storage.quarantine import Quarantine
from storage.transaction import Transaction
from tests.storage.support import LI, NOON, WANG, Run, letter, matter, settle

HOUR = timedelta(hours=1)


def counted(tx: Transaction) -> Overview:
    return overview(tx.statements, NOON)


@pytest.mark.asyncio
async def test_an_empty_installation_has_a_schema_and_a_size(run: Run) -> None:
    found = await run(counted)
    assert found.schema >= 1
    assert found.bytes > 0
    assert (found.members, found.desks, found.open, found.queued, found.oldest_at, found.quarantined) == (
        0, 0, 0, 0, None, ()
    )  # fmt: skip


@pytest.mark.asyncio
async def test_people_count_once_and_as_joined_when_they_can_be_reached(run: Run) -> None:
    def act(tx: Transaction) -> Overview:
        settle(tx, "wang", "chen", "ma")
        member, desk = Role.MEMBER, Role.COORDINATOR
        tx.roster.replace(
            [Appointment(*who) for who in (("wang", "g1", member), ("wang", "g2", member), ("chen", "g2", member))]
            + [Appointment("ma", "c", desk)]
        )
        for account, person in enumerate(("wang", "chen", "ma"), 500):
            tx.people.bind(person, Address("telegram", str(account)))
        tx.people.block(Address("telegram", "501"), True)
        return counted(tx)

    found = await run(act)
    assert (found.members, found.members_joined, found.desks, found.desks_joined) == (2, 1, 1, 1)


@pytest.mark.asyncio
async def test_open_matters_count_as_waiting_and_overdue(run: Run) -> None:
    def act(tx: Transaction) -> Overview:
        settle(tx, "li", "wang")
        late = {"contact_due_at": NOON - HOUR}
        later = {"contact_due_at": NOON + HOUR, "progress_due_at": NOON + HOUR, "result_due_at": NOON + HOUR}
        tx.matters.add(matter("a", seq=1, state=State.WAITING, **late))
        tx.matters.add(matter("b", seq=2, state=State.TAKEN, contacted_at=NOON, **later))
        tx.matters.add(matter("c", seq=3, state=State.REPORTED, contacted_at=NOON))
        tx.matters.add(matter("d", seq=4, state=State.ENDED))
        return counted(tx)

    found = await run(act)
    assert (found.open, found.waiting, found.overdue) == (3, 1, 1)


@pytest.mark.asyncio
async def test_what_may_leave_only_later_is_no_backlog(run: Run) -> None:
    def act(tx: Transaction) -> Overview:
        tx.outbox.put(letter("at seven", not_before=NOON + HOUR))
        tx.outbox.put(letter("now", to=WANG))
        return overview(tx.statements, tx.now + timedelta(seconds=1))

    found = await run(act)
    assert found.queued == 1
    assert found.oldest_at is not None


@pytest.mark.asyncio
async def test_losses_and_what_was_set_aside_are_told_for_a_week(run: Run) -> None:
    def act(tx: Transaction) -> tuple[Overview, Overview]:
        for message in (letter("dead"), replace(letter("unknown", to=WANG), purpose="")):
            tx.outbox.put(message)
        for parcel in tx.outbox.claim(tx.now, 10):
            (tx.outbox.dead if parcel.outbound.to == LI else tx.outbox.unknown)(parcel.id, "so it is")
        tx.quarantine.add("telegram", "1", "{}", "a bug", tx.now)
        soon = overview(tx.statements, tx.now + HOUR)
        return soon, overview(tx.statements, tx.now + timedelta(days=8))

    soon, later = await run(act)
    assert (soon.dead, soon.unknown, len(soon.quarantined)) == (1, 1, 1)
    assert (later.dead, later.unknown, later.quarantined) == (0, 0, ())


@pytest.mark.asyncio
async def test_no_two_that_were_set_aside_have_one_reference(run: Run) -> None:
    def act(tx: Transaction) -> list[str]:
        chances = [Random(seed) for seed in (1, 1, 2)]
        return [Quarantine(tx.statements, each).add("telegram", "1", "{}", "a bug", NOON) for each in chances]

    first, second, third = await run(act)
    assert len({first, second, third}) == 3
