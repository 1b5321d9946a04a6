"""Stories with their words, who has them, and what ended well, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from domain.areas import Area, AreaKind, Spot
from domain.errors import NotFound
from domain.events import Content
from domain.explaining.story import Story, StoryState
from domain.matters.matter import Cause, State, Tier, Word
from domain.people.person import Person
from domain.reach import Reach
from storage.transaction import Transaction
from tests.storage.support import NOON, Run, matter

pytestmark = pytest.mark.asyncio
ALL = Reach(("community",))
DAY = timedelta(days=1)
LAMP = Story("s1", "m1", "community", "ma", "li", "wang", "w1", NOON, NOON + 7 * DAY)
WORDS = replace(LAMP, text="一栋楼的灯亮了。", salt="s")


def world(tx: Transaction) -> None:
    community = Area("community", AreaKind.COMMUNITY, "", "桃源社区")
    tx.areas.replace([community, Area("g7", AreaKind.GRID, "community", "七网格")], [])
    for id in ("ma", "li", "wang", "chen", "twin"):
        tx.people.save(Person(id, id))
    well = replace(
        matter("m1", spot=Spot("g7", "3号楼"), state=State.ENDED), cause=Cause.SOLVED, word=Word.SOLVED, ended_at=NOON
    )
    others: tuple[dict[str, Any], ...] = (
        {}, {"ended_at": NOON + DAY}, {"ended_at": NOON - 90 * DAY}, {"word": Word.NO_ANSWER}, {"anonymous": True},
        {"tier": Tier.DANGER}, {"on_behalf_of": "奶奶"}, {"spot": Spot("elsewhere", "")}, {"kind": "noise"},
    )  # fmt: skip
    for n, other in enumerate(others, 1):
        tx.matters.add(replace(well, id=f"m{n}", seq=n, **other))
    tx.contents.add(Content("w1", "story:s1", "story", "ma", NOON, "一栋楼的灯亮了。", salt="s"))
    tx.contents.add(Content("n1", "notice:n1", "notice", "ma", NOON, "一栋楼的灯亮了。", salt="s"))
    tx.stories.save(LAMP)


async def test_it_comes_back_with_its_words_and_as_it_stands(run: Run) -> None:
    await run(world)
    assert await run(lambda tx: tx.stories.get("s1")) == WORDS
    told = replace(
        LAMP, state=StoryState.TOLD, told_at=NOON + DAY, resident_agreed=WORDS.seal, member_agreed=WORDS.seal,
        photo=True, named=True, notice_id="n1",
    )  # fmt: skip
    await run(lambda tx: tx.stories.save(told))
    assert await run(lambda tx: tx.stories.of_matter("m1")) == [replace(told, text=WORDS.text, salt="s")]
    assert [s.id for s in await run(lambda tx: tx.stories.of_person("wang"))] == ["s1"]
    with pytest.raises(NotFound):
        await run(lambda tx: tx.stories.get("s2"))


async def test_what_waits_and_what_was_told_stand_on_lists_of_their_own(run: Run) -> None:
    await run(world)
    assert [s.id for s in await run(lambda tx: tx.stories.waiting(ALL, 5))] == ["s1"]
    assert await run(lambda tx: tx.stories.told(ALL, 5)) == []
    await run(lambda tx: tx.stories.save(replace(LAMP, state=StoryState.TOLD, told_at=NOON)))
    assert await run(lambda tx: tx.stories.waiting(ALL, 5)) == []
    assert [s.id for s in await run(lambda tx: tx.stories.told(ALL, 5))] == ["s1"]
    assert await run(lambda tx: tx.stories.told(Reach(("elsewhere",)), 5)) == []
    assert await run(lambda tx: tx.stories.count_between(ALL, NOON, NOON + DAY)) == 1
    assert await run(lambda tx: tx.stories.between(ALL, NOON + DAY, NOON + 2 * DAY, 5)) == []


async def test_what_ended_well_of_late_and_was_never_told_is_found_the_newest_first(run: Run) -> None:
    await run(world)
    assert await run(lambda tx: tx.stories.ended_well(ALL, NOON - 60 * DAY, 5)) == ["m2"]


async def test_its_words_go_with_those_of_its_notice_and_leave_no_salt(run: Run) -> None:
    def goes(tx: Transaction) -> list[tuple[str, str]]:
        tx.stories.save(replace(LAMP, notice_id="n1"))
        tx.stories.forget_words(tx.stories.get("s1"))
        return [(content.text, content.salt) for content in map(tx.contents.get, ("w1", "n1"))]

    await run(world)
    assert await run(goes) == [("", ""), ("", "")]


@pytest.mark.parametrize("who", ["li", "wang", "chen"])
async def test_whoever_is_forgotten_leaves_no_words_of_her_story(run: Run, who: str) -> None:
    def forget(tx: Transaction) -> tuple[str, list[str]]:
        tx.stories.heard("s1", "chen")
        tx.stories.heard("s1", "chen")
        tx.erasing.begin(who)
        return tx.stories.get("s1").text, list(tx.stories.hearers("s1"))

    await run(world)
    hers = who != "chen"
    assert await run(forget) == ("" if hers else WORDS.text, ["chen"] if hers else [])


async def test_two_records_of_one_person_are_asked_and_have_it_as_one(run: Run) -> None:
    def merge(tx: Transaction) -> tuple[str, list[str]]:
        for person_id in ("li", "twin"):
            tx.stories.heard("s1", person_id)
        tx.people.merge("li", "twin")
        return tx.stories.get("s1").resident_id, list(tx.stories.hearers("s1"))

    await run(world)
    assert await run(merge) == ("twin", ["twin"])
