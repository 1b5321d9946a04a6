"""People, their addresses, and two records that turn out to be one person."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

import storage.migrate
from domain.errors import NotFound
from domain.events import Content, Event
from domain.messages import Address
from domain.open import OpenDialog
from domain.people.person import Ability, Absence, Appointment, Person, Role
from storage.merging import MOVES
from storage.transaction import Transaction
from tests.storage.support import LI, NOON, WANG, Run, matter, settle

WECHAT = Address("wechat", "li")


@pytest.mark.asyncio
async def test_a_person_comes_back_as_saved_and_is_reachable_once_bound(run: Run) -> None:
    li = Person("li", "李叔", "en", "+86 931 000", "grid-7", "3号楼", welcomed=True, name_en="Uncle Li")

    def act(tx: Transaction) -> tuple[Person, Person]:
        tx.people.save(li)
        before = tx.people.get("li")
        tx.people.bind("li", LI)
        return before, tx.people.get("li")

    before, after = await run(act)
    assert before == li
    assert after.reachable


@pytest.mark.asyncio
async def test_saving_again_changes_the_person(run: Run) -> None:
    def act(tx: Transaction) -> Person:
        tx.people.save(Person("li", "李"))
        tx.people.save(Person("li", "李叔"))
        return tx.people.get("li")

    assert (await run(act)).name == "李叔"


@pytest.mark.asyncio
async def test_nobody_is_not_found(run: Run) -> None:
    with pytest.raises(NotFound):
        await run(lambda tx: tx.people.get("nobody"))
    assert await run(lambda tx: tx.people.at(LI)) is None


@pytest.mark.asyncio
async def test_addresses_are_given_the_newest_first_without_the_blocked_ones(run: Run) -> None:
    def act(tx: Transaction) -> tuple[object, ...]:
        settle(tx, "li")
        tx.people.bind("li", LI)
        tx.people.bind("li", WECHAT)
        both = tx.people.addresses("li")
        tx.people.block(WECHAT, True)
        one = tx.people.addresses("li")
        tx.people.block(LI, True)
        reachable = tx.people.get("li").reachable
        return both, one, tx.people.addresses("li"), tx.people.accounts("li"), reachable

    assert await run(act) == ([WECHAT, LI], [LI], [], [WECHAT, LI], False)


@pytest.mark.asyncio
async def test_binding_again_unblocks_and_makes_it_the_newest(run: Run) -> None:
    def act(tx: Transaction) -> object:
        settle(tx, "li")
        tx.people.bind("li", LI)
        tx.people.bind("li", WECHAT)
        tx.people.block(LI, True)
        tx.people.bind("li", LI)
        return tx.people.addresses("li")

    assert await run(act) == [LI, WECHAT]


@pytest.mark.asyncio
async def test_an_address_belongs_to_one_person_at_a_time(run: Run) -> None:
    def act(tx: Transaction) -> tuple[object, ...]:
        settle(tx, "li", "wang")
        tx.people.bind("li", LI)
        tx.people.bind("wang", LI)
        owner = tx.people.at(LI)
        return owner and owner.id, tx.people.addresses("li")

    assert await run(act) == ("wang", [])


@pytest.mark.asyncio
async def test_merging_moves_everything_and_keeps_the_old_name(run: Run) -> None:
    def act(tx: Transaction) -> tuple[object, ...]:
        settle(tx, "guest", "wang", "li")
        tx.people.bind("guest", LI)
        tx.people.bind("wang", WANG)
        tx.matters.add(matter("m1", reporter_id="guest", owner_id="guest"))
        tx.asked.add("m1", "guest")
        tx.asked.add("m1", "wang")
        tx.roster.replace([Appointment("guest", "grid-7", Role.MEMBER, 2), Appointment("wang", "grid-7", Role.MEMBER)])
        tx.roster.add_absence(Absence("guest", NOON, NOON.replace(day=24)))
        tx.people.merge("guest", "wang")
        moved = tx.matters.get("m1")
        return (
            tx.people.addresses("wang"),
            tx.people.addresses("guest"),
            (moved.reporter_id, moved.owner_id),
            tx.asked.of("m1"),
            [appointment.rank for appointment in tx.roster.of_area("grid-7", Role.MEMBER)],
            tx.roster.absent("wang", NOON) is not None,
            tx.people.get("guest").name,
        )

    assert await run(act) == ([LI, WANG], [], ("wang", "wang"), ["wang"], [1], True, "guest")


@pytest.mark.asyncio
async def test_merging_lets_the_dialog_in_which_somebody_is_typing_go_on(run: Run) -> None:
    def act(tx: Transaction) -> list[tuple[str, bool, str]]:
        settle(tx, "guest", "wang")
        tx.dialogs.save(OpenDialog("wang", "report", "", prompt="old"))
        tx.dialogs.save(OpenDialog("wang", "leave", "", prompt="leave"))
        tx.dialogs.save(OpenDialog("guest", "report", "", prompt="live"))
        tx.people.merge("guest", "wang")
        return [(dialog.script, dialog.front, dialog.prompt) for dialog in tx.dialogs.of("wang")]

    assert await run(act) == [("report", True, "live"), ("leave", False, "leave")]


@pytest.mark.asyncio
async def test_merging_somebody_with_herself_changes_nothing(run: Run) -> None:
    def act(tx: Transaction) -> object:
        settle(tx, "li")
        tx.people.bind("li", LI)
        tx.dialogs.save(OpenDialog("li", "report", ""))
        tx.people.merge("li", "li")
        return tx.people.addresses("li"), len(tx.dialogs.of("li"))

    assert await run(act) == ([LI], 1)


@pytest.mark.asyncio
async def test_parting_gives_back_what_she_reported_before_and_since_and_nothing_else(run: Run) -> None:
    def act(tx: Transaction) -> list[str]:
        settle(tx, "guest", "wang")
        for number, (id, by, filed_at) in enumerate(
            (("hers", "guest", NOON), ("own", "wang", NOON), ("since", "wang", NOON + timedelta(hours=2))), 1
        ):
            tx.matters.add(matter(id, reporter_id=by, seq=number, filed_at=filed_at))
            content = Content(f"c-{id}", f"matter:{id}", "report", by, filed_at, "灯", (), "salt")
            tx.contents.add(content)
            tx.events.append(Event(f"matter:{id}", "MatterFiled", filed_at, by, {}, content.id, content.commitment()))
        tx.people.merge("guest", "wang")
        tx.people.part("wang", "guest", NOON + timedelta(hours=1))
        ids = ("hers", "own", "since")
        return [f"{id} {tx.matters.get(id).reporter_id} {tx.contents.get(f'c-{id}').by}" for id in ids]

    assert await run(act) == ["hers guest guest", "own wang wang", "since guest guest"]


def test_no_table_that_names_a_person_is_left_out_when_two_are_merged() -> None:
    named, table = set[tuple[str, str]](), ""
    for script in sorted(Path(storage.migrate.__file__).parent.glob("migrations/*.sql")):
        for line in script.read_text().splitlines():
            table = line.split()[2] if line.startswith("CREATE TABLE") else table
            if "REFERENCES people" in line:
                named.add((table, line.split()[0]))
    moved = " ".join(" ".join(MOVES).split())
    ways = ("UPDATE {} SET {} = :into", "DELETE FROM {} WHERE {} = :from AND begun_at")
    assert [each for each in sorted(named) if not any(way.format(*each) in moved for way in ways)] == []


@pytest.mark.asyncio
async def test_what_a_merged_person_can_do_is_the_second_ones_from_then_on(run: Run) -> None:
    def act(tx: Transaction) -> Ability:
        settle(tx, "guest", "wang")
        tx.abilities.save(Ability("guest", skills=("law", "plumbing")))
        tx.abilities.save(Ability("wang", most=3, skills=("plumbing",)))
        tx.people.merge("guest", "wang")
        return tx.abilities.of("wang")

    merged = await run(act)
    assert (merged.most, sorted(merged.skills)) == (3, ["law", "plumbing"])
