"""Who lends a hand, and who could, on both engines."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.duty.helping import Helper, HelpState
from domain.people.person import Ability, Appointment, Person, Resource, Role
from storage.transaction import Transaction
from tests.storage.support import NOON, Run, matter, settle

pytestmark = pytest.mark.asyncio
TODAY = NOON.date()


def people(tx: Transaction) -> None:
    settle(tx, "li", "wang", "chen", "zhou")
    tx.roster.replace(
        [
            Appointment("wang", "g1", Role.MEMBER, 1),
            Appointment("chen", "g1", Role.MEMBER, 2),
            Appointment("chen", "g2", Role.MEMBER, 1),
            Appointment("zhou", "g2", Role.MEMBER, 2, to_on=TODAY - timedelta(days=1)),
        ]
    )


def helper(person_id: str, state: HelpState = HelpState.ASKED, minutes: int = 0, matter_id: str = "m1") -> Helper:
    return Helper(matter_id, person_id, state, "skill:plumbing", "wang", NOON + timedelta(minutes=minutes))


async def test_what_became_of_a_helper_replaces_what_was_known(run: Run) -> None:
    def act(tx: Transaction) -> object:
        people(tx)
        tx.matters.add(matter("m1"))
        tx.helpers.save(helper("zhou", minutes=2))
        tx.helpers.save(helper("chen", minutes=1))
        tx.helpers.save(helper("chen", HelpState.HELPING, minutes=1))
        return tx.helpers.of("m1"), tx.helpers.get("m1", "chen"), tx.helpers.get("m1", "li")

    joined = helper("chen", HelpState.HELPING, minutes=1)
    assert await run(act) == ([joined, helper("zhou", minutes=2)], joined, None)


async def test_of_a_person_only_what_is_not_over(run: Run) -> None:
    def act(tx: Transaction) -> object:
        people(tx)
        for n, state in enumerate(HelpState):
            tx.matters.add(matter(f"m{n}", seq=n + 1))
            tx.helpers.save(helper("chen", state, n, f"m{n}"))
        return [each.state for each in tx.helpers.of_person("chen")]

    assert await run(act) == [HelpState.ASKED, HelpState.HELPING]


async def test_two_records_of_one_person_help_once(run: Run) -> None:
    def act(tx: Transaction) -> object:
        people(tx)
        tx.matters.add(matter("m1"))
        tx.matters.add(matter("m2", seq=2))
        tx.helpers.save(helper("zhou", HelpState.HELPING))
        tx.helpers.save(helper("chen"))
        tx.helpers.save(helper("zhou", matter_id="m2"))
        tx.people.merge("zhou", "chen")
        return [each.state for each in tx.helpers.of("m1")], [each.person_id for each in tx.helpers.of("m2")]

    assert await run(act) == ([HelpState.ASKED], ["chen"])


async def test_who_has_a_skill_is_found_at_each_of_her_posts_of_today(run: Run) -> None:
    def act(tx: Transaction) -> object:
        people(tx)
        tx.abilities.save(Ability("chen", ("plumbing", "law")))
        tx.abilities.save(Ability("zhou", ("plumbing",)))
        before = TODAY - timedelta(days=2)
        return (
            sorted(tx.hands.skilled("plumbing", TODAY)),
            len(tx.hands.skilled("plumbing", before)),
            tx.hands.skilled("driving", TODAY),
            tx.hands.skills(),
        )

    assert await run(act) == ([("chen", "g1"), ("chen", "g2")], 3, [], ["law", "plumbing"])


@pytest.mark.parametrize(
    ("asked", "found"),
    [("梯子", True), ("折叠梯子", True), ("铝合金梯子三米的", True), ("梯", False), ("100%", False), ("面包车", False)],
)
async def test_a_thing_is_found_by_its_name_or_part_of_it(run: Run, asked: str, found: bool) -> None:
    def act(tx: Transaction) -> object:
        people(tx)
        tx.resources.save(Resource("r1", "wang", "折叠梯子" if asked == "梯子" else "梯子"))
        return tx.hands.lending(asked, TODAY)

    assert await run(act) == ([("wang", "g1")] if found else [])


async def test_a_thing_whose_time_is_over_is_not_lent(run: Run) -> None:
    def act(tx: Transaction) -> object:
        people(tx)
        tx.resources.save(Resource("r1", "wang", "会议室", "兰石厂", until_on=TODAY))
        tomorrow = TODAY + timedelta(days=1)
        return (
            tx.hands.lending("会议室", TODAY),
            tx.hands.thing("wang", "会议室", TODAY),
            tx.hands.lending("会议室", tomorrow),
            tx.hands.thing("wang", "会议室", tomorrow),
        )

    assert await run(act) == ([("wang", "g1")], ("会议室", "兰石厂"), [], ("", ""))


async def test_a_name_is_found_anywhere_and_in_either_language(run: Run) -> None:
    def act(tx: Transaction) -> object:
        people(tx)
        tx.people.save(Person("wang", "王芳", name_en="Wang Fang"))
        return [tx.hands.called(name, TODAY) for name in ("王芳", "wang fang", "王")]

    assert await run(act) == [[("wang", "g1")], [("wang", "g1")], []]


async def test_the_posts_of_one_person(run: Run) -> None:
    def act(tx: Transaction) -> object:
        people(tx)
        return sorted(tx.hands.posts("chen", TODAY)), tx.hands.posts("zhou", TODAY)

    assert await run(act) == ([("chen", "g1"), ("chen", "g2")], [])
