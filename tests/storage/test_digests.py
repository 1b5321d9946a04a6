"""Digests in their tables: made once and never changed, with the matters behind each figure; read beside the writer."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

import psycopg
import pytest

from domain.areas import Area, AreaKind, Spot
from domain.digests.courses import read_course
from domain.digests.figures import Case, Digest, Figure, Named, Part, Side, Span, SpanKind, Step, Times
from domain.errors import NotFound
from domain.events import Event
from domain.matters.matter import State
from domain.people.person import Appointment, Role
from storage.database import open_database
from storage.digests import PORTION, written
from storage.reading import reading
from storage.transaction import Transaction
from tests.clock import FakeClock
from tests.domain.digests.histories import CLOCKS
from tests.storage.support import NOON, Run, matter, settle

pytestmark = pytest.mark.asyncio


def add(tx: Transaction, digest_id: str, made: Digest) -> str:
    text = written(made)
    for figure, portions in text.figures.items():
        tx.digests.add_cases(digest_id, figure, 0, portions)
    return tx.digests.add(digest_id, ["peach"], SPAN, text)


def a_page(start: int, tx: Transaction) -> tuple[Case, ...]:
    return tx.digests.cases("d1", Figure.NEW, start, 6)


SPAN = Span(SpanKind.DAY, NOON - timedelta(days=1), NOON)
MADE = Digest(
    SPAN, (Named("peach", "community", "桃源社区", "Peach"),),
    {Figure.NEW: (Case("m1"), Case("m2")), Figure.SOLVED: (Case("m1"), Case("m3", Side.OUT, "not_solved"))},
    (Part(Named("g1", "grid", "桃源一网格"), "peach", new=2),), (), Times(2, 5, 9), Times(),
    (Step(datetime(2025, 11, 23).date(), 2, 0, 2),),
)  # fmt: skip


async def test_a_digest_comes_back_light_and_each_figure_with_its_matters(run: Run) -> None:
    await run(lambda tx: add(tx, "d1", MADE))
    light = await run(lambda tx: tx.digests.light("d1"))
    assert light == MADE.light
    assert light.count(Figure.NEW) == 2
    assert light.of(Figure.SOLVED) == (1, 2)
    assert await run(lambda tx: tx.digests.glance("d1")) == replace(MADE.light, parts=(), kinds=(), steps=())
    unsolved_first = MADE.figures[Figure.SOLVED][::-1]
    assert await run(lambda tx: tx.digests.cases("d1", Figure.SOLVED, 0, 6)) == unsolved_first
    assert (await run(lambda tx: tx.digests.whole("d1"))).figures == {**MADE.figures, Figure.SOLVED: unsolved_first}
    assert await run(lambda tx: tx.digests.scope("d1")) == ["peach"]


async def test_of_many_matters_behind_a_figure_a_page_is_read_wherever_it_begins(run: Run) -> None:
    many = tuple(Case(f"m{n}") for n in range(2 * PORTION + 1))
    await run(lambda tx: add(tx, "d1", replace(MADE, figures={Figure.NEW: many})))
    for start in (0, PORTION - 2, PORTION, 2 * PORTION - 3):
        page = await run(partial(a_page, start))
        assert page == many[start : start + 6]
    assert (await run(lambda tx: tx.digests.whole("d1"))).figures[Figure.NEW] == many


async def test_the_same_areas_span_and_minute_are_made_once(run: Run) -> None:
    await run(lambda tx: add(tx, "d1", MADE))
    assert await run(lambda tx: add(tx, "d2", replace(MADE, contact=Times(9, 9, 9)))) == "d1"
    assert (await run(lambda tx: tx.digests.light("d1"))).contact == Times(2, 5, 9)
    assert await run(lambda tx: tx.digests.find(["peach"], SPAN)) == "d1"
    assert await run(lambda tx: tx.digests.find(["plum"], SPAN)) is None
    assert await run(lambda tx: tx.digests.find(["peach"], replace(SPAN, until_at=NOON + timedelta(minutes=1)))) is None


async def test_an_unknown_digest_or_figure_is_not_found(run: Run) -> None:
    for question in (
        lambda tx: tx.digests.light("d9"),
        lambda tx: tx.digests.scope("d9"),
        lambda tx: tx.digests.cases("d9", Figure.NEW, 0, 6),
    ):
        with pytest.raises(NotFound):
            await run(question)


def people_a_place(tx: Transaction) -> None:
    settle(tx, "li", "wang")
    kinds = (AreaKind.STREET, AreaKind.COMMUNITY, AreaKind.GRID, AreaKind.COMMUNITY, AreaKind.GRID)
    above = ("", "street", "peach", "street", "plum")
    rows = zip(("street", "peach", "g1", "plum", "g3"), kinds, above, strict=True)
    tx.areas.replace([Area(id, kind, parent, id) for id, kind, parent in rows], [])


def happens(tx: Transaction, id: str, grid: str, state: State, *at: datetime) -> None:
    """A matter filed at the first instant and nudged at the others."""
    tx.matters.add(matter(id, seq=tx.matters.next_seq(NOON.date()), spot=Spot(grid, ""), state=state, filed_at=at[0]))
    facts = {"kind": "lighting", "tier": "ordinary", "grid": grid, "owner": "wang", "level": "grid"}
    tx.events.append(Event(f"matter:{id}", "MatterFiled", at[0], "li", {**facts, "sent_at": at[0].isoformat()}))
    for when in at[1:]:
        tx.events.append(Event(f"matter:{id}", "ResidentNudged", when, "li"))


def fill(tx: Transaction) -> None:
    people_a_place(tx)
    long_ago = NOON - timedelta(days=90)
    happens(tx, "open", "g1", State.WAITING, long_ago)
    happens(tx, "over", "g1", State.ENDED, long_ago)
    happens(tx, "fresh", "g1", State.ENDED, long_ago, NOON)
    happens(tx, "nowhere", "", State.WAITING, NOON)
    happens(tx, "elsewhere", "g3", State.WAITING, NOON)


async def test_touched_is_what_is_open_or_had_something_happen_in_these_areas(run: Run) -> None:
    await run(fill)
    since = NOON - timedelta(hours=1)
    assert set(await run(lambda tx: tx.digests.touched(["peach"], since))) == {"open", "fresh", "nowhere"}
    assert set(await run(lambda tx: tx.digests.touched(["peach", "plum"], since))) == {
        "open", "fresh", "nowhere", "elsewhere",
    }  # fmt: skip


async def test_what_ended_in_a_grid_that_is_no_more_belongs_to_every_area(run: Run) -> None:
    def act(tx: Transaction) -> object:
        fill(tx)
        happens(tx, "of a grid that was", "g9", State.ENDED, NOON)
        return ["of a grid that was" in tx.digests.touched([area], NOON) for area in ("peach", "plum")]

    assert await run(act) == [True, True]


async def test_what_is_said_of_somebody_at_a_desk_is_not_counted_for_it(run: Run) -> None:
    def act(tx: Transaction) -> object:
        fill(tx)
        settle(tx, "ma", "he")
        tx.roster.replace([Appointment("ma", "peach", Role.COORDINATOR), Appointment("he", "street", Role.COORDINATOR)])
        tx.excluded.add("open", "ma", "about", NOON)
        tx.excluded.add("fresh", "ma", "member", NOON)
        return [set(tx.digests.touched([area], NOON - timedelta(hours=1))) for area in ("peach", "street")]

    assert await run(act) == [{"fresh", "nowhere"}, {"open", "fresh", "nowhere", "elsewhere"}]


async def test_histories_hold_what_a_course_is_read_from(run: Run) -> None:
    await run(fill)
    found = dict(await run(lambda tx: list(tx.digests.histories(["fresh", "open", "unknown"]))))
    assert [event.type for event in found["fresh"]] == ["MatterFiled"]
    course = read_course("open", found["open"], CLOCKS, NOON)
    assert course is not None
    assert course.grid_id == "g1"


async def test_the_child_reads_the_same_without_a_loop(url: str, clock: FakeClock) -> None:
    database = await open_database(url, now=clock.now, seed=clock.seed)
    try:
        await database.transact("fill", fill)
        with reading(url, NOON) as tx:
            assert set(tx.digests.touched(["plum"], NOON)) == {"nowhere", "elsewhere"}
            with pytest.raises((sqlite3.OperationalError, psycopg.errors.ReadOnlySqlTransaction)):
                tx.notes.set("a", "b")
    finally:
        await database.close()
