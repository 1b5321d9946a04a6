"""Events chain per subject, and whoever touches one is found out; contents are kept apart and can change."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta, timezone

import pytest

from domain.errors import NotFound
from domain.events import Content, Event
from storage.events import Broken
from storage.transaction import Transaction
from tests.storage.support import NOON, Run

SUBJECT = "matter:1"


def file_three(tx: Transaction) -> None:
    for turn, kind in enumerate(("MatterFiled", "MatterAccepted", "MatterClosed")):
        tx.events.append(Event(SUBJECT, kind, NOON, "wang", {"turn": turn, "late": False}, "content", "commitment"))


@pytest.mark.asyncio
async def test_events_come_back_chained_and_verify(run: Run) -> None:
    await run(file_three)
    events = await run(lambda tx: tx.events.of(SUBJECT))
    assert [(event.seq, event.previous) for event in events] == [(1, ""), (2, events[0].hash), (3, events[1].hash)]
    assert dict(events[2].facts) == {"turn": 2, "late": False}
    assert await run(lambda tx: tx.events.broken(SUBJECT)) is None


@pytest.mark.asyncio
async def test_what_append_returns_is_what_is_read_back_whatever_the_zone(run: Run) -> None:
    lanzhou = NOON.astimezone(timezone(timedelta(hours=8)))
    appended = await run(lambda tx: tx.events.append(Event(SUBJECT, "MatterFiled", lanzhou)))
    assert await run(lambda tx: tx.events.of(SUBJECT)) == [appended]
    assert appended.hash == replace(appended, hash="").digest()


@pytest.mark.asyncio
async def test_subjects_have_chains_of_their_own(run: Run) -> None:
    await run(file_three)
    other = await run(lambda tx: tx.events.append(Event("person:li", "PersonBound", NOON)))
    assert (other.seq, other.previous) == (1, "")
    assert await run(lambda tx: tx.events.subjects()) == ["matter:1", "person:li"]
    assert await run(lambda tx: tx.events.subjects(after="matter:1")) == ["person:li"]


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("meddling", "named"),
    [
        ("UPDATE events SET by_id = 'chen' WHERE seq = 2", Broken(SUBJECT, 2, "hash")),
        ("UPDATE events SET at = '2025-11-23T11:59:00.000000Z' WHERE seq = 1", Broken(SUBJECT, 1, "hash")),
        ("UPDATE events SET facts = '{}' WHERE seq = 3", Broken(SUBJECT, 3, "hash")),
        ("UPDATE events SET facts = 'no facts' WHERE seq = 2", Broken(SUBJECT, 2, "hash")),
        ("UPDATE events SET at = 'yesterday' WHERE seq = 2", Broken(SUBJECT, 2, "hash")),
        ("DELETE FROM events WHERE seq = 2", Broken(SUBJECT, 2, "missing")),
        ("UPDATE events SET previous = hash WHERE seq = 2", Broken(SUBJECT, 2, "link")),
    ],
)
async def test_a_row_that_was_touched_is_named(run: Run, meddling: str, named: Broken) -> None:
    await run(file_three)
    await run(lambda tx: tx.statements.run(meddling))
    assert await run(lambda tx: tx.events.broken(SUBJECT)) == named


PHOTO: dict[str, str | int] = {"kind": "photo", "ref": "abc", "size": 4}


@pytest.mark.asyncio
async def test_contents_come_back_oldest_first_and_can_be_replaced(run: Run) -> None:
    first = Content("c1", SUBJECT, "report", "li", NOON, "路灯坏了", (PHOTO,), "salt", "album", "77")
    later = Content("c2", SUBJECT, "word", "li", NOON, "还有三单元的")
    edited = replace(first, text="路灯都坏了", media=(PHOTO, PHOTO))

    def act(tx: Transaction) -> object:
        tx.contents.add(first)
        tx.contents.add(later)
        tx.contents.save(edited)
        return tx.contents.of(SUBJECT)

    assert await run(act) == [edited, later]
    assert await run(lambda tx: tx.contents.get("c2")) == later
    with pytest.raises(NotFound):
        await run(lambda tx: tx.contents.get("c3"))


@pytest.mark.asyncio
async def test_contents_are_found_by_album_and_by_message_of_the_same_person(run: Run) -> None:
    old = Content("c1", SUBJECT, "report", "li", NOON, group="album", handle="77")
    new = Content("c2", "matter:2", "report", "li", NOON, group="album", handle="78")

    def act(tx: Transaction) -> tuple[object, ...]:
        tx.contents.add(old)
        tx.contents.add(new)
        return (
            tx.contents.by_group("li", "album"),
            tx.contents.by_handle("li", "77"),
            tx.contents.by_group("wang", "album"),
            tx.contents.by_handle("li", ""),
            tx.contents.by_group("li", ""),
        )

    assert await run(act) == (new, old, None, None, None)
