"""Finding matters again: the same answers from both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from domain.areas import Area, AreaKind, Spot
from domain.desk.finding import sought
from domain.events import Content
from domain.matters.matter import Cause, State
from storage.search import FEW_GRIDS, FILLED
from storage.transaction import Transaction
from tests.storage.support import NOON, Run, matter
from tests.storage.test_desk import HOUR, district, filed

NEWEST = 2**62


def put(tx: Transaction, seq: int, grid: str, what: str, said: str = "", **more: Any) -> None:
    one = filed(tx, seq, grid, what=what, **more)
    if said:
        tx.contents.add(Content(f"c{seq}", one.subject, "report", "li", NOON, said))
    tx.search.put(one.id)


def find(tx: Transaction, who: str, words: str, limit: int = 20, before: int = NEWEST) -> list[str]:
    return [found.matter_id for found in tx.search.find(who, sought(words), NOON, limit, before)]


def town(tx: Transaction) -> None:
    district(tx)
    put(tx, 1, "p1", "路灯坏了", "3号楼2单元门口的路灯坏了，谢谢")
    put(tx, 2, "p2", "灯不亮", "13号楼的灯不亮", state=State.TAKEN, contacted_at=NOON - HOUR, due=-HOUR)
    put(tx, 3, "m1", "路灯一闪一闪", "lamps at the gate flicker", state=State.REPORTED, cause=Cause.SOLVED)
    put(tx, 4, "", "路灯倒了", state=State.ENDED, cause=Cause.WITHDRAWN)
    put(tx, 5, "p1", "漏水", state=State.TAKEN, reopened=1)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("who", "words", "found"),
    [
        ("he", "路灯", ["m4", "m3", "m1"]),
        ("ma", "路灯", ["m4", "m1"]),
        ("wang", "路灯", ["m4"]),
        ("he", "路灯坏", ["m1"]),
        ("he", "灯路", []),
        ("he", "3号楼", ["m1"]),
        ("he", "13号楼 灯", ["m2"]),
        ("he", "lamp", ["m3"]),
        ("he", "Gate lamps", ["m3"]),
        ("he", "1123-02", ["m2"]),
        ("he", "桃源", ["m5", "m2", "m1"]),
        ("ma", "过时", ["m2"]),
        ("he", "重开", ["m5"]),
        ("he", "路灯 等居民", ["m3"]),
        ("he", "撤回", ["m4"]),
        ("he", "办结", ["m3"]),
        ("ma", "在办", ["m5", "m2", "m1"]),
        ("he", "没人接", ["m1"]),
        ("he", "wang", ["m5", "m4", "m3", "m2", "m1"]),
        ("he", "不存在的事", []),
        ("he", "') OR 1=1 --", []),
        ("he", '路灯" OR "漏水', []),
    ],
)
async def test_a_desk_finds_its_own_by_words_numbers_places_people_and_how_they_stand(
    run: Run, who: str, words: str, found: list[str]
) -> None:
    await run(town)
    assert await run(lambda tx: find(tx, who, words)) == found


@pytest.mark.asyncio
async def test_the_next_page_goes_on_before_the_last_found(run: Run) -> None:
    def act(tx: Transaction) -> object:
        town(tx)
        first = tx.search.find("he", sought("路灯"), NOON, 2, NEWEST)
        return [one.matter_id for one in first], find(tx, "he", "路灯", 2, first[-1].number)

    assert await run(act) == (["m4", "m3"], ["m1"])


@pytest.mark.asyncio
async def test_what_changed_is_found_by_what_it_is_now(run: Run) -> None:
    def act(tx: Transaction) -> object:
        town(tx)
        tx.matters.save(replace(tx.matters.get("m5"), what="下水道堵了", spot=Spot("m1", "")))
        tx.search.put("m5")
        return find(tx, "ma", "漏水"), find(tx, "he", "下水道"), find(tx, "ma", "下水道")

    assert await run(act) == ([], ["m5"], [])


@pytest.mark.asyncio
async def test_what_was_there_before_is_made_findable_bit_by_bit_and_once(run: Run) -> None:
    def act(tx: Transaction) -> object:
        district(tx)
        tx.statements.run("DELETE FROM notes WHERE name = :name", name=FILLED)
        for seq in range(1, 251):
            tx.matters.add(matter(f"m{seq}", seq=seq, spot=Spot("p1", ""), filed_at=NOON + timedelta(minutes=seq)))
        went_on = [tx.search.fill() for _ in range(4)]
        return went_on, len(find(tx, "he", "路灯", 500)), find(tx, "he", "路灯", 2)

    assert await run(act) == ([True, True, False, False], 250, ["m250", "m249"])


@pytest.mark.asyncio
@pytest.mark.parametrize("words", ["路灯", "办结"])
async def test_what_ended_in_a_grid_that_is_no_more_is_found_by_the_desks_it_lay_under(run: Run, words: str) -> None:
    def act(tx: Transaction) -> list[tuple[list[str], list[str]]]:
        district(tx)
        put(tx, 1, "p2", "路灯坏了", state=State.ENDED, cause=Cause.SOLVED)
        put(tx, 2, "m1", "路灯倒了", state=State.ENDED, cause=Cause.SOLVED)
        found, areas = [], list(tx.areas.tree().areas.values())
        for lost in (("p2", "m1"), ("m1", "plum"), ("m1", "plum", "street"), ()):
            tx.areas.replace([area for area in areas if area.id not in lost], [])
            found.append((find(tx, "ma", words), find(tx, "he", words)))
        return found

    assert await run(act) == [
        (["m1"], ["m2", "m1"]),
        (["m1"], ["m2", "m1"]),
        (["m2", "m1"], ["m2", "m1"]),
        (["m1"], ["m2", "m1"]),
    ]


@pytest.mark.asyncio
async def test_a_desk_over_more_grids_than_a_question_can_name_finds_the_same(run: Run) -> None:
    def act(tx: Transaction) -> tuple[list[str], ...]:
        town(tx)
        more = [Area(f"x{n}", AreaKind.GRID, "plum", str(n), order=10 + n) for n in range(FEW_GRIDS)]
        tx.areas.replace([*tx.areas.tree().areas.values(), *more], [])
        return find(tx, "he", "路灯"), find(tx, "he", "13号楼 灯"), find(tx, "he", "在办"), find(tx, "ma", "路灯")

    assert await run(act) == (["m4", "m3", "m1"], ["m2"], ["m5", "m2", "m1"], ["m4", "m1"])
