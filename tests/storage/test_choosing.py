"""What the choice of an owner asks, and what looks unowned, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.areas import Spot
from domain.matters.matter import Matter, State, Word
from domain.messages import Address
from domain.people.person import Ability, Absence, Appointment, Role
from storage.transaction import Transaction
from tests.storage.support import NOON, Run, matter, settle

pytestmark = pytest.mark.asyncio
TODAY = NOON.date()


def people(tx: Transaction) -> None:
    """Three who serve, have joined and hold nothing."""
    settle(tx, "li", "wang", "chen", "zhou")
    tx.roster.replace([Appointment(id, "g1", Role.MEMBER, n) for n, id in enumerate(("wang", "chen", "zhou"), 1)])
    for id in ("wang", "chen", "zhou"):
        tx.people.bind(id, Address("telegram", id))


def held(tx: Transaction, matter_id: str, owner: str = "wang", **more: object) -> Matter:
    kept = replace(matter(matter_id, owner_id=owner, seq=int(matter_id[1:])), **more)  # type: ignore[arg-type]  # fields by name
    tx.matters.add(kept)
    if kept.state is State.WAITING:
        tx.asked.add(kept.id, owner)
    return kept


async def test_what_is_written_about_people_comes_at_once(run: Run) -> None:
    chen = Ability("chen", ("plumbing",), 3, ("water",), ("noise",))

    def act(tx: Transaction) -> object:
        people(tx)
        tx.abilities.save(chen)
        return tx.choosing.abilities(["wang", "chen"]), tx.choosing.abilities([])

    assert await run(act) == ({"chen": chen}, {})


async def test_a_load_counts_what_somebody_has_to_do_something_about(run: Run) -> None:
    def act(tx: Transaction) -> object:
        people(tx)
        held(tx, "m1")
        held(tx, "m2", state=State.TAKEN)
        held(tx, "m3", state=State.TAKEN, trouble_id="t1")
        held(tx, "m4", state=State.REPORTED)
        held(tx, "m5", "chen")
        return tx.choosing.loads(["wang", "chen", "zhou"])

    assert await run(act) == {"wang": 2, "chen": 1}


async def test_who_helped_last_is_who_had_what_was_called_solved(run: Run) -> None:
    there = Spot("g1", "3号楼", building_id="b3")
    solved = {"state": State.ENDED, "word": Word.SOLVED, "spot": there}

    def act(tx: Transaction) -> object:
        people(tx)
        held(tx, "m1", "wang", **solved, ended_at=NOON + timedelta(hours=3))
        held(tx, "m2", "chen", **solved, ended_at=NOON + timedelta(hours=1), filed_at=NOON + timedelta(minutes=1))
        held(tx, "m3", "zhou", state=State.ENDED, spot=there, ended_at=NOON + timedelta(hours=9))
        ids = ["wang", "chen", "zhou"]
        return (
            tx.choosing.last_helped(ids, "li"),
            tx.choosing.last_helped(ids, "nobody"),
            tx.choosing.last_helped_in(ids, "b3"),
            tx.choosing.last_helped_in(["zhou"], "b3"),
            tx.choosing.last_helped_in(ids, ""),
        )

    assert await run(act) == ("chen", "", "wang", "", "")


async def test_colleagues_are_known_by_either_name(run: Run) -> None:
    def act(tx: Transaction) -> object:
        people(tx)
        tx.people.save(replace(tx.people.get("wang"), name="王芳", name_en="Wang Fang"))
        return [tx.choosing.members_named([said]) for said in ("王芳", "wang fang", "li")]

    assert await run(act) == [["王芳"], ["王芳"], []]


async def test_services_that_end_or_begin_are_found_by_their_days(run: Run) -> None:
    def post(id: str, from_on: date | None, to_on: date | None) -> Appointment:
        return Appointment(id, "g1", Role.MEMBER, from_on=from_on, to_on=to_on)

    def act(tx: Transaction) -> object:
        people(tx)
        yesterday, tomorrow = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
        tx.roster.replace([post("wang", None, yesterday), post("chen", TODAY, None), post("zhou", tomorrow, TODAY)])
        return tx.choosing.ended(yesterday, TODAY), tx.choosing.begun(yesterday, TODAY), tx.choosing.begun(TODAY, TODAY)

    assert await run(act) == (["wang"], ["chen"], [])


async def test_who_is_on_leave_at_an_instant_is_found_once(run: Run) -> None:
    def act(tx: Transaction) -> object:
        people(tx)
        tx.roster.add_absence(Absence("wang", NOON - timedelta(days=1), NOON + timedelta(days=1)))
        tx.roster.add_absence(Absence("wang", NOON, NOON + timedelta(days=2)))
        tx.roster.add_absence(Absence("chen", NOON - timedelta(days=1), NOON))
        return tx.choosing.resting(NOON)

    assert await run(act) == ["wang"]


async def test_all_that_looks_unowned_is_found_and_nothing_else(run: Run) -> None:
    def act(tx: Transaction) -> object:
        people(tx)
        settle(tx, "gone", "blocked", "away", "over")
        serving = list(tx.roster.all())
        over = Appointment("over", "g1", Role.MEMBER, to_on=TODAY - timedelta(days=1))
        others = [Appointment(id, "g1", Role.MEMBER) for id in ("blocked", "away")]
        tx.roster.replace([*serving, *others, over])
        for id in ("gone", "blocked", "away", "over"):
            tx.people.bind(id, Address("telegram", id))
        tx.people.block(Address("telegram", "blocked"), True)
        tx.roster.add_absence(Absence("away", NOON - timedelta(hours=1), NOON + timedelta(hours=1)))
        for n, id in enumerate(("wang", "gone", "blocked", "away", "over"), 1):
            held(tx, f"m{n}", id, state=State.TAKEN)
        held(tx, "m6", "chen", reporter_id="chen")
        held(tx, "m7", "chen")
        tx.asked.clear("m7")
        held(tx, "m8", "chen")
        tx.excluded.add("m8", "chen", "member", NOON)
        held(tx, "m9", "gone", state=State.ENDED)
        return tx.choosing.suspects(NOON, TODAY, "", 200), tx.choosing.suspects(NOON, TODAY, "m3", 2)

    assert await run(act) == (["m2", "m3", "m4", "m5", "m6", "m7", "m8"], ["m4", "m5"])


async def test_excluded_follow_a_person_who_is_merged(run: Run) -> None:
    def act(tx: Transaction) -> object:
        people(tx)
        held(tx, "m1")
        tx.excluded.add("m1", "chen", "resident", NOON)
        tx.people.merge("chen", "zhou")
        return tx.excluded.of("m1")

    assert await run(act) == {"zhou": "resident"}
