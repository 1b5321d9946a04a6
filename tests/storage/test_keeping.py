"""What has been kept long enough, on both engines: counted as it would go, gone in portions, the rest untouched."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest

from domain.events import Content
from domain.matters.matter import Cause, State
from storage.files import FORGET
from storage.transaction import Transaction
from tests.storage.support import NOON, Run, matter, settle

pytestmark = pytest.mark.asyncio

LONG_AGO, LATELY = NOON - timedelta(days=400), NOON - timedelta(days=3)
BEFORE = NOON - timedelta(days=365)
PHOTO = {"kind": "photo", "ref": "ref"}


def town(tx: Transaction) -> None:
    """Three matters with the same words and photo: over long ago, over lately, and one from long ago still open."""
    settle(tx, "li", "wang")
    for n, (name, ended_at) in enumerate((("old", LONG_AGO), ("new", LATELY), ("open", None)), start=1):
        over = {"state": State.ENDED, "cause": Cause.SOLVED, "ended_at": ended_at} if ended_at else {}
        one = matter(name, seq=n, what="灯坏了", on_behalf_of="老赵", **over)
        tx.matters.add(one)
        said_at = LATELY if name == "new" else LONG_AGO
        tx.contents.add(Content(f"said-{name}", one.subject, "report", "li", said_at, "灯坏了", (PHOTO,), "salt"))
        tx.search.put(name)


def words(tx: Transaction) -> Sequence[str]:
    return [name for name in ("old", "new", "open") if tx.contents.get(f"said-{name}").text]


async def test_only_words_of_what_ended_before_go(run: Run) -> None:
    await run(town)
    assert await run(lambda tx: tx.keeping.count(words_before=BEFORE, photos_before=None)) == (1, 0)
    assert await run(lambda tx: tx.keeping.words(BEFORE, 10)) == 1
    assert await run(words) == ["new", "open"]
    old = await run(lambda tx: tx.matters.get("old"))
    assert (old.what, old.on_behalf_of, old.kind, old.spot.label) == ("", "", "light", "3号楼")
    said = await run(lambda tx: tx.contents.get("said-old"))
    assert (said.media, said.salt) == ((PHOTO,), "")
    assert await run(lambda tx: tx.keeping.words(BEFORE, 10)) == 0
    assert await run(lambda tx: tx.keeping.count(words_before=BEFORE, photos_before=None)) == (0, 0)


async def test_photos_go_with_their_files_and_the_words_stay(run: Run) -> None:
    await run(town)
    assert await run(lambda tx: tx.keeping.count(words_before=None, photos_before=BEFORE)) == (0, 1)
    assert await run(lambda tx: tx.keeping.photos(BEFORE, 10)) == 1
    said = await run(lambda tx: tx.contents.get("said-old"))
    assert (said.text, said.media) == ("灯坏了", ())
    assert [job.kind for job in await run(lambda tx: tx.work.claim(tx.now, 10))] == [FORGET]
    assert await run(words) == ["old", "new", "open"]


async def test_a_portion_is_no_larger_than_asked_for_and_the_oldest_goes_first(run: Run) -> None:
    await run(town)
    assert await run(lambda tx: tx.keeping.words(NOON, 1)) == 1
    assert await run(words) == ["new", "open"]
    assert await run(lambda tx: tx.keeping.words(NOON, 10)) == 1
    assert await run(words) == ["open"]
